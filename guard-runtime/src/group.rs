//! Groups, which imply other groups.

use std::fmt;

use crate::names::{Entry, NameRef, NameSet, Names};

/// What tells groups from other declared names.
#[derive(Clone, Copy, Debug)]
pub enum GroupKind {}

/// The groups of an application: the `SCHEMA` of [`define_groups!`](crate::define_groups).
pub type Groups = Names<GroupKind>;

/// One group, as a value.
pub type GroupRef = NameRef<GroupKind>;

/// Groups that somebody is in, with all they imply.
///
/// ```
/// use guard_runtime::{Group, GroupSet, groups};
///
/// let portal = GroupSet::of(groups::core_portal);
/// assert!(portal.contains(groups::core_portal));
/// assert!(!portal.contains(groups::core_internal));
/// ```
pub type GroupSet = NameSet<GroupKind>;

/// A group as a type: the unit structs of [`define_groups!`](crate::define_groups).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a group",
    note = "groups are declared with `define_groups!` and named as `groups::sales_user`"
)]
pub trait Group: Copy + 'static {
    /// The group as a value.
    const GROUP: GroupRef;
}

/// The groups that every application has.
pub mod groups {
    /// Those who work here.
    #[allow(
        non_camel_case_types,
        reason = "groups are written in snake case everywhere"
    )]
    #[derive(Clone, Copy, Debug)]
    pub struct core_internal;

    /// Customers, suppliers: signed in from outside.
    #[allow(
        non_camel_case_types,
        reason = "groups are written in snake case everywhere"
    )]
    #[derive(Clone, Copy, Debug)]
    pub struct core_portal;

    /// Guests, and everybody who has not signed in.
    #[allow(
        non_camel_case_types,
        reason = "groups are written in snake case everywhere"
    )]
    #[derive(Clone, Copy, Debug)]
    pub struct core_public;
}

pub(crate) const BUILT_IN: &[Entry] = &[
    Entry::new("core_internal", "Those who work here.", &[]),
    Entry::new(
        "core_portal",
        "Customers, suppliers: signed in from outside.",
        &[],
    ),
    Entry::new(
        "core_public",
        "Guests, and everybody who has not signed in.",
        &[],
    ),
];

/// The built-in groups alone.
pub(crate) static CORE: Groups = Names::new("guard_runtime::groups", BUILT_IN, &[]);

impl Group for groups::core_internal {
    const GROUP: GroupRef = NameRef::new(&CORE, 0);
}

impl Group for groups::core_portal {
    const GROUP: GroupRef = NameRef::new(&CORE, 1);
}

impl Group for groups::core_public {
    const GROUP: GroupRef = NameRef::new(&CORE, 2);
}

impl GroupSet {
    /// A group with all it implies.
    #[must_use]
    pub fn of(group: impl Group) -> Self {
        Self::default().with(group)
    }

    /// The same, and one more.
    #[must_use]
    pub fn with<G: Group>(mut self, _: G) -> Self {
        self.add(G::GROUP);
        self
    }

    /// Whether the group is in it: a bit test.
    #[must_use]
    pub fn contains<G: Group>(&self, _: G) -> bool {
        self.holds(G::GROUP).unwrap_or(false)
    }

    /// The names, in the order of declaration.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.names_in(&CORE)
    }
}

impl fmt::Debug for GroupSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
