//! How sessions went.

use actix_web::{HttpResponse, post, web};
use guard_runtime::{Env, requires_scope};
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::data::feedback;
use crate::app::failure::Failure;
use crate::app::{Shared, journal};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFeedback {
    /// From 1 to 5.
    stars: i64,
    text: String,
}

#[requires_scope(user.feedback = CREATE)]
#[utoipa::path(tag = "feedback", responses((status = 201, body = feedback::Model)))]
#[post("/api/feedback")]
pub(crate) async fn give_feedback(
    env: Env,
    new: web::Json<NewFeedback>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let NewFeedback { stars, text } = new.into_inner();
    if !(1..=5).contains(&stars) {
        return Err(Failure::input("`stars` goes from 1 to 5"));
    }
    Failure::check_text("text", &text, 2000)?;
    let feedback = feedback::ActiveModel {
        user_id: Set(journal::uid(&env)),
        stars: Set(stars),
        text: Set(text),
        ..Default::default()
    };
    Ok(HttpResponse::Created().json(feedback.insert(&shared.db).await?))
}
