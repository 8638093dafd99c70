//! What is learned from a sign-in that fails.

use std::time::Instant;

use super::server::login;
use crate::app::data::seed::demo::PASSWORD;

#[test]
fn nobody_learns_why_signing_in_failed() {
    let refusals = [
        login("sales", "wrong"),
        login("nobody", PASSWORD),
        login("blocked", PASSWORD),
        login("blocked", "wrong"),
        login("staff10", ""),
        login("scanner", "wrong"),
        login("' OR 1=1 --", "wrong"),
    ];
    for refusal in &refusals {
        assert_eq!(refusal.status, 401);
        assert_eq!(refusal.body, refusals[0].body);
    }
    let fastest = |name: &str| {
        let times = (0..4).map(|_| {
            let start = Instant::now();
            login(name, "wrong");
            start.elapsed()
        });
        times.min().unwrap()
    };
    let (known, unknown) = (fastest("sales"), fastest("nobody"));
    // Without the work of a password it would be a hundredth.
    assert!(
        unknown > known / 4,
        "{known:?} for an account, {unknown:?} for none"
    );
}
