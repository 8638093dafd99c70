//! Numbers are about what may be read.

use guard_runtime::records::{AccessError, Find, GuardedDb, field};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{Column, Entity};
use crate::models::memo;
use crate::people::nobody;
use crate::rows::{OWN, SELLER};
use crate::world::World;

fn find(db: &GuardedDb) -> Find<Entity> {
    db.find::<Entity>()
}

in_each_database! {
    async fn of_all(place: &Place) {
        let world = World::new(place).await;
        for (db, sum, average, min, max) in [
            (world.of(nobody()), None, None, None, None),
            (world.portal(), Some(1_700), Some(850.0), Some(100), Some(1_600)),
            (world.seller(), Some(1_700), Some(850.0), Some(100), Some(1_600)),
            (world.manager(), Some(5_900), Some(1_180.0), Some(100), Some(3_200)),
            (world.sudo(), Some(12_700), Some(12_700.0 / 7.0), Some(100), Some(6_400)),
        ] {
            let find = || find(&db);
            assert_eq!(find().sum(Column::Total).await.unwrap(), sum);
            let mean = find().average(Column::Total).await.unwrap();
            let off = mean.unwrap_or_default() - average.unwrap_or_default();
            assert!(mean.is_some() == average.is_some() && off.abs() < 1e-6, "{mean:?}");
            assert_eq!(find().min::<i64>(Column::Total).await.unwrap(), min);
            assert_eq!(find().max::<i64>(Column::Total).await.unwrap(), max);
            // About all, whatever the order and the limit.
            let some = || find().order_by_desc(Column::Total).limit(1).offset(1);
            assert_eq!(some().sum(Column::Total).await.unwrap(), sum);
            assert_eq!(some().max::<i64>(Column::Total).await.unwrap(), max);
        }
    }

    async fn of_some(place: &Place) {
        let world = World::new(place).await;
        let db = world.seller();
        let any = field(Column::Id).eq(OWN).or(field(Column::Id).ne(OWN));
        assert_eq!(find(&db).filter(any).sum(Column::Total).await.unwrap(), Some(1_700));
        let own = || find(&db).filter(field(Column::Id).eq(OWN));
        assert_eq!(own().sum(Column::Total).await.unwrap(), Some(100));
        // NULL is no number.
        let db = world.manager();
        assert_eq!(find(&db).sum(Column::SalespersonId).await.unwrap(), Some(7 + 8 + 7 + 8));
        let none = || find(&db).filter(field(Column::SalespersonId).is_null());
        assert_eq!(none().sum(Column::SalespersonId).await.unwrap(), None);
        assert_eq!(none().average(Column::SalespersonId).await.unwrap(), None);
        assert_eq!(none().max::<i64>(Column::SalespersonId).await.unwrap(), None);
        let status = find(&db).min::<String>(Column::Status).await.unwrap();
        assert_eq!(status.as_deref(), Some("draft"));
    }

    async fn of_each_value(place: &Place) {
        let world = World::new(place).await;
        let by_status = |db: &GuardedDb| find(db).group_by(Column::Status);
        let count = by_status(&world.manager()).count::<String>().await.unwrap();
        let count = count.iter().map(|(status, count)| (status.as_str(), *count));
        assert_eq!(count.collect::<Vec<_>>(), [("draft", 1), ("posted", 1), ("sent", 3)]);
        let count = by_status(&world.seller()).count::<String>().await.unwrap();
        assert_eq!(count, [("posted".to_owned(), 1), ("sent".to_owned(), 1)]);
        let count = by_status(&world.of(nobody())).count::<String>().await.unwrap();
        assert!(count.is_empty());
        let sums = by_status(&world.manager()).sum::<String>(Column::Total).await.unwrap();
        let sums = sums.iter().map(|(status, sum)| (status.as_str(), *sum));
        let expected = [("draft", Some(3_200)), ("posted", Some(1_600)), ("sent", Some(1_100))];
        assert_eq!(sums.collect::<Vec<_>>(), expected);
        let means = by_status(&world.seller()).average::<String>(Column::Total).await.unwrap();
        let expected = [("posted".to_owned(), Some(1_600.0)), ("sent".to_owned(), Some(100.0))];
        assert_eq!(means, expected);
        let by_seller = find(&world.manager()).group_by(Column::SalespersonId);
        let mut count = by_seller.count::<Option<i64>>().await.unwrap();
        // The databases do not agree on where NULL stands.
        count.sort_unstable();
        assert_eq!(count, [(None, 1), (Some(7), 2), (Some(8), 2)]);
    }

    /// Also where each row alone is in order.
    async fn a_sum_that_is_too_large_is_an_error(place: &Place) {
        let world = World::new(place).await;
        world.put([10, 11].map(|id| memo::Model {
            id,
            company_id: i64::MAX,
            author_id: SELLER,
            text: String::new(),
        }))
        .await;
        let db = world.sudo();
        let sum = db.find::<memo::Entity>().sum(memo::Column::CompanyId).await;
        assert!(matches!(sum, Err(AccessError::Database(_))), "{sum:?}");
        let one = db.find::<memo::Entity>().filter(field(memo::Column::Id).eq(10));
        assert_eq!(one.sum(memo::Column::CompanyId).await.unwrap(), Some(i64::MAX));
    }
}
