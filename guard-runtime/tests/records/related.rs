//! Related records are read as their own model allows, and never take the others with them.

use guard_runtime::records::{AccessError, GuardedDb, field};
use sea_orm::Order;

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{self, Column, Entity};
use crate::models::{campaign, contact, line, tag};
use crate::rows::{CONTACT, OWN};
use crate::world::World;

/// The usual rows, and an invoice here for a contact abroad.
async fn world(place: &Place) -> World {
    let world = World::new(place).await;
    let own = crate::rows::invoices()[0].clone();
    let abroad = invoice::Model {
        id: 8,
        contact_id: Some(33),
        number: None,
        ..own
    };
    world.put([abroad]).await;
    world
}

/// Each invoice with the name of its contact, loaded and joined.
async fn named(db: &GuardedDb) -> [Vec<(i64, Option<String>)>; 2] {
    let find = || db.find::<Entity>().order_by_asc(Column::Id);
    let loaded = find().with::<contact::Entity>().one_each().await.unwrap();
    let joined = find().join::<contact::Entity>().all().await.unwrap();
    [loaded, joined].map(|pairs| {
        let pairs = pairs.into_iter();
        pairs
            .map(|(invoice, contact)| (invoice.id, contact.map(|it| it.name)))
            .collect()
    })
}

