//! What was entered, once it is understood, and the values of columns that it may stand for.

use sea_orm::Value;
use sea_orm::prelude::{
    ChronoDate, ChronoDateTime, ChronoDateTimeLocal, ChronoDateTimeWithTimeZone, ChronoTime,
    Decimal, Uuid,
};
use sea_orm::sea_query::{Enum, OptionEnum};
use serde_json::Value as Json;

use super::super::kind::Kind;

/// What was entered.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::admin) enum Plain {
    Text(String),
    Integer(i128),
    Float(f64),
    Decimal(Decimal),
    Bool(bool),
    Date(ChronoDate),
    Time(ChronoTime),
    /// Without an offset.
    Naive(ChronoDateTime),
    Moment(ChronoDateTimeWithTimeZone),
    Uuid(Uuid),
    Json(Json),
}

impl Plain {
    /// The values that a column of this kind may take it as: which of them it is depends on the type of
    /// its field, which the column does not tell.
    pub(super) fn values(self, kind: &Kind) -> Vec<Value> {
        match self {
            Self::Text(text) => texts(text, kind),
            Self::Integer(number) => integers(number),
            Self::Float(number) => std::iter::once(number.into())
                .chain(narrow(number))
                .collect(),
            Self::Decimal(number) => vec![number.into()],
            Self::Bool(truth) => vec![truth.into()],
            Self::Date(day) => vec![day.into()],
            Self::Time(time) => vec![time.into()],
            // Where a moment is stored, one without an offset is UTC, as it is shown.
            Self::Naive(naive) => {
                let utc = naive.and_utc();
                vec![
                    naive.into(),
                    utc.into(),
                    utc.fixed_offset().into(),
                    ChronoDateTimeLocal::from(utc).into(),
                ]
            }
            Self::Moment(moment) => vec![
                moment.to_utc().into(),
                moment.into(),
                ChronoDateTimeLocal::from(moment).into(),
            ],
            Self::Uuid(uuid) => vec![uuid.into(), uuid.to_string().into()],
            Self::Json(json) => vec![json.into()],
        }
    }

    /// Something of this kind, of those that several libraries have types for.
    pub(super) fn sample(kind: &Kind) -> Option<Self> {
        Some(match kind {
            Kind::Decimal(_) => Self::Decimal(Decimal::ZERO),
            Kind::Date => Self::Date(ChronoDate::default()),
            Kind::Time => Self::Time(ChronoTime::default()),
            Kind::Moment => Self::Naive(ChronoDateTime::default()),
            _ => return None,
        })
    }

    /// As a field of a struct reads it; moments without an offset as UTC if they are to have one.
    pub(in crate::admin) fn json(&self, with_offset: bool) -> Json {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Integer(number) => match (i64::try_from(*number), u64::try_from(*number)) {
                (Ok(number), _) => number.into(),
                (_, Ok(number)) => number.into(),
                _ => number.to_string().into(),
            },
            Self::Float(number) => (*number).into(),
            Self::Decimal(number) => number.to_string().into(),
            Self::Bool(truth) => (*truth).into(),
            Self::Date(day) => day.to_string().into(),
            Self::Time(time) => time.to_string().into(),
            Self::Naive(naive) if with_offset => naive.and_utc().to_rfc3339().into(),
            Self::Naive(naive) => naive.format(super::MOMENT).to_string().into(),
            Self::Moment(moment) => moment.to_rfc3339().into(),
            Self::Uuid(uuid) => uuid.to_string().into(),
            Self::Json(json) => json.clone(),
        }
    }
}

/// NULL, in all types that a field may have.
pub(super) fn nulls(kind: &Kind) -> Vec<Value> {
    let mut nulls = vec![
        Value::String(None),
        Value::Bool(None),
        Value::TinyInt(None),
        Value::SmallInt(None),
        Value::Int(None),
        Value::BigInt(None),
        Value::TinyUnsigned(None),
        Value::SmallUnsigned(None),
        Value::Unsigned(None),
        Value::BigUnsigned(None),
        Value::Float(None),
        Value::Double(None),
        Value::Char(None),
        Value::Json(None),
        Value::ChronoDate(None),
        Value::ChronoTime(None),
        Value::ChronoDateTime(None),
        Value::ChronoDateTimeUtc(None),
        Value::ChronoDateTimeWithTimeZone(None),
        Value::ChronoDateTimeLocal(None),
        Value::Decimal(None),
        Value::Uuid(None),
    ];
    if let Kind::Enum { name, .. } = kind {
        nulls.push(Value::Enum(OptionEnum::None(name.as_str().into())));
    }
    nulls
}

fn texts(text: String, kind: &Kind) -> Vec<Value> {
    let mut values = Vec::with_capacity(2);
    let mut characters = text.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        values.push(Value::Char(Some(only)));
    }
    if let Kind::Enum { name, .. } = kind {
        values.push(Value::Enum(OptionEnum::Some(Box::new(Enum {
            type_name: name.as_str().into(),
            value: text.clone().into(),
        }))));
    }
    values.push(text.into());
    values
}

fn integers(number: i128) -> Vec<Value> {
    macro_rules! widths {
        ($($width:ty),*) => {
            [$(<$width>::try_from(number).ok().map(Value::from)),*]
        };
    }
    let values = widths!(i64, i32, i16, i8, u64, u32, u16, u8);
    values.into_iter().flatten().collect()
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "what a narrow column holds of a number"
)]
fn narrow(number: f64) -> Option<Value> {
    let narrow = number as f32;
    // Infinity is no number that anybody has entered.
    narrow.is_finite().then(|| narrow.into())
}
