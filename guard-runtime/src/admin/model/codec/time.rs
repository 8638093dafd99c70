//! Days and times, as browsers send them and as RFC 3339 has them.

use sea_orm::prelude::{ChronoDate, ChronoDateTime, ChronoDateTimeWithTimeZone, ChronoTime};

use super::Plain;

/// A day and a time without an offset, as they are shown.
pub(in crate::admin) const MOMENT: &str = "%Y-%m-%dT%H:%M:%S%.f";

/// `2026-11-21`. Databases do not agree on other years than those of four digits.
pub(super) fn date(text: &str) -> Result<Plain, String> {
    match day(text) {
        Some(day) => Ok(Plain::Date(day)),
        None => Err("expected a day, as 2026-11-21".to_owned()),
    }
}

/// `14:30`, `14:30:05`, `14:30:05.25`.
pub(super) fn time(text: &str) -> Result<Plain, String> {
    match clock(text) {
        Some(time) => Ok(Plain::Time(time)),
        None => Err("expected a time, as 14:30".to_owned()),
    }
}

/// A day and a time, with an offset or without.
pub(super) fn moment(text: &str) -> Result<Plain, String> {
    read(text).ok_or_else(|| "expected a day and a time, as 2026-11-21T14:30".to_owned())
}

fn read(text: &str) -> Option<Plain> {
    let (day_text, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let end = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (time_text, offset) = rest.split_at_checked(end)?;
    let naive = ChronoDateTime::new(day(day_text)?, clock(time_text)?);
    if offset.is_empty() {
        return Some(Plain::Naive(naive));
    }
    let whole = format!("{}{offset}", naive.format(MOMENT));
    let moment = ChronoDateTimeWithTimeZone::parse_from_rfc3339(&whole).ok()?;
    // Half a day more or less may be another year.
    day(&moment.naive_utc().date().to_string())?;
    Some(Plain::Moment(moment))
}

fn day(text: &str) -> Option<ChronoDate> {
    let is_shaped = has_shape(text, b"0000-00-00") && !text.starts_with("0000");
    let day = is_shaped.then(|| ChronoDate::parse_from_str(text, "%Y-%m-%d"))?;
    day.ok()
}

fn clock(text: &str) -> Option<ChronoTime> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if has_shape(whole, b"00:00") && fraction.is_none() {
        return ChronoTime::parse_from_str(whole, "%H:%M").ok();
    }
    // Few databases know of leap seconds.
    if !has_shape(whole, b"00:00:00") || whole.ends_with("60") {
        return None;
    }
    let is_fraction =
        |it: &str| (1..=9).contains(&it.len()) && it.bytes().all(|digit| digit.is_ascii_digit());
    if !fraction.is_none_or(is_fraction) {
        return None;
    }
    ChronoTime::parse_from_str(text, "%H:%M:%S%.f").ok()
}

/// Whether there are digits where the shape has zeros, and what it has everywhere else.
fn has_shape(text: &str, shape: &[u8]) -> bool {
    let same = |(byte, shape): (u8, &u8)| {
        if *shape == b'0' {
            byte.is_ascii_digit()
        } else {
            byte == *shape
        }
    };
    text.len() == shape.len() && text.bytes().zip(shape).all(same)
}
