//! What is said of what columns do not take.

use serde_json::{Value as Json, json};

use super::codec::{made, of_text};
use crate::admin::objects::Given;

#[test]
fn mistakes_are_said_in_words() {
    let cases = [
        ("code", "sixsix", "is too long: at most 5 characters"),
        ("code", "a\0b", "must not contain the character NUL"),
        (
            "small",
            "32768",
            "expected a whole number from -32768 to 32767",
        ),
        ("whole", "+1", "expected a whole number"),
        ("whole", "1.0", "expected a whole number"),
        ("whole", "1e3", "expected a whole number"),
        ("whole", " 1", "expected a whole number"),
        ("whole", "١", "expected a whole number"),
        ("whole", "-", "expected a whole number"),
        ("count", "-1", "is no value that this field can have"),
        ("narrow", "1e300", "is no value that this field can have"),
        ("double", "NaN", "expected a number"),
        ("double", "inf", "expected a number"),
        ("double", "1e999", "expected a number"),
        ("double", "1,5", "expected a number"),
        (
            "price",
            "1.234",
            "expected at most 2 digits behind the point",
        ),
        (
            "price",
            "1234567.00",
            "expected at most 6 digits before the point",
        ),
        ("price", "1e2", "expected a number, as 12.50"),
        ("price", ".5", "expected a number, as 12.50"),
        ("flag", "yes", "expected true or false"),
        ("day", "2026-02-29", "expected a day, as 2026-11-21"),
        ("day", "21.11.2026", "expected a day, as 2026-11-21"),
        ("day", "10000-01-01", "expected a day, as 2026-11-21"),
        ("day", "0000-01-01", "expected a day, as 2026-11-21"),
        ("clock", "24:00", "expected a time, as 14:30"),
        ("clock", "23:59:60", "expected a time, as 14:30"),
        (
            "naive",
            "2026-11-21T14:30:00Z",
            "is no value that this field can have",
        ),
        (
            "utc",
            "9999-12-31T23:59:59-10:00",
            "expected a day and a time, as 2026-11-21T14:30",
        ),
        (
            "utc",
            "2026-11-21T14:30+99:99",
            "expected a day and a time, as 2026-11-21T14:30",
        ),
        ("token", "x", "expected a UUID"),
        ("data", "{", "expected JSON"),
        (
            "data",
            "[\"\\u0000\"]",
            "must not contain the character NUL",
        ),
        ("colour", "green", "is no value that this field can have"),
        ("mood", "so", "expected one of good, bad"),
        ("bytes", "AA==", "is not entered"),
    ];
    for (field, text, expected) in cases {
        assert_eq!(
            of_text(field, text),
            Err(expected.to_owned()),
            "{field}: {text}"
        );
    }
}

#[test]
fn json_of_another_type_is_a_mistake() {
    let of_json = |field, json: Json| made(field, &Given::Json(json));
    for (field, json, expected) in [
        ("code", json!(1), "expected a text"),
        ("whole", json!("5"), "expected a whole number"),
        ("whole", json!(5.0), "expected a whole number"),
        ("whole", json!(true), "expected a whole number"),
        ("whole", json!([5]), "expected a whole number"),
        (
            "big",
            json!(u64::MAX),
            "expected a whole number from -9223372036854775808 to 9223372036854775807",
        ),
        ("double", json!("1"), "expected a number"),
        (
            "price",
            json!(12.5),
            "expected a whole number or a text, as \"12.50\"",
        ),
        ("flag", json!("true"), "expected true or false"),
        ("flag", json!(1), "expected true or false"),
        ("day", json!(20), "expected a day, as 2026-11-21"),
        ("mood", json!(1), "expected a text"),
    ] {
        assert_eq!(of_json(field, json), Err(expected.to_owned()), "{field}");
    }
    assert_eq!(of_json("price", json!("12.50")), Ok(json!("12.50")));
    assert_eq!(of_json("price", json!(12)), Ok(json!("12")));
    assert_eq!(of_json("double", json!(1)), Ok(json!(1.0)));
    assert_eq!(of_json("data", json!(5)), Ok(json!(5)));
}
