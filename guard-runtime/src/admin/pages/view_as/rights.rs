//! Who may see the site as whom.

use super::ACTION;
use crate::admin::access::{AskError, AssignmentRefusal};
use crate::admin::ask::may;
use crate::admin::pages::access::Access;
use crate::admin::pages::stop::Stop;
use crate::admin::state::Served;
use crate::env::Env;
use crate::scope::{ProjectScope, ScopeEntry};
use crate::{Id, User};

/// Whether the tree lets the env begin on this page.
pub(in crate::admin::pages) async fn may_begin(env: &Env, page: &Served) -> bool {
    super::is_offered(&page.state) && may(env, page.node, ACTION).await.is_ok()
}

/// What speaks against it, if anything does.
pub(in crate::admin::pages) async fn refusal(
    page: &Served,
    env: &Env,
    user: &User,
) -> Result<Option<AssignmentRefusal>, Stop> {
    let access = Access::of(page)?;
    let rules = access.rules();
    // What needs no question comes first: also what makes no env of the user.
    if let Err(refusal) = rules.view_as(env, user, &[]) {
        return Ok(Some(refusal));
    }
    if !access.lets_view_as(env, user) {
        return Ok(Some(AssignmentRefusal::NotViewed));
    }
    let theirs = Env::checked(user.clone(), true, None)?;
    let mut projects = Vec::new();
    for (scope, id) in access.projects_of(page, user).await? {
        // One of a scope that is not declared any more grants nothing.
        if let Some(scope) = access.project_scope(&scope) {
            let mine = project(page, access, env, scope, &id).await?;
            projects.push((mine, project(page, access, &theirs, scope, &id).await?));
        }
    }
    let projects = projects.iter().map(|(mine, theirs)| (mine, theirs));
    Ok(rules
        .view_as(env, user, &projects.collect::<Vec<_>>())
        .err())
}

/// The same of a user of whom only the id is known, with the user.
pub(super) async fn user(page: &Served, env: &Env, id: &Id) -> Result<Option<User>, Stop> {
    let sources = Access::of(page)?.sources(page)?;
    let found = sources.accounts().find(id).get().await;
    let Some((_, user)) = found.map_err(AskError::from)? else {
        return Ok(None);
    };
    // What the application finds for one id may be somebody else by now.
    if user.id() != id {
        return Ok(None);
    }
    let refused = refusal(page, env, &user).await?;
    Ok(Some(user).filter(|_| refused.is_none()))
}

/// What an env may do in a project: nothing, where there is none.
async fn project(
    page: &Served,
    access: &Access,
    env: &Env,
    scope: &'static ScopeEntry,
    id: &Id,
) -> Result<ProjectScope, Stop> {
    access.needs_projects(page)?;
    let found = access.sources(page)?.in_project(env, scope, id).await?;
    let found = found.map(|(_, scope)| scope);
    Ok(found.unwrap_or_else(|| ProjectScope::resolve(env, scope, id, None)))
}
