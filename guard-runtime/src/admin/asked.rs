//! What is asked before a route of a page does anything, whichever kind of answer it gives.

use actix_web::HttpRequest;

use super::ask::may;
use super::entry::Part;
use super::objects::{ActionObject, FormObject, ModelObject, PageError};
use super::page_action::{ActionWords, Target};
use super::state::Served;
use super::{Action, pass};
use crate::denied::Denied;
use crate::env::{Env, env_ctx};

/// What a route of a model page works with, once the tree and the page have said that its user could
/// ever do this. Nothing of the body has been read by then.
pub(super) struct Asked {
    pub(super) page: Served,
    pub(super) object: &'static dyn ModelObject,
    pub(super) env: Env,
}

impl Asked {
    pub(super) async fn whether(page: Served, action: Action) -> Result<Self, PageError> {
        let env = env_ctx::get()?;
        let Part::Model(object) = page.part else {
            return Err(PageError::NoSuchKey);
        };
        let asked = Self { page, object, env };
        asked.also(action).await?;
        Ok(asked)
    }

    /// What a page works with that does nothing with its records; it is open.
    pub(super) fn nothing(page: Served) -> Result<Self, PageError> {
        let env = env_ctx::get()?;
        match page.part {
            Part::Model(object) => Ok(Self { page, object, env }),
            _ => Err(PageError::NoSuchKey),
        }
    }

    /// The same about what else the route does.
    pub(super) async fn also(&self, action: Action) -> Result<(), PageError> {
        let Self { page, object, env } = self;
        pass::ask(env, page.node, action).await?;
        let could = object.could(env, &page.state.db, action).await;
        could.inspect_err(|error| {
            if let PageError::Denied(denied) = error {
                pass::refused(env, page.node, action, denied);
            }
        })
    }

    /// The same about what only the tree says something of.
    pub(super) async fn and(&self, action: Action) -> Result<(), Denied> {
        pass::ask(&self.env, self.page.node, action).await
    }

    /// Whether a button for this is worth showing. That it is not, is no refusal.
    pub(super) async fn could(&self, action: Action) -> bool {
        let Self { page, object, env } = self;
        // A filter is a part of a list.
        let of_records = match action {
            Action::Filter => Action::List,
            action => action,
        };
        page.offers(of_records)
            && may(env, page.node, action).await.is_ok()
            && object.could(env, &page.state.db, of_records).await.is_ok()
    }

    /// The custom actions about one of these that are worth showing.
    pub(super) async fn actions(&self, targets: &[Target]) -> Vec<(&'static ActionWords, bool)> {
        let mut shown = Vec::new();
        for (words, object) in self.page.actions.iter() {
            let is_meant = targets.contains(&words.target);
            let may_run = pass::may_run(&self.env, self.page.node, words, *object);
            if is_meant && may_run.await.is_ok() {
                let has_form = !object.fields().is_empty() || words.confirm.is_some();
                shown.push((*words, has_form));
            }
        }
        shown
    }
}

/// The primary key that the path names.
pub(super) fn key(request: &HttpRequest) -> String {
    let key = request.match_info().get("key");
    key.unwrap_or_default().to_owned()
}

/// The form of a page, once it is known that its user could ever submit it.
pub(super) async fn form(page: &Served) -> Result<(&'static dyn FormObject, Env), PageError> {
    let Part::Form(object) = page.part else {
        return Err(PageError::NoSuchKey);
    };
    let env = env_ctx::get()?;
    pass::ask(&env, page.node, Action::Submit).await?;
    let could = object.could(&env).await;
    could.inspect_err(|denied| pass::refused(&env, page.node, Action::Submit, denied))?;
    Ok((object, env))
}

/// A custom action of a page, once it is known that its user could ever run it.
pub(super) async fn action(
    page: &Served,
    name: &str,
) -> Result<(&'static ActionWords, &'static dyn ActionObject, Env), PageError> {
    let mut actions = page.actions.iter().copied();
    let Some((words, object)) = actions.find(|(words, _)| words.name == name) else {
        return Err(PageError::NoSuchKey);
    };
    let env = env_ctx::get()?;
    pass::ask_action(&env, page.node, words, object).await?;
    Ok((words, object, env))
}
