//! One permission, as a value and as a type.

use std::fmt;

use serde::{Serialize, Serializer};

use super::ScopeEntry;
use super::{PermissionSet, Scopes, Verb};

/// One verb on one resource of one scope: `admin.configuration:GET`. A bit.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # fn main() {
/// use guard_runtime::{ParsePermissionError, Permission};
///
/// let read = scopes::SCHEMA.parse("admin.configuration:get").unwrap();
/// assert_eq!(read, Permission::from(scopes::admin::configuration::GET));
/// assert_eq!(read.to_string(), "admin.configuration:GET");
/// assert!(matches!(
///     scopes::SCHEMA.parse("admin.configuration"),
///     Err(ParsePermissionError::Malformed)
/// ));
/// assert!(matches!(
///     scopes::SCHEMA.parse("admin.Configuration:GET"),
///     Err(ParsePermissionError::Unknown)
/// ));
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Permission {
    schema: &'static Scopes,
    index: u32,
}

impl Permission {
    pub(crate) const fn new(schema: &'static Scopes, index: u32) -> Self {
        Self { schema, index }
    }

    /// The declaration it stands in.
    #[must_use]
    pub fn schema(self) -> &'static Scopes {
        self.schema
    }

    /// The scope.
    #[must_use]
    pub fn scope(self) -> &'static str {
        self.schema
            .locate(self.index)
            .map_or("", |(it, _, _)| it.name)
    }

    /// The resource.
    #[must_use]
    pub fn resource(self) -> &'static str {
        self.schema
            .locate(self.index)
            .map_or("", |(_, it, _)| it.name)
    }

    /// The verb.
    #[must_use]
    pub fn verb(self) -> Verb {
        let found = self.schema.locate(self.index);
        found.map_or(Verb::Get, |(_, _, verb)| verb)
    }

    /// The path parameter that says of which project it is; `None` for a global permission.
    #[must_use]
    pub fn param(self) -> Option<&'static str> {
        self.schema.locate(self.index)?.0.param
    }

    /// A set of this permission alone.
    #[must_use]
    pub fn into_set(self) -> PermissionSet {
        PermissionSet::default().with(self)
    }

    pub(crate) fn index(self) -> u32 {
        self.index
    }

    pub(crate) fn is_global(self) -> bool {
        self.schema.global().has(self.index)
    }

    /// The scope of projects it stands in.
    pub(crate) fn project_scope(self) -> Option<&'static ScopeEntry> {
        if self.is_global() {
            return None;
        }
        Some(self.schema.locate(self.index)?.0)
    }
}

impl PartialEq for Permission {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.schema, other.schema)
    }
}

impl Eq for Permission {}

/// `admin.configuration:GET`
impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.schema.locate(self.index) {
            Some((scope, resource, verb)) => write!(f, "{}.{}:{verb}", scope.name, resource.name),
            None => f.write_str("?"),
        }
    }
}

impl fmt::Debug for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Permission {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
