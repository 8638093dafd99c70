//! The program itself.

use super::server::send_to;
use crate::example::program::{says, starts_and_stops};

const EXAMPLE: &str = "collab";

#[test]
#[cfg(unix)]
fn the_program_starts_stops_and_starts_again() {
    let (address, lines) = starts_and_stops(EXAMPLE, |address| {
        send_to(address, "GET", "/api/health", &Vec::new(), "").status
    });
    let line = format!("MANAGER=$(curl -s http://{address}/token -d grant_type=password");
    assert!(lines.contains(&line), "{lines}");
}

#[test]
fn the_program_says_what_is_wrong() {
    let gates = "all(admin.configuration:GET, admin.configuration:UPDATE)";
    says(
        EXAMPLE,
        &[
            (&["--help"], 0, "COLLAB_DATABASE"),
            (&["--gates"], 0, gates),
            (&["--gates"], 0, "user.tokens:CREATE"),
        ],
    );
}
