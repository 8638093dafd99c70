//! What the attributes put together: a node, and what it is with its types put away.

use std::any::TypeId;
use std::fmt;

use sea_orm::EntityTrait;

use super::entry::{Entry, Part};
use super::node::Words;
use super::page_action::PageAction;
use super::shows::Shows;
use super::{
    AccessPage, App, Declared, DeclaredModelPage, FormPage, HoldsApps, HoldsPages, LinkPage,
    ModelPage,
};
use super::{Node, NodeKind, PageGroup, PlainPage, Shown, Site, other};
use crate::denied::Denied;
use crate::gate::Requirement;

/// A part of a tree. The trait of its kind is asked for here alone, so that rustc reports once that it
/// is missing.
pub struct Parts {
    /// What it is in the tree.
    pub node: Node,
    part: Part,
}

impl Parts {
    /// The row in the registry.
    #[must_use]
    pub const fn entry<T: Declared>(&self) -> Entry {
        Entry {
            node: T::NODE,
            part: self.part,
        }
    }
}

macro_rules! parts {
    ($kind:ident, $parent:expr, $words:expr, $part:expr) => {
        Parts {
            node: Node {
                kind: NodeKind::$kind,
                parent: $parent,
                words: $words,
                ask: |env, page, action| Box::pin(T::has_page_permission(env, page, action)),
                id: TypeId::of::<T>,
            },
            part: $part,
        }
    };
}

/// A site.
#[must_use]
pub const fn site<T: Site>(words: Words) -> Parts {
    parts!(Site, None, words, Part::Holder)
}

/// An app.
#[must_use]
pub const fn app<T: App>(parent: &'static Node, words: Words) -> Parts {
    parts!(App, Some(parent), words, Part::Holder)
}

/// A group of pages.
#[must_use]
pub const fn group<T: PageGroup>(parent: &'static Node, words: Words) -> Parts {
    parts!(Group, Some(parent), words, Part::Holder)
}

/// A model page.
#[must_use]
pub const fn model_page<T: ModelPage>(parent: &'static Node, words: Words) -> Parts {
    parts!(
        ModelPage,
        Some(parent),
        words,
        Part::Model(&super::model::Erased::<T>::NEW)
    )
}

/// A form page.
#[must_use]
pub const fn form_page<T: FormPage>(parent: &'static Node, words: Words) -> Parts {
    parts!(
        FormPage,
        Some(parent),
        words,
        Part::Form(&other::ErasedForm::<T>::NEW)
    )
}

/// A plain page.
#[must_use]
pub const fn plain_page<T: PlainPage>(parent: &'static Node, words: Words) -> Parts {
    parts!(
        PlainPage,
        Some(parent),
        words,
        Part::Plain(&other::ErasedPlain::<T>::NEW)
    )
}

/// A link.
#[must_use]
pub const fn link<T: LinkPage>(parent: &'static Node, words: Words, to: &'static str) -> Parts {
    parts!(Link, Some(parent), words, Part::Link(to))
}

/// A page about access.
#[must_use]
pub const fn access_page<T: AccessPage>(
    parent: &'static Node,
    words: Words,
    shows: Shows,
) -> Parts {
    parts!(AccessPage, Some(parent), words, Part::Access(shows))
}

/// The row of a custom action.
#[must_use]
pub const fn action<T: PageAction>() -> Entry {
    Entry {
        node: <T::Page as Declared>::NODE,
        part: Part::Action(T::ACTION, &other::ErasedAction::<T>::NEW),
    }
}

/// What an app stands under.
#[must_use]
pub const fn site_above<P: HoldsApps>() -> &'static Node {
    P::NODE
}

/// What a page or a group of pages stands under.
#[must_use]
pub const fn above<P: HoldsPages>() -> &'static Node {
    P::NODE
}

/// The records of a model page.
pub type ModelOf<P> = <<P as DeclaredModelPage>::Entity as EntityTrait>::Model;

/// Gates that nobody passes.
pub const NOBODY: &[&Requirement] = &[&Requirement::Any(&[])];

/// What an attribute with a mistake makes, beside its error.
pub const CLOSED: &Node = &Node {
    kind: NodeKind::Site,
    parent: None,
    words: Words {
        slug: "",
        title: "",
        description: "",
        order: 0,
        gates: NOBODY,
        independent: None,
        module: "",
        file: "",
        line: 0,
    },
    ask: |_, _, _| Box::pin(async { Err(Denied::forbidden()) }),
    id: TypeId::of::<Parts>,
};

/// The same of a model page.
pub const NOTHING: &Shown = &Shown {
    list: &[],
    filter: &[],
    search: &[],
    form: &[],
    sort: &[],
    labels: &[],
    choices: &[],
    refers: &[],
    money: &[],
    only: &[],
    crud: NOBODY,
    pages: NOBODY,
};

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}
