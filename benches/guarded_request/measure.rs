//! Measures rows with criterion, and counts what they allocate.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant, SystemTime};

use actix_http::Request;
use actix_web::rt::SystemRunner;
use criterion::Criterion;
use guard_runtime::{Env, env_ctx};
use serde::Deserialize;

use crate::allocations::allocations;
use crate::apps::Subject;
use crate::requests::{Body, Caller, request};

/// How many requests are made before the clock starts.
const BATCH: u64 = 64;

/// How often two rows are measured in turn, and with how many requests at a time.
const ROUNDS: usize = 101;
const ROUND: u32 = 256;

/// Runs rows.
pub(crate) struct Bench<'a> {
    criterion: Criterion,
    system: &'a SystemRunner,
    rows: BTreeMap<String, Row<'a>>,
    started: SystemTime,
}

struct Row<'a> {
    /// Makes so many requests; how long they took.
    run: Box<dyn Fn(u64) -> Duration + 'a>,
    allocations: u64,
}

/// What was measured.
pub(crate) struct Measured<'a> {
    rows: BTreeMap<String, Row<'a>>,
    /// In nanoseconds: the medians of criterion's samples, without rows that were filtered out.
    pub(crate) times: BTreeMap<String, f64>,
}

impl Measured<'_> {
    pub(crate) fn allocations(&self, row: &str) -> u64 {
        self.rows.get(row).map_or(u64::MAX, |row| row.allocations)
    }

    /// What a request of each of two rows takes, in nanoseconds, by turns: a machine that gets
    /// slower or faster in between does so for both. The rounds whose ratio is the median.
    pub(crate) fn by_turns(&self, one: &str, other: &str) -> Option<(f64, f64)> {
        let measured = |row: &str| self.times.get(row).and_then(|_| self.rows.get(row));
        let (one, other) = (measured(one)?, measured(other)?);
        let nanoseconds =
            |row: &Row<'_>| (row.run)(ROUND.into()).as_secs_f64() * 1e9 / f64::from(ROUND);
        let rounds = (0..ROUNDS).map(|_| (nanoseconds(one), nanoseconds(other)));
        let mut rounds = rounds.collect::<Vec<_>>();
        rounds.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        rounds.get(ROUNDS / 2).copied()
    }
}

impl<'a> Bench<'a> {
    pub(crate) fn new(system: &'a SystemRunner) -> Self {
        let criterion = Criterion::default()
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_millis(1_200))
            .sample_size(40)
            .configure_from_args();
        Self {
            criterion,
            system,
            rows: BTreeMap::new(),
            started: SystemTime::now(),
        }
    }

    /// Whole requests, through the middleware if the application has one.
    pub(crate) fn requests(
        &mut self,
        row: &str,
        app: impl Subject + 'a,
        caller: Caller,
        body: Body,
    ) {
        self.row(row, app, move || request(caller, body), None);
    }

    /// The decision alone: the caller is attached already.
    pub(crate) fn decisions(&mut self, row: &str, app: impl Subject + 'a, env: Env) {
        let row = format!("decision {row}");
        let get = || request(Caller::NoToken, Body::None);
        self.row(&row, app, get, Some(env));
    }

    /// Requests made by `make`, with the caller attached if there is one.
    pub(crate) fn row(
        &mut self,
        row: &str,
        app: impl Subject + 'a,
        make: impl Fn() -> Request + 'a,
        env: Option<Env>,
    ) {
        let allocations = allocations(self.system, &app, &make, env.clone());
        let system = self.system;
        let run = move |count: u64| {
            let requests = (0..count).map(|_| make()).collect::<Vec<_>>();
            let calls = async {
                let start = Instant::now();
                for request in requests {
                    let _ = black_box(app.call(request).await);
                }
                start.elapsed()
            };
            within(system, env.clone(), calls)
        };
        self.criterion.bench_function(row, |bencher| {
            bencher.iter_custom(|iterations| {
                let mut left = iterations;
                let mut elapsed = Duration::ZERO;
                while left > 0 {
                    let count = left.min(BATCH);
                    elapsed += run(count);
                    left -= count;
                }
                elapsed
            });
        });
        let run = Box::new(run);
        self.rows.insert(row.to_owned(), Row { run, allocations });
    }

    /// Reads criterion's estimates of this run.
    pub(crate) fn finish(self) -> Measured<'a> {
        self.criterion.final_summary();
        let read = |row: &String| Some((row.clone(), estimate(row, self.started)?));
        Measured {
            times: self.rows.keys().filter_map(read).collect(),
            rows: self.rows,
        }
    }
}

pub(crate) fn within<T>(
    system: &SystemRunner,
    env: Option<Env>,
    calls: impl Future<Output = T>,
) -> T {
    match env {
        Some(env) => system.block_on(env_ctx::scope(env, calls)),
        None => system.block_on(calls),
    }
}

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    point_estimate: f64,
}

/// Of this run only: a row that was filtered out has the estimate of an earlier one.
fn estimate(row: &str, started: SystemTime) -> Option<f64> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let path = std::path::Path::new(&target)
        .join("criterion")
        .join(row)
        .join("new/estimates.json");
    let written = std::fs::metadata(&path).ok()?.modified().ok()?;
    if written < started {
        return None;
    }
    let estimates = std::fs::read(path).ok()?;
    let estimates = serde_json::from_slice::<Estimates>(&estimates).ok()?;
    Some(estimates.median.point_estimate)
}
