//! A new record must be allowed as it is stored.

use actix_web::ResponseError;
use actix_web::body::MessageBody;
use guard_runtime::records::AccessError;
use sea_orm::{NotSet, Set};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{ActiveModel, Entity};
use crate::models::{line, memo};
use crate::rows::{ABROAD, CONTACT, OWN, POSTED, SELLER};
use crate::world::World;

/// What a seller may create.
fn invoice() -> ActiveModel {
    ActiveModel {
        id: Set(100),
        company_id: Set(Some(1)),
        contact_id: Set(Some(CONTACT)),
        salesperson_id: Set(Some(SELLER)),
        total: Set(5),
        ..Default::default()
    }
}

fn memo(text: &str) -> memo::ActiveModel {
    memo::ActiveModel {
        id: Set(100),
        company_id: Set(1),
        text: Set(text.to_owned()),
        author_id: NotSet,
    }
}

in_each_database! {
    async fn by_what_is_sent(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.seller();
        let fill = |it: &mut ActiveModel| it.created_by = Set(SELLER);
        for (name, input) in [
            ("another's", ActiveModel { salesperson_id: Set(Some(8)), ..invoice() }),
            ("nobody's", ActiveModel { salesperson_id: Set(None), ..invoice() }),
            ("nobody's, not said", ActiveModel { salesperson_id: NotSet, ..invoice() }),
            ("abroad", ActiveModel { company_id: Set(Some(2)), ..invoice() }),
            ("nowhere", ActiveModel { company_id: NotSet, ..invoice() }),
        ] {
            let error = db.create(input).fill(fill).exec().await.unwrap_err();
            assert!(matches!(error, AccessError::Forbidden { model: "invoice", .. }), "{name}: {error:?}");
            assert_eq!(world.rows().await, before, "{name}");
        }
        let filled = db.create(invoice()).fill(fill).fill(|it| it.salesperson_id = Set(Some(8)));
        assert!(matches!(filled.exec().await, Err(AccessError::Forbidden { .. })));
        assert_eq!(world.rows().await, before);
        let written = db.create(invoice()).fill(fill).exec().await.unwrap();
        // The database has put in the rest.
        let record = written.record().unwrap();
        assert_eq!((record.id, &*record.status, record.created_by), (100, "sent", SELLER));
        assert_eq!(world.rows().await.len(), before.len() + 1);
    }

    async fn by_what_the_database_and_hooks_put_in(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.portal();
        let fill = |it: &mut memo::ActiveModel| it.author_id = Set(SELLER);
        let defaulted = memo::ActiveModel { company_id: NotSet, ..memo("default") };
        for (input, status) in [(defaulted, 403), (memo("abroad"), 403), (memo("swapped"), 500), (memo("no"), 500)] {
            let error = db.create(input.clone()).fill(fill).exec().await.unwrap_err();
            let answered = error.status_code().as_u16();
            assert_eq!(answered, status, "{input:?}: {error:?}");
            assert_eq!(world.rows().await, before, "{input:?}");
        }
        // The hook makes it the caller's own; without it, it is another's.
        let another = |it: &mut memo::ActiveModel| it.author_id = Set(8);
        let error = db.create(memo("plain")).fill(another).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Forbidden { .. }), "{error:?}");
        let written = db.create(memo("mine")).fill(another).exec().await.unwrap();
        assert_eq!(written.record().unwrap().author_id, SELLER);
        assert_eq!(world.rows().await.len(), before.len() + 1);
    }

    async fn by_what_it_is_related_to(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let of = |invoice_id| line::ActiveModel {
            invoice_id: Set(invoice_id),
            position: Set(3),
            product: Set("cap".to_owned()),
            quantity: Set(1),
        };
        let db = world.seller();
        let error = db.create(of(ABROAD)).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Forbidden { model: "line", .. }), "{error:?}");
        // There is no such invoice; the database says so first.
        let error = db.create(of(100)).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Conflict(_)), "{error:?}");
        assert_eq!(world.rows().await, before);
        for invoice_id in [OWN, POSTED] {
            let written = db.create(of(invoice_id)).exec().await.unwrap();
            assert_eq!(written.record().unwrap().invoice_id, invoice_id);
        }
    }

    async fn what_has_to_be_unique(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.seller();
        let fill = |it: &mut ActiveModel| it.created_by = Set(SELLER);
        let number = ActiveModel { number: Set(Some("A-2".to_owned())), ..invoice() };
        let key = ActiveModel { id: Set(OWN), ..invoice() };
        for input in [number, key] {
            let error = db.create(input.clone()).fill(fill).exec().await.unwrap_err();
            assert!(matches!(error, AccessError::Conflict(_)), "{input:?}: {error:?}");
            assert_eq!(world.rows().await, before, "{input:?}");
        }
        let taken = ActiveModel { id: Set(OWN), number: Set(Some("A-2".to_owned())), ..Default::default() };
        let error = db.update(taken).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Conflict(_)), "{error:?}");
        assert_eq!(world.rows().await, before);
        // The pool is not hurt by it.
        assert_eq!(db.get::<Entity>(OWN).await.unwrap().number.as_deref(), Some("A-1"));
    }

    /// Who may create nothing learns nothing of fields, and of what is taken.
    async fn by_those_who_may_create_none(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        for input in [
            ActiveModel { cost: Set(1), ..invoice() },
            ActiveModel { id: Set(OWN), ..invoice() },
            ActiveModel { number: Set(Some("A-2".to_owned())), ..invoice() },
            ActiveModel { contact_id: Set(Some(1_000)), ..invoice() },
        ] {
            let fill = |it: &mut ActiveModel| it.created_by = Set(SELLER);
            let error = world.portal().create(input).fill(fill).exec().await.unwrap_err();
            assert!(matches!(error, AccessError::Forbidden { .. }), "{error:?}");
        }
        assert_eq!(world.rows().await, before);
    }
    /// What the caller has left out is named; what the application has, is its own mistake.
    async fn what_may_not_be_missing(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.portal();
        let fill = |it: &mut memo::ActiveModel| it.author_id = Set(SELLER);
        let none = || memo::ActiveModel { text: NotSet, ..memo("") };
        for error in [
            db.create(none()).fill(fill).exec().await.unwrap_err(),
            db.create(none()).exec().await.unwrap_err(),
        ] {
            assert!(
                matches!(&error, AccessError::Missing { model: "memo", fields } if fields == &["text"]),
                "{error:?}"
            );
            assert_eq!(error.to_string(), "`memo` is not without `text`");
            let answer = error.error_response();
            assert_eq!(answer.status().as_u16(), 422);
            let body = answer.into_body().try_into_bytes().unwrap();
            assert!(body.windows(11).any(|it| it == b"\"memo.text\""), "{body:?}");
        }
        let error = db.create(memo("plain")).exec().await.unwrap_err();
        assert!(matches!(error, AccessError::Database(_)), "{error:?}");
        assert_eq!(world.rows().await, before);
    }
}
