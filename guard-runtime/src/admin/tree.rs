//! The tree of one site, put together from what its types declare.

use super::Site;
use super::entry::{Entry, Part};
use super::node::Node;
use super::tree_error::TreeError;

/// The tree of a site.
pub(super) struct Tree {
    pub(super) root: Branch,
}

/// A part of a tree, and what stands under it, in the order of the menu.
pub(super) struct Branch {
    pub(super) node: &'static Node,
    pub(super) part: Part,
    /// The custom actions of a model page, in the order of their titles.
    pub(super) actions: Vec<Part>,
    pub(super) branches: Vec<Self>,
}

/// What the site itself has below its path.
const RESERVED: [&str; 6] = [
    "/api",
    "/view-as",
    "/static",
    "/sign-in",
    "/sign-out",
    "/menu",
];

/// What a model page has below its path.
const OF_PAGE: [&str; 4] = ["new", "edit", "delete", "update"];

impl Tree {
    /// Puts together what stands under the site anywhere in the program.
    pub(super) fn of<S: Site>() -> Result<Self, TreeError> {
        let entries = inventory::iter::<Entry>().collect::<Vec<_>>();
        let root = Branch::of(S::NODE, Part::Holder, &entries);
        let tree = Self { root };
        tree.check()?;
        Ok(tree)
    }

    /// All pages, in the order of the menu.
    pub(super) fn pages(&self) -> Vec<&Branch> {
        let mut pages = Vec::new();
        self.root.collect(&mut pages);
        pages
    }

    /// The part that this node is, if it is one of the site.
    pub(super) fn find(&self, node: &'static Node) -> Option<&Branch> {
        let mut all = Vec::new();
        self.root.walk(&mut all);
        all.into_iter().find(|it| it.node.id() == node.id())
    }

    fn check(&self) -> Result<(), TreeError> {
        let mut all = Vec::new();
        self.root.walk(&mut all);
        let mut known = Vec::<(String, &'static Node)>::new();
        for branch in all.into_iter().skip(1) {
            let path = branch.node.path();
            if RESERVED.contains(&path.as_str()) {
                return Err(TreeError::Reserved { path });
            }
            if let Some((_, other)) = known.iter().find(|(it, _)| *it == path) {
                let places = [other.place(), branch.node.place()];
                return Err(TreeError::SamePath { path, places });
            }
            known.push((path, branch.node));
            branch.check_actions()?;
            branch.check_fields()?;
            self.check_references(branch)?;
        }
        Ok(())
    }
}

impl Tree {
    /// Who opens a site is not for another one to say.
    fn check_references(&self, branch: &Branch) -> Result<(), TreeError> {
        let Part::Model(object) = branch.part else {
            return Ok(());
        };
        let mut refers = object.shown().refers.iter();
        match refers.find(|(_, to)| self.find(to.page()).is_none()) {
            Some((field, _)) => Err(TreeError::Elsewhere {
                page: branch.node.key(),
                field,
            }),
            None => Ok(()),
        }
    }
}

impl Branch {
    fn of(node: &'static Node, part: Part, entries: &[&'static Entry]) -> Self {
        let is_here = |it: &&&Entry| it.node.id() == node.id();
        let actions = entries.iter().filter(is_here).map(|it| it.part);
        let mut actions = actions
            .filter(|it| matches!(it, Part::Action(..)))
            .collect::<Vec<_>>();
        actions.sort_by_key(|it| it.action().map(|words| (words.title, words.name)));
        let is_below = |it: &&&Entry| {
            let parent = it.node.parent().map(Node::id);
            parent == Some(node.id()) && !matches!(it.part, Part::Action(..))
        };
        let below = entries.iter().filter(is_below);
        let mut branches = below
            .map(|it| Self::of(it.node, it.part, entries))
            .collect::<Vec<_>>();
        branches.sort_by_key(|it| (it.node.words.order, it.node.title(), it.node.slug()));
        Self {
            node,
            part,
            actions,
            branches,
        }
    }

    fn collect<'a>(&'a self, pages: &mut Vec<&'a Self>) {
        if self.node.kind().is_page() {
            pages.push(self);
        }
        self.branches.iter().for_each(|it| it.collect(pages));
    }

    fn walk<'a>(&'a self, all: &mut Vec<&'a Self>) {
        all.push(self);
        self.branches.iter().for_each(|it| it.walk(all));
    }

    fn check_actions(&self) -> Result<(), TreeError> {
        let mut known = OF_PAGE.to_vec();
        for words in self.actions.iter().filter_map(Part::action) {
            if known.contains(&words.name) {
                return Err(TreeError::SameAction {
                    page: self.node.key(),
                    action: words.name,
                });
            }
            known.push(words.name);
        }
        Ok(())
    }

    /// The macro has seen that they are fields of the struct; whether they are columns, it has not.
    fn check_fields(&self) -> Result<(), TreeError> {
        let Part::Model(object) = self.part else {
            return Ok(());
        };
        let fields = object.fields();
        let mut unknown = object.shown().names();
        let unknown = unknown.find(|name| !fields.iter().any(|it| it.name == *name));
        match unknown {
            Some(field) => Err(TreeError::UnknownField {
                page: self.node.key(),
                field,
            }),
            None => Ok(()),
        }
    }
}

impl std::fmt::Debug for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = self.pages().into_iter().map(|it| it.node.key());
        f.debug_list().entries(keys).finish()
    }
}
