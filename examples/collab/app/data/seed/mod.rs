//! Demonstration data: the same at every first start.

mod content;
pub(crate) mod demo;

use std::error::Error;

use guard_runtime::sql::{SqlProjects, SqlRoles};
use guard_runtime::{StoredRole, Visibility};
use sea_orm::{
    ActiveModelBehavior, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, ModelTrait, PaginatorTrait, TransactionTrait,
};

use super::user;
use crate::app::PROJECT;
use crate::app::passwords::Passwords;
use demo::{ACCOUNTS, INTERNAL, PRIVATE};

/// Fills the tables if there is nobody yet.
///
/// # Errors
///
/// A table cannot be written, or a password cannot be hashed.
pub(crate) async fn fill_if_new(
    db: &DatabaseConnection,
    roles: &SqlRoles,
    projects: &SqlProjects,
    passwords: &Passwords,
) -> Result<(), Box<dyn Error>> {
    if user::Entity::find().count(db).await? > 0 {
        return Ok(());
    }
    tracing::info!("the database is new: filling it");
    // The guard's tables come first: what is there already stays, so a start that is interrupted
    // can be repeated. All others are filled at once, and then there is somebody.
    fill_guard(roles, projects).await?;
    let transaction = db.begin().await?;
    fill(&transaction, passwords).await?;
    transaction.commit().await?;
    Ok(())
}

async fn fill_guard(roles: &SqlRoles, projects: &SqlProjects) -> Result<(), Box<dyn Error>> {
    let looks = [
        "admin.events:GET",
        "admin.monitoring:GET",
        "admin.sessions:GET",
    ];
    let auditor = StoredRole::new("auditor", looks).titled("Auditor");
    roles
        .save(auditor.described("Sees what happened and touches nothing."))
        .await?;
    let tests = [
        "project.root:GET",
        "project.tool_models:GET",
        "project.pipelines:GET",
        "project.pipeline_runs:GET",
        "project.pipeline_runs:CREATE",
    ];
    let tester = StoredRole::new("tester", tests).titled("Tester");
    roles.save(tester.described("Runs pipelines.")).await?;

    for (id, visibility) in [
        (INTERNAL, Visibility::Internal),
        (PRIVATE, Visibility::Private),
    ] {
        projects.create(PROJECT, id, visibility).await?;
    }
    for account in &ACCOUNTS {
        for role in account.roles {
            roles.assign(account.id, role).await?;
        }
        for (project, role) in account.member {
            projects
                .add_member(PROJECT, *project, account.id, role)
                .await?;
        }
    }
    Ok(())
}

async fn fill(db: &DatabaseTransaction, passwords: &Passwords) -> Result<(), Box<dyn Error>> {
    store(db, content::users(passwords)?).await?;
    store(db, content::tools()).await?;
    store(db, content::projects()).await?;
    store(db, content::used_tools()).await?;
    store(db, content::models()).await?;
    store(db, content::git_links()).await?;
    store(db, content::pipelines()).await?;
    store(db, content::pipeline_runs()).await?;
    store(db, content::volumes()).await?;
    store(db, content::sessions()).await?;
    store(db, content::workspaces()).await?;
    store(db, content::announcements()).await?;
    store(db, content::settings()).await?;
    store(db, content::git_servers()).await?;
    store(db, content::events()).await?;
    Ok(())
}

async fn store<M>(db: &DatabaseTransaction, rows: Vec<M>) -> Result<(), DbErr>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    <M::Entity as EntityTrait>::ActiveModel: ActiveModelBehavior + Send,
    <M::Entity as EntityTrait>::Model: IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
{
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    M::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
