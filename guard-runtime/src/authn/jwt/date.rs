//! Numeric dates: seconds since 1970-01-01 UTC, possibly with a fraction (RFC 7519 section 2).

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// The last second of the year 9999.
const LAST: i64 = 253_402_300_799;

/// A date between two whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// The second it is in.
    pub(super) floor: i64,
    /// The second it is over in.
    pub(super) ceil: i64,
}

/// Reads a date.
pub(super) struct Seed;

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Date;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Date, D::Error> {
        // Asked for "any" value, serde_json gives numbers as maps if another crate of the program
        // switches its feature `arbitrary_precision` on.
        deserializer.deserialize_f64(self)
    }
}

impl Visitor<'_> for Seed {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Date, E> {
        match i64::try_from(seconds) {
            Ok(seconds) if seconds <= LAST => Ok(Date {
                floor: seconds,
                ceil: seconds,
            }),
            _ => Err(E::custom("")),
        }
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<Date, E> {
        u64::try_from(seconds)
            .map_err(E::custom)
            .and_then(|it| self.visit_u64(it))
    }

    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "the range is checked first, and an f64 holds each second of it"
    )]
    fn visit_f64<E: Error>(self, seconds: f64) -> Result<Date, E> {
        if !seconds.is_finite() || seconds < 0.0 || seconds > LAST as f64 {
            return Err(E::custom(""));
        }
        Ok(Date {
            floor: seconds.floor() as i64,
            ceil: seconds.ceil() as i64,
        })
    }
}
