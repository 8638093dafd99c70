//! What happened, written down: events of the installation and of its projects.

use guard_runtime::Env;
use sea_orm::{ActiveModelTrait, DatabaseConnection, DbErr, Set};

use super::data::{date, event};

/// Writes down what the user did, and in which project.
///
/// # Errors
///
/// The database fails.
pub(crate) async fn note(
    db: &DatabaseConnection,
    env: &Env,
    project: Option<i64>,
    text: impl Into<String>,
) -> Result<(), DbErr> {
    let event = event::ActiveModel {
        happened_on: Set(date::today()),
        actor_id: Set(uid(env)),
        project_id: Set(project),
        text: Set(text.into()),
        ..Default::default()
    };
    event.insert(db).await.map(drop)
}

/// The number of the user's account.
pub(crate) fn uid(env: &Env) -> i64 {
    // All ids come from our own table, where they are numbers.
    env.uid().as_i64().unwrap_or_default()
}
