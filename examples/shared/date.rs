//! Dates as text: `2026-03-14`, which sorts as it should.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today, in UTC.
pub(crate) fn today() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    iso(now.map_or(0, |it| it.as_secs() / 86_400))
}

/// So many days after the Monday on which the demonstration data begins.
pub(crate) fn day(number: u64) -> String {
    iso(20_458 + number)
}

/// The date so many days after 1970-01-01, by Howard Hinnant's `civil_from_days`: years begin in
/// March there, so that the leap day is the last of its year.
fn iso(days: u64) -> String {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{day, iso};

    #[test]
    fn leap_days_and_ends_of_years() {
        assert_eq!(iso(0), "1970-01-01");
        assert_eq!(iso(11_016), "2000-02-29");
        assert_eq!(iso(11_017), "2000-03-01");
        assert_eq!(iso(20_453), "2025-12-31");
        assert_eq!(day(0), "2026-01-05");
    }
}
