//! The contract of a store of tokens: of those in databases, and of the one in memory.

use std::error::Error as _;

use futures::future::join_all;
use futures::stream::{self, StreamExt as _};
use guard_runtime::Id;
use guard_runtime::sql::{SqlTokenStore, TextError};
use guard_runtime::tokens::{MemoryTokenStore, StoreError, StoredToken, TokenProject, TokenStore};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::databases::{HOSTILE, Place, in_each_database};

/// The tests of these functions with each store.
macro_rules! with_each_store {
    ($(async fn $name:ident($store:ident: &dyn TokenStore) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn contract($store: &dyn TokenStore) $body

            #[actix_web::test]
            async fn memory() {
                contract(&MemoryTokenStore::default()).await;
            }

            in_each_database! {
                async fn sql(place: &Place) {
                    contract(&SqlTokenStore::new(place.ready().await)).await;
                }
            }
        }
    )*};
}

fn token(id: &str, owner: impl Into<Id>, created_at: i64) -> StoredToken {
    StoredToken {
        id: id.to_owned(),
        digest: "d1".to_owned(),
        owner: owner.into(),
        title: "deploy".to_owned(),
        description: String::new(),
        created_at,
        expires_at: i64::MAX,
        last_used_at: None,
        revoked_at: None,
        permissions: vec!["admin.configuration:GET".to_owned()],
        projects: vec![TokenProject {
            scope: "project".to_owned(),
            project: 1.into(),
            permissions: vec!["project.root:GET".to_owned()],
        }],
        used: Vec::new(),
    }
}

type Spoil = fn(&mut StoredToken, String);

fn strings<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

async fn find(store: &dyn TokenStore, id: &str) -> Option<StoredToken> {
    store.find(id).get().await.unwrap()
}

async fn ids(store: &dyn TokenStore, owner: impl Into<Id>) -> Vec<String> {
    let owner = owner.into();
    let tokens = store.list(Some(&owner)).get().await.unwrap();
    tokens.into_iter().map(|token| token.id).collect()
}

