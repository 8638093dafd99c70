//! All parts of all trees of a program, gathered by the linker.

use std::fmt;

use super::Node;
use super::objects::{ActionObject, FormObject, ModelObject, PlainObject};
use super::page_action::ActionWords;
use super::shows::Shows;

/// A row of the registry.
pub struct Entry {
    /// Where it stands: itself, or the page of an action.
    pub(super) node: &'static Node,
    pub(super) part: Part,
}

/// What it is, with its types put away.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Holder,
    Model(&'static dyn ModelObject),
    Form(&'static dyn FormObject),
    Plain(&'static dyn PlainObject),
    /// Where it leads.
    Link(&'static str),
    Access(Shows),
    Action(&'static ActionWords, &'static dyn ActionObject),
}

inventory::collect!(Entry);

impl Part {
    /// What is declared, of a custom action.
    pub(super) fn action(&self) -> Option<&'static ActionWords> {
        match self {
            Self::Action(words, _) => Some(words),
            _ => None,
        }
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}
