//! A store that counts and fails on demand.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use guard_runtime::tokens::{MemoryTokenStore, StoreError, StoredToken, TokenStore};
use guard_runtime::{Answer, Id};

/// What it was asked for, and how it answers. A clone is the same one.
#[derive(Clone, Default)]
pub(crate) struct Store {
    pub(crate) inner: MemoryTokenStore,
    pub(crate) finds: Arc<AtomicUsize>,
    pub(crate) notes: Arc<AtomicUsize>,
    pub(crate) down: Arc<AtomicBool>,
    /// Whether it lists everybody's tokens, whoever's it is asked for.
    pub(crate) careless: Arc<AtomicBool>,
    /// What goes down once a token is inserted.
    pub(crate) breaks: Arc<Mutex<Option<Arc<AtomicBool>>>>,
    /// Tokens that come in while all of an owner are revoked, too late for that.
    pub(crate) late: Arc<Mutex<Vec<StoredToken>>>,
    /// Changes tokens on their way out, as a database does that somebody has written to.
    tampering: Arc<Mutex<Option<Tampering>>>,
}

type Tampering = Box<dyn Fn(&mut StoredToken) + Send>;

impl Store {
    pub(crate) fn finds(&self) -> usize {
        self.finds.load(Ordering::SeqCst)
    }

    pub(crate) fn notes(&self) -> usize {
        self.notes.load(Ordering::SeqCst)
    }

    pub(crate) fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    pub(crate) fn tamper(&self, with: impl Fn(&mut StoredToken) + Send + 'static) {
        *self.tampering.lock().unwrap() = Some(Box::new(with));
    }

    pub(crate) async fn stored(&self, id: &str) -> StoredToken {
        self.inner.find(id).get().await.unwrap().unwrap()
    }

    fn answer<'a, T: 'a>(
        &'a self,
        answer: Answer<'a, Result<T, StoreError>>,
    ) -> Answer<'a, Result<T, StoreError>> {
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            if self.down.load(Ordering::SeqCst) {
                return Err(StoreError::new("connection refused"));
            }
            answer.get().await
        })
    }
}

impl TokenStore for Store {
    fn insert(&self, token: StoredToken) -> Answer<'_, Result<(), StoreError>> {
        if self.down.load(Ordering::SeqCst) {
            return Answer::Now(Err(StoreError::new("connection refused")));
        }
        if let Some(down) = &*self.breaks.lock().unwrap() {
            down.store(true, Ordering::SeqCst);
        }
        self.inner.insert(token)
    }

    fn find<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Option<StoredToken>, StoreError>> {
        self.finds.fetch_add(1, Ordering::SeqCst);
        Answer::later(async move {
            let found = self.answer(self.inner.find(id)).get().await?;
            Ok(found.map(|mut token| {
                if let Some(tamper) = &*self.tampering.lock().unwrap() {
                    tamper(&mut token);
                }
                token
            }))
        })
    }

    fn list<'a>(
        &'a self,
        owner: Option<&'a Id>,
    ) -> Answer<'a, Result<Vec<StoredToken>, StoreError>> {
        let careless = self.careless.load(Ordering::SeqCst);
        self.answer(self.inner.list(owner.filter(|_| !careless)))
    }

    fn revoke<'a>(&'a self, id: &'a str, at: i64) -> Answer<'a, Result<bool, StoreError>> {
        Answer::later(async move {
            // On its way there, and on its way back.
            actix_web::rt::task::yield_now().await;
            actix_web::rt::task::yield_now().await;
            let revoked = self.inner.revoke(id, at);
            self.answer(revoked).get().await
        })
    }

    fn revoke_all<'a>(&'a self, owner: &'a Id, at: i64) -> Answer<'a, Result<u64, StoreError>> {
        let revoked = self.inner.revoke_all(owner, at);
        for token in self.late.lock().unwrap().drain(..) {
            drop(self.inner.insert(token));
        }
        self.answer(revoked)
    }

    fn forget(&self, ended_before: i64) -> Answer<'_, Result<u64, StoreError>> {
        self.answer(self.inner.forget(ended_before))
    }

    fn note_use<'a>(
        &'a self,
        id: &'a str,
        at: i64,
        used: &'a [String],
    ) -> Answer<'a, Result<(), StoreError>> {
        self.notes.fetch_add(1, Ordering::SeqCst);
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            if self.down.load(Ordering::SeqCst) {
                return Err(StoreError::new("connection refused"));
            }
            self.inner.note_use(id, at, used).get().await
        })
    }
}
