//! Values that make SQL and memory disagree, if any do.

use sea_orm::sea_query::{Enum, OptionEnum, StringLen};
use sea_orm::{ColumnType, DbBackend, Value};

use crate::Id;
use crate::model::Datum;

/// What looks like these values to somebody who looks less closely than Rust does, and the edges of
/// what columns hold.
pub(super) fn twins(values: &[Datum]) -> Vec<Datum> {
    let mut all = values.to_vec();
    for value in values {
        match value {
            Datum::Integer(number) => all.extend(numbers(*number).map(Datum::Integer)),
            Datum::Text(text) => all.extend(texts(text).map(|it| Datum::from(it.as_str()))),
            Datum::Uuid(bits) => all.extend([!bits, bits ^ 1].map(Datum::Uuid)),
            Datum::Boolean(_) => {}
        }
    }
    all.extend([true, false].map(Datum::Boolean));
    all.extend(EDGES.map(Datum::Integer));
    all.extend(TEXTS.map(Datum::from));
    all.extend([u128::MIN, u128::MAX].map(Datum::Uuid));
    all
}

const EDGES: [i64; 11] = [
    0,
    1,
    -1,
    i8::MAX as i64,
    i16::MIN as i64,
    i16::MAX as i64,
    i32::MIN as i64,
    i32::MAX as i64,
    i32::MAX as i64 + 1,
    i64::MIN,
    i64::MAX,
];

const TEXTS: [&str; 12] = [
    "", " ", "%", "_", "\\", "'", "\"", "$1", "?", "NULL", "\u{e9}", "e\u{301}",
];

/// Its neighbours, and what is the same in the lower 32 bits.
fn numbers(number: i64) -> impl Iterator<Item = i64> {
    let others = [1, -1, 1 << 32].map(|it| number.checked_add(it));
    others.into_iter().flatten()
}

/// In the other case, with blanks around, longer, shorter, and with `LIKE`'s wildcards in it.
fn texts(text: &str) -> impl Iterator<Item = String> + use<> {
    let mut shorter = text.chars();
    shorter.next_back();
    let shorter = shorter.as_str();
    let rest = text.chars().skip(1).collect::<String>();
    [
        text.to_uppercase(),
        text.to_lowercase(),
        format!("{text} "),
        format!(" {text}"),
        format!("{text}x"),
        format!("{text}\u{301}"),
        format!("{text}\0"),
        format!("{shorter}%"),
        format!("_{rest}"),
        format!("%{rest}"),
        shorter.to_owned(),
    ]
    .into_iter()
}

/// An id as each kind of column would hold it.
pub(super) fn of_id(id: &Id) -> impl Iterator<Item = Datum> + use<> {
    let text = Datum::from(&*id.as_text());
    let number = id.as_i64().map(Datum::Integer);
    std::iter::once(text).chain(number).chain(uuid(id))
}

#[cfg(feature = "uuid")]
fn uuid(id: &Id) -> Option<Datum> {
    let uuid = uuid::Uuid::parse_str(&id.as_text()).ok()?;
    Some(Datum::Uuid(uuid.as_u128()))
}

#[cfg(not(feature = "uuid"))]
fn uuid(_: &Id) -> Option<Datum> {
    None
}

/// The value as a column holds it that holds such another; nothing if it does not.
pub(super) fn fitted(
    datum: &Datum,
    like: &Value,
    column: &ColumnType,
    backend: DbBackend,
) -> Option<Value> {
    Some(match (like, datum) {
        (Value::Bool(_), Datum::Boolean(truth)) => (*truth).into(),
        (_, Datum::Integer(number)) => integer(*number, like, column)?,
        (Value::String(_), Datum::Text(text)) => {
            // PostgreSQL has no such texts.
            let is_text = backend != DbBackend::Postgres || !text.contains('\0');
            let fits = length(column).is_none_or(|most| text.chars().count() <= most);
            (is_text && fits).then(|| (&**text).into())?
        }
        (Value::Enum(like), Datum::Text(text)) => {
            let type_name = match like {
                OptionEnum::Some(held) => held.type_name.clone(),
                OptionEnum::None(name) => name.clone(),
            };
            let value = text.to_string().into();
            Value::Enum(OptionEnum::Some(Box::new(Enum { type_name, value })))
        }
        #[cfg(feature = "uuid")]
        (Value::Uuid(_), Datum::Uuid(bits)) => uuid::Uuid::from_u128(*bits).into(),
        _ => return None,
    })
}

fn integer(number: i64, like: &Value, column: &ColumnType) -> Option<Value> {
    // A column may be narrower than its field.
    match column {
        ColumnType::TinyInteger => i8::try_from(number).is_ok(),
        ColumnType::SmallInteger => i16::try_from(number).is_ok(),
        ColumnType::Integer => i32::try_from(number).is_ok(),
        _ => true,
    }
    .then_some(())?;
    Some(match like {
        Value::TinyInt(_) => i8::try_from(number).ok()?.into(),
        Value::SmallInt(_) => i16::try_from(number).ok()?.into(),
        Value::Int(_) => i32::try_from(number).ok()?.into(),
        Value::BigInt(_) => number.into(),
        Value::TinyUnsigned(_) => u8::try_from(number).ok()?.into(),
        Value::SmallUnsigned(_) => u16::try_from(number).ok()?.into(),
        Value::Unsigned(_) => u32::try_from(number).ok()?.into(),
        _ => return None,
    })
}

fn length(column: &ColumnType) -> Option<usize> {
    match column {
        ColumnType::String(StringLen::N(most)) | ColumnType::Char(Some(most)) => {
            usize::try_from(*most).ok()
        }
        _ => None,
    }
}

/// What a column holds; nothing if it is NULL or of a type that no rule looks at.
pub(super) fn datum(value: &Value) -> Option<Datum> {
    Some(match value {
        Value::Bool(truth) => Datum::Boolean((*truth)?),
        Value::TinyInt(number) => Datum::Integer((*number)?.into()),
        Value::SmallInt(number) => Datum::Integer((*number)?.into()),
        Value::Int(number) => Datum::Integer((*number)?.into()),
        Value::BigInt(number) => Datum::Integer((*number)?),
        Value::TinyUnsigned(number) => Datum::Integer((*number)?.into()),
        Value::SmallUnsigned(number) => Datum::Integer((*number)?.into()),
        Value::Unsigned(number) => Datum::Integer((*number)?.into()),
        Value::String(text) => Datum::from(text.as_deref()?),
        Value::Enum(OptionEnum::Some(held)) => Datum::from(&*held.value),
        #[cfg(feature = "uuid")]
        Value::Uuid(uuid) => Datum::Uuid((*uuid)?.as_u128()),
        _ => return None,
    })
}
