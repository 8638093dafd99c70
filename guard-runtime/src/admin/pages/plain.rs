//! Pages that show what they want.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::html;

use super::Later;
use super::layout::{heading, layout};
use super::visit::Visit;
use crate::admin::entry::Part;
use crate::admin::objects::PageError;
use crate::admin::state::Served;
use crate::env::env_ctx;
use crate::pages::page as answer;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let Part::Plain(object) = page.part else {
            return Err(PageError::NoSuchKey.into());
        };
        // Open to who has come here; it asks nothing else.
        let env = env_ctx::get()?;
        let content = object.show(&env, &page.state.db).await?;
        let node = page.node;
        let main = html! {
            (heading(None, node.title(), None))
            (content.0)
        };
        let visit = Visit::new(&page.state, Some(node), &request).await;
        Ok(answer(StatusCode::OK, layout(&visit, node.title(), &main)))
    })
}
