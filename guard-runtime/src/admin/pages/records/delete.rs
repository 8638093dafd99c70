//! Records that are deleted: all that are named, or none.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;

use crate::admin::Action;
use crate::admin::asked::Asked;
use crate::admin::pages::body::{self, take};
use crate::admin::pages::link::{key, see_other};
use crate::admin::pages::said::Said;
use crate::admin::pages::{Later, Outcome, Stop};
use crate::admin::state::Served;

pub(in crate::admin::pages) fn one(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Delete).await?;
        delete(&asked, &[key(&request)]).await
    })
}

pub(in crate::admin::pages) fn many(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Delete).await?;
        let mut pairs = body::form(&request, payload).await?;
        let keys = take(&mut pairs, "key");
        // Which field another button of the same form would change.
        take(&mut pairs, "field");
        if let Some((name, _)) = pairs.first() {
            let title = "This form is not one of this page";
            let why = format!("There is no `{name}` in this form.");
            return Err(Stop::Request(StatusCode::UNPROCESSABLE_ENTITY, title, why));
        }
        delete(&asked, &keys).await
    })
}

async fn delete(asked: &Asked, keys: &[String]) -> Outcome {
    let page = &asked.page;
    asked
        .object
        .delete(&asked.env, &page.state.db, keys)
        .await?;
    let next = if asked.could(Action::List).await {
        page.href()
    } else {
        page.state.path.to_owned()
    };
    Ok(see_other(Said::Deleted.at(&next)))
}
