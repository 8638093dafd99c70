//! What is revoked, and for how long it is kept.

use std::time::Duration;

use super::{GRACE, Revocations};
use crate::Id;
use crate::authn::Identity;
use crate::authn::clock::now;

fn identity(user: i64, token: Option<&str>, issued_at: Option<i64>) -> Identity {
    Identity {
        subject: Some(Id::from(user)),
        token_id: token.map(Into::into),
        issued_at,
        ..Identity::default()
    }
}

#[test]
fn a_token_is_revoked_until_it_has_expired() {
    let revocations = Revocations::default();
    let (one, other) = (
        identity(7, Some("a"), Some(1)),
        identity(7, Some("b"), Some(1)),
    );
    assert!(!revocations.is_revoked(&one, 5));
    let shared = revocations.clone();
    shared.revoke_token("a", 100);
    shared.revoke_token("a", 50);
    assert!(revocations.is_revoked(&one, 5));
    assert!(
        revocations.is_revoked(&one, 100 + GRACE - 1),
        "within the leeway"
    );
    assert!(!revocations.is_revoked(&one, 100 + GRACE));
    assert!(!revocations.is_revoked(&other, 5));
    assert!(!revocations.is_revoked(&identity(7, None, Some(1)), 5));
}

#[test]
fn a_users_tokens_are_revoked_up_to_the_instant() {
    let revocations = Revocations::default();
    revocations.revoke_user(&Id::from(7), 100);
    revocations.revoke_user(&Id::from(7), 90);
    for (issued_at, expected) in [
        (None, true),
        (Some(99), true),
        (Some(100), true),
        (Some(101), false),
    ] {
        assert_eq!(
            revocations.is_revoked(&identity(7, None, issued_at), i64::MAX),
            expected
        );
    }
    assert!(!revocations.is_revoked(&identity(8, None, Some(1)), 100));
    assert!(!revocations.is_revoked(&Identity::default(), 100));
}

#[test]
fn memory_is_bounded_by_what_is_still_valid() {
    let revocations = Revocations::with_longest_lifetime(Duration::from_secs(60));
    revocations.revoke_token("alive", now() + 1000);
    for at in 0..10_000 {
        revocations.revoke_token(format!("t{at}"), 1);
        revocations.revoke_user(&Id::from(at), 1);
    }
    let revoked = revocations.0.revoked.read().unwrap();
    assert!(revoked.tokens.len() + revoked.users.len() <= 1026);
    drop(revoked);
    assert!(revocations.is_revoked(&identity(7, Some("alive"), None), now()));
}

#[test]
fn a_user_is_forgotten_only_after_the_longest_lifetime() {
    let revocations = Revocations::with_longest_lifetime(Duration::from_secs(60));
    revocations.revoke_user(&Id::from(7), 100);
    let old = identity(7, None, Some(1));
    assert!(revocations.is_revoked(&old, 100 + 60 + GRACE - 1));
    assert!(!revocations.is_revoked(&old, 100 + 60 + GRACE));
}
