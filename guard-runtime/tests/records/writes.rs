//! Fields that the caller may not write are refused wherever they stand.

use guard_runtime::records::AccessError;
use sea_orm::ActiveValue::Unchanged;
use sea_orm::{IntoActiveModel, Set};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{ActiveModel, Entity};
use crate::rows::{ABROAD, OTHERS, OWN, POSTED, SELLER};
use crate::world::World;

fn change(id: i64) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        ..Default::default()
    }
}

/// Fields that a seller may not write, and what is in them already.
fn unwritable() -> [(&'static str, ActiveModel); 6] {
    let none = || change(OWN);
    [
        (
            "cost",
            ActiveModel {
                cost: Set(1),
                ..none()
            },
        ),
        // What is there already.
        (
            "cost",
            ActiveModel {
                cost: Set(60),
                ..none()
            },
        ),
        (
            "status",
            ActiveModel {
                status: Set("sent".to_owned()),
                ..none()
            },
        ),
        (
            "campaign_id",
            ActiveModel {
                campaign_id: Set(None),
                ..none()
            },
        ),
        (
            "created_by",
            ActiveModel {
                created_by: Set(SELLER),
                ..none()
            },
        ),
        (
            "created_by",
            ActiveModel {
                created_by: Set(1),
                note: Set(None),
                ..none()
            },
        ),
    ]
}

fn refuses(error: &AccessError, name: &str) -> bool {
    matches!(error, AccessError::Fields { model: "invoice", fields, write: true } if fields == &[name])
}

in_each_database! {
    async fn fields_that_may_not_be_written(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        for (name, input) in unwritable() {
            let error = world.seller().update(input.clone()).exec().await.unwrap_err();
            assert!(refuses(&error, name), "{name}: {error:?}");
            let find = world.seller().find::<Entity>().by_ids([OWN]);
            let mut all = input.clone();
            all.id = sea_orm::NotSet;
            let error = find.update_all(all).await.unwrap_err();
            assert!(refuses(&error, name), "{name}: {error:?}");
            let mut new = input;
            new.id = Set(100);
            let error = world.seller().create(new).exec().await.unwrap_err();
            assert!(refuses(&error, name), "{name}: {error:?}");
            assert_eq!(world.rows().await, before, "{name}");
        }
        let filled = |it: &mut ActiveModel| it.created_by = Set(3);
        let given = || ActiveModel { created_by: Set(3), ..change(OWN) };
        // Nobody may write it, and filling it in does not make good what the caller has sent.
        let error = world.admin().update(given()).fill(filled).exec().await.unwrap_err();
        assert!(refuses(&error, "created_by"), "{error:?}");
        assert_eq!(world.rows().await, before);
        let written = world.seller().update(change(OWN)).fill(filled).exec().await.unwrap();
        assert_eq!(written.record().unwrap().created_by, 3);
        let written = world.sudo().update(given()).exec().await.unwrap();
        assert_eq!(written.record().unwrap().created_by, 3);
    }

    /// What an active model calls unchanged is inserted all the same.
    async fn a_whole_record_is_as_many_fields(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let mut whole = crate::rows::invoices()[0].clone();
        whole.id = 100;
        whole.number = None;
        let input = whole.clone().into_active_model();
        assert!(matches!(input.cost, Unchanged(60)));
        let error = world.seller().create(input).exec().await.unwrap_err();
        let refused = matches!(
            &error,
            AccessError::Fields { fields, write: true, .. }
                if fields == &["campaign_id", "status", "cost", "created_by"]
        );
        assert!(refused, "{error:?}");
        assert_eq!(world.rows().await, before);
        // In a change they are not stored.
        whole.id = OWN;
        whole.cost = 1;
        let written = world.seller().update(whole.into_active_model()).exec().await.unwrap();
        assert_eq!(written.record().unwrap().id, OWN);
        assert_eq!(world.rows().await, before);
    }

    async fn fields_are_told_of_visible_records_alone(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let cost = |id| ActiveModel { cost: Set(1), ..change(id) };
        let db = world.seller();
        for (id, expected) in [(OTHERS, "404"), (ABROAD, "404"), (100, "404"), (POSTED, "403"), (OWN, "fields")] {
            let error = db.update(cost(id)).exec().await.unwrap_err();
            let answer = match error {
                AccessError::NotFound { model: "invoice", .. } => "404",
                AccessError::Forbidden { model: "invoice", .. } => "403",
                AccessError::Fields { .. } => "fields",
                error => panic!("{id}: {error:?}"),
            };
            assert_eq!(answer, expected, "{id}");
        }
        assert_eq!(world.rows().await, before);
    }
}
