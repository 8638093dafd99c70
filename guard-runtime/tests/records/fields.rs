//! A field that may not be read is told by nothing: no filter, no order, no number, no change.

use futures::future::LocalBoxFuture;
use guard_runtime::records::{AccessError, Filter, GuardedDb, field};
use sea_orm::{Order, Set};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{ActiveModel, Column, Entity};
use crate::models::{campaign, contact, invoice, line};
use crate::world::World;

type Question<'a> = (&'static str, LocalBoxFuture<'a, Result<(), AccessError>>);

/// By a column in each place where one can stand.
fn questions(db: &GuardedDb, column: Column) -> Vec<Question<'_>> {
    macro_rules! ask {
        ($($name:literal: $asked:expr;)*) => {
            vec![$(($name, Box::pin(async move { $asked.await.map(drop) })),)*]
        };
    }
    let find = move || db.find::<Entity>();
    let contacts = move || db.find::<contact::Entity>();
    let open = move || field(Column::Status).ne("posted");
    let is = move || field(column).eq(60);
    let id = move || field(Column::Id).eq(1);
    let by = move |filter: Filter<Column>| find().filter(filter);
    let change = || ActiveModel {
        note: Set(Some("found".to_owned())),
        ..Default::default()
    };
    ask! {
        "filter": by(is()).all();
        "filter of one": by(is()).one();
        "filter of a count": by(is()).count();
        "filter of a page": by(is()).page(9, 0);
        "not": by(!is()).all();
        "and": by(id().and(is())).all();
        "or": by(id().or(is())).all();
        "deep": by(!(id().or(!(id().and(!is()))))).all();
        "first of two": by(is()).filter(id()).all();
        "null": by(field(column).is_null()).all();
        "not null": by(field(column).is_not_null()).count();
        "in none": by(field(column).is_in(Vec::<i64>::new())).all();
        "less": by(field(column).less_than(61)).count();
        "more": by(field(column).at_least(60)).count();
        "with ids": find().by_ids([1]).filter(is()).all();
        "ascending": find().order_by_asc(column).all();
        "descending": find().order_by_desc(column).one();
        "second order": find().order_by_asc(Column::Id).order_by(column, Order::Asc).all();
        "order of a count": find().order_by_asc(column).count();
        "order of a page": find().order_by_asc(column).page(1, 0);
        "sum": find().sum(column);
        "average": find().average(column);
        "least": find().min::<i64>(column);
        "greatest": find().max::<i64>(column);
        "filter of a sum": by(is()).sum(Column::Total);
        "group": find().group_by(column).count::<Option<i64>>();
        "group of a sum": find().group_by(column).sum::<Option<i64>>(Column::Total);
        "sum of a group": find().group_by(Column::Status).sum::<String>(column);
        "mean of a group": find().group_by(Column::Status).average::<String>(column);
        "filter of a group": by(is()).group_by(Column::Status).count::<String>();
        "filter of a change": by(is().and(open())).update_all(change());
        "order of a change": by(open()).order_by_asc(column).limit(1).update_all(change());
        "filter of a deletion": by(is().and(field(Column::Id).less_than(0))).delete_all();
        "filter of a loaded one": by(is()).with::<contact::Entity>().one_each();
        "filter of those loaded": contacts().with::<Entity>().filter(is()).many_each();
        "filter of those joined": contacts().join::<Entity>().filter(is()).all();
        "not, of those joined": contacts().join::<Entity>().filter(!is()).all();
        "order of those joined": contacts().join::<Entity>().order_by(column, Order::Asc).all();
        "order before a join": find().order_by_asc(column).join::<contact::Entity>().all();
    }
}

