//! What actions and forms answer.

use std::fmt;

use maud::Markup;

use super::Mistakes;
use crate::denied::Denied;
use crate::env::EnvError;
use crate::records::AccessError;

/// What has become of a form or an action.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[must_use = "it is what the user is told"]
pub struct Done {
    pub(super) message: String,
}

impl Done {
    /// With a sentence for the user.
    pub fn said(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// The sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// What a plain page shows: markup of `maud` 0.27, which escapes texts, a [text](Self::text), or
/// [HTML](Self::html) of another template engine.
#[derive(Clone, Debug)]
pub struct Content(pub(super) Markup);

impl Content {
    /// A paragraph of text, escaped.
    ///
    /// ```
    /// use guard_runtime::admin::Content;
    ///
    /// let content = Content::text("3 < 4");
    /// assert_eq!(content.as_html(), "<p>3 &lt; 4</p>");
    /// ```
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self(maud::html! { p { (text) } })
    }

    /// HTML of another template engine, which has escaped what is of users: it is shown as it is. Scripts
    /// and styles in it do not run: the policy of the pages forbids them.
    #[must_use]
    pub fn html(html: impl Into<String>) -> Self {
        Self(maud::PreEscaped(html.into()))
    }

    /// The HTML.
    #[must_use]
    pub fn as_html(&self) -> &str {
        &self.0.0
    }
}

impl From<Markup> for Content {
    fn from(markup: Markup) -> Self {
        Self(markup)
    }
}

/// Why a form or an action came to nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum RunError {
    /// What was entered is to be entered otherwise.
    Invalid(Mistakes),
    /// It is refused.
    Denied(Denied),
    /// Its records are not there, may not be changed so, or the database failed.
    Access(AccessError),
    /// It failed; the text goes to the log alone.
    Failed(String),
}

impl RunError {
    /// A field is to be entered otherwise. Of several, [`Mistakes`] makes one error.
    pub fn invalid(field: &'static str, why: impl Into<String>) -> Self {
        let mut mistakes = Mistakes::none();
        mistakes.at(field, why);
        Self::Invalid(mistakes)
    }

    /// What was entered cannot be so, whichever field it is.
    pub fn refused(why: impl Into<String>) -> Self {
        let mut mistakes = Mistakes::none();
        mistakes.whole(why);
        Self::Invalid(mistakes)
    }

    /// It failed. What it says goes to the log alone.
    pub fn failed(error: impl fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<Denied> for RunError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<AccessError> for RunError {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl From<EnvError> for RunError {
    fn from(error: EnvError) -> Self {
        Self::Denied(error.into())
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(mistakes) => {
                let mistakes = mistakes.iter().map(|(field, why)| match field {
                    Some(field) => format!("`{field}`: {why}"),
                    None => why.to_owned(),
                });
                f.write_str(&mistakes.collect::<Vec<_>>().join("; "))
            }
            Self::Denied(denied) => denied.fmt(f),
            Self::Access(error) => error.fmt(f),
            Self::Failed(_) => f.write_str("it failed"),
        }
    }
}

impl std::error::Error for RunError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Denied(denied) => Some(denied),
            Self::Access(error) => Some(error),
            Self::Invalid(..) | Self::Failed(_) => None,
        }
    }
}
