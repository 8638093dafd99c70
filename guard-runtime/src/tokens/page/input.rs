//! What stands in the form, as it came: from its fields, or from a link that fills them in.

use std::fmt;

use actix_web::HttpRequest;
use actix_web::error::{InternalError, UrlencodedError};
use actix_web::http::StatusCode;
use actix_web::web::{FormConfig, Query};

use crate::Id;
use crate::tokens::problem::Problem;

const LARGEST: usize = 64 * 1024;
/// Each project is looked up: no more than a token can have.
pub(super) const PROJECTS: usize = 100;

/// Fields and their values; a name may stand several times.
pub(super) type Pairs = Vec<(String, String)>;

pub(super) fn config() -> FormConfig {
    FormConfig::default()
        .limit(LARGEST)
        .error_handler(|error, _| {
            let (name, title, status) = match error {
                UrlencodedError::Overflow { .. } => (
                    "too-large",
                    "The form has more than 65536 bytes",
                    StatusCode::PAYLOAD_TOO_LARGE,
                ),
                UrlencodedError::ContentType => (
                    "no-form",
                    "The body is not `application/x-www-form-urlencoded`",
                    StatusCode::UNSUPPORTED_MEDIA_TYPE,
                ),
                _ => (
                    "malformed-request",
                    "The form cannot be read",
                    StatusCode::BAD_REQUEST,
                ),
            };
            let response = Problem::of(name, title, status).response();
            InternalError::from_response("the body is no form", response).into()
        })
}

/// A project, as fields and links name it: `project@7`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) scope: String,
    pub(super) id: Id,
}

impl Place {
    /// A text that names no scope names a project that nobody can know of.
    fn parse(text: &str) -> Self {
        let (scope, id) = text.split_once('@').unwrap_or(("", text));
        Self {
            scope: scope.to_owned(),
            id: Id::from(id),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.scope, self.id)
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct Input {
    pub(super) title: String,
    pub(super) description: String,
    /// A day.
    pub(super) expires: String,
    /// A number of days from today, in place of it.
    pub(super) days: Option<u32>,
    pub(super) permissions: Vec<String>,
    /// The projects, each with the permissions there; no project stands twice.
    pub(super) projects: Vec<(Place, Vec<String>)>,
    /// The project that this request adds.
    pub(super) added: Option<Place>,
    /// This request takes a project out.
    pub(super) removes: bool,
    /// It was posted for another look at the form: its link would be too long.
    pub(super) looks: bool,
    /// It was sent to create a token, and not to show the form.
    pub(super) sent: bool,
}

impl Input {
    /// From the query of a link.
    pub(super) fn of_query(request: &HttpRequest) -> Self {
        let query = Query::<Pairs>::from_query(request.query_string());
        Self::read(query.map(Query::into_inner).unwrap_or_default())
    }

    pub(super) fn read(pairs: Pairs) -> Self {
        let mut input = Self::default();
        let (mut scope, mut add, mut remove) = (None, String::new(), None);
        for (name, value) in pairs {
            match name.as_str() {
                "title" => input.title = value,
                "description" => input.description = value.replace("\r\n", "\n"),
                "expires" => input.expires = value,
                "days" => input.days = value.parse().ok(),
                "permissions" => input.permissions.push(value),
                "projects" => {
                    input.project(Place::parse(&value));
                }
                "look" => input.looks = true,
                "in" => {
                    let (permission, id) = value.split_once('@').unwrap_or((&value, ""));
                    let scope = permission.split('.').next().unwrap_or_default();
                    let place = Place::parse(&format!("{scope}@{id}"));
                    if let Some(permissions) = input.project(place) {
                        permissions.push(permission.to_owned());
                    }
                }
                "add_scope" => scope = Some(value),
                "add" => value.trim().clone_into(&mut add),
                "remove" => remove = Some(Place::parse(&value)),
                _ => {}
            }
        }
        if let Some(remove) = remove {
            input.projects.retain(|(place, _)| *place != remove);
            input.removes = true;
        } else if !add.is_empty() {
            // Typed in, the id stands by itself.
            let place = match scope {
                Some(scope) => Place::parse(&format!("{scope}@{add}")),
                None => Place::parse(&add),
            };
            input.project(place.clone());
            input.added = Some(place);
        }
        input
    }

    /// The permissions of this project, which is added if need be. One too many is kept, for it to
    /// be said; looking for more among them would take the square of their number.
    fn project(&mut self, place: Place) -> Option<&mut Vec<String>> {
        let known = self.projects.iter().position(|(it, _)| *it == place);
        let at = known.unwrap_or(self.projects.len());
        if known.is_none() && at <= PROJECTS {
            self.projects.push((place, Vec::new()));
        }
        self.projects
            .get_mut(at)
            .map(|(_, permissions)| permissions)
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, PROJECTS};

    #[test]
    fn one_project_too_many_is_kept() {
        let pairs = (0..PROJECTS * 3).map(|at| ("in".to_owned(), format!("a.b:GET@{}", at / 2)));
        let input = Input::read(pairs.collect());
        assert_eq!(input.projects.len(), PROJECTS + 1);
        assert!(input.projects.iter().all(|(_, it)| it.len() == 2));
    }
}
