//! What is deleted does not come back with the next of the same id.

use guard_runtime::Visibility;
use guard_runtime::sql::{Migrator, SqlProjects, SqlRoles, SqlTokenStore};
use guard_runtime::tokens::TokenStore;
use sea_orm_migration::MigratorTrait;

use crate::databases::{Place, in_each_database};
use crate::schema::catalog;
use crate::token::token;

in_each_database! {
    async fn tokens_have_nothing_in_a_project_that_comes_again(place: &Place) {
        let db = place.ready().await;
        let store = SqlTokenStore::new(db.clone());
        let projects = SqlProjects::new(db, catalog());
        for (scope, project) in [("project", 1), ("project", 11), ("team", 1)] {
            projects.create(scope, project, Visibility::Private).await.unwrap();
        }
        let all = [("project", 1), ("project", 11), ("team", 1)];
        store.insert(token("one", 7, &all)).get().await.unwrap();
        assert!(projects.delete("project", 1).await.unwrap());
        projects.create("project", 1, Visibility::Private).await.unwrap();
        let one = store.find("one").get().await.unwrap().unwrap();
        let rest = token("one", 7, &all[1..]);
        assert_eq!(one, rest);
        assert!(!projects.delete("project", 2).await.unwrap());
        assert_eq!(store.find("one").get().await.unwrap(), Some(rest));
    }

    async fn who_is_gone_has_no_tokens(place: &Place) {
        let db = place.ready().await;
        let store = SqlTokenStore::new(db.clone());
        let roles = SqlRoles::new(db, catalog());
        for (id, owner) in [("one", 7), ("two", 7), ("three", 77)] {
            store.insert(token(id, owner, &[])).get().await.unwrap();
        }
        store.revoke("one", 5).get().await.unwrap();
        assert_eq!(roles.forget_user(7).await.unwrap(), 0);
        let tokens = store.list(None).get().await.unwrap();
        let revoked = |id: &str| tokens.iter().find(|it| it.id == id).unwrap().revoked_at;
        assert_eq!(revoked("one"), Some(5));
        assert!(revoked("two").is_some_and(|at| at > 1_700_000_000));
        assert_eq!(revoked("three"), None);
    }
}

/// Where the connection does not follow references.
#[actix_web::test]
async fn what_tokens_have_in_a_project_goes_with_it_row_by_row() {
    let mut options = sea_orm::ConnectOptions::new("sqlite::memory:");
    options
        .max_connections(1)
        .map_sqlx_sqlite_opts(|options| options.foreign_keys(false));
    let db = sea_orm::Database::connect(options).await.unwrap();
    Migrator::up(&db, None).await.unwrap();
    let store = SqlTokenStore::new(db.clone());
    let projects = SqlProjects::new(db, catalog());
    projects
        .create("project", 1, Visibility::Private)
        .await
        .unwrap();
    let one = token("one", 7, &[("project", 1)]);
    store.insert(one).get().await.unwrap();
    projects.delete("project", 1).await.unwrap();
    let one = store.find("one").get().await.unwrap();
    assert_eq!(one, Some(token("one", 7, &[])));

    let mut two = token("two", 7, &[("project", 1)]);
    two.expires_at = 1;
    store.insert(two).get().await.unwrap();
    assert_eq!(store.forget(2).get().await.unwrap(), 1);
    let two = token("two", 7, &[]);
    store.insert(two.clone()).get().await.unwrap();
    assert_eq!(store.find("two").get().await.unwrap(), Some(two));
}
