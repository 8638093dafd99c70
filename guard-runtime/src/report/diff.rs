//! What has changed between two lists.

use super::compare::{Shift, Side, compare};
use super::pairs::pair;
use super::{Caller, GateReport, GateRow};
use crate::Place;

/// What has changed from one list of gates to another: what [`GateReport::diff`] makes.
///
/// Its text begins with what lets somebody in who was not before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GateDiff {
    changes: Vec<GateChange>,
}

/// One gate that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GateChange {
    /// The row it had; `None` if it is new.
    pub before: Option<GateRow>,
    /// The row it has; `None` if it is gone.
    pub after: Option<GateRow>,
    /// What this does.
    pub effect: Effect,
    /// Somebody who passes now and did not before.
    pub lets_in: Option<Caller>,
    /// Somebody who passed before and does not now.
    pub keeps_out: Option<Caller>,
}

/// What a change does to those who call. The first ones let somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// Somebody passes who did not, and everybody who passed still does.
    Widened,
    /// Somebody passes who did not, and somebody who passed does not.
    Incomparable,
    /// The two requirements name too many groups and roles to try everybody.
    Unknown,
    /// A layer is gone: what it covered has lost a gate.
    Uncovered,
    /// A handler is new, and open to those who have not signed in.
    Opened,
    /// Somebody who passed does not, and nobody else does.
    Narrowed,
    /// A gate is new, and demands a user or is a layer.
    Added,
    /// A handler is gone, or its gate is.
    Removed,
    /// The same callers pass: it was moved, renamed or rewritten.
    Equivalent,
}

impl Effect {
    /// Whether somebody may pass who did not.
    #[must_use]
    pub fn widens(self) -> bool {
        self <= Self::Opened
    }
}

impl GateDiff {
    /// The changes: those that let somebody in first.
    #[must_use]
    pub fn changes(&self) -> &[GateChange] {
        &self.changes
    }

    /// Whether nothing has changed, lines aside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether somebody may pass who did not.
    #[must_use]
    pub fn widens(&self) -> bool {
        self.changes.iter().any(|change| change.effect.widens())
    }

    pub(super) fn between(before: &GateReport, after: &GateReport) -> Self {
        let pairs = pair(&before.rows, &after.rows);
        let both = pairs.both.into_iter().filter_map(|(one, other)| {
            let [one_side, other_side] =
                [(one, before), (other, after)].map(|(row, report)| Side {
                    tree: &row.requirement,
                    implies: &report.implies,
                });
            let is_same = one.requirement == other.requirement;
            let shift = if is_same && before.implies == after.implies {
                Some(Shift::default())
            } else {
                compare(one_side, other_side)
            };
            let change = GateChange::between(one, other, shift);
            (change.effect != Effect::Equivalent || !is_same || is_moved(one, other))
                .then_some(change)
        });
        let removed = pairs.removed.into_iter().map(GateChange::removed);
        let added = pairs.added.into_iter().map(GateChange::added);
        let mut changes = both.chain(removed).chain(added).collect::<Vec<_>>();
        changes.sort_by(|one, other| {
            (one.effect, one.sort_key()).cmp(&(other.effect, other.sort_key()))
        });
        Self { changes }
    }
}

/// Whether it is called otherwise than before; lines do not count.
fn is_moved(one: &GateRow, other: &GateRow) -> bool {
    one.full_name() != other.full_name()
        || one.routes != other.routes
        || one.place != other.place
        || one.file != other.file
}

impl GateChange {
    fn between(before: &GateRow, after: &GateRow, shift: Option<Shift>) -> Self {
        let effect = match &shift {
            None => Effect::Unknown,
            Some(shift) => match (&shift.gained, &shift.lost) {
                (Some(_), None) => Effect::Widened,
                (Some(_), Some(_)) => Effect::Incomparable,
                (None, Some(_)) => Effect::Narrowed,
                (None, None) => Effect::Equivalent,
            },
        };
        let Shift { gained, lost } = shift.unwrap_or_default();
        Self {
            before: Some(before.clone()),
            after: Some(after.clone()),
            effect,
            lets_in: gained,
            keeps_out: lost,
        }
    }

    fn removed(row: &GateRow) -> Self {
        Self {
            before: Some(row.clone()),
            after: None,
            effect: match row.place {
                Place::Layer => Effect::Uncovered,
                Place::Attribute | Place::Handler | Place::Page => Effect::Removed,
            },
            lets_in: None,
            keeps_out: None,
        }
    }

    fn added(row: &GateRow) -> Self {
        let is_open = !row.requirement.demands_user() && row.place != Place::Layer;
        Self {
            before: None,
            after: Some(row.clone()),
            effect: if is_open {
                Effect::Opened
            } else {
                Effect::Added
            },
            lets_in: None,
            keeps_out: None,
        }
    }

    fn sort_key(&self) -> impl Ord {
        let row = self.after.as_ref().or(self.before.as_ref());
        row.map(GateRow::sort_key)
    }
}
