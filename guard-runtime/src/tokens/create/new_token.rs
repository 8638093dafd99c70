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
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(
    feature = "openapi",
    schema(description = "A token that somebody asks for.")
)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// What the owner calls it: one to 100 characters.
    // What is missing is reported as blank, beside all other mistakes.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(required, min_length = 1))]
    pub title: String,
    /// What it is for: up to 1000 characters.
    #[serde(default)]
    pub description: String,
    /// From when on it is refused, in seconds since 1970-01-01 UTC.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(required))]
    pub expires_at: i64,
    /// Global permissions, in their string form.
    #[serde(default)]
    pub permissions: Vec<String>,
    /// The projects it is for, each with the permissions there.
    #[serde(default)]
    pub projects: Vec<TokenProject>,
}

/// A token that was created, with its secret: the only time that it can be seen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[non_exhaustive]
pub struct CreatedToken {
    /// The token as its bearer sends it: `prefix_id_secret_checksum`, where these are the
    /// application's prefix and 16, 43 and 6 letters and digits.
    #[serde(serialize_with = "exposed")]
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub secret: TokenSecret,
    /// What is known of it from now on.
    pub token: TokenInfo,
}

fn exposed<S: Serializer>(secret: &TokenSecret, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}
