//! The smallest change that would allow something.

mod candidates;
mod component;
mod contradiction;
mod draft;
mod drafting;
mod fill;
mod known;
mod opposite;
mod phrase;
mod progress;
mod search;
mod var;
mod vars;
mod ways;
mod wording;

use serde::Serialize;

use super::case::Case;
use super::change::Change;
use progress::{Progress, Stand};

/// The fewest changes of the record, of the user's groups and values, and of related rows that
/// would allow it.
///
/// One group joined, one field or value of the env changed, one entry more or less in a list, one
/// related row more or less is one change. The user stays who they are (`env.uid`), and keys that
/// related rows refer to stay. A type of the application's own is taken to hold every value of its
/// [kind](crate::model::Field::Kind), and the values of the env too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
#[non_exhaustive]
pub enum SmallestChange {
    /// It is allowed as things are.
    None,
    /// Each of these ways would do, and no way takes fewer changes.
    OneOf {
        /// Some of the smallest ways; the changes of one way belong together.
        ways: Vec<Vec<Change>>,
    },
    /// No change would do.
    Impossible {
        /// Why not, in words.
        reasons: Vec<String>,
    },
    /// It is not known: the rows of a relation have not been given, or too much would have to be
    /// tried.
    Unknown {
        /// Why not, in words.
        reason: String,
    },
}

impl Case {
    /// What would allow it.
    pub(in crate::model::explain) fn smallest_change(&self) -> SmallestChange {
        if self.grants.is_empty() {
            let reasons = vec![format!("there is no grant for {}", self.op)];
            return SmallestChange::Impossible { reasons };
        }
        let grants = self.grants.iter().map(|it| Progress::of(self, it));
        let mut grants = grants.collect::<Vec<_>>();
        let best_of = |grants: &[Progress<'_>]| {
            let done = grants.iter().filter(|it| matches!(it.stand(), Stand::Done));
            done.map(Progress::least).min().unwrap_or(usize::MAX)
        };
        // What may take the least is looked at first, and no further than what others take.
        let mut best = best_of(&grants);
        loop {
            let open = grants.iter_mut().filter(|it| it.is_open());
            let next = open.min_by_key(|it| it.least());
            let Some(next) = next.filter(|it| it.least() <= best) else {
                break;
            };
            next.advance();
            best = best_of(&grants);
        }
        let (mut found, mut reasons, mut unknown) = (Vec::new(), Vec::new(), None);
        for grant in &grants {
            match grant.stand() {
                Stand::Done if grant.least() == best => found.extend(grant.ways()),
                Stand::Done | Stand::Open => {}
                Stand::Never(why) => reasons.extend(why),
            }
            if let Some((least, why)) = grant.doubt().filter(|(least, _)| *least < best) {
                unknown = unknown.or(Some((least, why)));
            }
        }
        match unknown {
            Some((_, reason)) => SmallestChange::Unknown { reason },
            None if best < usize::MAX => {
                let ways = ways::ranked(found);
                SmallestChange::OneOf { ways }
            }
            None => {
                reasons.sort_unstable();
                reasons.dedup();
                SmallestChange::Impossible { reasons }
            }
        }
    }
}
