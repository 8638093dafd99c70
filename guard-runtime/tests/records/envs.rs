//! Who is asking: the env in force, or the one that is given; without one nobody gets anything.

use std::time::Duration;

use actix_web::rt::time::sleep;
use futures::future::LocalBoxFuture;
use guard_runtime::records::{AccessError, GuardedDb};
use guard_runtime::{Env, EnvError, User, env_ctx};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel, Set};

use crate::databases::{Place, in_each_database};
use crate::groups;
use crate::models::invoice::{ActiveModel, Column, Entity};
use crate::models::{contact, line, memo};
use crate::people::{manager, nobody, portal, seller};
use crate::rows::{OWN, invoices};
use crate::world::World;

type Asked<'a> = (&'static str, LocalBoxFuture<'a, Result<(), AccessError>>);

/// Everything that can be done.
fn operations(db: &GuardedDb) -> Vec<Asked<'_>> {
    macro_rules! ask {
        ($($name:literal: $asked:expr;)*) => {
            vec![$(($name, Box::pin(async move { $asked.await.map(drop) })),)*]
        };
    }
    let change = || ActiveModel {
        id: Set(OWN),
        note: Set(Some("x".to_owned())),
        ..Default::default()
    };
    let all = || ActiveModel {
        note: Set(Some("x".to_owned())),
        ..Default::default()
    };
    let memo = || memo::ActiveModel {
        // Those that are there took theirs past the sequence.
        id: Set(50),
        text: Set("x".to_owned()),
        ..Default::default()
    };
    let whole = || {
        let whole = crate::rows::memos()[0].clone();
        memo::Model { id: 100, ..whole }
            .into_active_model()
            .reset_all()
    };
    let find = move || db.find::<Entity>();
    ask! {
        "get": db.get::<Entity>(OWN);
        "all": find().all();
        "one": find().one();
        "count": find().count();
        "page": find().page(1, 0);
        "sum": find().sum(Column::Total);
        "average": find().average(Column::Total);
        "min": find().min::<i64>(Column::Total);
        "group": find().group_by(Column::Status).count::<String>();
        "with one": find().with::<contact::Entity>().one_each();
        "with many": find().with::<line::Entity>().many_each();
        "join": find().join::<contact::Entity>().all();
        "create": db.create(memo()).fill(|it| it.author_id = Set(7)).exec();
        "create filled": db.create(memo()).fill(|it| *it = whole()).exec();
        "update": db.update(change()).exec();
        "update filled": db.update(change()).fill(|it| it.cost = Set(1)).exec();
        "delete": db.delete::<line::Entity>((OWN, 1));
        "update all": find().update_all(all());
        "delete all": db.find::<line::Entity>().delete_all();
        "in a transaction": db.transaction(async |db| db.find::<Entity>().count().await);
        "sudo": async { db.sudo("to test it")?.find::<Entity>().count().await };
    }
}

async fn count(db: &GuardedDb) -> Result<u64, AccessError> {
    db.find::<Entity>().count().await
}

