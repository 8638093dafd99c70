//! What keeps the parts of a tree from fitting together.

use std::fmt;

/// Why the parts of a site do not fit together: said when it is built, before anything is served.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TreeError {
    /// Two parts have the same path.
    SamePath {
        /// The path below the site's.
        path: String,
        /// Where the two are declared: files and lines.
        places: [(&'static str, u32); 2],
    },
    /// Two actions of a page have the same name, or one has that of a route of the page.
    SameAction {
        /// The key of the page.
        page: String,
        /// The name.
        action: &'static str,
    },
    /// A page shows a field that is no column of its model.
    UnknownField {
        /// The key of the page.
        page: String,
        /// The field.
        field: &'static str,
    },
    /// A field refers to a page of another site.
    Elsewhere {
        /// The key of the page.
        page: String,
        /// The field.
        field: &'static str,
    },
    /// The site itself needs this path.
    Reserved {
        /// The path below the site's.
        path: String,
    },
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SamePath {
                path,
                places: [(file, line), (other, at)],
            } => write!(
                f,
                "two parts of the site are at `{path}`: {file}:{line} and {other}:{at}\n\
                 help: give one of them another `slug`"
            ),
            Self::SameAction { page, action } => write!(
                f,
                "the page `{page}` has something else that is called `{action}`\n\
                 help: give the action another `name`"
            ),
            Self::UnknownField { page, field } => write!(
                f,
                "the page `{page}` shows `{field}`, which is no column of its model"
            ),
            Self::Elsewhere { page, field } => write!(
                f,
                "`{field}` of the page `{page}` refers to a page of another site\n\
                 help: name a page of the same site in `refers(…)`"
            ),
            Self::Reserved { path } => write!(
                f,
                "the site itself needs `{path}`\nhelp: give the page another `slug`"
            ),
        }
    }
}

impl std::error::Error for TreeError {}
