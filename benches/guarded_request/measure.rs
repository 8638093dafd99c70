//! Measures rows with criterion, and counts what they allocate.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime};

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
    started: SystemTime,
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
            started: SystemTime::now(),
        }
    }

    /// Whole requests, through the middleware if the application has one.
    pub(crate) fn requests(&mut self, row: &str, app: &impl Subject, caller: Caller, body: Body) {
        self.row(row, app, || request(caller, body), None);
    }

    /// The decision alone: the caller is attached already.
    pub(crate) fn decisions(&mut self, row: &str, app: &impl Subject, env: &Env) {
        let row = format!("decision {row}");
        let get = || request(Caller::NoToken, Body::None);
        self.row(&row, app, get, Some(env));
    }

    /// Requests made by `make`, with the caller attached if there is one.
    pub(crate) fn row(
        &mut self,
        row: &str,
        app: &impl Subject,
        make: impl Fn() -> Request,
        env: Option<&Env>,
    ) {
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
        // Warm, so that nothing is counted that happens once.
        batch(1);
        let request = make();
        let counting = async {
            let mut counted = 0;
            let mut call = None;
            let info = allocation_counter::measure(|| call = Some(app.call(request)));
            counted += info.count_total;
            if let Some(call) = call {
                let mut call = std::pin::pin!(call);
                let poll = |context: &mut Context<'_>| {
                    let mut polled = Poll::Pending;
                    let poll = || polled = call.as_mut().poll(context).map(drop);
                    counted += allocation_counter::measure(poll).count_total;
                    polled
                };
                std::future::poll_fn(poll).await;
            }
            counted
        };
        let count = match env {
            Some(env) => system.block_on(env_ctx::scope(env.clone(), counting)),
            None => system.block_on(counting),
        };
        self.allocations.insert(row.to_owned(), count);
    }

    /// Reads criterion's estimates of this run.
    pub(crate) fn finish(self) -> Measured {
        self.criterion.final_summary();
        let read = |(row, allocations): (String, u64)| {
            let nanoseconds = estimate(&row, self.started)?;
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
