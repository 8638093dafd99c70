//! Thousands of rules, each about many rows and for many callers.

use sea_orm::DatabaseConnection;

use crate::case::{Memory, agreed};
use crate::databases::{Place, in_each_database};
use crate::generate;
use crate::random::Random;
use crate::reference::{TRUE, Truth};
use crate::store;
use crate::world::{Caller, World};

const WORLDS: u64 = 4;
const RULES: usize = 320;
const CALLERS: usize = 10;

in_each_database! {
    async fn sql_the_predicate_and_the_reference_agree(place: &Place) {
        let db = place.open().await;
        store::create(&db).await;
        let mut count = Count::default();
        for seed in 0..WORLDS {
            in_one_world(&db, &mut Random::seeded(seed), &mut count).await;
        }
        let Count { cases, mixed, truths } = count;
        let [no, unknown, yes] = truths;
        println!(
            "{cases} cases, of which {mixed} are neither empty nor everything; \
             {yes} rows allowed, {no} denied, {unknown} unknown"
        );
        assert!(cases >= 10_000);
        assert!(mixed * 2 >= cases, "{mixed} of {cases}");
    }
}

async fn in_one_world(db: &DatabaseConnection, random: &mut Random, count: &mut Count) {
    let world = World::random(random);
    store::fill(db, &world).await;
    let memory = Memory::of(&world);
    let callers = (0..CALLERS).map(|_| Caller::random(random));
    let callers = callers.collect::<Vec<_>>();
    for _ in 0..RULES {
        let declared = generate::declared(random);
        let answers = agreed(db, &world, &memory, &declared, &callers).await;
        for truths in &answers {
            count.add(truths);
        }
    }
}

#[derive(Default)]
struct Count {
    cases: usize,
    /// Cases whose answer is neither empty nor everything.
    mixed: usize,
    /// Rows of which the answer is false, unknown, true.
    truths: [usize; 3],
}

impl Count {
    fn add(&mut self, truths: &[Truth]) {
        let allowed = truths.iter().filter(|it| **it == TRUE).count();
        self.cases += 1;
        self.mixed += usize::from(allowed > 0 && allowed < truths.len());
        for truth in truths {
            self.truths[*truth] += 1;
        }
    }
}
