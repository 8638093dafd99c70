//! The program itself.

use super::server::page;
use crate::app::accounts_to_try;
use crate::example::program::{says, starts_and_stops};

const EXAMPLE: &str = "admin";

#[test]
#[cfg(unix)]
fn the_program_starts_and_stops() {
    let (address, lines) = starts_and_stops(EXAMPLE, |address| {
        page(address, "/admin/sign-in", &Vec::new()).status
    });
    assert_eq!(lines.trim(), accounts_to_try::lines(address).trim());
    let place = format!("http://{address}/admin");
    assert!(lines.contains(&place), "{lines}");
    assert!(lines.contains("auditor   reads the books"), "{lines}");
}

#[test]
fn the_program_says_what_is_wrong() {
    says(
        EXAMPLE,
        &[
            (&["--help"], 0, "ADMIN_DATABASE"),
            (&["--gates"], 0, "GET /admin/sales/invoices/{key}"),
            (&["--gates"], 0, "POST /admin/sign-in"),
            (&["--gates"], 0, "all(internal, group:sales_manager)"),
        ],
    );
}
