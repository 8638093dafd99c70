//! Counts what a request allocates.

use std::hint::black_box;
use std::task::{Context, Poll};

use actix_http::Request;
use actix_web::rt::SystemRunner;
use guard_runtime::Env;

use crate::apps::Subject;
use crate::measure::within;

/// How many allocations the second request makes: nothing is counted that happens once.
pub(crate) fn allocations(
    system: &SystemRunner,
    app: &impl Subject,
    make: &impl Fn() -> Request,
    env: Option<Env>,
) -> u64 {
    let first = make();
    within(system, env.clone(), async {
        let _ = black_box(app.call(first).await);
    });
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
    within(system, env, counting)
}
