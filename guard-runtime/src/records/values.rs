//! Values as they are bound.

use sea_orm::sea_query::{Condition, Expr, Value};

use crate::model::{Datum, SqlCondition};

/// What the rules say, as a condition.
pub(crate) fn condition(sql: SqlCondition) -> Condition {
    let values = sql.values.into_iter().map(value);
    Condition::all().add(Expr::cust_with_values(sql.text, values))
}

/// The value of a rule.
fn value(datum: Datum) -> Value {
    match datum {
        Datum::Boolean(truth) => Value::Bool(Some(truth)),
        Datum::Integer(number) => Value::BigInt(Some(number)),
        Datum::Text(text) => Value::String(Some(text.to_string())),
        #[cfg(feature = "uuid")]
        Datum::Uuid(bits) => Value::Uuid(Some(uuid::Uuid::from_u128(bits))),
        // Without the feature no column of a model is a UUID.
        #[cfg(not(feature = "uuid"))]
        Datum::Uuid(bits) => Value::String(Some(format!("{bits:032x}"))),
    }
}

/// The value of a caller in a statement.
pub(super) fn expr(value: Value) -> Expr {
    match plain(value) {
        // It cannot be bound: no column is as wide. Digits are no danger in a text.
        Value::BigUnsigned(Some(number)) => Expr::cust(number.to_string()),
        value => Expr::val(value),
    }
}

/// Numbers have one width, and that of the rules: `PostgreSQL` refuses a
/// statement that it has seen before with another one in its place.
fn plain(value: Value) -> Value {
    match value {
        Value::TinyInt(number) => Value::BigInt(number.map(i64::from)),
        Value::SmallInt(number) => Value::BigInt(number.map(i64::from)),
        Value::Int(number) => Value::BigInt(number.map(i64::from)),
        Value::TinyUnsigned(number) => Value::BigInt(number.map(i64::from)),
        Value::SmallUnsigned(number) => Value::BigInt(number.map(i64::from)),
        Value::Unsigned(number) => Value::BigInt(number.map(i64::from)),
        Value::BigUnsigned(None) => Value::BigInt(None),
        Value::BigUnsigned(Some(number)) => match i64::try_from(number) {
            Ok(number) => Value::BigInt(Some(number)),
            Err(_) => Value::BigUnsigned(Some(number)),
        },
        Value::Float(number) => Value::Double(number.map(f64::from)),
        value => value,
    }
}
