//! Several operations are stored together or not at all.

use std::cell::RefCell;
use std::time::Duration;

use actix_web::rt::time::sleep;
use guard_runtime::records::{AccessError, field};
use sea_orm::{DbBackend, EntityTrait, Set};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{ActiveModel, Column, Entity};
use crate::models::{line, wish};
use crate::notes::{Mine, note, noted};
use crate::rows::{OTHERS, OWN, POSTED};
use crate::world::World;

in_each_database! {
    async fn what_succeeds_is_stored(place: &Place) {
        let world = World::new(place).await;
        let db = world.seller();
        let result = db.transaction(async |db| {
            note(db, OWN, "one").await?;
            db.delete::<line::Entity>((OWN, 1)).await?;
            // It sees what it has done, and obeys the same rules.
            assert_eq!(noted(db, OWN).await.as_deref(), Some("one"));
            assert!(matches!(note(db, OTHERS, "no").await, Err(AccessError::NotFound { .. })));
            assert_eq!(db.find::<line::Entity>().count().await?, 9);
            Ok::<_, AccessError>(7)
        });
        assert_eq!(result.await.unwrap(), 7);
        assert_eq!(noted(&world.seller(), OWN).await.as_deref(), Some("one"));
        assert_eq!(world.seller().find::<line::Entity>().count().await.unwrap(), 9);
    }

    async fn what_fails_is_undone(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let result: Result<(), AccessError> = world.seller().transaction(async |db| {
            note(db, OWN, "one").await?;
            db.delete::<line::Entity>((OWN, 1)).await?;
            note(db, POSTED, "no").await
        })
        .await;
        assert!(matches!(result, Err(AccessError::Forbidden { .. })), "{result:?}");
        assert_eq!(world.rows().await, before);
        // The work's own error, after changes that were allowed.
        let result: Result<(), Mine> = world.seller().transaction(async |db| {
            note(db, OWN, "one").await.map_err(Mine::from)?;
            Err(Mine::Enough)
        })
        .await;
        assert!(matches!(result, Err(Mine::Enough)), "{result:?}");
        assert_eq!(world.rows().await, before);
    }

    /// Each refusal undoes what it is about, and the caller decides on the rest.
    async fn a_refusal_leaves_the_rest(place: &Place) {
        let world = World::new(place).await;
        world.manager().transaction(async |db| {
            note(db, OWN, "one").await?;
            let away = ActiveModel { id: Set(OWN), company_id: Set(Some(2)), ..Default::default() };
            let refused = db.update(away).exec().await;
            assert!(matches!(refused, Err(AccessError::Forbidden { .. })), "{refused:?}");
            let set = db.find::<Entity>().by_ids([OWN, OTHERS]);
            let taken = ActiveModel { number: Set(Some("A-3".to_owned())), ..Default::default() };
            let refused = set.update_all(taken).await;
            assert!(matches!(refused, Err(AccessError::Conflict(_))), "{refused:?}");
            // Also after the database itself has refused a statement.
            note(db, OTHERS, "two").await
        })
        .await
        .unwrap();
        let db = world.manager();
        assert_eq!(noted(&db, OWN).await.as_deref(), Some("one"));
        assert_eq!(noted(&db, OTHERS).await.as_deref(), Some("two"));
        assert_eq!(db.get::<Entity>(OWN).await.unwrap().company_id, Some(1));
    }

    /// `PostgreSQL` takes a commit for a rollback then, and does not call that an error.
    async fn one_in_which_a_statement_failed_is_not_called_stored(place: &Place) {
        let world = World::new(place).await;
        let is_postgres = world.raw.get_database_backend() == DbBackend::Postgres;
        let result = world.manager().transaction(async |db| {
            note(db, OWN, "one").await?;
            // A number is no text there.
            let found = db.find::<Entity>().filter(field(Column::Total).contains("1")).count().await;
            assert_eq!(found.is_err(), is_postgres, "{found:?}");
            Ok::<_, AccessError>(())
        })
        .await;
        assert_eq!(result.is_err(), is_postgres, "{result:?}");
        let stored = noted(&world.manager(), OWN).await;
        assert_eq!(stored.is_some(), result.is_ok());
    }

    async fn one_that_is_kept_is_undone(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let kept = RefCell::new(None);
        let result: Result<(), AccessError> = world.seller().transaction(async |db| {
            note(db, OWN, "one").await?;
            kept.replace(Some(db.clone()));
            Ok(())
        })
        .await;
        assert!(matches!(result, Err(AccessError::Broken(_))), "{result:?}");
        kept.take();
        assert_eq!(world.rows().await, before);
        note(&world.seller(), OWN, "free").await.unwrap();
    }

    /// Nobody waits for it any more, at whatever point it is.
    async fn one_that_is_dropped_is_undone(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let mut unfinished = 0;
        for polls in 0..40 {
            let db = world.seller();
            let mut work = Box::pin(db.transaction(async |db| {
                note(db, OWN, "one").await?;
                db.transaction(async |db| note(db, OWN, "two").await).await?;
                // There is always a next step.
                std::future::pending::<Result<(), AccessError>>().await
            }));
            for _ in 0..polls {
                assert!(futures::poll!(&mut work).is_pending());
                sleep(Duration::from_micros(200)).await;
            }
            drop(work);
            unfinished += 1;
            assert_eq!(world.rows().await, before, "after {polls}");
        }
        assert_eq!(unfinished, 40);
        // What it had locked is free again.
        note(&world.seller(), OWN, "free").await.unwrap();
    }

    async fn a_change_that_is_dropped_is_whole_or_nothing(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let before = world.rows().await;
        let mut undone = 0;
        for polls in 0..40 {
            let db = world.manager();
            let change = ActiveModel { note: Set(Some("all".to_owned())), ..Default::default() };
            let mut work = Box::pin(db.find::<Entity>().by_ids([1, 2, 4]).update_all(change));
            for _ in 0..polls {
                if futures::poll!(&mut work).is_ready() {
                    break;
                }
                sleep(Duration::from_micros(100)).await;
            }
            drop(work);
            // A commit that is on its way may arrive or not; halves are never seen.
            let changed = world.rows().await.iter().filter(|row| row.contains("\"all\"")).count();
            assert!(changed == 0 || changed == 3, "{changed} after {polls}");
            undone += usize::from(changed == 0);
            world.refill_alone().await;
        }
        assert!(undone > 1, "{undone}");
        assert_eq!(world.rows().await, before);
    }

    /// Its connection is somebody else's next, and what they store has to be stored.
    async fn a_change_that_is_dropped_leaves_its_connection_as_it_was(place: &Place) {
        let world = World::new(place).await;
        if matches!(place, Place::Memory) {
            // Nobody else sees what is in it.
            return;
        }
        let other = place.open().await;
        for polls in 0..12 {
            let db = world.manager();
            let mut work = Box::pin(note(&db, OWN, "one"));
            for _ in 0..polls {
                if futures::poll!(&mut work).is_ready() {
                    break;
                }
                sleep(Duration::from_micros(100)).await;
            }
            drop(work);
            let id = i64::from(polls) + 100;
            world.put([wish::Model { id, author_id: 1 }]).await;
            let seen = wish::Entity::find_by_id(id).one(&other).await.unwrap();
            assert!(seen.is_some(), "after {polls}");
        }
    }
}
