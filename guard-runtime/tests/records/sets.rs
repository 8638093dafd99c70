//! A set is changed as a whole or not at all.

use guard_runtime::records::{AccessError, Find, GuardedDb, field};
use sea_orm::{NotSet, Set};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{self, ActiveModel, Column, Entity};
use crate::models::line;
use crate::rows::{OWN, POSTED, SELLER};
use crate::world::World;

fn find(db: &GuardedDb) -> Find<Entity> {
    db.find::<Entity>()
}

fn noted(text: &str) -> ActiveModel {
    ActiveModel {
        note: Set(Some(text.to_owned())),
        ..Default::default()
    }
}

/// The invoices whose note says so, past all rules.
async fn with_note(world: &World, text: &str) -> Vec<i64> {
    let db = world.sudo();
    let found = find(&db).filter(field(Column::Note).eq(text));
    let found = found.order_by_asc(Column::Id).all().await.unwrap();
    found.iter().map(|it| it.id).collect()
}

in_each_database! {
    async fn one_forbidden_row_forbids_all(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let before = world.rows().await;
        let (sell, manage, admin) = (world.seller(), world.manager(), world.admin());
        let to = |salesperson_id| ActiveModel { salesperson_id: Set(salesperson_id), ..Default::default() };
        let abroad = ActiveModel { company_id: Set(Some(2)), ..Default::default() };
        let draft = || field(Column::Status).eq("draft");
        for (name, answer) in [
            ("a posted one", find(&manage).update_all(noted("new")).await),
            ("a posted one of two", find(&sell).update_all(noted("new")).await),
            ("a posted one by id", find(&manage).by_ids([1, 2, POSTED]).update_all(noted("new")).await),
            ("moved to another", find(&sell).by_ids([OWN]).update_all(to(Some(8))).await),
            ("moved to nobody", find(&sell).by_ids([OWN]).update_all(to(None)).await),
            ("moved abroad", find(&manage).filter(draft()).update_all(abroad).await),
            ("a posted one", find(&admin).delete_all().await),
            ("others'", find(&manage).delete_all().await),
            ("a posted one of two", find(&sell).delete_all().await),
        ] {
            assert!(matches!(answer, Err(AccessError::Forbidden { model: "invoice", .. })), "{name}: {answer:?}");
        }
        assert_eq!(world.rows().await, before);
    }

    async fn a_hidden_row_is_not_found_if_it_is_named(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let before = world.rows().await;
        for ids in [&[1, 3][..], &[3], &[1, 2, 100], &[7]] {
            for db in [world.manager(), world.admin()] {
                let named = || find(&db).by_ids(ids.to_vec());
                let answer = named().update_all(noted("new")).await;
                assert!(matches!(answer, Err(AccessError::NotFound { model: "invoice", .. })), "{ids:?}: {answer:?}");
                let answer = named().delete_all().await;
                assert!(matches!(answer, Err(AccessError::NotFound { model: "invoice", .. })), "{ids:?}: {answer:?}");
            }
        }
        // Named, and left out by a filter of the caller's own.
        let filtered = find(&world.manager()).by_ids([1, 2]).filter(field(Column::Id).eq(1));
        let answer = filtered.update_all(noted("new")).await;
        assert!(matches!(answer, Err(AccessError::NotFound { .. })), "{answer:?}");
        assert_eq!(world.rows().await, before);
    }

    async fn hidden_rows_that_are_not_named_are_left_alone(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let open = || field(Column::Status).ne("posted");
        let any = || field(Column::Id).ne(0).or(field(Column::Id).eq(3));
        let changed = find(&world.manager()).filter(open().and(any())).update_all(noted("new")).await;
        assert_eq!(changed.unwrap(), 4);
        assert_eq!(with_note(&world, "new").await, [1, 2, 4, 6]);
        let changed = find(&world.seller()).filter(open()).update_all(noted("mine")).await;
        assert_eq!(changed.unwrap(), 1);
        assert_eq!(with_note(&world, "mine").await, [OWN]);
        let nobody = world.of(crate::people::nobody());
        assert_eq!(find(&nobody).update_all(noted("nobody's")).await.unwrap(), 0);
        assert_eq!(find(&nobody).delete_all().await.unwrap(), 0);
        for (ids, count) in [(&[][..], 0), (&[1, 1], 1), (&[2, 4, 2], 2)] {
            let changed = find(&world.manager()).by_ids(ids.to_vec()).update_all(noted("named")).await;
            assert_eq!(changed.unwrap(), count, "{ids:?}");
        }
        assert_eq!(with_note(&world, "named").await, [1, 2, 4]);
        let some = find(&world.manager()).filter(open()).order_by_desc(Column::Id).limit(2).offset(1);
        assert_eq!(some.update_all(noted("some")).await.unwrap(), 2);
        assert_eq!(with_note(&world, "some").await, [2, 4]);
        let deleted = find(&world.admin()).filter(open()).delete_all().await.unwrap();
        assert_eq!(deleted, 4);
        let left = find(&world.sudo()).order_by_asc(Column::Id).all().await.unwrap();
        assert_eq!(left.iter().map(|it| it.id).collect::<Vec<_>>(), [3, 5, 7]);
    }

    async fn more_than_one_statement_names(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let posted = "posted".to_owned();
        let of = |id: i64| invoice::Model { id, number: None, ..crate::rows::invoices()[0].clone() };
        world.put((100..1300).map(of)).await;
        // The last of them, in a statement of its own.
        world.put([invoice::Model { status: posted, ..of(1300) }]).await;
        let before = world.rows().await;
        let db = world.seller();
        let many = || find(&db).filter(field(Column::Id).at_least(100)).order_by_asc(Column::Id);
        let answer = many().update_all(noted("new")).await;
        assert!(matches!(answer, Err(AccessError::Forbidden { .. })), "{answer:?}");
        let answer = many().delete_all().await;
        assert!(matches!(answer, Err(AccessError::Forbidden { .. })), "{answer:?}");
        let away = ActiveModel { salesperson_id: Set(Some(8)), ..Default::default() };
        let answer = many().limit(1200).update_all(away).await;
        assert!(matches!(answer, Err(AccessError::Forbidden { .. })), "{answer:?}");
        assert_eq!(world.rows().await, before);
        assert_eq!(many().limit(1200).update_all(noted("new")).await.unwrap(), 1200);
        assert_eq!(with_note(&world, "new").await, (100..1300).collect::<Vec<_>>());
        assert_eq!(find(&db).by_ids(100..1300).delete_all().await.unwrap(), 1200);
        assert_eq!(world.rows().await.len(), before.len() - 1200);
    }

    async fn keys_of_two_columns(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.seller();
        let named = |keys: &[(i64, i64)]| db.find::<line::Entity>().by_ids(keys.to_vec());
        let more = || line::ActiveModel { quantity: Set(9), ..Default::default() };
        let answer = named(&[(1, 1), (3, 1)]).update_all(more()).await;
        assert!(matches!(answer, Err(AccessError::NotFound { model: "line", .. })), "{answer:?}");
        let answer = named(&[(1, 1), (5, 1)]).update_all(more()).await;
        assert!(matches!(answer, Err(AccessError::Forbidden { .. })), "{answer:?}");
        let answer = named(&[(5, 2)]).delete_all().await;
        assert!(matches!(answer, Err(AccessError::Forbidden { .. })), "{answer:?}");
        let part = line::ActiveModel { position: Set(7), ..Default::default() };
        assert!(matches!(named(&[(1, 1)]).update_all(part).await, Err(AccessError::Broken(_))));
        assert_eq!(world.rows().await, before);
        // Not also (1, 1) and (2, 2).
        assert_eq!(named(&[(1, 2), (2, 1)]).update_all(more()).await.unwrap(), 2);
        let changed = db.find::<line::Entity>().filter(field(line::Column::Quantity).eq(9));
        let changed = changed.order_by_asc(line::Column::InvoiceId).all().await.unwrap();
        let changed = changed.iter().map(|it| (it.invoice_id, it.position));
        assert_eq!(changed.collect::<Vec<_>>(), [(1, 2), (2, 1)]);
        assert_eq!(named(&[(1, 2), (2, 1)]).delete_all().await.unwrap(), 2);
        assert_eq!(world.rows().await.len(), before.len() - 2);
    }

    async fn what_contradicts_something(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.manager();
        let number = |number: &str| ActiveModel { number: Set(Some(number.to_owned())), ..Default::default() };
        let two = || find(&db).by_ids([1, 2]);
        for taken in ["A-3", "A-9"] {
            let answer = two().update_all(number(taken)).await;
            assert!(matches!(answer, Err(AccessError::Conflict(_))), "{taken}: {answer:?}");
            assert_eq!(world.rows().await, before);
        }
        let answer = find(&world.admin()).by_ids([1, 2]).delete_all().await;
        assert!(matches!(answer, Err(AccessError::Conflict(_))), "{answer:?}");
        for nothing in [ActiveModel { id: NotSet, ..Default::default() }, ActiveModel { id: Set(SELLER), ..noted("new") }] {
            let answer = two().update_all(nothing).await;
            assert!(matches!(answer, Err(AccessError::Broken(_))), "{answer:?}");
        }
        assert_eq!(world.rows().await, before);
    }

    async fn what_the_application_fills_in(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        let db = world.seller();
        let own = || find(&db).by_ids([OWN]);
        let given = ActiveModel { created_by: Set(3), ..noted("new") };
        let refused = own().update_all_filling(given, |it| it.created_by = Set(3)).await;
        assert!(matches!(refused, Err(AccessError::Fields { write: true, .. })), "{refused:?}");
        let moved = own().update_all_filling(noted("new"), |it| it.salesperson_id = Set(Some(8))).await;
        assert!(matches!(moved, Err(AccessError::Forbidden { .. })), "{moved:?}");
        let keyed = own().update_all_filling(noted("new"), |it| it.id = Set(2)).await;
        assert!(matches!(keyed, Err(AccessError::Broken(_))), "{keyed:?}");
        assert_eq!(world.rows().await, before);
        let filled = own().update_all_filling(noted("new"), |it| it.created_by = Set(3)).await;
        assert_eq!(filled.unwrap(), 1);
        assert_eq!(db.get::<Entity>(OWN).await.unwrap().created_by, 3);
    }
}
