//! The projects of the form.

use actix_web::ResponseError;
use actix_web::http::StatusCode;

use super::LeftOut;
use crate::denied::Denied;
use crate::env::Env;
use crate::tokens::page::input::{Input, PROJECTS, Place};
use crate::tokens::page::matrix::Matrix;
use crate::tokens::page::projects::{ProjectChoice, title_of};
use crate::tokens::page::settings::Settings;

/// A project that was added to the form.
pub(super) struct FormProject {
    pub(super) place: Place,
    pub(super) title: Option<String>,
    /// `None` where there is no such project, or the caller may not know of it: that is one answer.
    matrix: Option<Matrix>,
}

impl FormProject {
    pub(super) fn is_hidden(&self) -> bool {
        self.matrix.is_none()
    }

    pub(super) fn matrix(&self) -> Option<&Matrix> {
        self.matrix.as_ref()
    }

    /// `Interior (project 7)`
    pub(super) fn name(&self) -> String {
        let Place { scope, id } = &self.place;
        match &self.title {
            Some(title) => format!("{title} ({scope} {id})"),
            None => format!("{scope} {id}"),
        }
    }
}

/// Asks what the caller may do in each.
pub(super) async fn find_projects(
    settings: &Settings,
    env: &Env,
    input: &Input,
    choices: Option<&[ProjectChoice]>,
    left_out: &mut LeftOut,
) -> Result<Vec<FormProject>, Denied> {
    let schema = settings.tokens.schema();
    let mut projects = Vec::new();
    for (place, permissions) in input.projects.iter().take(PROJECTS) {
        let scope = schema.scope(&place.scope).filter(|it| it.param.is_some());
        let held = match scope {
            Some(scope) => match env.project_scope(scope, place.id.clone()).await {
                Ok(held) => Some((scope, held)),
                Err(denied) if denied.status_code() == StatusCode::NOT_FOUND => None,
                Err(denied) => return Err(denied),
            },
            None => None,
        };
        let matrix = held.map(|(scope, held)| {
            let held = held.permissions();
            Matrix {
                schema,
                scope,
                project: Some(place.id.clone()),
                chosen: left_out.choose(schema, permissions, &held, Some(scope)),
                held,
            }
        });
        // What it is called is for those who may know of it.
        let title = matrix
            .as_ref()
            .and_then(|_| title_of(choices, &place.scope, &place.id));
        projects.push(FormProject {
            place: place.clone(),
            title: title.map(str::to_owned),
            matrix,
        });
    }
    Ok(projects)
}
