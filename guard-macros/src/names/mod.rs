//! Groups and roles: declared once, checked wherever they are named.

mod check;
mod declaration;
mod declare;
mod resolve;

pub(crate) use declaration::is_name;
pub(crate) use declare::declare;
pub(crate) use resolve::resolve;

/// What is declared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Group,
    Role,
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
        }
    }

    pub(crate) fn built_in(self) -> &'static [&'static str] {
        match self {
            Self::Group => &BUILT_IN,
            Self::Role => &[],
        }
    }
}
