//! Days and instants in UTC.

const DAY: i64 = 24 * 60 * 60;

/// A day, counted from 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i64);

impl Day {
    /// The day of an instant.
    pub(super) fn of(instant: i64) -> Self {
        Self(instant.div_euclid(DAY))
    }

    /// The midnight that ends it.
    pub(super) fn end(self) -> i64 {
        (self.0 + 1) * DAY
    }

    pub(super) fn plus(self, days: u32) -> Self {
        Self(self.0 + i64::from(days))
    }

    /// As browsers write it: `2027-05-31`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let mut next = |length: usize| {
            let part = parts.next().filter(|it| it.len() == length)?;
            let digits = part.bytes().all(|it| it.is_ascii_digit());
            part.parse::<i64>().ok().filter(|_| digits)
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let parsed = Self(days_before(year, month) + day - 1);
        // Only days that there are come out as they went in.
        (parsed.to_string() == text).then_some(parsed)
    }
}

/// Days from 1970-01-01 to the first of a month, in the Gregorian calendar. The year is taken to
/// begin in March, so that the leap day is its last.
fn days_before(year: i64, month: i64) -> i64 {
    let since_march = (month + 9).rem_euclid(12);
    let year = if month <= 2 { year - 1 } else { year };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let months = (153 * since_march + 2) / 5;
    year * 365 + leap_days + months - 719_468
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // As H. Hinnant does it, "chrono-Compatible Low-Level Date Algorithms".
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let since_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * since_march + 2) / 5 + 1;
        let month = (since_march + 2) % 12 + 1;
        let year = era * 400 + year + i64::from(month <= 2);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// The time of day of an instant: `14:05`.
fn time(instant: i64) -> String {
    let minutes = instant.rem_euclid(DAY) / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// For people: `2027-05-31, 14:05 UTC`.
pub(super) fn shown(instant: i64) -> String {
    format!("{}, {} UTC", Day::of(instant), time(instant))
}

/// For programs: `2027-05-31T14:05Z`.
pub(super) fn machine(instant: i64) -> String {
    format!("{}T{}Z", Day::of(instant), time(instant))
}

#[cfg(test)]
mod tests {
    use super::{DAY, Day, machine, shown};

    #[test]
    fn every_day_is_read_as_it_is_written() {
        let first = Day::parse("1960-01-01").unwrap();
        let mut last = String::new();
        for day in 0..60_000 {
            let day = first.plus(day);
            let text = day.to_string();
            assert_eq!(Day::parse(&text), Some(day), "{text}");
            assert!(text > last, "{text} after {last}");
            last = text;
        }
        assert_eq!(last, "2124-04-09");
    }

    #[test]
    fn known_days() {
        for (text, day) in [
            ("1970-01-01", 0),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-11-21", 20_778),
            ("2100-03-01", 47_541),
            ("9999-12-31", 2_932_896),
        ] {
            assert_eq!(Day::parse(text), Some(Day(day)), "{text}");
        }
        assert_eq!(Day(0).end(), DAY);
        assert_eq!(shown(1_795_224_600), "2026-11-21, 01:30 UTC");
        assert_eq!(machine(-60), "1969-12-31T23:59Z");
    }

    #[test]
    fn what_is_no_day() {
        for text in [
            "",
            "x",
            "2027",
            "2027-02",
            "2027-02-29",
            "2027-13-01",
            "2027-00-10",
            "2027-01-00",
            "2027-1-1",
            "27-01-01",
            "2027-01-01T00:00",
            "+027-01-01",
            "2027-01-+1",
            "2100-02-29",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
