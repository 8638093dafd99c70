//! Text that callers send.

use std::ops::RangeInclusive;

use super::failure::Failure;

/// Refuses a field that is too short, too long, blank where it may not be empty, or that has characters
/// which nobody can see.
///
/// # Errors
///
/// It is; the detail names the field.
pub(crate) fn check(field: &str, text: &str, length: RangeInclusive<usize>) -> Result<(), Failure> {
    let (least, most) = (length.start(), length.end());
    if text.trim().chars().count() < *least || text.chars().count() > *most {
        let wanted = format!("`{field}` has {least} to {most} characters");
        return Err(Failure::input(wanted));
    }
    if text
        .chars()
        .any(|it| it.is_control() && !"\n\r\t".contains(it))
    {
        return Err(Failure::input(format!("`{field}` has control characters")));
    }
    Ok(())
}

/// Refuses what is no date as `2026-03-14`.
///
/// # Errors
///
/// It is not; the detail names the field.
pub(crate) fn check_date(field: &str, text: &str) -> Result<(), Failure> {
    if is_date(text) {
        Ok(())
    } else {
        Err(Failure::input(format!(
            "`{field}` is a date, as `2026-03-14`"
        )))
    }
}

fn is_date(text: &str) -> bool {
    let number = |part: &str| {
        let digits = part.bytes().all(|it| it.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let mut parts = text.split('-').map(number);
    let (Some(Some(year)), Some(Some(month)), Some(Some(day))) =
        (parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    text.split('-').map(str::len).eq([4, 2, 2])
        && year > 0
        && (1..=12).contains(&month)
        && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for date in [
            "2026-02-28",
            "2024-02-29",
            "2000-02-29",
            "0001-01-01",
            "9999-12-31",
        ] {
            assert!(is_date(date), "{date}");
        }
        for none in [
            "",
            "-",
            "--",
            "2026",
            "2026-02",
            "2026-02-00",
            "2026-00-01",
            "2026-13-01",
            "2026-01-32",
            "2026-02-29",
            "2026-02-31",
            "1900-02-29",
            "2026-04-31",
            "2026-11-31",
            "0000-01-01",
            "2026-2-3",
            "2026-02-03-",
            "-2026-02-03",
            "+026-02-03",
            "2026-02-03T00:00",
            "2026-02- 3",
            "٢٠٢٦-٠٢-٠٣",
            "99999-01-01",
        ] {
            assert!(!is_date(none), "{none}");
        }
    }
}
