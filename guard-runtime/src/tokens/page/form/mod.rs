//! The form for a new token: what stands in it, checked against what the caller has.

mod lifetime;
mod mistakes;
mod project;
mod project_view;
mod view;

use self::lifetime::Lifetime;
use self::mistakes::{Field, Mistakes};
use self::project::{FormProject, find_projects};
pub(super) use self::view::view;
use super::input::{Input, PROJECTS};
use super::matrix::Matrix;
use super::projects::ProjectChoice;
use super::settings::Settings;
use crate::denied::Denied;
use crate::env::{Env, current_slot};
use crate::scope::{Permission, PermissionSet, ScopeEntry, Scopes};
use crate::tokens::{NewToken, TokenError, TokenProject};

pub(super) struct Form {
    pub(super) input: Input,
    global: Vec<Matrix>,
    projects: Vec<FormProject>,
    choices: Option<Vec<ProjectChoice>>,
    /// The scopes of projects; none where no project can be asked about.
    scopes: Vec<&'static ScopeEntry>,
    lifetime: Lifetime,
    /// What stands in the input and in no box.
    notices: Vec<String>,
    mistakes: Mistakes,
}

impl Form {
    /// The form with this input, as far as the caller can choose it.
    pub(super) async fn new(settings: &Settings, env: &Env, input: Input) -> Result<Self, Denied> {
        let schema = settings.tokens.schema();
        let is_project = |it: &&ScopeEntry| it.param.is_some();
        let mut left_out = LeftOut::default();
        let held = env.permissions();
        let chosen = left_out.choose(schema, &input.permissions, held, None);
        let global = schema.entries().iter().filter(|it| !is_project(it));
        let global = global.map(|scope| Matrix {
            schema,
            scope,
            project: None,
            held: held.clone(),
            chosen: chosen.clone(),
        });
        let global = global.collect();
        let choices = settings.choices(env).await?;
        let mut mistakes = Mistakes::default();
        if input.projects.len() > PROJECTS {
            mistakes.add(
                Field::Projects,
                format!("A token is for at most {PROJECTS} projects."),
            );
        }
        let projects =
            find_projects(settings, env, &input, choices.as_deref(), &mut left_out).await?;
        Ok(Self {
            lifetime: Lifetime::new(settings.tokens.max_lifetime(), &input),
            input,
            global,
            projects,
            choices,
            scopes: if has_directory() {
                schema.entries().iter().filter(is_project).collect()
            } else {
                Vec::new()
            },
            notices: left_out.into_notices(),
            mistakes,
        })
    }

    /// What is asked for. It holds all that was sent, so that nothing is left out unsaid.
    pub(super) fn request(&self) -> NewToken {
        let projects = self.input.projects.iter();
        NewToken {
            title: self.input.title.clone(),
            description: self.input.description.clone(),
            // No instant at all is one that is over.
            expires_at: self.lifetime.end().unwrap_or_default(),
            permissions: self.input.permissions.clone(),
            projects: projects
                .map(|(place, permissions)| TokenProject {
                    scope: place.scope.clone(),
                    project: place.id.clone(),
                    permissions: permissions.clone(),
                })
                .collect(),
        }
    }

    /// The form again, saying what was wrong with it; the error, where the form cannot say it.
    pub(super) fn refused(mut self, error: TokenError) -> Result<Self, TokenError> {
        match &error {
            TokenError::Mistakes(mistakes) => self.mistakes.read(mistakes, self.lifetime.is_set()),
            TokenError::TooMany(_) => self.notices.push(format!("{error}.")),
            // The boxes say which, and so do the projects.
            TokenError::Denied(_) if self.says_why() => self.name_hidden_projects(),
            TokenError::Denied(_) => return Err(error),
        }
        Ok(self)
    }

    /// A project that was chosen and not added is for another look at the form.
    pub(super) fn has_just_added(mut self) -> Self {
        let text = "The project is added: choose what the token may do in it.";
        self.mistakes.add(Field::Projects, text.to_owned());
        self
    }

    fn name_hidden_projects(&mut self) {
        for project in self.projects.iter().filter(|it| it.is_hidden()) {
            let name = project.name();
            let text = format!("There is no {name}, or you may not know of it.");
            self.mistakes.add(Field::Projects, text);
        }
    }

    fn says_why(&self) -> bool {
        !self.notices.is_empty() || self.projects.iter().any(FormProject::is_hidden)
    }

    fn chosen(&self) -> usize {
        let projects = self.projects.iter().filter_map(FormProject::matrix);
        self.global.iter().chain(projects).map(Matrix::chosen).sum()
    }
}

/// Whether the application knows of projects.
fn has_directory() -> bool {
    let slot = current_slot();
    let control = slot.as_ref().and_then(|it| it.control());
    control.is_some_and(|it| it.projects.is_some())
}

/// What was asked for and cannot be chosen.
#[derive(Default)]
struct LeftOut {
    unknown: Vec<String>,
    misplaced: Vec<String>,
    lacking: Vec<String>,
}

impl LeftOut {
    /// What of these texts can be chosen, in this scope of projects or in none.
    fn choose(
        &mut self,
        schema: &'static Scopes,
        texts: &[String],
        held: &PermissionSet,
        scope: Option<&'static ScopeEntry>,
    ) -> PermissionSet {
        let mut chosen = PermissionSet::default();
        let belongs =
            |it: Permission| it.project_scope().map(|it| it.name) == scope.map(|it| it.name);
        for text in texts {
            match schema.parse(text) {
                Err(_) => self.unknown.push(text.clone()),
                Ok(it) if !belongs(it) => self.misplaced.push(text.clone()),
                Ok(it) if !held.contains(it) => self.lacking.push(it.to_string()),
                Ok(it) => chosen.insert(it),
            }
        }
        chosen
    }

    fn into_notices(self) -> Vec<String> {
        let say = |texts: Vec<String>, what: &str| {
            (!texts.is_empty()).then(|| format!("{what}: {}.", texts.join(", ")))
        };
        let notices = [
            say(self.unknown, "Left out, as there is no such permission"),
            say(
                self.misplaced,
                "Left out, as it is of a project, or of another one",
            ),
            say(self.lacking, "Not chosen, as you do not have it"),
        ];
        notices.into_iter().flatten().collect()
    }
}
