//! Roles in projects that are given, or taken away.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::Markup;

use super::super::super::link::see_other;
use super::super::super::said::Said;
use super::super::super::{Later, Outcome};
use super::super::Access;
use super::super::hand_out::{self, Asked, changed, read};
use super::member::Somebody;
use super::one::{self, View};
use super::place::Place;
use crate::admin::Action;
use crate::admin::access::{AccountsError, AssignmentKind, NewChange, logged};
use crate::admin::state::Served;

pub(super) fn members(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (env, asked) = read(&page, &request, payload).await?;
        let access = Access::of(&page)?;
        let (log, projects) = (access.log(&page)?, access.members(&page)?);
        let sources = access.sources(&page)?;
        let place = Place::find(&page, &request, &env).await?;
        let again = |status, above| again(&page, &request, status, &place, &asked, above);
        let somebody = Somebody::find(&sources, &place, &asked.user).await?;
        // What is left of one who is gone may go, and nobody who is not there comes.
        if asked.gives && somebody.account.is_none() {
            let above = hand_out::unchanged("there is no such user");
            return again(StatusCode::UNPROCESSABLE_ENTITY, above).await;
        }
        if let Err(refusal) = somebody.may_be(access, &env, &place, &asked.name, asked.gives) {
            let above = hand_out::refused(&page, &env, Action::Update, &refusal);
            return again(StatusCode::FORBIDDEN, above).await;
        }
        let before = one::stored(&page, &place, &asked.user).await?;
        let after = changed(&before, &asked.name, asked.gives);
        let back = || see_other(Said::Changed.at(&place.href(&page)));
        if before == after {
            return Ok(back());
        }
        let named = |roles: &[String]| roles.iter().map(|it| place.entry(it)).collect::<Vec<_>>();
        let kind = AssignmentKind::Member;
        let change = NewChange::of(&env, &asked.user, kind, named(&before), named(&after));
        let (scope, id) = (place.scope.name, &place.id);
        let work = if asked.gives {
            projects.add(scope, id, &asked.user, &asked.name)
        } else {
            projects.remove(scope, id, &asked.user, &asked.name)
        };
        let outcome: Result<(), AccountsError> = logged(log, change, work.get()).await;
        match outcome {
            Ok(()) => Ok(back()),
            Err(error) => again(StatusCode::CONFLICT, hand_out::failed(error)?).await,
        }
    })
}

/// The page again, with why nothing was changed and what was entered.
async fn again(
    page: &Served,
    request: &HttpRequest,
    status: StatusCode,
    place: &Place,
    asked: &Asked,
    above: Markup,
) -> Outcome {
    let user = asked.user.as_text();
    let view = View {
        here: 1,
        above,
        entered: if asked.gives {
            (&user, &asked.name)
        } else {
            ("", "")
        },
    };
    one::answer(page, request, status, place, view).await
}
