//! How long the token is to live.

use std::time::Duration;

use crate::authn::now;
use crate::tokens::page::date::Day;
use crate::tokens::page::input::Input;

const PRESETS: [u32; 3] = [7, 30, 90];
/// Of a form that is new.
const USUAL: u32 = 30;

/// The last day of a token, and which days there are to choose from.
pub(super) struct Lifetime {
    pub(super) today: Day,
    /// The day on which the longest lifetime ends.
    pub(super) latest: Day,
    /// The instant at which it does.
    pub(super) latest_end: i64,
    day: Option<Day>,
}

impl Lifetime {
    pub(super) fn new(longest: Duration, input: &Input) -> Self {
        let now = now();
        let longest = i64::try_from(longest.as_secs()).unwrap_or(i64::MAX);
        let latest_end = now.saturating_add(longest);
        let (today, latest) = (Day::of(now), Day::of(latest_end));
        let day = match input.days {
            Some(days) => Some(today.plus(days).min(latest)),
            // A form that was sent without a day has a mistake.
            None if input.expires.is_empty() && !input.sent => Some(today.plus(USUAL).min(latest)),
            None => Day::parse(&input.expires),
        };
        Self {
            today,
            latest,
            latest_end,
            day,
        }
    }

    /// When the token ends: at the end of its last day, or at the latest instant if that is in it.
    pub(super) fn end(&self) -> Option<i64> {
        let day = self.day?;
        let is_latest = day == self.latest;
        Some(if is_latest {
            day.end().min(self.latest_end)
        } else {
            day.end()
        })
    }

    pub(super) fn is_set(&self) -> bool {
        self.day.is_some()
    }

    /// As the field shows it.
    pub(super) fn shown(&self) -> String {
        self.day.map(|it| it.to_string()).unwrap_or_default()
    }

    /// What buttons set: days from today, and the day.
    pub(super) fn presets(&self) -> Vec<(u32, Day)> {
        let days = PRESETS.map(|days| (days, self.today.plus(days)));
        days.into_iter()
            .filter(|(_, day)| *day < self.latest)
            .collect()
    }
}
