//! The projects that a request's path names.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use actix_web::{FromRequest, HttpRequest, web};
use futures_core::future::LocalBoxFuture;

use super::Requirement;
use crate::Id;
use crate::access::Caller;
use crate::denied::Reason;
use crate::env::{Env, Slot};
use crate::scope::{ProjectAnswer, ProjectKey, ProjectScope, look_up};

pub(super) const NO_PROJECT: Reason = Reason::Broken(
    "the path does not say which project: it has no such parameter, or has it twice",
);

pub(crate) const NO_DIRECTORY: Reason = Reason::Broken(
    "nobody knows the projects: name a directory of them with `AccessControlBuilder::projects`",
);

/// One for each scope of projects that the gate speaks of, if the path names it.
pub(super) fn projects_of(request: &HttpRequest, gate: &Requirement) -> Vec<ProjectKey> {
    let mut projects = Vec::<ProjectKey>::new();
    gate.for_each_project(&mut |scope| {
        let known = projects.iter().any(|it| std::ptr::eq(it.scope, scope));
        if let (false, Some(param)) = (known, scope.param)
            && let Some(id) = parameter(request, param)
        {
            projects.push(ProjectKey { scope, id });
        }
    });
    projects
}

/// The parameter as the handler will read it. One that stands twice in the path with two values
/// means nothing: the gate and the handler could each take another.
fn parameter(request: &HttpRequest, name: &str) -> Option<Id> {
    let path = request.match_info();
    let mut values = path.iter().enumerate();
    let (position, (_, value)) = values.find(|(_, (known, _))| *known == name)?;
    if values.any(|(_, (known, other))| known == name && other != value) {
        return None;
    }
    if !value.contains('%') {
        return Some(Id::from(value));
    }
    // The router leaves some characters encoded (`%2F`), extractors decode them all. It has to be a
    // list: no map of strings can be extracted.
    let decoded = web::Path::<Vec<String>>::extract(request)
        .into_inner()
        .ok()?;
    decoded.get(position).map(|value| Id::from(value.as_str()))
}

/// Finds out what the caller may do in these projects: at once, or when the future is ready.
pub(super) fn look_up_all(
    slot: &Arc<Slot>,
    authenticating: Option<LocalBoxFuture<'static, ()>>,
    mut projects: Vec<ProjectKey>,
) -> Option<LocalBoxFuture<'static, ()>> {
    projects.retain(|key| slot.project(key).is_none());
    if authenticating.is_none() && projects.is_empty() {
        return None;
    }
    let slot = Arc::clone(slot);
    let mut future: LocalBoxFuture<'static, ()> = Box::pin(async move {
        if let Some(authenticating) = authenticating {
            authenticating.await;
        }
        if let Some(Caller::Known(env)) = slot.caller() {
            for key in projects {
                look_up(&slot, env, key).await;
            }
        }
    });
    // Most answers need no waiting.
    match Pin::new(&mut future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(()) => None,
        Poll::Pending => Some(future),
    }
}

/// What was found out about these projects.
pub(super) fn found(
    slot: &Slot,
    env: &Env,
    projects: &[ProjectKey],
) -> Result<Vec<(ProjectKey, Arc<ProjectScope>)>, Reason> {
    let mut found = Vec::with_capacity(projects.len());
    for key in projects {
        let scope = match slot.project(key) {
            Some(ProjectAnswer::Known(scope)) => scope,
            Some(ProjectAnswer::Unavailable(what)) => return Err(Reason::Unavailable(what)),
            Some(ProjectAnswer::NoDirectory) => return Err(NO_DIRECTORY),
            // Who has not signed in knows of no project, so nobody was asked.
            None => Arc::new(ProjectScope::resolve(env, key.scope, &key.id, None)),
        };
        found.push((key.clone(), scope));
    }
    Ok(found)
}
