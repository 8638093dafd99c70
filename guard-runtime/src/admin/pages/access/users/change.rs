//! Groups and roles that are handed out, or taken away.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;

use super::super::super::link::see_other;
use super::super::super::{Later, Outcome};
use super::super::Access;
use super::super::hand_out::{self, changed, read};
use super::one;
use crate::User;
use crate::admin::Action;
use crate::admin::access::{
    Account, AccountsError, AskError, AssignmentKind, AssignmentRefusal, NewChange, logged,
};
use crate::admin::state::Served;
use crate::env::env_ctx;

pub(super) fn groups(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (env, asked) = read(&page, &request, payload).await?;
        let access = Access::of(&page)?;
        let log = access.log(&page)?;
        let (account, user) = one::find(&page, &asked.user).await?;
        let before = account.groups.clone();
        let after = changed(&before, &asked.name, asked.gives);
        if let Err(refusal) = access.rules().groups(&env, &user, &before, &after) {
            return refused(&page, &request, Action::Update, &refusal, &account, &user).await;
        }
        if before == after {
            return Ok(see_other(one::path(&page, &account.id)));
        }
        let change = NewChange::of(
            &env,
            &account.id,
            AssignmentKind::Group,
            before.clone(),
            after.clone(),
        );
        let sources = access.sources(&page)?;
        let work = sources.accounts().set_groups(&account.id, &before, &after);
        let outcome = logged(log, change, work.get()).await;
        ended(&page, &request, outcome, &account, &user).await
    })
}

pub(super) fn roles(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (env, asked) = read(&page, &request, payload).await?;
        let access = Access::of(&page)?;
        let (log, roles) = (access.log(&page)?, access.roles_of(&page)?);
        let (account, user) = one::find(&page, &asked.user).await?;
        let assignments = access.rules();
        let catalog = access.vocabulary.role_catalog();
        let allowed = match catalog.and_then(|it| it.get(&asked.name)) {
            Some(role) => assignments.role(&env, &user, &role),
            None if asked.gives => Err(AssignmentRefusal::Unknown(asked.name.clone())),
            None => assignments.leftover_role(&env, &user, &asked.name),
        };
        if let Err(refusal) = allowed {
            return refused(&page, &request, Action::Update, &refusal, &account, &user).await;
        }
        let before = roles.names_of(&account.id).get().await;
        let before = before.map_err(AskError::from)?;
        let after = changed(&before, &asked.name, asked.gives);
        if before == after {
            return Ok(see_other(one::path(&page, &account.id)));
        }
        let change = NewChange::of(&env, &account.id, AssignmentKind::Role, before, after);
        let work = roles.set_role(&account.id, &asked.name, asked.gives);
        let outcome = logged(log, change, work.get()).await;
        ended(&page, &request, outcome, &account, &user).await
    })
}

/// The page of a user, with why something is not done to them.
pub(in crate::admin::pages) async fn refused(
    page: &Served,
    request: &HttpRequest,
    action: Action,
    refusal: &AssignmentRefusal,
    account: &Account,
    user: &User,
) -> Outcome {
    let env = env_ctx::get()?;
    let above = hand_out::refused(page, &env, action, refusal);
    one::answer(page, request, StatusCode::FORBIDDEN, above, account, user).await
}

async fn ended(
    page: &Served,
    request: &HttpRequest,
    outcome: Result<(), AccountsError>,
    account: &Account,
    user: &User,
) -> Outcome {
    let above = match outcome {
        Ok(()) => return Ok(see_other(one::path(page, &account.id))),
        Err(error) => hand_out::failed(error)?,
    };
    one::answer(page, request, StatusCode::CONFLICT, above, account, user).await
}
