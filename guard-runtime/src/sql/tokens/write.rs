//! What changes tokens.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter,
};

use crate::sql::entity::{
    token, token_permission, token_project, token_project_permission, token_use,
};
use crate::sql::{text, write};
use crate::tokens::{StoreError, StoredToken};

pub(super) async fn insert(db: &DatabaseConnection, token: StoredToken) -> Result<(), StoreError> {
    check(&token)?;
    let transaction = write::begin(db).await?;
    // A token of this id that is there already ends it here.
    let row = token::Entity::insert(row_of(&token).into_active_model());
    row.exec_without_returning(&transaction)
        .await
        .map_err(StoreError::new)?;

    let permissions = token
        .permissions
        .iter()
        .map(|permission| token_permission::ActiveModel {
            token_id: Set(token.id.clone()),
            permission: Set(permission.clone()),
        });
    let projects = token.projects.iter().map(|it| token_project::ActiveModel {
        token_id: Set(token.id.clone()),
        scope: Set(it.scope.clone()),
        project: Set(it.project.to_string()),
    });
    let in_projects = token.projects.iter().flat_map(|it| {
        it.permissions
            .iter()
            .map(|permission| token_project_permission::ActiveModel {
                token_id: Set(token.id.clone()),
                scope: Set(it.scope.clone()),
                project: Set(it.project.to_string()),
                permission: Set(permission.clone()),
            })
    });
    let parts = async {
        write::insert_missing(&transaction, permissions).await?;
        write::insert_missing(&transaction, projects).await?;
        write::insert_missing(&transaction, in_projects).await?;
        write::insert_missing(&transaction, uses(&token.id, &token.used)).await
    };
    parts.await.map_err(StoreError::new)?;
    transaction.commit().await.map_err(StoreError::new)
}

/// Revokes the tokens that have this in the column and are not revoked yet; how many these were.
pub(in crate::sql) async fn revoke(
    db: &impl ConnectionTrait,
    column: token::Column,
    is: &str,
    at: i64,
) -> Result<u64, StoreError> {
    if !text::is_key(is) {
        return Ok(0);
    }
    // One statement, so of two at the same time one finds nothing left to revoke.
    let update = token::Entity::update_many()
        .col_expr(token::Column::RevokedAt, Expr::value(at))
        .filter(column.eq(is))
        .filter(token::Column::RevokedAt.is_null());
    let revoked = update.exec(db).await.map_err(StoreError::new)?;
    Ok(revoked.rows_affected)
}

pub(super) async fn note_use(
    db: &DatabaseConnection,
    id: &str,
    at: i64,
    used: &[String],
) -> Result<(), StoreError> {
    if !text::is_key(id) {
        return Ok(());
    }
    for permission in used {
        text::check_key(permission)?;
    }
    let transaction = write::begin(db).await?;
    let noted = token::Column::LastUsedAt;
    let latest = CaseStatement::new()
        .case(noted.gt(at), Expr::col(noted))
        .finally(at);
    // The row stays locked until the end, so its permissions are added by one after the other.
    let update = token::Entity::update_many()
        .col_expr(noted, latest.into())
        .filter(token::Column::Id.eq(id));
    let found = update.exec(&transaction).await.map_err(StoreError::new)?;
    if found.rows_affected > 0 {
        let more = write::insert_missing(&transaction, uses(id, used));
        more.await.map_err(StoreError::new)?;
    }
    transaction.commit().await.map_err(StoreError::new)
}

fn check(token: &StoredToken) -> Result<(), StoreError> {
    for text in [&token.digest, &token.title, &token.description] {
        text::check_text(text)?;
    }
    text::check_key(&token.id)?;
    text::check_key(&token.owner.as_text())?;
    for project in &token.projects {
        text::check_key(&project.scope)?;
        text::check_key(&project.project.as_text())?;
    }
    let in_projects = token.projects.iter().flat_map(|it| &it.permissions);
    for permission in token
        .permissions
        .iter()
        .chain(&token.used)
        .chain(in_projects)
    {
        text::check_key(permission)?;
    }
    Ok(())
}

fn row_of(token: &StoredToken) -> token::Model {
    token::Model {
        id: token.id.clone(),
        digest: token.digest.clone(),
        owner: token.owner.to_string(),
        title: token.title.clone(),
        description: token.description.clone(),
        created_at: token.created_at,
        expires_at: token.expires_at,
        last_used_at: token.last_used_at,
        revoked_at: token.revoked_at,
    }
}

fn uses(id: &str, used: &[String]) -> impl Iterator<Item = token_use::ActiveModel> {
    used.iter().map(move |permission| token_use::ActiveModel {
        token_id: Set(id.to_owned()),
        permission: Set(permission.clone()),
    })
}
