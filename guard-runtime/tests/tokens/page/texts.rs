//! Pages as texts, and texts in pages.

use std::collections::HashMap;

#[derive(Debug)]
pub(crate) struct Page {
    pub(super) status: u16,
    pub(super) headers: HashMap<String, String>,
    pub(super) text: String,
}

impl Page {
    pub(super) fn has(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    pub(super) fn times(&self, text: &str) -> usize {
        self.text.matches(text).count()
    }

    /// The box of this permission, as it is written.
    pub(super) fn checkbox(&self, name: &str) -> Option<&str> {
        let end = format!("aria-label=\"{name}\">");
        let (before, _) = self.text.split_once(&end)?;
        before
            .rsplit_once("<input ")
            .map(|(_, attributes)| attributes)
    }

    /// The part of the page from here to there.
    pub(super) fn part(&self, from: &str, to: &str) -> &str {
        let (_, part) = self.text.split_once(from).unwrap();
        part.split_once(to).unwrap().0
    }
}

/// A text as it stands in a query.
pub(super) fn encoded(text: &str) -> String {
    let byte = |text: String, byte: u8| text + &format!("%{byte:02x}");
    text.bytes().fold(String::new(), byte)
}

/// So many days from now, as browsers write it.
pub(super) fn day(days: i64) -> String {
    let days = crate::support::now() / crate::support::DAY + days;
    // Long enough for these tests: the years of one leap cycle from 2024.
    let mut rest = days - 19_723;
    let mut year = 2024;
    let length = |year: i64| if year % 4 == 0 { 366 } else { 365 };
    while rest >= length(year) {
        rest -= length(year);
        year += 1;
    }
    let leap = length(year) - 365;
    let months = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in months {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", rest + 1)
}
