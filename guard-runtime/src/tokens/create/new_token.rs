//! What somebody asks for, and what they get.

use serde::{Deserialize, Serialize, Serializer};

use crate::tokens::{TokenInfo, TokenProject, TokenSecret};

/// A token that somebody asks for.
///
/// ```
/// use guard_runtime::tokens::{NewToken, TokenProject};
///
/// let new = NewToken {
///     title: "nightly export".to_owned(),
///     expires_at: 1_900_000_000,
///     permissions: vec!["admin.configuration:GET".to_owned()],
///     projects: vec![TokenProject {
///         scope: "project".to_owned(),
///         project: 7.into(),
///         permissions: vec!["project.root:GET".to_owned()],
///     }],
///     ..NewToken::default()
/// };
/// # let _ = new;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
// What is missing is reported as blank, beside all other mistakes.
#[serde(default, deny_unknown_fields)]
pub struct NewToken {
    /// What the owner calls it: one to 100 characters.
    pub title: String,
    /// What it is for: up to 1000 characters.
    pub description: String,
    /// From when on it is refused, in seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// Global permissions, in their string form.
    pub permissions: Vec<String>,
    /// The projects it is for, each with the permissions there.
    pub projects: Vec<TokenProject>,
}

/// A token that was created, with its secret: the only time that it can be seen.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct CreatedToken {
    /// The token as its bearer sends it.
    #[serde(serialize_with = "exposed")]
    pub secret: TokenSecret,
    /// What is known of it from now on.
    pub token: TokenInfo,
}

fn exposed<S: Serializer>(secret: &TokenSecret, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}
