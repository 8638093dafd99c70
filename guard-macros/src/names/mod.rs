//! Groups and roles: declared once, checked wherever they are named. Permissions, which the module
//! `scope` declares, are named in the same gates.

mod check;
mod declaration;
mod declare;
mod declared;
mod grants;
mod resolve;

pub(crate) use declare::declare;
pub(crate) use declared::Declared;
pub(crate) use resolve::{braces, resolve, resolve_gate};

/// What is declared, and named in gates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Group,
    Role,
    Permission,
    /// Of the env.
    Attribute,
}

/// The groups every application has; they come first, in this order.
pub(crate) const BUILT_IN: [&str; 3] = ["core_internal", "core_portal", "core_public"];

/// Groups that nobody is in at the same time.
pub(crate) const EXCLUSIVE: [(&str, &str); 2] = [
    ("core_internal", "core_portal"),
    ("core_internal", "core_public"),
];

impl Sort {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Role => "role",
            Self::Permission => "permission",
            Self::Attribute => "attribute",
        }
    }

    /// How the module is called that declares them, unless the application calls it otherwise; the
    /// setting that says where it is as well.
    pub(crate) fn module(self) -> &'static str {
        match self {
            Self::Group => "groups",
            Self::Role => "roles",
            Self::Permission => "scopes",
            Self::Attribute => "attributes",
        }
    }

    pub(crate) fn built_in(self) -> &'static [&'static str] {
        match self {
            Self::Group => &BUILT_IN,
            _ => &[],
        }
    }
}
