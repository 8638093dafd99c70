//! What is entered into columns of every type.

use sea_orm::ColumnType;
use serde_json::{Value as Json, json};

use super::pages::Wide;
use crate::admin::model::codec::{Plain, read, value};
use crate::admin::model::column::{columns, named};
use crate::admin::model::kind::Kind;
use crate::admin::model::shown;
use crate::admin::objects::Given;

/// What a column makes of it, as it is shown; else what is said of it.
pub(super) fn made(field: &str, given: &Given) -> Result<Json, String> {
    let columns = columns::<Wide>();
    let (_, column) = named(&columns, field).unwrap();
    let value = value(column, given)?;
    Ok(value.map_or(Json::Null, |it| shown::json(&it, &column.kind)))
}

pub(super) fn of_text(field: &str, text: &str) -> Result<Json, String> {
    made(field, &Given::Text(text.to_owned()))
}

#[test]
fn texts_are_read() {
    let cases = [
        ("code", "abcde", json!("abcde")),
        ("code", "äöüß€", json!("äöüß€")),
        ("note", "a\r\nb", json!("a\nb")),
        ("small", "-32768", json!(-32768)),
        ("whole", "007", json!(7)),
        ("big", "9223372036854775807", json!(i64::MAX)),
        ("count", "2147483647", json!(i32::MAX)),
        ("cents", "-5", json!(-5)),
        ("narrow", "0.1", json!(0.1)),
        ("double", "-1e3", json!(-1000.0)),
        ("price", "-123456.70", json!("-123456.70")),
        ("price", "1.500", json!("1.500")),
        ("flag", "on", json!(true)),
        ("flag", "false", json!(false)),
        ("day", "2024-02-29", json!("2024-02-29")),
        ("clock", "23:59", json!("23:59:00")),
        ("clock", "23:59:58.250", json!("23:59:58.250")),
        ("naive", "2026-11-21T14:30", json!("2026-11-21T14:30:00")),
        ("naive", "2026-11-21 14:30:05", json!("2026-11-21T14:30:05")),
        ("utc", "2026-11-21T14:30", json!("2026-11-21T14:30:00Z")),
        (
            "utc",
            "2026-11-21T14:30:00+02:00",
            json!("2026-11-21T12:30:00Z"),
        ),
        (
            "zoned",
            "2026-11-21T14:30:00Z",
            json!("2026-11-21T14:30:00Z"),
        ),
        (
            "token",
            "67E55044-10B1-426F-9247-BB680E5FE0C8",
            json!("67e55044-10b1-426f-9247-bb680e5fe0c8"),
        ),
        ("data", "{\"a\": [1]}", json!({"a": [1]})),
        ("data", "null", Json::Null),
        ("colour", "red", json!("red")),
        ("mood", "bad", json!("bad")),
    ];
    for (field, text, expected) in cases {
        assert_eq!(of_text(field, text), Ok(expected), "{field}: {text}");
    }
}

#[test]
fn unsigned_numbers_are_not_larger_than_drivers_take() {
    for (column, most) in [
        (ColumnType::TinyUnsigned, "255"),
        (ColumnType::SmallUnsigned, "65535"),
        (ColumnType::Unsigned, "4294967295"),
        (ColumnType::BigUnsigned, "9223372036854775807"),
    ] {
        let read = |text: &str| read(&Kind::of(&column), &[], &Given::Text(text.to_owned()));
        assert_eq!(read(most), Ok(Some(Plain::Integer(most.parse().unwrap()))));
        let expected = format!("expected a whole number from 0 to {most}");
        for wrong in ["-1", &format!("{most}0"), "18446744073709551615"] {
            assert_eq!(read(wrong), Err(expected.clone()), "{wrong}");
        }
    }
}

#[test]
fn what_is_read_is_shown_so_that_it_is_read_again() {
    for (field, text) in [
        ("narrow", "16777216"),
        ("double", "1e300"),
        ("price", "0.10"),
        ("clock", "00:00:00.000000001"),
        ("naive", "0001-01-01T00:00"),
        ("zoned", "9999-12-31T23:59:59.999-00:00"),
        ("data", "[null, \"x\"]"),
    ] {
        let shown = of_text(field, text).unwrap();
        let again = match &shown {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        assert_eq!(of_text(field, &again), Ok(shown), "{field}: {text}");
    }
}

#[test]
fn nothing_is_null_where_there_may_be_nothing() {
    for column in columns::<Wide>().iter().filter(|it| it.kind.is_entered()) {
        let expected = if column.nullable {
            Ok(Json::Null)
        } else {
            Err("is required".to_owned())
        };
        assert_eq!(of_text(column.name, ""), expected, "{}", column.name);
        assert_eq!(
            made(column.name, &Given::Json(Json::Null)),
            expected,
            "{}",
            column.name
        );
    }
    assert_eq!(made("code", &Given::Json(json!(""))), Ok(json!("")));
}
