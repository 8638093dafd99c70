//! Conditions joined with each other, however many, without a deep tree of them.

use sea_orm::sea_query::{Condition, ConditionType};

/// What is joined at once: the rest is depth, and that is what databases and the stack have little of.
const WIDE: usize = 8;

/// One condition, or several that are joined in the same way.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    by: ConditionType,
    parts: Vec<Condition>,
}

impl Parts {
    pub(super) fn one(condition: Condition) -> Self {
        Self {
            by: ConditionType::All,
            parts: vec![condition],
        }
    }

    /// Both of them, or one of them.
    pub(super) fn joined(self, other: Self, by: ConditionType) -> Self {
        // Whichever is longer is not copied; their order says nothing.
        let (longer, shorter) = if self.parts.len() < other.parts.len() {
            (other, self)
        } else {
            (self, other)
        };
        let mut parts = longer.parts_by(by);
        parts.append(&mut shorter.parts_by(by));
        Self { by, parts }
    }

    fn parts_by(self, by: ConditionType) -> Vec<Condition> {
        if self.by == by || self.parts.len() == 1 {
            self.parts
        } else {
            vec![self.whole()]
        }
    }

    /// As one condition.
    pub(super) fn whole(self) -> Condition {
        let Self { by, mut parts } = self;
        while parts.len() > WIDE {
            let mut rest = parts.into_iter().peekable();
            parts = Vec::new();
            while rest.peek().is_some() {
                parts.push(join(by, rest.by_ref().take(WIDE)));
            }
        }
        join(by, parts)
    }
}

fn join(by: ConditionType, parts: impl IntoIterator<Item = Condition>) -> Condition {
    let none = match by {
        ConditionType::All => Condition::all(),
        ConditionType::Any => Condition::any(),
    };
    parts.into_iter().fold(none, Condition::add)
}
