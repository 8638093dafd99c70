//! Steps from one status to the next.

use crate::app::data::invoice_status::Status;
use crate::app::failure::Failure;

/// Refuses a step that invoices do not take.
///
/// # Errors
///
/// They do not: 409.
pub(super) fn check(from: Status, to: Status) -> Result<(), Failure> {
    if from.may_become(to) {
        Ok(())
    } else {
        let (from, to) = (from.name(), to.name());
        let detail = format!("an invoice does not go from `{from}` to `{to}`");
        Err(Failure::Conflict(detail))
    }
}
