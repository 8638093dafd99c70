//! What may be asked of a page.

use std::fmt;

/// What is done with a page: what [`has_page_permission`](super::PlainPage::has_page_permission) is
/// asked about.
///
/// Written as in a log: `list`, `update`, `action:mark_paid`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// To open it at all. Where this is refused, all routes of the page are closed, whatever is asked
    /// of them.
    Open,
    /// To list its records.
    List,
    /// To filter or search the list.
    Filter,
    /// To read one record.
    Read,
    /// To create a record.
    Create,
    /// To change records.
    Update,
    /// To delete records.
    Delete,
    /// To submit the form of a form page.
    Submit,
    /// One of its own actions, by its name.
    Custom(&'static str),
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open => "open",
            Self::List => "list",
            Self::Filter => "filter",
            Self::Read => "read",
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Submit => "submit",
            Self::Custom(name) => return write!(f, "action:{name}"),
        })
    }
}