in_each_database! {
    async fn a_hidden_field_is_asked_for_nowhere(place: &Place) {
        let world = World::new(place).await;
        let before = world.rows().await;
        for (column, name) in [(Column::Cost, "cost"), (Column::CampaignId, "campaign_id")] {
            for (question, answer) in questions(&world.seller(), column) {
                match answer.await {
                    Err(AccessError::Fields { model, fields, write }) => {
                        assert_eq!((model, &fields[..], write), ("invoice", &[name][..], false), "{question}");
                    }
                    answer => panic!("{question}: {answer:?}"),
                }
            }
            assert_eq!(world.rows().await, before);
            for (question, answer) in questions(&world.sudo(), column) {
                let answer = answer.await;
                assert!(!matches!(answer, Err(AccessError::Fields { .. })), "{question}: {answer:?}");
            }
            world.refill().await;
        }
        // Of a field that may be read, each is answered.
        for (question, answer) in questions(&world.manager(), Column::Cost) {
            let answer = answer.await;
            assert!(answer.is_ok(), "{question}: {answer:?}");
        }
    }

    async fn all_refused_fields_are_named_once(place: &Place) {
        let world = World::new(place).await;
        let db = world.seller();
        let cost = || field(Column::Cost).eq(1);
        let find = db.find::<Entity>().filter(field(Column::Id).eq(1).or(cost()));
        let find = find.filter(!cost()).order_by_asc(Column::CampaignId);
        let error = find.all().await.unwrap_err();
        let said = error.to_string();
        assert_eq!(said, "the user may not read `campaign_id`, `cost` of `invoice`");
    }

    async fn related_by_a_hidden_column(place: &Place) {
        let world = World::new(place).await;
        let db = world.seller();
        let refused = |error: AccessError| {
            matches!(error, AccessError::Fields { model: "invoice", fields, write: false } if fields == ["campaign_id"])
        };
        let find = || db.find::<Entity>();
        assert!(refused(find().with::<campaign::Entity>().one_each().await.unwrap_err()));
        assert!(refused(find().join::<campaign::Entity>().all().await.unwrap_err()));
        let db = world.manager();
        let pairs = db.find::<Entity>().by_id(1).with::<campaign::Entity>().one_each().await.unwrap();
        assert_eq!(pairs[0].1.as_ref().unwrap().name, "spring");
        let pairs = db.find::<Entity>().by_id(1).join::<campaign::Entity>().all().await.unwrap();
        assert_eq!(pairs[0].1.as_ref().unwrap().name, "spring");
    }

    async fn a_hidden_field_is_not_there(place: &Place) {
        let world = World::new(place).await;
        for (db, shown) in [(world.portal(), false), (world.seller(), false), (world.manager(), true), (world.sudo(), true)] {
            let mut seen = Vec::new();
            let find = || db.find::<Entity>().by_id(1);
            seen.push(db.get::<Entity>(1).await.unwrap());
            seen.push(find().one().await.unwrap());
            seen.extend(find().all().await.unwrap());
            seen.extend(find().page(9, 0).await.unwrap().items);
            seen.extend(find().with::<line::Entity>().many_each().await.unwrap().into_iter().map(|it| it.0));
            seen.extend(find().join::<contact::Entity>().all().await.unwrap().into_iter().map(|it| it.0));
            let lines = || db.find::<line::Entity>().by_id((1, 1));
            let loaded = lines().with::<Entity>().one_each().await.unwrap();
            seen.extend(loaded.into_iter().filter_map(|it| it.1));
            let joined = lines().join::<Entity>().all().await.unwrap();
            seen.extend(joined.into_iter().filter_map(|it| it.1));
            let contacts = db.find::<contact::Entity>().with::<Entity>().filter(field(Column::Id).eq(1));
            let contacts = contacts.many_each().await.unwrap();
            seen.extend(contacts.into_iter().flat_map(|it| it.1));
            assert_eq!(seen.len(), 9);
            for invoice in seen {
                assert_hidden(&invoice, shown);
            }
        }
    }

    async fn what_was_written_hides_it_as_well(place: &Place) {
        let world = World::new(place).await;
        let change = || ActiveModel {
            id: Set(1),
            note: Set(Some("changed".to_owned())),
            ..Default::default()
        };
        for (db, shown) in [(world.seller(), false), (world.manager(), true)] {
            let written = db.update(change()).exec().await.unwrap();
            let said = format!("{written:?}");
            assert_eq!(said.contains("cost: 60"), shown, "{said}");
            assert_hidden(written.record().unwrap(), shown);
        }
    }
}

fn assert_hidden(invoice: &invoice::ModelView, shown: bool) {
    let json = serde_json::to_value(invoice).unwrap();
    assert_eq!(json.get("total"), Some(&100.into()));
    for (name, value) in [("cost", 60), ("campaign_id", 1)] {
        assert_eq!(
            json.get(name),
            shown.then(|| value.into()).as_ref(),
            "{name}"
        );
    }
    let said = format!("{invoice:?}");
    assert_eq!(said.contains("cost: 60"), shown, "{said}");
    assert_eq!(said.contains("cost: (hidden)"), !shown, "{said}");
    assert_eq!(invoice.cost.get(), shown.then_some(&60));
}
