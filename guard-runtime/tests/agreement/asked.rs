//! Somebody asks for the rows of a small table, and it is known which are to be allowed.

use sea_orm::DatabaseConnection;

use crate::case::{Memory, agreed};
use crate::databases::Place;
use crate::plan::{Declared, Plan};
use crate::reference::TRUE;
use crate::short::{caller, granted};
use crate::store;
use crate::world::{Caller, World};

pub(crate) struct Asked {
    pub(crate) db: DatabaseConnection,
    pub(crate) world: World,
    pub(crate) caller: Caller,
}

impl Asked {
    pub(crate) async fn of(place: &Place, world: World) -> Self {
        let db = place.open().await;
        store::create(&db).await;
        store::fill(&db, &world).await;
        let caller = caller();
        Self { db, world, caller }
    }

    pub(crate) async fn refill(&mut self, world: World) {
        store::fill(&self.db, &world).await;
        self.world = world;
    }

    /// The things with these ids are allowed and no others: by SQL, by the predicate and by the
    /// reference.
    pub(crate) async fn expect(&self, plan: Plan, ids: &[i64]) {
        self.expect_of(&granted(plan), ids).await;
    }

    pub(crate) async fn expect_of(&self, declared: &Declared, ids: &[i64]) {
        let Self { db, world, caller } = self;
        let callers = std::slice::from_ref(caller);
        let answers = agreed(db, world, &Memory::of(world), declared, callers).await;
        let rows = world.things.iter().zip(&answers[0]);
        let allowed = rows.filter(|(_, truth)| **truth == TRUE);
        let allowed = allowed.map(|(row, _)| row[0].number().unwrap());
        assert_eq!(allowed.collect::<Vec<i64>>(), ids, "{declared:?}");
    }
}
