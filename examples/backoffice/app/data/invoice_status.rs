//! What becomes of an invoice.

use guard_runtime::model::{Field, Text, Value};
use sea_orm::Iterable;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What has become of an invoice. Who may take it there is for the rules of the model to say.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case", try_from = "String")]
pub(crate) enum Status {
    Draft,
    Posted,
    Paid,
    Cancelled,
}

impl Status {
    /// Whether an invoice goes from here to there. A rule sees a record as it is before a change or as
    /// it is after it, and not both.
    pub(crate) fn may_become(self, next: Self) -> bool {
        self == next
            || matches!(
                (self, next),
                (Self::Draft, Self::Posted | Self::Cancelled)
                    | (Self::Posted, Self::Paid | Self::Cancelled)
            )
    }

    /// As it is stored, and as rules write it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Posted => "posted",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
        }
    }
}

/// As requests name it.
impl TryFrom<String> for Status {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::iter().find(|it| it.name() == name).ok_or_else(|| {
            let names = Self::iter().map(Self::name).collect::<Vec<_>>();
            format!("`{name}` is no status: there are `{}`", names.join("`, `"))
        })
    }
}

/// Rules compare it as the text that is stored.
impl Field for Status {
    type Kind = Text;

    fn value(&self) -> Value<'_> {
        Value::Text(self.name())
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveEnum, Iterable};

    use super::Status;

    #[test]
    fn rules_read_what_is_stored() {
        for status in Status::iter() {
            assert_eq!(status.to_value(), status.name());
            assert_eq!(serde_json::to_value(status).unwrap(), status.name());
        }
    }

    #[test]
    fn what_is_paid_stays_so() {
        use Status::{Cancelled, Draft, Paid, Posted};

        let all = [Draft, Posted, Paid, Cancelled];
        let steps = |from: Status| all.map(|to| from.may_become(to));
        assert_eq!(steps(Draft), [true, true, false, true]);
        assert_eq!(steps(Posted), [false, true, true, true]);
        assert_eq!(steps(Paid), [false, false, true, false]);
        assert_eq!(steps(Cancelled), [false, false, false, true]);
    }
}