with_each_store! {
    async fn what_is_stored_comes_back(store: &dyn TokenStore) {
        let mut tokens = Vec::new();
        for (text, at) in HOSTILE.iter().zip(0..) {
            let project = |scope: &str, project: &str, permissions: Vec<String>| TokenProject {
                scope: scope.to_owned(),
                project: project.into(),
                permissions,
            };
            let mut projects = vec![
                project("project", text, vec![]),
                project("team", text, strings([*text, "team.root:GET"])),
                project("zone", "zone", strings(["a", "b"])),
            ];
            projects[1].permissions.sort();
            let mut permissions = strings([*text, "admin.configuration:GET", "team"]);
            permissions.sort();
            tokens.push(StoredToken {
                id: (*text).to_owned(),
                digest: (*text).to_owned(),
                owner: Id::from(*text),
                title: text.repeat(1000),
                description: (*text).to_owned(),
                created_at: i64::MIN + at,
                expires_at: i64::MAX,
                last_used_at: Some(i64::MIN),
                revoked_at: Some(i64::MAX),
                permissions: permissions.clone(),
                projects,
                used: permissions,
            });
        }
        for token in &tokens {
            store.insert(token.clone()).get().await.unwrap();
        }
        for token in &tokens {
            assert_eq!(find(store, &token.id).await.as_ref(), Some(token));
            let listed = store.list(Some(&token.owner)).get().await.unwrap();
            assert_eq!(listed, std::slice::from_ref(token));
        }
        assert_eq!(store.list(None).get().await.unwrap(), tokens);
        assert_eq!(find(store, "absent").await, None);
    }

    async fn a_project_without_permissions_is_still_named(store: &dyn TokenStore) {
        let mut one = token("one", 7, 0);
        one.projects[0].permissions.clear();
        store.insert(one.clone()).get().await.unwrap();
        assert_eq!(find(store, "one").await, Some(one.clone()));
        assert_eq!(store.list(None).get().await.unwrap(), [one]);
    }

    async fn an_id_twice_is_an_error_and_changes_nothing(store: &dyn TokenStore) {
        let first = token("one", 7, 0);
        store.insert(first.clone()).get().await.unwrap();
        let mut second = token("one", 8, 1);
        second.permissions.push("admin.configuration:UPDATE".to_owned());
        second.projects[0].project = 2.into();
        second.used = strings(["admin.configuration:UPDATE"]);
        store.insert(second).get().await.unwrap_err();
        assert_eq!(find(store, "one").await, Some(first.clone()));
        assert_eq!(store.list(None).get().await.unwrap(), [first]);
    }

    async fn of_many_inserts_of_one_id_one_counts(store: &dyn TokenStore) {
        let tokens = (0..12).map(|owner| store.insert(token("one", owner, owner)).get());
        let done = join_all(tokens).await;
        assert_eq!(done.iter().filter(|it| it.is_ok()).count(), 1);
        let listed = store.list(None).get().await.unwrap();
        assert_eq!(listed.len(), 1);
        let winner = usize::try_from(listed[0].created_at).unwrap();
        assert!(done[winner].is_ok());
    }

    async fn the_oldest_comes_first(store: &dyn TokenStore) {
        let tokens = [("c", 3), ("B", 1), ("a", 2), ("A", 1), ("z", i64::MIN), ("m", i64::MAX)];
        for (id, at) in tokens {
            store.insert(token(id, 7, at)).get().await.unwrap();
        }
        store.insert(token("foreign", 8, 0)).get().await.unwrap();
        assert_eq!(ids(store, 7).await, ["z", "A", "B", "a", "c", "m"]);
        assert_eq!(store.list(None).get().await.unwrap().len(), 7);
    }

    async fn owners_and_ids_are_nobody_elses(store: &dyn TokenStore) {
        for text in HOSTILE {
            store.insert(token(text, text, 0)).get().await.unwrap();
        }
        for text in HOSTILE {
            assert_eq!(ids(store, text).await, [text]);
        }
        for text in ["ALPHA", "alpha  ", "al%", "%%", "__", "*", "0"] {
            assert_eq!(find(store, text).await, None, "{text:?}");
            assert!(ids(store, text).await.is_empty(), "{text:?}");
            assert!(!store.revoke(text, 1).get().await.unwrap(), "{text:?}");
            let owner = Id::from(text);
            assert_eq!(store.revoke_all(&owner, 1).get().await.unwrap(), 0, "{text:?}");
        }
        assert_eq!(store.revoke_all(&"%".into(), 1).get().await.unwrap(), 1);
        assert!(store.revoke("Alpha", 1).get().await.unwrap());
        let tokens = store.list(None).get().await.unwrap();
        let revoked = tokens.iter().filter(|it| it.revoked_at.is_some());
        let mut revoked = revoked.map(|it| it.id.as_str()).collect::<Vec<_>>();
        revoked.sort_unstable();
        assert_eq!(revoked, ["%", "Alpha"]);
    }

    async fn it_is_revoked_once(store: &dyn TokenStore) {
        store.insert(token("one", 7, 0)).get().await.unwrap();
        assert!(store.revoke("one", i64::MIN).get().await.unwrap());
        assert!(!store.revoke("one", 20).get().await.unwrap());
        assert!(!store.revoke("two", 20).get().await.unwrap());
        assert_eq!(find(store, "one").await.unwrap().revoked_at, Some(i64::MIN));
    }

    async fn of_many_who_revoke_one_did(store: &dyn TokenStore) {
        store.insert(token("one", 7, 0)).get().await.unwrap();
        let done = join_all((1..=20).map(|at| store.revoke("one", at).get())).await;
        let done = done.into_iter().map(Result::unwrap).collect::<Vec<_>>();
        assert_eq!(done.iter().filter(|it| **it).count(), 1);
        let winner = i64::try_from(done.iter().position(|it| *it).unwrap()).unwrap() + 1;
        assert_eq!(find(store, "one").await.unwrap().revoked_at, Some(winner));
    }

    async fn all_of_an_owner_are_revoked(store: &dyn TokenStore) {
        for (id, owner) in [("a", 7), ("b", 7), ("c", 7), ("d", 8)] {
            store.insert(token(id, owner, 0)).get().await.unwrap();
        }
        assert!(store.revoke("b", 5).get().await.unwrap());
        let owner = Id::from(7);
        let done = join_all((0..6).map(|_| store.revoke_all(&owner, 9).get())).await;
        let counts = done.into_iter().map(Result::unwrap);
        assert_eq!(counts.sum::<u64>(), 2);
        let tokens = store.list(None).get().await.unwrap();
        let revoked = tokens.iter().map(|it| it.revoked_at);
        assert_eq!(revoked.collect::<Vec<_>>(), [Some(9), Some(5), Some(9), None]);
    }

    async fn what_has_ended_is_forgotten(store: &dyn TokenStore) {
        let mut tokens = Vec::new();
        for (id, expires_at, revoked_at) in [
            ("expired", 9, None),
            ("revoked", i64::MAX, Some(9)),
            ("revoked and expired", 9, Some(20)),
            ("of now", 10, None),
            ("revoked now", i64::MAX, Some(10)),
            ("active", i64::MAX, None),
        ] {
            let mut one = token(id, 7, 0);
            (one.expires_at, one.revoked_at) = (expires_at, revoked_at);
            one.used = strings(["a"]);
            store.insert(one.clone()).get().await.unwrap();
            tokens.push(one);
        }
        assert_eq!(store.forget(i64::MIN).get().await.unwrap(), 0);
        assert_eq!(store.forget(10).get().await.unwrap(), 3);
        assert_eq!(store.forget(10).get().await.unwrap(), 0);
        tokens.drain(..3);
        tokens.sort_by(|one, other| one.id.cmp(&other.id));
        assert_eq!(store.list(None).get().await.unwrap(), tokens);
        // One that comes again has nothing of the one before.
        let one = token("expired", 7, 0);
        store.insert(one.clone()).get().await.unwrap();
        assert_eq!(find(store, "expired").await, Some(one));
    }

    async fn a_use_is_noted(store: &dyn TokenStore) {
        store.insert(token("one", 7, 0)).get().await.unwrap();
        store.insert(token("two", 7, 1)).get().await.unwrap();
        let before = find(store, "two").await;
        let notes: [(i64, &[&str], i64, &[&str]); 6] = [
            (i64::MIN, &[], i64::MIN, &[]),
            (10, &["b"], 10, &["b"]),
            (5, &["a", "b", "a"], 10, &["a", "b"]),
            (i64::MAX, &["a"], i64::MAX, &["a", "b"]),
            (i64::MIN, &[], i64::MAX, &["a", "b"]),
            (0, &["A", "a ", "á", "'", "%"], i64::MAX, &["%", "'", "A", "a", "a ", "b", "á"]),
        ];
        for (at, used, noted, all) in notes {
            let used = used.iter().map(ToString::to_string).collect::<Vec<_>>();
            store.note_use("one", at, &used).get().await.unwrap();
            let one = find(store, "one").await.unwrap();
            assert_eq!((one.last_used_at, one.used), (Some(noted), all.iter().map(ToString::to_string).collect()));
        }
        assert_eq!(find(store, "two").await, before);
    }

    async fn a_use_of_no_token_is_nothing(store: &dyn TokenStore) {
        store.note_use("one", 1, &strings(["a"])).get().await.unwrap();
        assert_eq!(find(store, "one").await, None);
        store.insert(token("one", 7, 0)).get().await.unwrap();
        assert_eq!(find(store, "one").await, Some(token("one", 7, 0)));
    }

    async fn uses_at_the_same_time_all_count(store: &dyn TokenStore) {
        store.insert(token("one", 7, 0)).get().await.unwrap();
        let uses = (0..40).map(|n: i64| strings([format!("p{:02}", n % 25).as_str(), "p00"]));
        let uses = uses.collect::<Vec<_>>();
        let notes = uses.iter().zip(0..).map(|(used, at)| store.note_use("one", (at * 7) % 40, used).get());
        for done in join_all(notes).await {
            done.unwrap();
        }
        let one = find(store, "one").await.unwrap();
        assert_eq!(one.last_used_at, Some(39));
        assert_eq!(one.used, (0..25).map(|n| format!("p{n:02}")).collect::<Vec<_>>());
    }

    async fn ten_thousand_tokens(store: &dyn TokenStore) {
        let inserts = (0..10_000_i64).map(|n| {
            let mut one = token(&format!("token{n}"), n % 10, n);
            one.projects.clear();
            store.insert(one).get()
        });
        let done = stream::iter(inserts).buffer_unordered(4).collect::<Vec<_>>().await;
        done.into_iter().for_each(Result::unwrap);
        let all = store.list(None).get().await.unwrap();
        assert_eq!(all.len(), 10_000);
        assert!(all.iter().zip(0..).all(|(token, n)| token.created_at == n));
        assert!(all.iter().all(|token| token.permissions.len() == 1));
        assert_eq!(ids(store, 3).await.len(), 1000);
        assert_eq!(find(store, "token9999").await.unwrap().created_at, 9999);
        assert_eq!(store.revoke_all(&3.into(), 1).get().await.unwrap(), 1000);
        assert!(store.revoke("token0", 1).get().await.unwrap());
    }

    async fn ten_thousand_permissions(store: &dyn TokenStore) {
        let many = (0..10_000).map(|n| format!("p{n:05}")).collect::<Vec<_>>();
        let mut one = token("one", 7, 0);
        one.permissions.clone_from(&many);
        one.projects[0].permissions.clone_from(&many);
        store.insert(one.clone()).get().await.unwrap();
        store.note_use("one", 1, &many).get().await.unwrap();
        one.used = many;
        one.last_used_at = Some(1);
        assert_eq!(find(store, "one").await, Some(one));
    }
}

