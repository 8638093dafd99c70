//! Why a page does not do what it was asked for.

use super::{ListError, RunError};
use crate::denied::Denied;
use crate::env::EnvError;
use crate::records::AccessError;

/// What is wrong with one field, or with the whole (`None`).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AdminMistake))]
pub(super) struct FieldError {
    /// The field; of the whole, nothing.
    pub(super) field: Option<String>,
    /// What is wrong.
    pub(super) message: String,
    /// Which record it is of, where several are changed.
    #[serde(rename = "key", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = false))]
    pub(super) record: Option<Which>,
}

/// A record, among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Which {
    pub(super) key: String,
    /// What people call it.
    pub(super) title: String,
}

/// For programs, its key.
impl serde::Serialize for Which {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.key)
    }
}

impl FieldError {
    /// What is wrong with one field.
    pub(super) fn at(field: &str, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::whole(message)
        }
    }

    /// What is wrong with the whole.
    pub(super) fn whole(message: impl Into<String>) -> Self {
        Self {
            field: None,
            message: message.into(),
            record: None,
        }
    }
}

/// Why a page does not do what it was asked for.
#[derive(Debug)]
pub(super) enum PageError {
    /// 400: the query string.
    List(ListError),
    /// 422: what was entered.
    Invalid(Vec<FieldError>),
    /// 409: values that have to be unique, at their fields.
    Taken(Vec<FieldError>, AccessError),
    /// 404: a key that no record can have.
    NoSuchKey,
    /// The page or a gate refuses.
    Denied(Denied),
    /// The guarded database.
    Access(AccessError),
    /// 500; the text goes to the log alone.
    Failed(String),
}

impl PageError {
    /// What is wrong with what was entered: something is, even if nobody says what.
    pub(super) fn invalid(mut errors: Vec<FieldError>) -> Self {
        if errors.is_empty() {
            errors.push(FieldError::whole("This cannot be so."));
        }
        Self::Invalid(errors)
    }
}

impl From<ListError> for PageError {
    fn from(error: ListError) -> Self {
        Self::List(error)
    }
}

impl From<Denied> for PageError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<EnvError> for PageError {
    fn from(error: EnvError) -> Self {
        Self::Denied(error.into())
    }
}

impl From<AccessError> for PageError {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl From<RunError> for PageError {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Invalid(mistakes) => Self::invalid(
                mistakes
                    .iter()
                    .map(|(field, why)| match field {
                        Some(field) => FieldError::at(field, why),
                        None => FieldError::whole(why),
                    })
                    .collect(),
            ),
            RunError::Denied(denied) => Self::Denied(denied),
            RunError::Access(error) => Self::Access(error),
            RunError::Failed(why) => Self::Failed(why),
        }
    }
}
