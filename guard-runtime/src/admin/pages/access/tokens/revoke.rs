//! A token that is revoked by somebody who looks after them.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;

use super::super::super::Later;
use super::super::super::body::take;
use super::super::super::link::see_other;
use super::super::super::said::Said;
use super::super::Access;
use super::super::hand_out::{self, begin, end, one};
use super::list;
use crate::admin::Action;
use crate::admin::access::{AskError, AssignmentKind, NewChange, logged};
use crate::admin::state::Served;
use crate::authn::now;
use crate::denied::Denied;
use crate::tokens::{StoreError, TokenState, revoke as tokens};

pub(super) fn revoke(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (env, mut pairs) = begin(&page, &request, payload).await?;
        let id = one(&mut pairs, "id")?;
        let back = take(&mut pairs, "back");
        end(&pairs)?;
        // The part of the list that was looked at.
        let query = list::read(back.first().map(String::as_str).unwrap_or_default())?;
        let access = Access::of(&page)?;
        let (log, store) = (access.log(&page)?, access.token_store(&page)?);
        let found = tokens::find(store, &id).await.map_err(AskError::from)?;
        let token = found.ok_or_else(Denied::not_found)?;
        let owner = access.sources(&page)?.accounts().find(&token.owner);
        let owner = owner.get().await.map_err(AskError::from)?;
        let owner = owner.as_ref().map(|(_, user)| user);
        if let Err(refusal) = access.rules().revoke(&env, owner) {
            let above = hand_out::refused(&page, &env, Action::Update, &refusal);
            return list::answer(&page, &request, StatusCode::FORBIDDEN, &query, above).await;
        }
        // What is over already is no change.
        if token.state(now()) == TokenState::Active {
            let kind = AssignmentKind::Token;
            let change = NewChange::of(&env, &token.owner, kind, vec![id.clone()], Vec::new());
            let work = async { tokens::end(store, &id).await };
            let outcome: Result<bool, StoreError> = logged(log, change, work).await;
            outcome.map_err(AskError::from)?;
        }
        let mut path = Said::Changed.at(&page.href());
        let rest = query.asked().text();
        if !rest.is_empty() {
            path = format!("{path}&{rest}");
        }
        Ok(see_other(path))
    })
}
