//! Filters choose among what may be read; none of them widens it.

use guard_runtime::records::{AccessError, Filter, field};
use sea_orm::DbBackend;

use crate::databases::{HOSTILE, Place, in_each_database};
use crate::models::invoice::{self, Column};
use crate::models::memo;
use crate::rows::{ABROAD, NOWHERE, SELLER};
use crate::world::World;

/// What it is, the filter, what a manager finds, what a seller finds.
type Case = (&'static str, Filter<Column>, &'static [i64], &'static [i64]);

fn cases() -> Vec<Case> {
    let (id, status) = (field(Column::Id), field(Column::Status));
    let (seller, total) = (field(Column::SalespersonId), field(Column::Total));
    let company = field(Column::CompanyId);
    let sent = || status.eq("sent");
    let none = || id.is_in(Vec::<i64>::new());
    vec![
        // The hostile ones: what is true of each row.
        (
            "true by or",
            id.eq(1).or(id.ne(1)),
            &[1, 2, 4, 5, 6],
            &[1, 5],
        ),
        ("or a company", sent().or(company.eq(2)), &[1, 2, 4], &[1]),
        (
            "or none",
            id.eq(1).or(company.is_null()).or(company.ne(1)),
            &[1],
            &[1],
        ),
        ("a hidden one", id.eq(ABROAD).or(id.eq(NOWHERE)), &[], &[]),
        ("not none", !none(), &[1, 2, 4, 5, 6], &[1, 5]),
        ("neither", !(id.eq(1).or(id.eq(2))), &[4, 5, 6], &[5]),
        (
            "not both",
            !(sent().and(total.at_most(200))),
            &[4, 5, 6],
            &[5],
        ),
        ("and or", sent().and(id.eq(2).or(id.eq(3))), &[2], &[]),
        ("or and", sent().and(id.eq(2)).or(id.eq(3)), &[2], &[]),
        ("none or one", none().or(id.eq(1)), &[1], &[1]),
        ("none", none(), &[], &[]),
        // NULL is neither equal nor different.
        ("equal", seller.eq(SELLER), &[1, 5], &[1, 5]),
        ("not equal", !seller.eq(SELLER), &[2, 6], &[]),
        ("different", seller.ne(SELLER), &[2, 6], &[]),
        ("not different", !seller.ne(SELLER), &[1, 5], &[1, 5]),
        ("not in", !seller.is_in([SELLER, 9]), &[2, 6], &[]),
        ("in", seller.is_in([8, 9]), &[2, 6], &[]),
        ("null", seller.is_null(), &[4], &[]),
        ("not null", !seller.is_null(), &[1, 2, 5, 6], &[1, 5]),
        ("is not null", seller.is_not_null(), &[1, 2, 5, 6], &[1, 5]),
        ("equal to null", seller.eq(Option::<i64>::None), &[], &[]),
        ("twice not", !!seller.eq(8), &[2, 6], &[]),
        // Where the boundary is.
        ("less", total.less_than(200), &[1], &[1]),
        ("at most", total.at_most(200), &[1, 2], &[1]),
        ("more", total.more_than(1600), &[6], &[]),
        ("at least", total.at_least(1600), &[5, 6], &[5]),
        // Numbers of any width, in one statement.
        ("narrow", id.eq(1_i32), &[1], &[1]),
        ("wide", id.eq(1_i64), &[1], &[1]),
        ("narrower", id.eq(1_u8), &[1], &[1]),
        ("too wide", id.eq(u64::MAX), &[], &[]),
        (
            "below too wide",
            id.less_than(u64::MAX),
            &[1, 2, 4, 5, 6],
            &[1, 5],
        ),
    ]
}

in_each_database! {
    async fn filters_choose_among_what_may_be_read(place: &Place) {
        let world = World::new(place).await;
        for (name, filter, of_manager, of_seller) in cases() {
            for (db, expected) in [(world.manager(), of_manager), (world.seller(), of_seller)] {
                let find = || {
                    let find = db.find::<invoice::Entity>().order_by_asc(Column::Id);
                    find.filter(filter.clone())
                };
                let found = find().all().await.unwrap();
                let found = found.iter().map(|it| it.id).collect::<Vec<_>>();
                assert_eq!(found, expected, "{name}");
                let count = find().count().await.unwrap();
                assert_eq!(count, u64::try_from(expected.len()).unwrap(), "{name}");
                // Beside another one, and beside ids, it narrows.
                let both = find().filter(field(Column::Id).eq(1).or(field(Column::Id).eq(3)));
                let both = both.all().await.unwrap().len();
                assert_eq!(both, usize::from(expected.contains(&1)), "{name}");
                let both = find().by_ids([1, 3]).all().await.unwrap().len();
                assert_eq!(both, usize::from(expected.contains(&1)), "{name}");
            }
            let nothing = world.of(crate::people::nobody());
            let nothing = nothing.find::<invoice::Entity>().filter(filter);
            assert_eq!(nothing.count().await.unwrap(), 0, "{name}");
        }
    }

    async fn texts_are_taken_as_they_are(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let texts = HOSTILE.iter().zip(10..);
        world.put(texts.map(|(text, id)| memo::Model {
            id,
            company_id: 1,
            author_id: SELLER,
            text: (*text).to_owned(),
        }))
        .await;
        let db = world.portal();
        let folds = world.raw.get_database_backend() == DbBackend::Sqlite;
        let folded = |text: &str| if folds { text.to_ascii_lowercase() } else { text.to_owned() };
        let text = field(memo::Column::Text);
        for needle in HOSTILE {
            let is = |rule: fn(&str, &str) -> bool| {
                let ours = HOSTILE.iter().filter(|it| rule(&folded(it), &folded(needle)));
                u64::try_from(ours.count()).unwrap()
            };
            let find = |filter| db.find::<memo::Entity>().filter(filter).count();
            // The memo that is there anyway says `plain`.
            let plain = |yes| u64::from(yes);
            let found = find(text.eq(needle)).await.unwrap();
            assert_eq!(found, 1, "{needle:?}");
            let found = find(text.contains(needle)).await.unwrap();
            let expected = is(|text, needle| text.contains(needle)) + plain("plain".contains(needle));
            assert_eq!(found, expected, "{needle:?}");
            let found = find(text.starts_with(needle)).await.unwrap();
            let expected = is(|text, needle| text.starts_with(needle)) + plain(needle.is_empty());
            assert_eq!(found, expected, "{needle:?}");
            let found = find(!text.contains(needle)).await.unwrap();
            let expected = is(|text, needle| !text.contains(needle)) + plain(!"plain".contains(needle));
            assert_eq!(found, expected, "{needle:?}");
        }
        for needle in [r"\", r"\\", r"\%", "%%", "__", "a%b", "%'"] {
            let contains = db.find::<memo::Entity>().filter(text.contains(needle));
            let expected = HOSTILE.iter().filter(|it| it.contains(needle)).count();
            assert_eq!(contains.all().await.unwrap().len(), expected, "{needle:?}");
        }
    }
    /// What callers send may be long: it is answered, or an error, and no end of the program.
    async fn very_many_alternatives(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        let many = |count: i64| {
            let each = (0..count).map(|id| field(Column::Id).eq(id));
            each.reduce(Filter::or).unwrap()
        };
        let find = |filter| db.find::<invoice::Entity>().filter(filter).count();
        assert_eq!(find(many(500)).await.unwrap(), 5);
        assert_eq!(find(!many(500)).await.unwrap(), 0);
        let both = (0..500).map(|id| field(Column::Id).ne(id)).reduce(Filter::and);
        assert_eq!(find(both.unwrap()).await.unwrap(), 0);
        let answer = find(many(20_000)).await;
        assert!(matches!(answer, Ok(5) | Err(AccessError::Database(_))), "{answer:?}");
    }
}
