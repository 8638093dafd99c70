//! The attributes there are, and the options that each takes.

use std::fmt;

use syn::Path;

/// What an attribute makes of a struct.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Site,
    App,
    Group,
    ModelPage,
    FormPage,
    PlainPage,
    Link,
    AccessPage,
    Action,
}

const KINDS: [(Kind, &str); 9] = [
    (Kind::Site, "admin_site"),
    (Kind::App, "admin_app"),
    (Kind::Group, "page_group"),
    (Kind::ModelPage, "model_page"),
    (Kind::FormPage, "form_page"),
    (Kind::PlainPage, "plain_page"),
    (Kind::Link, "link_page"),
    (Kind::AccessPage, "access_page"),
    (Kind::Action, "page_action"),
];

/// Options that name what stands in parentheses.
const LISTS: [&str; 12] = [
    "list", "filter", "search", "form", "sort", "label", "choices", "refers", "money", "only",
    "crud", "pages",
];

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = KINDS.iter().find(|(kind, _)| kind == self);
        f.write_str(name.map_or("", |(_, name)| name))
    }
}

impl Kind {
    /// The attribute that a path names, by its last segment.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let name = &path.segments.last()?.ident;
        let known = KINDS.iter().find(|(_, known)| name == known);
        known.map(|(kind, _)| *kind)
    }

    /// What it takes, in the order of the documentation.
    pub(crate) fn options(self) -> Vec<&'static str> {
        let node = ["under", "slug", "title", "order", "independent"];
        match self {
            Self::Site => vec!["path", "title"],
            Self::App | Self::Group | Self::FormPage | Self::PlainPage => node.to_vec(),
            Self::Link => [&node[..], &["to"]].concat(),
            Self::AccessPage => [&node[..], &["shows"]].concat(),
            Self::ModelPage => [&node[..], &["model"], &LISTS[..]].concat(),
            Self::Action => vec!["on", "target", "name", "title", "confirm"],
        }
    }

    /// What it cannot do without.
    pub(crate) fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Site => &["path"],
            Self::App | Self::Group | Self::FormPage | Self::PlainPage => &["under"],
            Self::Link => &["under", "to"],
            Self::AccessPage => &["under", "shows"],
            Self::ModelPage => &["under", "model"],
            Self::Action => &["on", "target"],
        }
    }

    /// Whether the fields of the struct are those of a form.
    pub(crate) fn has_form(self) -> bool {
        matches!(self, Self::FormPage | Self::Action)
    }

    pub(crate) fn holds_pages(self) -> bool {
        matches!(self, Self::Site | Self::App | Self::Group)
    }
}

/// Whether the option takes a list: `only(list, read)`.
pub(crate) fn is_list(option: &str) -> bool {
    LISTS.contains(&option)
}
