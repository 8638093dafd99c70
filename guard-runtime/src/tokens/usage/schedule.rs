//! When what tokens are used for is written.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use actix_web::rt::time::sleep;
use tokio::runtime::Handle;

use super::Ledger;

impl Ledger {
    /// Sees to it that news are written after a while. Outside a runtime nothing happens: the next
    /// use inside of one tries again.
    ///
    /// Not with `actix_web::rt::spawn`, which panics on threads that run no local tasks (a blocking
    /// closure, a plain tokio test), and nobody can ask whether this is one.
    pub(super) fn schedule(self: &Arc<Self>) {
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        if self.scheduled.swap(true, Ordering::AcqRel) {
            return;
        }
        let scheduled = Scheduled(Arc::clone(self));
        let on = runtime.clone();
        runtime.spawn(async move {
            sleep(scheduled.0.interval).await;
            let ledger = Arc::clone(&scheduled.0);
            // News from here on need another turn.
            drop(scheduled);
            // Stores answer with futures that stay on one thread.
            on.clone()
                .spawn_blocking(move || on.block_on(ledger.write()));
        });
    }
}

/// Ends with the task, also where its runtime ends first.
struct Scheduled(Arc<Ledger>);

impl Drop for Scheduled {
    fn drop(&mut self) {
        self.0.scheduled.store(false, Ordering::Release);
    }
}