async fn count(db: &DatabaseConnection, table: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) AS n FROM {table}");
    let sql = sea_orm::Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(sql).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

fn why(error: &StoreError) -> Option<TextError> {
    error.source()?.downcast_ref().copied()
}

in_each_database! {
    async fn repeats_and_order_do_not_matter(place: &Place) {
        let store = SqlTokenStore::new(place.ready().await);
        let mut one = token("one", 7, 0);
        one.permissions = strings(["b", "a", "b"]);
        one.used = strings(["z", "y", "z"]);
        let mut again = one.projects[0].clone();
        again.permissions = strings(["project.root:UPDATE", "project.root:GET"]);
        one.projects.push(again);
        store.insert(one.clone()).get().await.unwrap();
        let found = find(&store, "one").await.unwrap();
        assert_eq!(found.permissions, ["a", "b"]);
        assert_eq!(found.used, ["y", "z"]);
        assert_eq!(found.projects.len(), 1);
        assert_eq!(found.projects[0].permissions, ["project.root:GET", "project.root:UPDATE"]);
    }

    async fn what_cannot_be_stored_is_refused_everywhere(place: &Place) {
        let db = place.ready().await;
        let store = SqlTokenStore::new(db.clone());
        let (nul, long) = ("a\0b".to_owned(), "ä".repeat(257));
        let keys: [Spoil; 7] = [
            |it, text| it.id = text,
            |it, text| it.owner = Id::from(text.as_str()),
            |it, text| it.permissions.push(text),
            |it, text| it.used.push(text),
            |it, text| it.projects[0].scope = text,
            |it, text| it.projects[0].project = Id::from(text.as_str()),
            |it, text| it.projects[0].permissions.push(text),
        ];
        let texts: [Spoil; 3] = [
            |it, text| it.title = text,
            |it, text| it.description = text,
            |it, text| it.digest = text,
        ];
        for (spoil, wrong, expected) in keys
            .iter()
            .flat_map(|spoil| [(spoil, &nul, TextError::Nul), (spoil, &long, TextError::Long)])
            .chain(texts.iter().map(|spoil| (spoil, &nul, TextError::Nul)))
        {
            let mut one = token("one", 7, 0);
            spoil(&mut one, wrong.clone());
            let error = store.insert(one).get().await.unwrap_err();
            assert_eq!(why(&error), Some(expected), "{wrong:?}");
        }
        assert_eq!(count(&db, "guard_token").await, 0);
        for wrong in [&nul, &long, &"x".repeat(10_000_000)] {
            assert_eq!(find(&store, wrong).await, None);
            assert!(!store.revoke(wrong, 1).get().await.unwrap());
            store.note_use(wrong, 1, &[]).get().await.unwrap();
            let owner = Id::from(wrong.as_str());
            assert!(store.list(Some(&owner)).get().await.unwrap().is_empty());
            assert_eq!(store.revoke_all(&owner, 1).get().await.unwrap(), 0);
        }
        store.insert(token("one", 7, 0)).get().await.unwrap();
        let error = store.note_use("one", 1, &[nul]).get().await.unwrap_err();
        assert_eq!(why(&error), Some(TextError::Nul));
        assert_eq!(find(&store, "one").await, Some(token("one", 7, 0)));
    }

    async fn the_longest_ids_fit(place: &Place) {
        let store = SqlTokenStore::new(place.ready().await);
        // Random, or the database would compress it.
        let mut state = 1_u64;
        let mut random = || (0..512).map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b'!' + u8::try_from((state >> 33) % 90).unwrap())
        }).collect::<String>();
        let mut one = token(&random(), random().as_str(), 0);
        one.permissions = vec![random()];
        one.used = vec![random()];
        one.projects = vec![TokenProject {
            scope: random(),
            project: Id::from(random().as_str()),
            permissions: vec![random()],
        }];
        store.insert(one.clone()).get().await.unwrap();
        assert_eq!(find(&store, &one.id).await, Some(one));
    }

    async fn an_operation_that_fails_changes_nothing(place: &Place) {
        let db = place.ready().await;
        let store = SqlTokenStore::new(db.clone());
        store.insert(token("one", 7, 0)).get().await.unwrap();
        // What is written last cannot be written.
        db.execute_unprepared("DROP TABLE guard_token_use").await.unwrap();
        let mut two = token("two", 7, 0);
        two.used = strings(["a"]);
        store.insert(two).get().await.unwrap_err();
        store.note_use("one", 5, &strings(["a"])).get().await.unwrap_err();
        for (table, expected) in [
            ("guard_token", 1),
            ("guard_token_permission", 1),
            ("guard_token_project", 1),
            ("guard_token_project_permission", 1),
            ("guard_token WHERE last_used_at IS NOT NULL", 0),
        ] {
            assert_eq!(count(&db, table).await, expected, "{table}");
        }
    }

    async fn a_database_that_is_down_is_an_error(place: &Place) {
        let db = place.ready().await;
        let store = SqlTokenStore::new(db.clone());
        store.insert(token("one", 7, 0)).get().await.unwrap();
        db.close_by_ref().await.unwrap();
        store.find("one").get().await.unwrap_err();
        store.list(None).get().await.unwrap_err();
        store.insert(token("two", 7, 0)).get().await.unwrap_err();
        store.revoke("one", 1).get().await.unwrap_err();
        store.revoke_all(&7.into(), 1).get().await.unwrap_err();
        let error = store.note_use("one", 1, &[]).get().await.unwrap_err();
        assert_eq!(why(&error), None);
    }

    async fn another_instance_sees_it(place: &Place) {
        let db = place.ready().await;
        let store = SqlTokenStore::new(db);
        store.insert(token("one", 7, 0)).get().await.unwrap();
        if matches!(place, Place::Memory) {
            return;
        }
        let other = SqlTokenStore::new(place.open().await);
        assert_eq!(find(&other, "one").await, Some(token("one", 7, 0)));
        let done = join_all([&store, &other, &store, &other].map(|it| it.revoke("one", 3).get()));
        let done = done.await.into_iter().filter(|it| *it.as_ref().unwrap());
        assert_eq!(done.count(), 1);
        assert_eq!(find(&other, "one").await.unwrap().revoked_at, Some(3));
    }
}