in_each_database! {
    async fn without_an_env_there_is_nothing(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        for (name, answer) in operations(&world.guarded) {
            let answer = answer.await;
            assert!(matches!(answer, Err(AccessError::Env(EnvError::OutsideRequest))), "{name}: {answer:?}");
        }
        assert_eq!(world.rows().await, before);
        // The same are done with one that lifts all rules.
        for (name, answer) in operations(&world.sudo()) {
            let answer = answer.await;
            assert!(answer.is_ok(), "{name}: {answer:?}");
        }
        assert_ne!(world.rows().await, before);
    }

    async fn a_read_only_env_changes_nothing(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        // However much the user may, and whatever is made of the env.
        let envs = [
            manager().sudo("to test it").read_only(),
            manager().read_only().sudo("to test it"),
            nobody().read_only().switch_user(manager().user().clone(), "to test it").unwrap().sudo("to test it"),
        ];
        for env in envs {
            let mut refused = Vec::new();
            for (name, answer) in operations(&world.of(env)) {
                match answer.await {
                    Err(AccessError::Env(EnvError::ReadOnly)) => refused.push(name),
                    answer => assert!(answer.is_ok(), "{name}: {answer:?}"),
                }
            }
            let expected = [
                "create", "create filled", "update", "update filled", "delete", "update all", "delete all",
            ];
            assert_eq!(refused, expected);
            assert_eq!(world.rows().await, before);
        }
    }

    async fn the_env_in_force_or_the_one_that_is_given(place: &Place) {
        let world = World::new(place).await;
        let db = &world.guarded;
        assert_eq!(env_ctx::scope(seller(), count(db)).await.unwrap(), 2);
        assert_eq!(env_ctx::scope(manager(), count(db)).await.unwrap(), 5);
        assert!(matches!(count(db).await, Err(AccessError::Env(_))));
        // What is given goes before what is in force.
        let given = db.with_env(nobody());
        assert_eq!(env_ctx::scope(manager(), count(&given)).await.unwrap(), 0);
        assert_eq!(count(&given.with_env(manager())).await.unwrap(), 5);
        // It asks when it is used, not when it is made.
        let find = env_ctx::scope(manager(), async { db.find::<Entity>() }).await;
        assert!(matches!(find.clone().count().await, Err(AccessError::Env(_))));
        assert_eq!(env_ctx::scope(seller(), find.count()).await.unwrap(), 2);
        let within = env_ctx::scope(seller(), db.transaction(async |db| count(db).await));
        assert_eq!(within.await.unwrap(), 2);
    }

    async fn companies_are_those_that_are_active(place: &Place) {
        let world = World::new(place).await;
        let both = User::new(9).in_group(groups::sales_manager).with_companies([1, 2]);
        let both = Env::of(both).unwrap();
        for (companies, found) in [(&[1, 2][..], 6), (&[1], 5), (&[2], 1), (&[], 0)] {
            let env = both.in_companies(companies.to_vec()).unwrap();
            assert_eq!(count(&world.of(env)).await.unwrap(), found, "{companies:?}");
        }
    }

    async fn sudo_needs_a_reason_and_ends(place: &Place) {
        let world = World::new(place).await;
        let db = world.portal();
        for reason in ["", " ", "\t\n"] {
            assert_eq!(count(&db.sudo(reason).unwrap()).await.unwrap(), 2, "{reason:?}");
        }
        assert_eq!(count(&db.sudo("to count them").unwrap()).await.unwrap(), 7);
        assert_eq!(count(&db).await.unwrap(), 2);
        assert!(matches!(world.guarded.sudo("to count them"), Err(AccessError::Env(_))));
        let elevated = portal().sudo("to count them");
        let switched = elevated.switch_user(User::new(8), "to look").unwrap();
        assert_eq!(count(&world.of(switched)).await.unwrap(), 0);
    }

    async fn spawned_work_keeps_it(place: &Place) {
        let world = World::new(place).await;
        let db = world.guarded.clone();
        let spawned = env_ctx::scope(seller(), async {
            let (kept, lost) = (db.clone(), db.clone());
            let kept = env_ctx::spawn(async move { count(&kept).await });
            let lost = actix_web::rt::spawn(async move { count(&lost).await });
            (kept, lost)
        });
        let (kept, lost) = spawned.await;
        assert_eq!(kept.await.unwrap().unwrap(), 2);
        assert!(matches!(lost.await.unwrap(), Err(AccessError::Env(EnvError::OutsideRequest))));
    }

    async fn those_who_ask_at_once_are_told_apart(place: &Place) {
        let world = World::new(place).await;
        let ask = |env: Env, expected: u64| {
            let db = world.guarded.clone();
            env_ctx::scope(env, async move {
                for _ in 0..20 {
                    assert_eq!(count(&db).await.unwrap(), expected);
                    sleep(Duration::from_micros(50)).await;
                }
            })
        };
        let all = [(seller(), 2), (manager(), 5), (nobody(), 0), (nobody().sudo("to test it"), 7)];
        let all = all.into_iter().cycle().take(12).map(|(env, count)| ask(env, count));
        futures::future::join_all(all).await;
    }
}

#[test]
fn a_blocked_user_has_no_env() {
    let user = User::new(7).in_group(groups::sales_manager).blocked(true);
    assert_eq!(Env::of(user).unwrap_err(), EnvError::Blocked);
    assert_eq!(invoices().len(), 7);
}
