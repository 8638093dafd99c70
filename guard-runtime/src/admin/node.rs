//! The nodes of the tree, as the attributes declare them.

use std::any::TypeId;
use std::fmt;

use futures_core::future::LocalBoxFuture;

use super::{Action, NodeKind, Permission};
use crate::env::Env;
use crate::gate::Requirement;

/// A type that is part of an admin tree: what the attributes make of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no part of an admin tree",
    note = "write `#[admin_site]`, `#[admin_app]`, `#[page_group]`, `#[model_page]`, `#[form_page]`, `#[plain_page]`, `#[link_page]` or `#[access_page]` above it"
)]
pub trait Declared: Sized + 'static {
    /// What is declared.
    const NODE: &'static Node;
}

/// What apps stand under: a site.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no site",
    label = "an app stands under a site",
    note = "write `#[admin_site(…)]` above the type it is to stand under"
)]
pub trait HoldsApps: Declared {}

/// What pages and groups of pages stand under: a site, an app or a group of pages.
#[diagnostic::on_unimplemented(
    message = "nothing stands under `{Self}`",
    label = "pages stand under a site, an app or a group of pages",
    note = "write `#[admin_app(…)]` or `#[page_group(…)]` above the type it is to stand under"
)]
pub trait HoldsPages: Declared {}

/// What the attribute says, as it stands in the source.
#[derive(Debug)]
pub struct Words {
    /// The last part of its path; of a site, its path.
    pub slug: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What its doc comment says.
    pub description: &'static str,
    /// Where it stands among its neighbours: lower ones first.
    pub order: i32,
    /// The gates above it.
    pub gates: &'static [&'static Requirement],
    /// Why it may be open where what it stands under is closed.
    pub independent: Option<&'static str>,
    /// The module.
    pub module: &'static str,
    /// The file.
    pub file: &'static str,
    /// The line.
    pub line: u32,
}

type Ask = for<'a> fn(&'a Env, &'static Node, Action) -> LocalBoxFuture<'a, Permission>;

/// A part of an admin tree: a site, an app, a group of pages or a page.
pub struct Node {
    pub(super) kind: NodeKind,
    pub(super) parent: Option<&'static Self>,
    pub(super) words: Words,
    pub(super) ask: Ask,
    /// Constants have no address of their own; types have.
    pub(super) id: fn() -> TypeId,
}

impl Node {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> NodeKind {
        self.kind
    }

    /// What it stands under; nothing for a site.
    #[must_use]
    pub fn parent(&self) -> Option<&'static Self> {
        self.parent
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.words.title
    }

    /// What its doc comment says; empty if it has none.
    #[must_use]
    pub fn description(&self) -> &'static str {
        self.words.description
    }

    /// The last part of its path; of a site, its path.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        self.words.slug
    }

    /// Why it may be open where what it stands under is closed.
    #[must_use]
    pub fn independent(&self) -> Option<&'static str> {
        self.words.independent
    }

    /// The gates that stand above it, without those of what it stands under.
    #[must_use]
    pub fn gates(&self) -> &'static [&'static Requirement] {
        self.words.gates
    }

    /// What it stands under, from the nearest on.
    pub fn ancestors(&'static self) -> impl Iterator<Item = &'static Self> {
        std::iter::successors(self.parent, |node| node.parent)
    }

    /// Itself and what it stands under, as far as it depends on it: those that are asked.
    pub(super) fn asked(&'static self) -> impl Iterator<Item = &'static Self> {
        let above = |node: &&'static Self| match node.words.independent {
            Some(_) => None,
            None => node.parent,
        };
        std::iter::successors(Some(self), above)
    }

    /// Its place in the tree below the site: `sales.invoices`; of a site, nothing.
    #[must_use]
    pub fn key(&'static self) -> String {
        self.join(".")
    }

    /// Its path below the site's: `/sales/invoices`.
    #[must_use]
    pub fn path(&'static self) -> String {
        format!("/{}", self.join("/"))
    }

    fn join(&'static self, separator: &str) -> String {
        let below = std::iter::successors(Some(self), |node| node.parent);
        let below = below.filter(|node| node.parent.is_some());
        let mut slugs = below.map(Self::slug).collect::<Vec<_>>();
        slugs.reverse();
        slugs.join(separator)
    }

    /// Where it is declared: the file and the line.
    #[must_use]
    pub fn place(&self) -> (&'static str, u32) {
        (self.words.file, self.words.line)
    }

    /// The module it is declared in.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.words.module
    }

    pub(super) fn id(&self) -> TypeId {
        (self.id)()
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node")
            .field("kind", &self.kind)
            .field("title", &self.words.title)
            .finish_non_exhaustive()
    }
}
