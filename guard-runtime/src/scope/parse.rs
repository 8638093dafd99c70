//! The string form of permissions: `admin.configuration:GET`.

use std::fmt;

use super::{Permission, PermissionSet, Scopes, Verb};

/// Why a text is no permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParsePermissionError {
    /// It is not of the form `scope.resource:VERB`.
    Malformed,
    /// It is, but the schema declares no such permission.
    Unknown,
    /// The resource is there and does not offer the verb.
    NotOffered,
}

impl fmt::Display for ParsePermissionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "expected a permission of the form `scope.resource:VERB`",
            Self::Unknown => "there is no such permission",
            Self::NotOffered => "the resource does not offer this verb",
        })
    }
}

impl std::error::Error for ParsePermissionError {}

impl Scopes {
    /// The permission that a text names. Names are case-sensitive, the verb is not.
    ///
    /// # Errors
    ///
    /// What is malformed and what is unknown are told apart.
    pub fn parse(&'static self, text: &str) -> Result<Permission, ParsePermissionError> {
        let [scope, resource, verb] = split(text).ok_or(ParsePermissionError::Malformed)?;
        let verb = Verb::named(verb).ok_or(ParsePermissionError::Unknown)?;
        self.resource(scope, resource)
            .ok_or(ParsePermissionError::Unknown)?;
        self.get(scope, resource, verb)
            .ok_or(ParsePermissionError::NotOffered)
    }

    /// The set of the permissions that these texts name, and the texts that name none, with why.
    ///
    /// What names no permission grants nothing: it comes from stored data that is older or newer than
    /// the program, and is for the caller to report.
    pub fn set<'a>(
        &'static self,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> (PermissionSet, Vec<(String, ParsePermissionError)>) {
        let mut set = PermissionSet::default();
        let mut wrong = Vec::new();
        for text in texts {
            match self.parse(text) {
                Ok(permission) => set.insert(permission),
                Err(error) => wrong.push((text.to_owned(), error)),
            }
        }
        (set, wrong)
    }
}

/// Scope, resource and verb of a text of the right form, whether there is such a permission or not.
pub(super) fn split(text: &str) -> Option<[&str; 3]> {
    let (path, verb) = text.split_once(':')?;
    let (scope, resource) = path.split_once('.')?;
    let is_name = |name: &&str| {
        let mut bytes = name.bytes();
        bytes
            .next()
            .is_some_and(|it| it.is_ascii_alphabetic() || it == b'_')
            && bytes.all(|it| it.is_ascii_alphanumeric() || it == b'_')
    };
    let parts = [scope, resource, verb];
    parts.iter().all(is_name).then_some(parts)
}
