//! What the pages have in common that hand out and take away.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, ResponseError as _};
use maud::{Markup, html};

use super::super::Stop;
use super::super::body::{self, Pairs, take};
use crate::Id;
use crate::admin::access::{AccountsError, AskError, AssignmentRefusal};
use crate::admin::state::Served;
use crate::admin::{Action, ask, pass};
use crate::denied::Denied;
use crate::env::{Env, env_ctx};

/// What a form asks for.
pub(super) struct Asked {
    pub(super) user: Id,
    pub(super) name: String,
    pub(super) gives: bool,
}

/// Reads who is to be given what, once it is known that the caller could change anything here.
pub(super) async fn read(
    page: &Served,
    request: &HttpRequest,
    payload: Payload,
) -> Result<(Env, Asked), Stop> {
    let (env, mut pairs) = begin(page, request, payload).await?;
    let mut next = |name: &str| one(&mut pairs, name);
    let (user, name, change) = (next("user")?, next("name")?, next("change")?);
    end(&pairs)?;
    let gives = match change.as_str() {
        "give" => true,
        "take" => false,
        _ => return Err(unreadable("`change` is `give` or `take`")),
    };
    let user = Id::from(&*user);
    Ok((env, Asked { user, name, gives }))
}

/// Whether the page lets the caller change anything; what fails is no refusal.
pub(super) async fn may_change(page: &Served, env: &Env) -> Result<bool, Stop> {
    match ask::may(env, page.node, Action::Update).await {
        Ok(()) => Ok(true),
        Err(denied) if denied.status_code().is_client_error() => Ok(false),
        Err(failed) => Err(failed.into()),
    }
}

/// Reads a form, once it is known that the caller could change anything here.
pub(super) async fn begin(
    page: &Served,
    request: &HttpRequest,
    payload: Payload,
) -> Result<(Env, Pairs), Stop> {
    let env = env_ctx::get()?;
    pass::ask(&env, page.node, Action::Update).await?;
    Ok((env, body::form(request, payload).await?))
}

/// A field that has to stand there once.
pub(super) fn one(pairs: &mut Pairs, name: &str) -> Result<String, Stop> {
    let mut values = take(pairs, name);
    match (values.pop(), values.pop()) {
        (Some(value), None) if !value.is_empty() && !value.contains('\0') => Ok(value),
        _ => Err(unreadable(&format!("`{name}` has to stand there once"))),
    }
}

/// Refuses what has not been read.
pub(super) fn end(pairs: &Pairs) -> Result<(), Stop> {
    match pairs.first() {
        Some((name, _)) => Err(unreadable(&format!("there is no `{name}` in this form"))),
        None => Ok(()),
    }
}

fn unreadable(why: &str) -> Stop {
    let title = "This form is not one of this page";
    Stop::Request(StatusCode::UNPROCESSABLE_ENTITY, title, why.to_owned())
}

/// What somebody has after it.
pub(super) fn changed(before: &[String], name: &str, gives: bool) -> Vec<String> {
    let mut after = before.to_vec();
    if !gives {
        after.retain(|it| it != name);
    } else if !after.iter().any(|it| it == name) {
        after.push(name.to_owned());
    }
    after
}

/// Notes a refusal of the rules, and says why on the page.
pub(super) fn refused(
    page: &Served,
    env: &Env,
    action: Action,
    refusal: &AssignmentRefusal,
) -> Markup {
    let denied = Denied::from(refusal.clone());
    pass::refused(env, page.node, action, &denied);
    match refusal {
        // What they have is not for everybody to know who sees this page.
        AssignmentRefusal::MoreRights(_) => unchanged("the user has more rights than you"),
        other => unchanged(&other.to_string()),
    }
}

/// Says why it could not be done, where that is something for the page to say.
pub(super) fn failed(error: AccountsError) -> Result<Markup, Stop> {
    match error {
        AccountsError::Store(error) => Err(AskError::from(error).into()),
        AccountsError::Gone => Err(Denied::not_found().into()),
        AccountsError::ReadOnly => Ok(unchanged(
            "it is kept elsewhere, and cannot be changed here",
        )),
        AccountsError::Changed => Ok(unchanged(
            "somebody else has changed it meanwhile; look again",
        )),
    }
}

/// Why nothing was changed.
pub(super) fn unchanged(why: &str) -> Markup {
    html! { p.notice.wrong role="alert" { "Nothing was changed: " (why) } }
}
