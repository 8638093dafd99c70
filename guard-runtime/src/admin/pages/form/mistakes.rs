//! What is wrong with a form that was sent, as far as the form can say it.

use actix_web::ResponseError;
use actix_web::http::StatusCode;

use crate::admin::objects::{FieldError, PageError};
use crate::admin::pages::stop::Stop;
use crate::records::AccessError;

/// What is wrong, and the status of the form that says so.
pub(in crate::admin::pages) struct Mistaken {
    pub(in crate::admin::pages) status: StatusCode,
    pub(in crate::admin::pages) errors: Vec<FieldError>,
}

impl Mistaken {
    /// What is wrong with the whole.
    pub(in crate::admin::pages) fn whole(message: &str) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            errors: vec![FieldError::whole(message)],
        }
    }

    /// # Errors
    ///
    /// What is no matter of what was entered.
    pub(in crate::admin::pages) fn of(error: PageError) -> Result<Self, Stop> {
        let error = match error {
            PageError::Invalid(errors) => {
                return Ok(Self {
                    status: StatusCode::UNPROCESSABLE_ENTITY,
                    errors,
                });
            }
            PageError::Taken(errors, error) => {
                return Ok(Self {
                    // Which writes the log.
                    status: error.error_response().status(),
                    errors,
                });
            }
            PageError::Access(error) => error,
            other => return Err(other.into()),
        };
        let message = match &error {
            AccessError::Conflict(_) => {
                "This contradicts what is stored already: something that must be unique is taken, or \
                 something that it refers to is missing or still there."
            }
            AccessError::Changed { .. } => {
                "Somebody else changed this in the meantime: look at it again, and try once more."
            }
            _ => return Err(error.into()),
        };
        Ok(Self {
            // Which writes the log.
            status: error.error_response().status(),
            ..Self::whole(message)
        })
    }
}
