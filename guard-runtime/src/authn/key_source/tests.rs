//! Keys change, age and lapse.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{KeySource, Keys};
use crate::authn::{Algorithm, AuthError, Key, KeyError, KeySet};

const LONG: Duration = Duration::from_secs(3600);
const SHORT: Duration = Duration::from_millis(20);

/// A file with one key of this name, removed at the end.
struct Document(PathBuf);

impl Document {
    fn new(kid: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);

        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("guard-keys-{}-{count}.json", std::process::id());
        let it = Self(std::env::temp_dir().join(name));
        it.write(kid);
        it
    }

    fn write(&self, kid: &str) {
        let secret = URL_SAFE_NO_PAD.encode([7; 32]);
        let json =
            format!(r#"{{"keys":[{{"kty":"oct","alg":"HS256","kid":"{kid}","k":"{secret}"}}]}}"#);
        // Renamed into place, so that nobody reads half of it.
        let new = self.0.with_extension("new");
        fs::write(&new, json).unwrap();
        fs::rename(new, &self.0).unwrap();
    }
}

impl Drop for Document {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn has(keys: &Keys, kid: &str) -> bool {
    keys.current().is_ok_and(|it| it.named(kid).is_some())
}

#[track_caller]
fn eventually(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "it never happened"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn fixed_keys_stay() {
    let key = || Key::hmac(Algorithm::HS256, [7; 32]).unwrap().with_kid("a");
    let keys = KeySource::fixed(KeySet::new([key()]).unwrap())
        .open()
        .unwrap();
    assert!(has(&keys, "a"));
    keys.refresh_soon();
    assert_eq!(keys.generation(), 0);
    assert!(has(&KeySource::from(keys).open().unwrap(), "a"));
    let bad = KeySource::from(key().with_kid("")).open();
    assert_eq!(bad.err(), Some(KeyError::EmptyKid));
}

#[test]
fn the_first_reading_must_succeed() {
    let missing = KeySource::file("/nonexistent/keys.json", LONG).open();
    assert_eq!(
        missing.err(),
        Some(KeyError::File(std::io::ErrorKind::NotFound))
    );

    let document = Document::new("a");
    fs::write(&document.0, "not a key set").unwrap();
    assert_eq!(
        KeySource::file(&document.0, LONG).open().err(),
        Some(KeyError::NotAKeySet)
    );
    fs::write(&document.0, vec![b' '; (1 << 20) + 1]).unwrap();
    assert_eq!(
        KeySource::file(&document.0, LONG).open().err(),
        Some(KeyError::TooLarge)
    );

    let source = KeySource::file(&document.0, LONG);
    for lapsing in [
        source.clone().max_stale(LONG / 2),
        // The keys would lapse before they may be read again.
        KeySource::file(&document.0, SHORT)
            .min_interval(LONG)
            .max_stale(LONG / 2),
        source.min_interval(Duration::MAX),
    ] {
        assert_eq!(lapsing.open().err(), Some(KeyError::Stale));
    }
}

#[test]
fn a_changed_file_is_read_again() {
    let document = Document::new("a");
    let keys = KeySource::file(&document.0, SHORT)
        .min_interval(SHORT)
        .open()
        .unwrap();
    let before = keys.generation();
    assert!(has(&keys, "a"));
    std::thread::sleep(4 * SHORT);
    assert_eq!(keys.generation(), before, "nothing changed");
    document.write("b");
    eventually(|| has(&keys, "b"));
    assert!(!has(&keys, "a"));
    assert_ne!(keys.generation(), before);
}

#[test]
fn an_unknown_name_asks_for_an_early_reading() {
    let document = Document::new("a");
    let keys = KeySource::file(&document.0, LONG)
        .min_interval(SHORT)
        .open()
        .unwrap();
    document.write("b");
    std::thread::sleep(4 * SHORT);
    assert!(has(&keys, "a"), "not asked yet");
    for _ in 0..1000 {
        keys.refresh_soon();
    }
    eventually(|| has(&keys, "b"));
    document.write("c");
    eventually(|| {
        keys.refresh_soon();
        has(&keys, "c")
    });
}

#[test]
fn early_readings_are_rare() {
    let document = Document::new("a");
    let source = KeySource::file(&document.0, LONG).min_interval(Duration::from_millis(400));
    let keys = source.open().unwrap();
    document.write("b");
    keys.refresh_soon();
    std::thread::sleep(Duration::from_millis(100));
    assert!(has(&keys, "a"), "too early");
    eventually(|| has(&keys, "b"));
}

#[test]
fn old_keys_serve_for_a_while_and_then_lapse() {
    let document = Document::new("a");
    let keys = KeySource::file(&document.0, SHORT)
        .min_interval(SHORT)
        .max_stale(Duration::from_millis(500))
        .open()
        .unwrap();
    let generation = keys.generation();
    fs::write(&document.0, "broken").unwrap();
    std::thread::sleep(4 * SHORT);
    assert!(has(&keys, "a"), "the old keys serve");
    eventually(|| matches!(keys.current(), Err(AuthError::Unavailable(_))));
    assert_ne!(
        keys.generation(),
        generation,
        "nothing kept may be believed"
    );
    let lapsed = keys.generation();
    document.write("a");
    eventually(|| has(&keys, "a"));
    fs::write(&document.0, "broken").unwrap();
    eventually(|| keys.current().is_err());
    assert_ne!(
        keys.generation(),
        lapsed,
        "what was verified while they lapsed is not believed when they lapse again"
    );
}

#[test]
fn an_endless_interval_does_no_harm() {
    let document = Document::new("a");
    let keys = KeySource::file(&document.0, Duration::MAX)
        .min_interval(Duration::MAX)
        .max_stale(Duration::MAX)
        .open()
        .unwrap();
    keys.refresh_soon();
    std::thread::sleep(4 * SHORT);
    assert!(has(&keys, "a") && keys.is_watched());
}

#[test]
fn the_thread_ends_with_the_last_handle() {
    let document = Document::new("a");
    let keys = KeySource::file(&document.0, LONG).open().unwrap();
    let super::keys::Inner::Watched(shared) = &keys.0 else {
        panic!("not watched");
    };
    let weak = std::sync::Arc::downgrade(shared);
    let second = keys.clone();
    drop(keys);
    assert!(weak.upgrade().is_some());
    second.refresh_soon();
    drop(second);
    // Neither a handle nor the thread holds it any more.
    eventually(|| weak.upgrade().is_none());
}
