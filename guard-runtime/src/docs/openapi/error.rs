//! What is wrong with the documentation of an API.

use std::fmt;

/// All that is wrong with a document, one line for each mistake. `main` prints it so, too.
#[derive(Clone, PartialEq, Eq)]
pub struct DocsError {
    mistakes: Vec<DocsMistake>,
}

/// One thing that is wrong with a document. Operations are named `GET /orders/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DocsMistake {
    /// Nothing tells which gate stands before an operation.
    Ungated {
        /// The operation.
        operation: String,
    },
    /// Two handlers go by one name, or one handler is registered twice, and the gates differ.
    Ambiguous {
        /// The operation.
        operation: String,
        /// The name.
        handler: String,
    },
    /// The handler is registered at other paths than the document says.
    Misplaced {
        /// The operation.
        operation: String,
        /// The handler.
        handler: String,
        /// The paths at which it is registered.
        registered: Vec<String>,
    },
    /// The document says something else than the gates.
    Contradiction {
        /// The operation.
        operation: String,
        /// The part of the document: `security`, `x-required-permissions`, …
        part: String,
        /// What the document says.
        documented: String,
        /// What the gates demand.
        demanded: String,
    },
    /// A security scheme is named and not declared.
    Undeclared {
        /// Its name.
        scheme: String,
    },
    /// A gate that was given by hand stands before no operation of the document.
    Unused {
        /// The method and path, or the prefix, for which it was given.
        place: String,
    },
}

impl DocsError {
    /// What is wrong, sorted.
    #[must_use]
    pub fn mistakes(&self) -> &[DocsMistake] {
        &self.mistakes
    }

    pub(super) fn check(mut mistakes: Vec<DocsMistake>) -> Result<(), Self> {
        mistakes.sort();
        mistakes.dedup();
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(Self { mistakes })
        }
    }
}

impl fmt::Display for DocsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the documentation and the gates disagree")?;
        self.mistakes
            .iter()
            .try_for_each(|mistake| write!(f, "\n{mistake}"))
    }
}

/// For people: it is what `main` prints of an error.
impl fmt::Debug for DocsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DocsMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ungated { operation } => write!(
                f,
                "`{operation}` is documented, and its gate is not known\n\
                 help: write the gate as an attribute on its handler, register it with `routes`, or \
                 name it with `OpenApiGates::operation`"
            ),
            Self::Ambiguous { operation, handler } => write!(
                f,
                "`{operation}`: `{handler}` stands for two handlers with different gates, or is \
                 registered twice behind different ones"
            ),
            Self::Misplaced {
                operation,
                handler,
                registered,
            } => write!(
                f,
                "`{operation}` is documented, and its handler `{handler}` is registered at {}\n\
                 help: document it there, as `nest((path = …, api = …))` does for a scope",
                registered.join(", ")
            ),
            Self::Contradiction {
                operation,
                part,
                documented,
                demanded,
            } => write!(
                f,
                "`{operation}`: `{part}` is documented as {documented}, and the gates demand \
                 {demanded}\n\
                 help: leave it out, it is written for you"
            ),
            Self::Undeclared { scheme } => {
                write!(f, "the security scheme `{scheme}` is not declared")
            }
            Self::Unused { place } => {
                write!(f, "there is a gate for `{place}`, and no operation there")
            }
        }
    }
}

impl std::error::Error for DocsError {}
