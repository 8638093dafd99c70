//! Text that callers send.

use super::failure::Failure;

/// Refuses a field that is blank or too long.
///
/// # Errors
///
/// It is; the detail names the field.
pub(crate) fn check(field: &str, text: &str, longest: usize) -> Result<(), Failure> {
    if text.trim().is_empty() || text.chars().count() > longest {
        let wanted = format!("`{field}` has 1 to {longest} characters");
        return Err(Failure::input(wanted));
    }
    Ok(())
}

/// Refuses what is no date as `2026-03-14`.
///
/// # Errors
///
/// It is not; the detail names the field.
pub(crate) fn check_date(field: &str, text: &str) -> Result<(), Failure> {
    let digits = |part: &str, most: u32| {
        let all = part.bytes().all(|it| it.is_ascii_digit());
        all && part.parse().is_ok_and(|it: u32| (1..=most).contains(&it))
    };
    let mut parts = text.split('-');
    let lengths = text.split('-').map(str::len);
    let is_date = lengths.eq([4, 2, 2])
        && [9999, 12, 31]
            .into_iter()
            .all(|most| parts.next().is_some_and(|part| digits(part, most)));
    if is_date {
        Ok(())
    } else {
        Err(Failure::input(format!(
            "`{field}` is a date, as `2026-03-14`"
        )))
    }
}
