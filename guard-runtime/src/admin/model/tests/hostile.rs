//! Texts that are taken for something else, in every column, filter and key: nothing panics, and no
//! answer is that the database failed.

use super::databases::{HOSTILE, Place, in_each_database};
use super::pages::{Lines, Memos, Tickets, Wide};
use super::world::{World, keys, text};
use crate::admin::model::Erased;
use crate::admin::objects::{ModelObject, PageError};
use crate::admin::{FilterOp, FilterTerm, ListRequest};
use crate::records::AccessError;

const MORE: [&str; 12] = [
    "\0",
    "-1",
    "99999999999999999999999999",
    "1e400",
    "0x10",
    "-0",
    "9999-99-99",
    "2026-11-21T25:00Z",
    "[[[[[[[[",
    "00000000-0000-0000-0000-00000000000g",
    "\u{202e}",
    "\u{10ffff}",
];

fn texts() -> impl Iterator<Item = &'static str> {
    HOSTILE.into_iter().chain(MORE)
}

fn answered<T>(result: Result<T, PageError>, about: &str) {
    if let Err(error @ (PageError::Failed(_) | PageError::Access(AccessError::Database(_)))) =
        result
    {
        panic!("{about}: {error:?}");
    }
}

in_each_database! {
    async fn entered(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let page: &dyn ModelObject = &Erased::<Wide>::NEW;
        let least = [("code", "x"), ("small", "0"), ("whole", "0"), ("flag", "false")];
        page.create(&clerk.env, &clerk.db, text(&least)).await.unwrap();
        for field in page.fields() {
            for value in texts() {
                let entered = text(&[(field.name, value)]);
                let changed = page.update(&clerk.env, &clerk.db, &keys(&["1"]), entered).await;
                answered(changed, &format!("{}: {value:?}", field.name));
            }
        }
        page.read(&clerk.env, &clerk.db, "1").await.unwrap();
    }

    async fn asked(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let page: &dyn ModelObject = &Erased::<Wide>::NEW;
        for field in page.fields() {
            for ((_, op), value) in FilterOp::ALL.iter().flat_map(|op| texts().map(move |it| (op, it))) {
                let request = ListRequest {
                    filters: vec![FilterTerm {
                        field: field.name.to_owned(),
                        op: *op,
                        value: value.to_owned(),
                    }],
                    ..ListRequest::default()
                };
                let listed = page.list(&clerk.env, &clerk.db, &request).await;
                answered(listed, &format!("{} {op:?} {value:?}", field.name));
            }
        }
        let page: &dyn ModelObject = &Erased::<Memos>::NEW;
        for value in texts() {
            let request = ListRequest { search: Some(value.to_owned()), ..ListRequest::default() };
            answered(page.list(&clerk.env, &clerk.db, &request).await, value);
        }
        let far = ListRequest { page: u64::MAX, per_page: u64::MAX, ..ListRequest::default() };
        let far = page.list(&clerk.env, &clerk.db, &far).await.unwrap();
        assert_eq!((far.total, far.records.len()), (4, 0));
    }

    async fn named(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let pages: [&dyn ModelObject; 3] =
            [&Erased::<Memos>::NEW, &Erased::<Lines>::NEW, &Erased::<Tickets>::NEW];
        for page in pages {
            for value in texts() {
                let read = page.read(&clerk.env, &clerk.db, value).await;
                let is_missing = matches!(
                    read,
                    Err(PageError::NoSuchKey | PageError::Access(AccessError::NotFound { .. }))
                );
                // "7" is a key, of nothing.
                assert!(is_missing, "{value:?}");
                let deleted = page.delete(&clerk.env, &clerk.db, &keys(&[value])).await;
                assert!(deleted.is_err(), "{value:?}");
            }
        }
        assert_eq!(world.memos().await.len(), 4);
    }
}
