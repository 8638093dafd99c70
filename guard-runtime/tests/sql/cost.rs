//! How often the database is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use guard_runtime::sql::{SqlProjects, SqlRoles, SqlTokenStore};
use guard_runtime::tokens::{StoredToken, TokenStore};
use guard_runtime::{ProjectDirectory, User, Visibility};

use crate::databases::{Place, in_each_database};
use crate::schema::catalog;

/// In many projects.
fn token(id: &str) -> StoredToken {
    let projects = (0..50).map(|it| ("project", it)).collect::<Vec<_>>();
    crate::token::token(id, 7, &projects)
}

in_each_database! {
    /// Of a request with a token in a project: the token unless it was verified within the minute, the
    /// roles of its owner, and the project.
    async fn each_question_is_one_query(place: &Place) {
        let mut db = place.ready().await;
        let asked = Arc::new(AtomicUsize::new(0));
        let counting = Arc::clone(&asked);
        db.set_metric_callback(move |_| _ = counting.fetch_add(1, Ordering::SeqCst));
        let store = SqlTokenStore::new(db.clone());
        let projects = SqlProjects::new(db.clone(), catalog()).visitors("project", "reader");
        let roles = SqlRoles::new(db, catalog());
        store.insert(token("one")).get().await.unwrap();
        store.insert(token("two")).get().await.unwrap();
        projects.create("project", 1, Visibility::Internal).await.unwrap();
        for role in ["reader", "editor", "nobody"] {
            projects.add_member("project", 1, 7, role).await.unwrap();
            roles.assign(7, role).await.unwrap();
        }
        let count = || asked.swap(0, Ordering::SeqCst);
        count();

        assert!(store.find("one").get().await.unwrap().is_some());
        assert_eq!(count(), 1);
        // Nor is one that there is answered later than one that there is not.
        assert!(store.find("none").get().await.unwrap().is_none());
        assert_eq!(count(), 1);
        assert_eq!(store.list(Some(&7.into())).get().await.unwrap().len(), 2);
        assert_eq!(count(), 1);
        assert_eq!(store.list(None).get().await.unwrap().len(), 2);
        assert_eq!(count(), 1);
        let found = projects.find("project", &1.into(), &User::new(7)).get().await;
        assert!(found.unwrap().is_some());
        assert_eq!(count(), 1);
        assert_eq!(roles.of_user(7).await.unwrap().len(), 3);
        assert_eq!(count(), 1);
        assert!(store.revoke("one", 1).get().await.unwrap());
        assert_eq!(count(), 1);
        store.note_use("one", 1, &[]).get().await.unwrap();
        assert_eq!(count(), 1);
        store.note_use("one", 2, &["admin.configuration:UPDATE".to_owned()]).get().await.unwrap();
        assert_eq!(count(), 2);
    }
}
