//! What columns hold, as far as it is entered, compared and shown.

use sea_orm::ColumnType;
use sea_orm::sea_query::StringLen;

use crate::admin::{Input, Money};

/// What a column or a field of a form holds.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::admin) enum Kind {
    /// A text of at most so many characters.
    Text {
        most: Option<u32>,
        is_long: bool,
    },
    /// A whole number of this range.
    Integer {
        least: i128,
        most: i128,
    },
    /// The same, as an amount of money: by people entered with a point.
    Money {
        least: i128,
        most: i128,
        money: Money,
    },
    /// A number.
    Float,
    /// An exact number: of at most so many digits, and so many of them behind the point.
    Decimal(Option<(u32, u32)>),
    Bool,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A day and a time.
    Moment,
    Uuid,
    Json,
    /// A type of `PostgreSQL` with these values.
    Enum {
        name: String,
        values: Vec<String>,
    },
    /// Shown, and neither entered nor compared.
    Other {
        /// Whether there are bytes somewhere in it, which need not be a text.
        is_binary: bool,
    },
}

impl Kind {
    pub(super) fn of(column: &ColumnType) -> Self {
        match column {
            ColumnType::Char(most) => Self::Text {
                most: *most,
                is_long: false,
            },
            ColumnType::String(length) => Self::Text {
                most: match length {
                    StringLen::N(most) => Some(*most),
                    StringLen::Max | StringLen::None => None,
                },
                is_long: false,
            },
            ColumnType::Text => Self::Text {
                most: None,
                is_long: true,
            },
            ColumnType::TinyInteger => Self::integer(i8::MIN, i8::MAX),
            ColumnType::SmallInteger => Self::integer(i16::MIN, i16::MAX),
            ColumnType::Integer => Self::integer(i32::MIN, i32::MAX),
            ColumnType::BigInteger => Self::integer(i64::MIN, i64::MAX),
            ColumnType::TinyUnsigned => Self::integer(0, u8::MAX),
            ColumnType::SmallUnsigned => Self::integer(0, u16::MAX),
            ColumnType::Unsigned => Self::integer(0, u32::MAX),
            // More than a signed one holds makes the drivers panic.
            ColumnType::BigUnsigned => Self::integer(0, i64::MAX),
            ColumnType::Float | ColumnType::Double => Self::Float,
            ColumnType::Decimal(digits) | ColumnType::Money(digits) => Self::Decimal(*digits),
            ColumnType::Boolean => Self::Bool,
            ColumnType::Date => Self::Date,
            ColumnType::Time => Self::Time,
            ColumnType::DateTime | ColumnType::Timestamp | ColumnType::TimestampWithTimeZone => {
                Self::Moment
            }
            ColumnType::Uuid => Self::Uuid,
            ColumnType::Json | ColumnType::JsonBinary => Self::Json,
            ColumnType::Enum { name, variants } => Self::Enum {
                name: name.to_string(),
                values: variants.iter().map(ToString::to_string).collect(),
            },
            other => Self::Other {
                is_binary: is_binary(other),
            },
        }
    }

    fn integer(least: impl Into<i128>, most: impl Into<i128>) -> Self {
        Self::Integer {
            least: least.into(),
            most: most.into(),
        }
    }

    /// The same as an amount of money, if it is a whole number.
    pub(super) fn in_money(self, money: Money) -> Self {
        match self {
            Self::Integer { least, most } => Self::Money { least, most, money },
            other => other,
        }
    }

    /// How a field of a form holds it.
    pub(in crate::admin) fn of_input(input: Input) -> Self {
        match input {
            Input::Text | Input::Choice => Self::Text {
                most: None,
                is_long: false,
            },
            Input::LongText => Self::Text {
                most: None,
                is_long: true,
            },
            Input::Integer => Self::integer(i64::MIN, u64::MAX),
            Input::Number => Self::Float,
            Input::Checkbox => Self::Bool,
            Input::Date => Self::Date,
            Input::DateTime => Self::Moment,
            Input::Time => Self::Time,
            Input::Json => Self::Json,
        }
    }

    pub(super) fn input(&self) -> Input {
        match self {
            Self::Text { is_long: true, .. } => Input::LongText,
            Self::Text { .. } | Self::Uuid | Self::Enum { .. } | Self::Other { .. } => Input::Text,
            Self::Integer { .. } => Input::Integer,
            Self::Float | Self::Decimal(_) | Self::Money { .. } => Input::Number,
            Self::Bool => Input::Checkbox,
            Self::Date => Input::Date,
            Self::Time => Input::Time,
            Self::Moment => Input::DateTime,
            Self::Json => Input::Json,
        }
    }

    pub(in crate::admin) fn is_text(&self) -> bool {
        matches!(self, Self::Text { .. })
    }

    /// Whether it is understood.
    pub(super) fn is_entered(&self) -> bool {
        !matches!(self, Self::Other { .. })
    }

    /// Whether its values can be equal, and be sorted: of JSON, databases do not know.
    pub(in crate::admin) fn is_compared(&self) -> bool {
        !matches!(self, Self::Json | Self::Other { .. })
    }

    /// Whether more and less mean something.
    pub(in crate::admin) fn is_ordered(&self) -> bool {
        self.is_compared() && !matches!(self, Self::Bool | Self::Uuid | Self::Enum { .. })
    }
}

fn is_binary(column: &ColumnType) -> bool {
    match column {
        ColumnType::Blob | ColumnType::Binary(_) | ColumnType::VarBinary(_) => true,
        ColumnType::Array(item) => is_binary(item),
        _ => false,
    }
}
