//! Many who delete what belongs to many.

use futures::future::{LocalBoxFuture, join_all};
use guard_runtime::sql::{SqlProjects, SqlRoles, SqlTokenStore};
use guard_runtime::tokens::{StoreError, TokenStore};
use guard_runtime::{Id, Visibility};

use crate::databases::{Place, in_each_database};
use crate::schema::catalog;
use crate::token::{READ, token};

const ROLES: [&str; 2] = ["reader", "editor"];

async fn fill(round: i64, projects: &SqlProjects, roles: &SqlRoles, tokens: &SqlTokenStore) {
    for one in 0..6 {
        let created = projects.create("project", one, Visibility::Private);
        created.await.unwrap();
        for role in ROLES {
            roles.assign(one, role).await.unwrap();
            for user in 0..6 {
                let added = projects.add_member("project", one, user, role);
                added.await.unwrap();
            }
        }
        let all = (0..6).map(|it| ("project", it)).collect::<Vec<_>>();
        let mut old = token(&format!("{round} {one}"), one, &all);
        old.expires_at = 5;
        tokens.insert(old).get().await.unwrap();
    }
}

in_each_database! {
    async fn all_of_them_succeed(place: &Place) {
        let db = place.ready().await;
        let roles = &SqlRoles::new(db.clone(), catalog());
        let projects = &SqlProjects::new(db.clone(), catalog());
        let tokens = &SqlTokenStore::new(db);
        let used = &[READ.to_owned()];
        for round in 0..10 {
            fill(round, projects, roles, tokens).await;
            let mut changes: Vec<LocalBoxFuture<'_, Result<(), StoreError>>> = Vec::new();
            for one in 0..6_i64 {
                let role = if one % 2 == 0 { "reader" } else { "editor" };
                changes.push(Box::pin(async move { roles.forget_user(one).await.map(drop) }));
                changes.push(Box::pin(async move { roles.withdraw(role).await.map(drop) }));
                changes.push(Box::pin(async move { projects.delete("project", one).await.map(drop) }));
                changes.push(Box::pin(async move { tokens.forget(10).get().await.map(drop) }));
                changes.push(Box::pin(async move {
                    tokens.revoke_all(&Id::from(one), 3).get().await.map(drop)
                }));
                changes.push(Box::pin(async move {
                    tokens.note_use(&format!("{round} {one}"), 3, used).get().await
                }));
                changes.push(Box::pin(async move {
                    projects.add_member("project", one, 3, role).await.map(drop)
                }));
            }
            for done in join_all(changes).await {
                done.unwrap();
            }
        }
    }
}