in_each_database! {
    async fn one_that_is_hidden_is_absent(place: &Place) {
        let world = world(place).await;
        let (ada, bob) = (Some("Ada"), Some("Bob"));
        for (db, expected) in [
            (world.manager(), &[(1, ada), (2, bob), (4, None), (5, ada), (6, ada), (8, None)][..]),
            (world.seller(), &[(1, ada), (5, ada), (8, None)]),
            (world.portal(), &[(1, ada), (5, ada)]),
            (world.of(crate::people::nobody()), &[]),
        ] {
            for pairs in named(&db).await {
                let pairs = pairs.iter().map(|(id, name)| (*id, name.as_deref()));
                assert_eq!(pairs.collect::<Vec<_>>(), expected);
            }
        }
        for pairs in named(&world.sudo()).await {
            assert_eq!(pairs[7], (8, Some("Cid".to_owned())));
        }
    }

    async fn of_many_those_that_may_be_read(place: &Place) {
        let world = world(place).await;
        let (a, b) = (CONTACT, 32);
        for (db, expected) in [
            (world.portal(), &[(a, &[1, 5][..])][..]),
            (world.seller(), &[(a, &[1, 5]), (b, &[])]),
            (world.manager(), &[(a, &[1, 5, 6]), (b, &[2])]),
        ] {
            let find = || db.find::<contact::Entity>().order_by_asc(contact::Column::Id);
            let all = find().with::<Entity>().many_each().await.unwrap();
            let mut ids = Vec::new();
            for (contact, invoices) in all {
                let mut of = invoices.iter().map(|it| it.id).collect::<Vec<_>>();
                of.sort_unstable();
                ids.push((contact.id, of));
            }
            let wanted = expected.iter().map(|(contact, of)| (*contact, of.to_vec()));
            assert_eq!(ids, wanted.collect::<Vec<_>>());
            // Side by side, one without any stays once.
            let joined = find().join::<Entity>().order_by(Column::Id, Order::Asc).all().await.unwrap();
            let joined = joined.iter().map(|(contact, invoice)| (contact.id, invoice.as_ref().map(|it| it.id)));
            let wanted = expected.iter().flat_map(|(contact, of)| {
                let none = of.is_empty().then_some((*contact, None));
                of.iter().map(|id| (*contact, Some(*id))).chain(none)
            });
            assert_eq!(joined.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
        }
    }

    async fn filters_on_the_other_side(place: &Place) {
        let world = world(place).await;
        let db = world.seller();
        // Neither way widens what may be read of the other.
        let any = || field(Column::Id).ne(0).or(field(Column::Id).eq(3));
        let contacts = || db.find::<contact::Entity>().order_by_asc(contact::Column::Id);
        let all = contacts().with::<Entity>().filter(any()).many_each().await.unwrap();
        let counts = all.iter().map(|(_, invoices)| invoices.len()).collect::<Vec<_>>();
        assert_eq!(counts, [2, 0]);
        let all = contacts().with::<Entity>().filter(any()).filter(field(Column::Id).eq(OWN));
        let all = all.many_each().await.unwrap();
        assert_eq!((all.len(), all[0].1.len(), all[1].1.len()), (2, 1, 0));
        for (filter, ids) in [
            (any(), &[1, 5][..]),
            (field(Column::Id).eq(3), &[]),
            (!field(Column::Id).eq(1), &[5]),
            (field(Column::Total).at_least(1_600).or(field(Column::CompanyId).eq(2)), &[5]),
        ] {
            let joined = contacts().join::<Entity>().filter(filter).order_by(Column::Id, Order::Asc);
            let joined = joined.all().await.unwrap();
            let joined = joined.iter().map(|(_, invoice)| invoice.as_ref().unwrap().id);
            assert_eq!(joined.collect::<Vec<_>>(), ids);
        }
        // Those beside which there is none to be seen, also where one is hidden.
        let none = contacts().join::<Entity>().filter(field(Column::Id).is_null()).all().await.unwrap();
        assert_eq!(none.iter().map(|it| it.0.id).collect::<Vec<_>>(), [32]);
        // A filter of ours and one of theirs.
        let both = contacts().filter(field(contact::Column::Name).eq("Ada").or(field(contact::Column::Id).eq(33)));
        let both = both.join::<Entity>().filter(any()).all().await.unwrap();
        assert_eq!(both.len(), 2);
    }

    /// The rule of lines looks at invoices, which stand in the query a second time.
    async fn a_rule_beside_a_join_of_the_same_table(place: &Place) {
        let world = world(place).await;
        let db = world.seller();
        let lines = || db.find::<line::Entity>().order_by_asc(line::Column::InvoiceId);
        let first = || lines().filter(field(line::Column::Position).eq(1));
        let joined = first().join::<Entity>().all().await.unwrap();
        let joined = joined.iter().map(|(line, invoice)| (line.invoice_id, invoice.as_ref().map(|it| it.id)));
        let expected = [(1, Some(1)), (2, None), (4, None), (5, Some(5)), (6, None)];
        assert_eq!(joined.collect::<Vec<_>>(), expected);
        let loaded = first().with::<Entity>().one_each().await.unwrap();
        let loaded = loaded.iter().map(|(line, invoice)| (line.invoice_id, invoice.as_ref().map(|it| it.id)));
        assert_eq!(loaded.collect::<Vec<_>>(), expected);
        let invoices = db.find::<Entity>().order_by_asc(Column::Id).with::<line::Entity>();
        let invoices = invoices.filter(field(line::Column::Quantity).more_than(0)).many_each().await.unwrap();
        let counts = invoices.iter().map(|(invoice, lines)| (invoice.id, lines.len()));
        assert_eq!(counts.collect::<Vec<_>>(), [(1, 1), (5, 1), (8, 0)]);
    }

    async fn through_a_third_model(place: &Place) {
        let world = world(place).await;
        for db in [world.manager(), world.sudo()] {
            let find = || db.find::<Entity>();
            for answer in [
                find().with::<tag::Entity>().many_each().await.map(drop),
                find().with::<tag::Entity>().one_each().await.map(drop),
                find().join::<tag::Entity>().all().await.map(drop),
            ] {
                assert!(
                    matches!(answer, Err(AccessError::Broken(why)) if why.contains("third model")),
                    "{answer:?}"
                );
            }
        }
    }
    /// A condition of the relation counts, or it is said that it cannot.
    async fn by_a_relation_with_a_condition(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        let find = || db.find::<campaign::Entity>();
        let joined = find().join::<Entity>().order_by(Column::Id, Order::Asc).all().await.unwrap();
        let ids = joined.iter().map(|(_, invoice)| invoice.as_ref().unwrap().id);
        assert_eq!(ids.collect::<Vec<_>>(), [1, 2]);
        for answer in [
            find().with::<Entity>().many_each().await.map(drop),
            find().with::<Entity>().one().await.map(drop),
        ] {
            assert!(
                matches!(answer, Err(AccessError::Broken(why)) if why.contains("`join`")),
                "{answer:?}"
            );
        }
    }

    /// More of them than there are places for values in a statement.
    async fn of_very_many(place: &Place) {
        let world = World::new(place).await;
        let ada = crate::rows::contacts()[0].clone();
        for part in 0..7_i64 {
            let ids = part * 5_000 + 100..(part + 1) * 5_000 + 100;
            world.put(ids.map(|id| contact::Model { id, ..ada.clone() })).await;
        }
        let db = world.manager();
        let find = || db.find::<contact::Entity>().order_by_asc(contact::Column::Id);
        let all = find().with::<Entity>().many_each().await.unwrap();
        assert_eq!(all.len(), 35_002);
        let invoices = all.iter().flat_map(|it| &it.1).count();
        assert_eq!(invoices, 4);
        assert_eq!((all[0].1.len(), all[1].1.len()), (3, 1));
    }
}
