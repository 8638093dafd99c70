//! What somebody may have, or do.

use std::fmt;
use std::sync::Arc;

use crate::admin::access::query::{self, Parameters, written};
use crate::admin::access::{QueryError, Vocabulary, op_name};
use crate::group::GroupRef;
use crate::model::{ModelEntry, Op};
use crate::role::RoleDefinition;
use crate::scope::Permission;

/// What is asked about: who has it, who may do it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Wanted {
    /// A permission.
    Permission(Permission),
    /// A group.
    Group(GroupRef),
    /// A role.
    Role(Arc<RoleDefinition>),
    /// Doing something with a record of a model, whichever.
    Model(&'static ModelEntry, Op),
}

impl Wanted {
    /// Reads the query of a link: `permission=admin.users:GET`, `group=sales_user`, `role=editor`,
    /// `model=invoice&op=update`.
    ///
    /// # Errors
    ///
    /// A parameter that is unknown, stands twice, is missing or goes not with the others, and a name that
    /// is not declared.
    pub fn parse(query: &str, vocabulary: &Vocabulary) -> Result<Self, QueryError> {
        let mut parameters = Parameters::read(query)?;
        let wanted = Self::take(&mut parameters, vocabulary)?;
        parameters.end()?;
        wanted.ok_or_else(|| QueryError::new("permission", "is missing"))
    }

    /// The first of these that is there.
    pub(in crate::admin::access) fn take(
        parameters: &mut Parameters,
        vocabulary: &Vocabulary,
    ) -> Result<Option<Self>, QueryError> {
        if let Some(text) = parameters.take("permission") {
            let permission = query::permission(vocabulary, &text)?;
            return Ok(Some(Self::Permission(permission)));
        }
        if let Some(name) = parameters.take("group") {
            let group = vocabulary.groups.get(&name);
            let none = || QueryError::new("group", "there is no such group");
            return Ok(Some(Self::Group(group.ok_or_else(none)?)));
        }
        if let Some(name) = parameters.take("role") {
            let role = vocabulary.roles.as_ref().and_then(|it| it.get(&name));
            let none = || QueryError::new("role", "there is no such role");
            return Ok(Some(Self::Role(role.ok_or_else(none)?)));
        }
        let Some(name) = parameters.take("model") else {
            return Ok(None);
        };
        let op = query::op(&parameters.need("op")?)?;
        Ok(Some(Self::Model(query::model(&name)?, op)))
    }

    /// The query that [`parse`](Self::parse) reads.
    #[must_use]
    pub fn to_query(&self) -> String {
        let pairs = self.pairs();
        written(pairs.iter().map(|(name, value)| (*name, &**value)))
    }

    pub(in crate::admin::access) fn pairs(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Permission(permission) => vec![("permission", permission.to_string())],
            Self::Group(group) => vec![("group", group.name().to_owned())],
            Self::Role(role) => vec![("role", role.name().to_owned())],
            Self::Model(model, op) => vec![
                ("model", model.name().to_owned()),
                ("op", op_name(*op).to_owned()),
            ],
        }
    }
}

/// `admin.users:GET`, `group:sales_user`, `role:editor`, `update of invoice`.
impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permission(permission) => permission.fmt(f),
            Self::Group(group) => write!(f, "group:{}", group.name()),
            Self::Role(role) => write!(f, "role:{}", role.name()),
            Self::Model(model, op) => write!(f, "{op} of {}", model.name()),
        }
    }
}
