//! Two writers of one row: no row is ever stored that its writer's rule forbids.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use actix_web::rt::time::timeout;
use guard_runtime::records::{AccessError, GuardedDb};
use guard_runtime::{Env, User, env_ctx};
use sea_orm::Set;

use crate::databases::{Place, in_each_database};
use crate::groups;
use crate::models::invoice::{ActiveModel, Entity};
use crate::rows::{OTHERS, OWN};
use crate::world::World;

const SELLERS: i64 = 4;
const TURNS: i64 = 25;
const LONG: Duration = Duration::from_secs(120);

fn seller(id: i64) -> Env {
    let user = User::new(id).in_group(groups::sales_user);
    Env::of(user.with_companies([1])).unwrap()
}

fn change(id: i64) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        ..Default::default()
    }
}

/// Whether the change was allowed; it may be refused, and nothing else.
fn was_allowed<T: std::fmt::Debug>(answer: Result<T, AccessError>) -> bool {
    match answer {
        Ok(_) => true,
        Err(
            AccessError::NotFound { .. }
            | AccessError::Forbidden { .. }
            | AccessError::Changed { .. },
        ) => false,
        Err(error) => panic!("{error:?}"),
    }
}

/// What each seller does: notes on an invoice, which is another's a moment later.
async fn sell(db: GuardedDb, id: i64) -> u32 {
    let db = db.with_env(seller(id));
    let mut allowed = 0;
    for turn in 0..TURNS {
        let note = Set(Some(id.to_string()));
        // In one statement, what is forbidden: taking the row of another.
        let input = if turn % 3 == 2 {
            ActiveModel {
                note,
                salesperson_id: Set(Some(id % SELLERS + 1)),
                ..change(OWN)
            }
        } else {
            ActiveModel {
                note,
                ..change(OWN)
            }
        };
        let moves = turn % 3 == 2;
        let was = if turn % 2 == 0 {
            was_allowed(db.update(input).exec().await)
        } else {
            let set = ActiveModel {
                id: sea_orm::NotSet,
                ..input
            };
            let count = db.find::<Entity>().by_ids([OWN]).update_all(set).await;
            was_allowed(count)
        };
        assert!(!(was && moves), "{id} gave it away");
        allowed += u32::from(was);
        actix_web::rt::task::yield_now().await;
    }
    allowed
}

/// Gives the invoice to one after the other, and says in the note that it has.
async fn manage(db: GuardedDb) {
    for turn in 0..TURNS * 2 {
        let to = turn % SELLERS + 1;
        let input = ActiveModel {
            salesperson_id: Set(Some(to)),
            note: Set(Some(to.to_string())),
            ..change(OWN)
        };
        assert!(was_allowed(db.update(input).exec().await));
        actix_web::rt::task::yield_now().await;
    }
}

in_each_database! {
    /// Whoever notes something owns the row at that moment, so owner and note never differ.
    async fn no_writer_gets_at_what_is_anothers(place: &Place) {
        let world = World::new(place).await;
        let db = world.guarded.clone();
        let seen = Arc::new(AtomicU32::new(0));
        let mut work = Vec::new();
        for id in 1..=SELLERS {
            let (db, seen) = (db.clone(), Arc::clone(&seen));
            work.push(actix_web::rt::spawn(async move {
                seen.fetch_add(sell(db, id).await, Ordering::Relaxed);
            }));
        }
        work.push(actix_web::rt::spawn(manage(world.manager())));
        let looking = world.sudo();
        work.push(actix_web::rt::spawn(async move {
            for _ in 0..TURNS * 4 {
                let invoice = looking.get::<Entity>(OWN).await.unwrap();
                if let Some(note) = invoice.note {
                    assert_eq!(invoice.salesperson_id.unwrap().to_string(), note);
                }
                actix_web::rt::task::yield_now().await;
            }
        }));
        for work in work {
            timeout(LONG, work).await.unwrap().unwrap();
        }
        // It was not all refused.
        assert!(seen.load(Ordering::Relaxed) > 0);
    }

    /// Each adds one to what it has read, and one of them only after the other.
    async fn no_change_is_lost_within_a_transaction(place: &Place) {
        let world = World::new(place).await;
        let count = async |db: GuardedDb| {
            for _ in 0..10 {
                db.transaction(async |db| {
                    // Locks it, so what is read now stays so.
                    db.update(ActiveModel { note: Set(None), ..change(OWN) }).exec().await?;
                    let total = db.get::<Entity>(OWN).await?.total;
                    db.update(ActiveModel { total: Set(total + 1), ..change(OWN) }).exec().await
                })
                .await
                .unwrap();
            }
        };
        let all = futures::future::join_all((0..4).map(|_| count(world.manager())));
        timeout(LONG, all).await.unwrap();
        assert_eq!(world.manager().get::<Entity>(OWN).await.unwrap().total, 140);
    }

    /// One changes the row while the other has looked at it and not yet changed it.
    async fn the_check_and_the_change_are_one(place: &Place) {
        let world = World::new(place).await;
        for id in [OWN, OTHERS] {
            let (manager, seller) = (world.manager(), world.of(seller(7)));
            let give = ActiveModel { salesperson_id: Set(Some(7)), ..change(id) };
            manager.update(give).exec().await.unwrap();
            // The one who takes it away is not done when the seller asks.
            let (go, wait) = futures::channel::oneshot::channel::<()>();
            let take = env_ctx::spawn(async move {
                manager.transaction(async |db| {
                    let away = ActiveModel { salesperson_id: Set(Some(8)), ..change(id) };
                    db.update(away).exec().await?;
                    go.send(()).unwrap();
                    actix_web::rt::time::sleep(Duration::from_millis(100)).await;
                    Ok::<_, AccessError>(())
                })
                .await
                .unwrap();
            });
            wait.await.unwrap();
            let noted = ActiveModel { note: Set(Some("mine".to_owned())), ..change(id) };
            let answer = if id == OWN {
                seller.update(noted).exec().await.map(drop)
            } else {
                let set = ActiveModel { id: sea_orm::NotSet, ..noted };
                seller.find::<Entity>().by_ids([id]).update_all(set).await.map(drop)
            };
            assert!(matches!(answer, Err(AccessError::NotFound { .. })), "{id}: {answer:?}");
            take.await.unwrap();
            let stored = world.sudo().get::<Entity>(id).await.unwrap();
            assert_eq!((stored.salesperson_id, stored.note), (Some(8), None));
        }
    }
}
