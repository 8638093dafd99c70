//! What signing in and out does.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, REFERRER_POLICY};
use actix_web::http::uri::Authority;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::view::view;
use super::{SignIn, next, session};
use crate::Id;
use crate::admin::objects::PageError;
use crate::admin::pages::body::{self, take};
use crate::admin::pages::link::see_other;
use crate::admin::pages::said::Said;
use crate::admin::pages::visit::Visit;
use crate::admin::pages::{Later, Stop, view_as};
use crate::admin::state::State;
use crate::authn::{AuthError, check_site};
use crate::denied::{Denied, Reason};
use crate::pages::page;

const LARGEST: usize = 16 * 1024;

pub(in crate::admin::pages) fn show(state: Arc<State>, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (said, query) = Said::take(request.query_string());
        let mut query = form_urlencoded::parse(query.as_bytes());
        let next = query.find(|(name, _)| name == "next");
        let next = next.map(|(_, next)| next.into_owned()).unwrap_or_default();
        let shown = Shown {
            next: next::within(state.path, &next).unwrap_or_default(),
            said,
            ..Shown::default()
        };
        Ok(shown.answer(&state, &request, StatusCode::OK))
    })
}

pub(in crate::admin::pages) fn enter(
    state: Arc<State>,
    request: HttpRequest,
    payload: Payload,
) -> Later {
    Box::pin(async move {
        let sign_in = sign_in(&state)?;
        // Another site must not sign its visitors in here as somebody of its choice.
        own_site(&request)?;
        let (control, cookie) = session::control()?;
        let mut pairs = body::limited(&request, payload, LARGEST).await?;
        let mut one = |name: &str| {
            let mut values = take(&mut pairs, name);
            values.pop().filter(|_| values.is_empty())
        };
        let (name, password, next) = (one("username"), one("password"), one("next"));
        let next = next.and_then(|it| next::within(state.path, &it));
        let shown = Shown {
            next: next.clone().unwrap_or_default(),
            name: name.clone().unwrap_or_default(),
            ..Shown::default()
        };
        let (Some(name), Some(password)) = (name, password) else {
            let shown = shown.wrong("Enter your name and your password.");
            return Ok(shown.answer(&state, &request, StatusCode::UNPROCESSABLE_ENTITY));
        };
        let Some(user) = check(sign_in, &name, &password).await? else {
            tracing::warn!("nobody has signed in: a wrong name or password");
            let shown = shown.wrong("The name or the password is wrong.");
            return Ok(shown.answer(&state, &request, StatusCode::UNPROCESSABLE_ENTITY));
        };
        let issued = sign_in.issuer.issue(&user, ());
        let issued = issued.map_err(|error| PageError::Failed(error.to_string()))?;
        // A session that somebody else has put into this browser does not live on.
        session::end(&request, &control, &cookie).await?;
        tracing::info!(uid = %user, "signed in");
        let cookie = session::cookie(cookie, state.path, sign_in.is_secure, &issued);
        let mut answer = see_other(next.as_deref().unwrap_or(state.path));
        answer
            .add_cookie(&cookie)
            .map_err(|error| PageError::Failed(error.to_string()))?;
        view_as::forget(&request, &mut answer, &state)?;
        Ok(answer)
    })
}

/// Ends this session, in the browser and here. Whose session has ended by itself may say so too.
pub(in crate::admin::pages) fn leave(state: Arc<State>, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let sign_in = sign_in(&state)?;
        own_site(&request)?;
        let (control, cookie) = session::control()?;
        session::end(&request, &control, &cookie).await?;
        let cookie = session::no_cookie(cookie, state.path, sign_in.is_secure);
        let mut answer = see_other(Said::SignedOut.at(&format!("{}/sign-in", state.path)));
        answer
            .add_cookie(&cookie)
            .map_err(|error| PageError::Failed(error.to_string()))?;
        view_as::forget(&request, &mut answer, &state)?;
        Ok(answer)
    })
}

fn sign_in(state: &State) -> Result<&SignIn, Denied> {
    state.sign_in.as_deref().ok_or_else(Denied::not_found)
}

fn own_site(request: &HttpRequest) -> Result<(), Denied> {
    let authority = request.uri().authority().map(Authority::as_str);
    let checked = check_site(request.headers(), authority, &[]);
    checked.map_err(|why| {
        tracing::warn!("refused to sign in or out: {why}");
        Denied::here(Reason::Forged(why))
    })
}

async fn check(sign_in: &SignIn, name: &str, password: &str) -> Result<Option<Id>, Stop> {
    match sign_in.accounts.check(name, password).get().await {
        Ok(user) => Ok(user),
        Err(AuthError::Invalid(_)) => Ok(None),
        Err(AuthError::Unavailable(what)) => Err(Denied::unavailable(what).into()),
    }
}

/// What the form shows. A password that was entered is not sent back.
#[derive(Default)]
struct Shown {
    next: String,
    name: String,
    said: Option<Said>,
    wrong: Option<&'static str>,
}

impl Shown {
    fn wrong(self, why: &'static str) -> Self {
        Self {
            wrong: Some(why),
            ..self
        }
    }

    fn answer(
        &self,
        state: &Arc<State>,
        request: &HttpRequest,
        status: StatusCode,
    ) -> HttpResponse {
        let visit = Visit::bare(state, None, request);
        let shown = view(&visit, &self.next, &self.name, self.said, self.wrong);
        let mut answer = page(status, shown);
        // With `no-referrer`, browsers would send `Origin: null` along with the form, which any site can.
        let policy = HeaderValue::from_static("same-origin");
        answer.headers_mut().insert(REFERRER_POLICY, policy);
        answer
    }
}
