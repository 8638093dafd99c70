//! Lists, pages and single records hold what may be read, and nothing else.

use guard_runtime::records::AccessError;

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{self, Column};
use crate::models::{line, memo};
use crate::rows::{ABROAD, OWN, POSTED, SELLER};
use crate::world::World;

in_each_database! {
    async fn what_may_not_be_read_is_not_found(place: &Place) {
        let world = World::new(place).await;
        let db = world.seller();
        for id in [2, 3, 4, 6, 7, 8, -1, i64::MAX] {
            let got = db.get::<invoice::Entity>(id).await;
            assert!(matches!(got, Err(AccessError::NotFound { model: "invoice", .. })), "{id}: {got:?}");
        }
        let own = db.get::<invoice::Entity>(OWN).await.unwrap();
        assert_eq!((own.id, own.salesperson_id), (OWN, Some(SELLER)));
        let got = db.get::<line::Entity>((OWN, 1)).await.unwrap();
        assert_eq!((got.invoice_id, got.position), (OWN, 1));
        for key in [(OWN, 3), (ABROAD, 1)] {
            let got = db.get::<line::Entity>(key).await;
            assert!(matches!(got, Err(AccessError::NotFound { model: "line", .. })), "{key:?}: {got:?}");
        }
    }

    async fn named_records(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        let find = |ids: &[i64]| {
            let find = db.find::<invoice::Entity>().by_ids(ids.to_vec());
            find.order_by_asc(Column::Id)
        };
        for (named, found) in [
            (&[][..], &[][..]),
            (&[3], &[]),
            (&[1, 1, 3], &[1]),
            (&[7, 6, 5], &[5, 6]),
            (&[1, 2, 3, 4, 5, 6, 7, 8], &[1, 2, 4, 5, 6]),
        ] {
            let all = find(named).all().await.unwrap();
            assert_eq!(all.iter().map(|it| it.id).collect::<Vec<_>>(), found, "{named:?}");
            let count = find(named).count().await.unwrap();
            assert_eq!(count, u64::try_from(found.len()).unwrap(), "{named:?}");
        }
        let keys = [(1, 2), (3, 1), (5, 9), (5, 1)];
        let lines = db.find::<line::Entity>().by_ids(keys).order_by_asc(line::Column::InvoiceId);
        let lines = lines.all().await.unwrap();
        let lines = lines.iter().map(|it| (it.invoice_id, it.position)).collect::<Vec<_>>();
        assert_eq!(lines, [(1, 2), (5, 1)]);
    }

    async fn thousands_of_named_records(place: &Place) {
        let world = World::new(place).await;
        let db = world.sudo();
        world.put((10..2510).map(|id| memo::Model {
            id,
            company_id: 1,
            author_id: SELLER,
            text: String::new(),
        }))
        .await;
        let found = db.find::<memo::Entity>().by_ids(11..5000).count().await.unwrap();
        assert_eq!(found, 2499);
        let keys = (0..15_000).map(|id| (id, 1));
        let found = db.find::<line::Entity>().by_ids(keys).count().await.unwrap();
        assert_eq!(found, 7);
    }

    async fn a_limit_and_an_offset(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        let find = || db.find::<invoice::Entity>().order_by_asc(Column::Id);
        for (find, found) in [
            (find().limit(2), &[1, 2][..]),
            (find().limit(2).offset(1), &[2, 4]),
            (find().limit(9).offset(3), &[5, 6]),
            (find().limit(9).offset(5), &[]),
            (find().limit(0), &[]),
            (find().offset(4), &[6]),
        ] {
            let count = find.clone().count().await.unwrap();
            assert_eq!(count, 5);
            let all = find.all().await.unwrap();
            assert_eq!(all.iter().map(|it| it.id).collect::<Vec<_>>(), found);
        }
    }

    /// What callers send may be any number.
    async fn a_limit_and_an_offset_beyond_all_numbers(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        let find = || db.find::<invoice::Entity>().order_by_asc(Column::Id);
        for (limit, offset, found) in [(u64::MAX, 0, 5), (u64::MAX, 3, 2), (2, u64::MAX, 0), (u64::MAX, u64::MAX, 0)] {
            let page = find().page(limit, offset).await.unwrap();
            assert_eq!((page.total, page.items.len()), (5, found), "{limit} {offset}");
            let all = find().limit(limit).offset(offset).all().await.unwrap();
            assert_eq!(all.len(), found, "{limit} {offset}");
        }
        assert_eq!(find().offset(u64::MAX).all().await.unwrap().len(), 0);
    }

    /// Most have the same status, so the order says nothing of them.
    async fn no_record_is_on_two_pages(place: &Place) {
        let world = World::new(place).await;
        for (db, mut ids) in [(world.manager(), vec![1, 2, 4, 5, 6]), (world.seller(), vec![1, 5])] {
            for size in 1..=6 {
                let mut seen = Vec::new();
                for offset in (0..6).step_by(usize::try_from(size).unwrap()) {
                    let find = db.find::<invoice::Entity>().order_by_desc(Column::Status);
                    let page = find.page(size, offset).await.unwrap();
                    assert_eq!(page.total, u64::try_from(ids.len()).unwrap());
                    seen.extend(page.items.iter().map(|it| it.id));
                }
                seen.sort_unstable();
                ids.sort_unstable();
                assert_eq!(seen, ids, "pages of {size}");
            }
        }
    }

    /// So many that databases sort a page in another way than the whole.
    async fn no_record_is_on_two_of_many_pages(place: &Place) {
        let world = World::new(place).await;
        let own = crate::rows::invoices()[0].clone();
        world.put((100..900).map(|id| invoice::Model { id, number: None, ..own.clone() })).await;
        let db = world.seller();
        let mut seen = Vec::new();
        for offset in (0..).step_by(50) {
            let find = db.find::<invoice::Entity>().order_by_asc(Column::Status);
            let page = find.page(50, offset).await.unwrap();
            assert_eq!(page.total, 802);
            seen.extend(page.items.iter().map(|it| it.id));
            if page.items.is_empty() {
                break;
            }
        }
        seen.sort_unstable();
        let all = [OWN, POSTED].into_iter().chain(100..900);
        assert_eq!(seen, all.collect::<Vec<_>>());
    }
}
