//! Measures rows with criterion, and counts what they allocate.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use actix_http::Request;
use actix_web::rt::SystemRunner;
use criterion::Criterion;
use guard_runtime::{Env, env_ctx};
use serde::Deserialize;

use crate::apps::Subject;
use crate::requests::{Body, Caller, request};

/// How many requests are made before the clock starts.
const BATCH: u64 = 64;

/// Runs rows.
pub(crate) struct Bench<'a> {
    criterion: Criterion,
    system: &'a SystemRunner,
    allocations: BTreeMap<String, u64>,
}

/// Of each row: nanoseconds (the median of criterion's samples) and allocations.
pub(crate) type Measured = BTreeMap<String, (f64, u64)>;

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
            allocations: BTreeMap::new(),
        }
    }

    /// Whole requests, through the middleware if the application has one.
    pub(crate) fn requests(&mut self, row: &str, app: &impl Subject, caller: Caller, body: Body) {
        self.row(row, app, || request(caller, body), None);
    }

    /// The decision alone: the caller is attached already.
    pub(crate) fn decisions(&mut self, row: &str, app: &impl Subject, env: Env) {
        let row = format!("decision {row}");
        let get = || request(Caller::NoToken, Body::None);
        self.row(&row, app, get, Some(&env));
    }

    fn row(&mut self, row: &str, app: &impl Subject, make: impl Fn() -> Request, env: Option<&Env>) {
        let system = self.system;
        let batch = |count: u64| {
            let requests = (0..count).map(|_| make()).collect::<Vec<_>>();
            let calls = async {
                let start = Instant::now();
                for request in requests {
                    let _ = black_box(app.call(request).await);
                }
                start.elapsed()
            };
            match env {
                Some(env) => system.block_on(env_ctx::scope(env.clone(), calls)),
                None => system.block_on(calls),
            }
        };
        self.criterion.bench_function(row, |bencher| {
            bencher.iter_custom(|iterations| {
                let mut left = iterations;
                let mut elapsed = Duration::ZERO;
                while left > 0 {
                    let count = left.min(BATCH);
                    elapsed += batch(count);
                    left -= count;
                }
                elapsed
            });
        });
        let count = system.block_on(async {
            let one = make();
            let calls = async {
                let mut counted = 0;
                let call = app.call(one);
                let mut call = std::pin::pin!(call);
                let response = std::future::poll_fn(|context| {
                    let mut polled = std::task::Poll::Pending;
                    let info = allocation_counter::measure(|| {
                        polled = call.as_mut().poll(context).map(drop);
                    });
                    counted += info.count_total;
                    polled
                });
                response.await;
                counted
            };
            match env {
                Some(env) => env_ctx::scope(env.clone(), calls).await,
                None => calls.await,
            }
        });
        self.allocations.insert(row.to_owned(), count);
    }

    /// Reads criterion's estimates of this run.
    pub(crate) fn finish(self) -> Measured {
        self.criterion.final_summary();
        let read = |(row, allocations): (String, u64)| {
            let nanoseconds = estimate(&row)?;
            Some((row, (nanoseconds, allocations)))
        };
        self.allocations.into_iter().filter_map(read).collect()
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

fn estimate(row: &str) -> Option<f64> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let path = std::path::Path::new(&target)
        .join("criterion")
        .join(row)
        .join("new/estimates.json");
    let estimates = std::fs::read(path).ok()?;
    let estimates = serde_json::from_slice::<Estimates>(&estimates).ok()?;
    Some(estimates.median.point_estimate)
}
