//! A change must be allowed before and after it; one that is not leaves everything as it was.

use guard_runtime::records::AccessError;
use sea_orm::Set;

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{ActiveModel, Entity};
use crate::models::{contact, line, memo, wish};
use crate::rows::{CONTACT, DRAFT, OTHERS, OWN, OWNERLESS, POSTED, SELLER};
use crate::world::World;

fn change(id: i64) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        ..Default::default()
    }
}

in_each_database! {
    async fn a_record_is_not_moved_out_of_the_rule(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let (sell, manage) = (world.seller(), world.manager());
        for (name, db, input) in [
            ("another's", &sell, ActiveModel { salesperson_id: Set(Some(8)), ..change(OWN) }),
            ("nobody's", &sell, ActiveModel { salesperson_id: Set(None), ..change(OWN) }),
            ("abroad", &sell, ActiveModel { company_id: Set(Some(2)), ..change(OWN) }),
            ("nowhere", &sell, ActiveModel { company_id: Set(None), ..change(OWN) }),
            ("abroad", &manage, ActiveModel { company_id: Set(Some(2)), ..change(DRAFT) }),
            ("posted", &manage, ActiveModel { status: Set("posted".to_owned()), ..change(DRAFT) }),
        ] {
            let error = db.update(input).exec().await.unwrap_err();
            assert!(matches!(error, AccessError::Forbidden { .. }), "{name}: {error:?}");
            assert_eq!(world.rows().await, before, "{name}");
        }
        // What the application fills in has to be allowed as well.
        let filled = sell.update(change(OWN)).fill(|it| it.salesperson_id = Set(Some(8)));
        assert!(matches!(filled.exec().await, Err(AccessError::Forbidden { .. })));
        assert_eq!(world.rows().await, before);
        let another = ActiveModel { salesperson_id: Set(Some(8)), ..change(OWNERLESS) };
        let written = manage.update(another).exec().await.unwrap();
        assert_eq!(written.record().unwrap().salesperson_id, Some(8));
    }

    async fn a_primary_key_stays(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.seller();
        let none = <ActiveModel as Default>::default();
        let error = db.update(none).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Broken(_)), "{error:?}");
        let half = line::ActiveModel { invoice_id: Set(OWN), quantity: Set(9), ..Default::default() };
        let error = db.update(half).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Broken(_)), "{error:?}");
        let find = world.manager().find::<Entity>().by_ids([OWN]);
        let error = find.update_all(change(100)).await.unwrap_err();
        assert!(matches!(error, AccessError::Broken(_)), "{error:?}");
        // It names another record, and the application decides which.
        let filled = db.update(change(OWN)).fill(|it| it.id = Set(OTHERS));
        assert!(matches!(filled.exec().await, Err(AccessError::NotFound { .. })));
        let hooked = memo::ActiveModel { id: Set(1), text: Set("another".to_owned()), ..Default::default() };
        let error = world.portal().update(hooked).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Broken("a record changed its primary key")), "{error:?}");
        assert_eq!(world.rows().await, before);
    }

    async fn another_record_is_not_deleted_in_its_place(place: &Place) {
        let world = World::new(place).await;
        let own = crate::rows::memos()[0].clone();
        world.put([memo::Model { id: 4, text: "another".to_owned(), ..own }]).await;
        let before = world.rows().await;
        let error = world.portal().delete::<memo::Entity>(4).await.unwrap_err();
        assert!(matches!(error, AccessError::Broken(_)), "{error:?}");
        assert_eq!(world.rows().await, before);
    }

    /// A hook may swallow the error of a statement, and the database not forget it.
    async fn what_is_not_deleted_is_not_called_so(place: &Place) {
        let world = World::new(place).await;
        let own = crate::rows::memos()[0].clone();
        world.put([memo::Model { id: 4, text: "careless".to_owned(), ..own }]).await;
        let before = world.rows().await;
        let deleted = world.portal().delete::<memo::Entity>(4).await;
        assert_eq!(deleted.is_ok(), world.rows().await != before, "{deleted:?}");
    }

    async fn what_is_stored_counts_and_not_what_was_sent(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.portal();
        for text in ["abroad", "swapped", "no"] {
            let memo = memo::ActiveModel { id: Set(1), text: Set(text.to_owned()), ..Default::default() };
            let error = db.update(memo).exec().await.unwrap_err();
            let expected = match text {
                "abroad" => matches!(error, AccessError::Forbidden { .. }),
                "swapped" => matches!(error, AccessError::Broken(_)),
                _ => matches!(error, AccessError::Database(_)),
            };
            assert!(expected, "{text}: {error:?}");
            assert_eq!(world.rows().await, before, "{text}");
        }
    }

    async fn who_writes_need_not_read(place: &Place) {
        let world = World::new(place).await;
        world.put([wish::Model { id: 1, author_id: SELLER }]).await;
        let db = world.portal();
        let of = |id, author_id| wish::ActiveModel { id: Set(id), author_id: Set(author_id) };
        let written = db.create(of(2, SELLER)).exec().await.unwrap();
        assert_eq!(written.into_record().map(|it| it.id), Some(2));
        assert!(db.create(of(3, 8)).exec().await.unwrap().into_record().is_none());
        let written = db.update(of(1, 8)).exec().await.unwrap();
        assert!(written.record().is_none());
        // From now on it is as if it were not there.
        let error = db.update(of(1, SELLER)).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::NotFound { .. }), "{error:?}");
        let stored = db.sudo("to look").unwrap().find::<wish::Entity>().count().await.unwrap();
        assert_eq!(stored, 3);
    }

    async fn what_is_referred_to_is_not_deleted(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let error = world.manager().delete::<contact::Entity>(CONTACT).await.unwrap_err();
        assert!(matches!(error, AccessError::Conflict(_)), "{error:?}");
        let all = world.manager().find::<contact::Entity>().delete_all().await.unwrap_err();
        assert!(matches!(all, AccessError::Conflict(_)), "{all:?}");
        assert_eq!(world.rows().await, before);
        world.seller().delete::<line::Entity>((OWN, 1)).await.unwrap();
        let again = world.seller().delete::<line::Entity>((OWN, 1)).await.unwrap_err();
        assert!(matches!(again, AccessError::NotFound { .. }), "{again:?}");
        // By a rule about its invoice.
        let posted = world.seller().delete::<line::Entity>((POSTED, 1)).await.unwrap_err();
        assert!(matches!(posted, AccessError::Forbidden { .. }), "{posted:?}");
        assert_eq!(world.rows().await.len(), before.len() - 1);
    }
}
