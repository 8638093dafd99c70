//! Lists: through the guarded database, and with the same `WHERE` by hand.

use std::hint::black_box;

use guard_runtime::records::GuardedDb;
use guard_runtime::{Env, User};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::databases::Filled;
use crate::groups;
use crate::invoice::{Column, Entity};
use crate::turns::{Table, by_turns_async};

pub(crate) async fn measure(database: &Filled, table: &mut Table) {
    let name = database.name;
    let (connection, guarded) = (
        &database.connection,
        GuardedDb::new(database.connection.clone()),
    );

    let seller = User::new(7)
        .in_group(groups::sales_user)
        .with_companies([1, 2]);
    let guarded_by = guarded.with_env(Env::of(seller).expect("a seller"));
    let by_hand = || {
        Entity::find().filter(
            Condition::all()
                .add(Column::SalespersonId.eq(7))
                .add(Column::CompanyId.is_in([1, 2])),
        )
    };
    let (ours, theirs) = by_turns_async(
        async || {
            let rows = guarded_by.find::<Entity>().all().await.expect("a list");
            assert_eq!(black_box(rows).len(), 500);
        },
        async || {
            let rows = by_hand().all(connection).await.expect("a list");
            assert_eq!(black_box(rows).len(), 500);
        },
    )
    .await;
    table.add(
        format!("{name}: 500 of 100,000 records, guarded / by hand"),
        ours / theirs,
        1.05,
        " ×",
    );

    let manager = User::new(8)
        .in_group(groups::sales_manager)
        .with_companies([1, 2]);
    let guarded_by = guarded.with_env(Env::of(manager).expect("a manager"));
    let by_hand = || Entity::find().filter(Column::CompanyId.is_in([1, 2]));
    let (ours, theirs) = by_turns_async(
        async || {
            let find = guarded_by.find::<Entity>().order_by_desc(Column::Id);
            let rows = find.limit(50).all().await.expect("a page");
            assert_eq!(black_box(rows).len(), 50);
        },
        async || {
            let find = by_hand().order_by_desc(Column::Id).limit(50);
            let rows = find.all(connection).await.expect("a page");
            assert_eq!(black_box(rows).len(), 50);
        },
    )
    .await;
    table.add(
        format!("{name}: a page of 50, guarded / by hand"),
        ours / theirs,
        1.05,
        " ×",
    );

    let by_hand = || Entity::find().filter(Column::CompanyId.is_in([1, 2]));
    let (ours, theirs) = by_turns_async(
        async || {
            let count = guarded_by.find::<Entity>().count().await.expect("a count");
            assert_eq!(black_box(count), 50_000);
        },
        async || {
            use sea_orm::PaginatorTrait;
            let count = by_hand().count(connection).await.expect("a count");
            assert_eq!(black_box(count), 50_000);
        },
    )
    .await;
    table.add(
        format!("{name}: counting 50,000, guarded / by hand"),
        ours / theirs,
        1.05,
        " ×",
    );
}
