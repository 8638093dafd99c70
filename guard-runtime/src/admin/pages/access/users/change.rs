//! Groups and roles that are handed out, or taken away.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::html;

use super::super::super::body::{self, take};
use super::super::super::link::see_other;
use super::super::super::{Later, Outcome, Stop};
use super::super::Access;
use super::one;
use crate::admin::access::{
    Account, AccountsError, AskError, AssignmentKind, AssignmentRefusal, NewChange, logged,
};
use crate::admin::state::Served;
use crate::admin::{Action, pass};
use crate::denied::Denied;
use crate::env::{Env, env_ctx};
use crate::{Id, User};

/// What a form asks for.
struct Asked {
    user: Id,
    name: String,
    gives: bool,
}

pub(super) fn groups(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (env, asked) = read(&page, &request, payload).await?;
        let access = Access::of(&page)?;
        let log = access.log(&page)?;
        let (account, user) = one::find(&page, &asked.user).await?;
        let before = account.groups.clone();
        let after = changed(&before, &asked);
        if let Err(refusal) = access.rules().groups(&env, &user, &before, &after) {
            return refused(&page, &request, &env, &refusal, &account, &user).await;
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
            return refused(&page, &request, &env, &refusal, &account, &user).await;
        }
        let before = roles.names_of(&account.id).get().await;
        let before = before.map_err(AskError::from)?;
        let after = changed(&before, &asked);
        if before == after {
            return Ok(see_other(one::path(&page, &account.id)));
        }
        let change = NewChange::of(&env, &account.id, AssignmentKind::Role, before, after);
        let work = roles.set_role(&account.id, &asked.name, asked.gives);
        let outcome = logged(log, change, work.get()).await;
        ended(&page, &request, outcome, &account, &user).await
    })
}

/// Reads the form, once it is known that its user could change anything here.
async fn read(
    page: &Served,
    request: &HttpRequest,
    payload: Payload,
) -> Result<(Env, Asked), Stop> {
    let env = env_ctx::get()?;
    pass::ask(&env, page.node, Action::Update).await?;
    let mut pairs = body::form(request, payload).await?;
    let mut one = |name: &str| {
        let mut values = take(&mut pairs, name);
        match (values.pop(), values.pop()) {
            (Some(value), None) if !value.is_empty() && !value.contains('\0') => Ok(value),
            _ => Err(unreadable(&format!("`{name}` has to stand there once"))),
        }
    };
    let (user, name, change) = (one("user")?, one("name")?, one("change")?);
    if let Some((name, _)) = pairs.first() {
        return Err(unreadable(&format!("there is no `{name}` in this form")));
    }
    let gives = match change.as_str() {
        "give" => true,
        "take" => false,
        _ => return Err(unreadable("`change` is `give` or `take`")),
    };
    let user = Id::from(&*user);
    Ok((env, Asked { user, name, gives }))
}

fn unreadable(why: &str) -> Stop {
    let title = "This form is not one of this page";
    Stop::Request(StatusCode::UNPROCESSABLE_ENTITY, title, why.to_owned())
}

fn changed(before: &[String], asked: &Asked) -> Vec<String> {
    let mut after = before.to_vec();
    if !asked.gives {
        after.retain(|it| *it != asked.name);
    } else if !after.contains(&asked.name) {
        after.push(asked.name.clone());
    }
    after
}

async fn refused(
    page: &Served,
    request: &HttpRequest,
    env: &Env,
    refusal: &AssignmentRefusal,
    account: &Account,
    user: &User,
) -> Outcome {
    pass::refused(
        env,
        page.node,
        Action::Update,
        &Denied::from(refusal.clone()),
    );
    let why = match refusal {
        // What they have is not for everybody to know who sees this page.
        AssignmentRefusal::MoreRights(_) => "the user has more rights than you".to_owned(),
        other => other.to_string(),
    };
    let above = html! { p.notice.wrong role="alert" { "Nothing was changed: " (why) } };
    one::answer(page, request, StatusCode::FORBIDDEN, above, account, user).await
}

async fn ended(
    page: &Served,
    request: &HttpRequest,
    outcome: Result<(), AccountsError>,
    account: &Account,
    user: &User,
) -> Outcome {
    let why = match outcome {
        Ok(()) => return Ok(see_other(one::path(page, &account.id))),
        Err(AccountsError::Store(error)) => return Err(AskError::from(error).into()),
        Err(AccountsError::Gone) => return Err(Denied::not_found().into()),
        Err(AccountsError::ReadOnly) => "it is kept elsewhere, and cannot be changed here",
        Err(AccountsError::Changed) => "somebody else has changed it meanwhile; look again",
    };
    let above = html! { p.notice.wrong role="alert" { "Nothing was changed: " (why) } };
    one::answer(page, request, StatusCode::CONFLICT, above, account, user).await
}
