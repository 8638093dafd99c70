//! Transactions within transactions, and changes at the same time within one.

use std::cell::RefCell;
use std::task::Poll;

use actix_web::rt::time::sleep;
use guard_runtime::records::AccessError;
use sea_orm::Set;

use crate::databases::{Place, in_each_database};
use crate::models::invoice::Entity;
use crate::models::memo;
use crate::notes::{Mine, note, noted};
use crate::rows::{OTHERS, OWN};
use crate::world::World;

in_each_database! {
    async fn one_within_another(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let nested = async |outer_fails: bool| -> Result<(), Mine> {
            world.manager().transaction(async |db| {
                note(db, OWN, "outer").await?;
                let inner = db.transaction(async |db| {
                    note(db, OTHERS, "inner").await?;
                    Err::<(), _>(Mine::Enough)
                });
                assert!(matches!(inner.await, Err(Mine::Enough)));
                assert_eq!(noted(db, OTHERS).await, None);
                db.transaction(async |db| note(db, OTHERS, "kept").await).await?;
                if outer_fails { Err(Mine::Enough) } else { Ok(()) }
            })
            .await
        };
        assert!(nested(true).await.is_err());
        assert_eq!(world.rows().await, before);
        nested(false).await.unwrap();
        assert_eq!(noted(&world.manager(), OWN).await.as_deref(), Some("outer"));
        assert_eq!(noted(&world.manager(), OTHERS).await.as_deref(), Some("kept"));
    }

    /// Savepoints are a stack: undoing one of two that overlap would undo the other.
    async fn two_changes_at_once_are_refused(place: &Place) {
        let world = World::new(place).await;
        let own = crate::rows::memos()[0].clone();
        world.put([memo::Model { id: 4, ..own }]).await;
        let slow = |id| memo::ActiveModel { id: Set(id), text: Set("slow".to_owned()), ..Default::default() };
        let db = world.portal();
        let result = db.transaction(async |db| {
            let away = memo::ActiveModel { company_id: Set(2), ..slow(1) };
            let (forbidden, allowed) = futures::join!(db.update(away).exec(), async {
                // The first has changed its row by now, and its rule is not asked yet.
                sleep(memo::SLOW / 2).await;
                db.update(slow(4)).exec().await
            });
            assert!(matches!(forbidden, Err(AccessError::Forbidden { .. })), "{forbidden:?}");
            assert!(matches!(allowed, Err(AccessError::Broken(_))), "{allowed:?}");
            Ok::<_, AccessError>(())
        });
        result.await.unwrap();
        for id in [1, 4] {
            let stored = world.sudo().get::<memo::Entity>(id).await.unwrap();
            assert_eq!((stored.company_id, &*stored.text), (1, "plain"), "{id}");
        }
        // What may be read is not known before it is known whether the change stays.
        let result = db.transaction(async |db| {
            let (changed, seen) = futures::join!(db.update(slow(1)).exec(), async {
                sleep(memo::SLOW / 2).await;
                db.find::<memo::Entity>().count().await
            });
            assert!(matches!(seen, Err(AccessError::Broken(_))), "{seen:?}");
            changed.map(drop)
        });
        result.await.unwrap();
        // Reading is no change.
        world.manager().transaction(async |db| {
            let (one, two) = futures::join!(db.get::<Entity>(OWN), db.get::<Entity>(OTHERS));
            one.and(two)
        })
        .await
        .unwrap();
    }

    /// Whoever drops a savepoint while its connection is in use gets a panic, and a connection with a
    /// transaction that nobody ends.
    async fn a_change_that_is_dropped_beside_a_read(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let slow = memo::ActiveModel { id: Set(1), text: Set("slow".to_owned()), ..Default::default() };
        let db = world.portal();
        let result = db.transaction(async |db| {
            let mut change = Box::pin(db.update(slow).exec());
            for _ in 0..10 {
                assert!(futures::poll!(&mut change).is_pending());
                sleep(memo::SLOW / 100).await;
            }
            let mut read = Box::pin(db.find::<memo::Entity>().all());
            let seen = futures::poll!(&mut read);
            drop(change);
            assert!(matches!(seen, Poll::Ready(Err(AccessError::Broken(_)))), "{seen:?}");
            db.find::<memo::Entity>().count().await
        });
        assert_eq!(result.await.unwrap(), 1);
        assert_eq!(world.rows().await, before);
    }

    /// The outer one is not used while there is one within it.
    async fn the_outer_one_waits_for_the_inner(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        let result = db.transaction(async |outer| {
            outer.transaction(async |inner| {
                note(inner, OWN, "inner").await?;
                let refused = note(outer, OTHERS, "outer").await;
                assert!(matches!(refused, Err(AccessError::Broken(_))), "{refused:?}");
                Ok::<_, AccessError>(())
            })
            .await?;
            note(outer, OTHERS, "after").await
        });
        result.await.unwrap();
        assert_eq!(noted(&world.manager(), OWN).await.as_deref(), Some("inner"));
        assert_eq!(noted(&world.manager(), OTHERS).await.as_deref(), Some("after"));
    }

    async fn an_inner_one_that_is_kept_undoes_the_outer(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let kept = RefCell::new(None);
        let result: Result<(), AccessError> = world.manager().transaction(async |outer| {
            note(outer, OWN, "outer").await?;
            let inner: Result<(), AccessError> = outer.transaction(async |inner| {
                note(inner, OTHERS, "inner").await?;
                kept.replace(Some(inner.clone()));
                Ok(())
            })
            .await;
            assert!(matches!(inner, Err(AccessError::Broken(_))), "{inner:?}");
            let later = note(outer, OTHERS, "later").await;
            assert!(matches!(later, Err(AccessError::Broken(_))), "{later:?}");
            Ok(())
        })
        .await;
        assert!(matches!(result, Err(AccessError::Broken(_))), "{result:?}");
        kept.take();
        assert_eq!(world.rows().await, before);
    }
}
