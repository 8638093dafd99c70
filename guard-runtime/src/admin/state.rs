//! A site that is served: its tree, its database and what it was told.

use std::sync::Arc;

use super::entry::Part;
use super::gates::{Side, demanded, demanded_of};
use super::objects::ActionObject;
use super::page_action::ActionWords;
use super::pages::{Access, SignIn};
use super::tree::{Branch, Tree};
use super::{Action, Node};
use crate::gate::Requirement;
use crate::records::GuardedDb;

/// What all routes of a site share.
#[derive(Clone)]
pub(super) struct State {
    pub(super) tree: Arc<Tree>,
    pub(super) db: GuardedDb,
    /// Where it is mounted, as it was told to be.
    pub(super) path: &'static str,
    /// How users sign in here, if they do.
    pub(super) sign_in: Option<Arc<SignIn>>,
    /// What the pages about access ask.
    pub(super) access: Option<Arc<Access>>,
}

impl State {
    /// The site itself.
    pub(super) fn site(&self) -> &'static Node {
        self.tree.root.node
    }
}

/// A page that is served.
#[derive(Clone)]
pub(super) struct Served {
    pub(super) state: Arc<State>,
    pub(super) node: &'static Node,
    pub(super) part: Part,
    pub(super) actions: Arc<[(&'static ActionWords, &'static dyn ActionObject)]>,
}

impl Served {
    pub(super) fn of(state: &Arc<State>, branch: &Branch) -> Self {
        let actions = branch.actions.iter().filter_map(|it| match it {
            Part::Action(words, object) => Some((*words, *object)),
            _ => None,
        });
        Self {
            state: Arc::clone(state),
            node: branch.node,
            part: branch.part,
            actions: actions.collect(),
        }
    }

    /// All gates before its routes.
    pub(super) fn gate(&self, side: Side) -> &'static Requirement {
        demanded(self.node, side, self.more(side))
    }

    /// The same of a custom action, which has gates of its own.
    pub(super) fn gate_of(&self, side: Side, action: &'static ActionWords) -> &'static Requirement {
        demanded_of(self.node, side, self.more(side), action)
    }

    /// The gates of these routes alone.
    fn more(&self, side: Side) -> &'static [&'static Requirement] {
        match (self.part, side) {
            (Part::Model(object), Side::Crud) => object.shown().crud,
            (Part::Model(object), Side::Pages) => object.shown().pages,
            _ => &[],
        }
    }

    /// Whether the page says at all that this may be done with its records.
    pub(super) fn offers(&self, action: Action) -> bool {
        match self.part {
            Part::Model(object) => {
                let only = object.shown().only;
                only.is_empty() || only.contains(&action)
            }
            _ => true,
        }
    }

    /// The path of the page for browsers.
    pub(super) fn href(&self) -> String {
        format!("{}{}", self.state.path, self.node.path())
    }

    /// Where its routes are, below the site's path.
    pub(super) fn path(&self, side: Side) -> String {
        match side {
            Side::Crud => format!("/api{}", self.node.path()),
            Side::Pages => self.node.path(),
        }
    }
}
