//! Values of columns as JSON and as texts, in the way they are entered.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::Value;
use sea_orm::sea_query::sea_value_to_json_value;
use serde_json::Value as Json;

use super::codec::MOMENT;
use super::kind::Kind;

const DAY: &str = "%Y-%m-%d";
const CLOCK: &str = "%H:%M:%S%.f";

/// A value as JSON: exact numbers and times as texts.
pub(super) fn json(value: &Value, kind: &Kind) -> Json {
    let text = match value {
        Value::Float(Some(number)) => return float(&number.to_string()),
        Value::Double(Some(number)) => return float(&number.to_string()),
        Value::Bytes(bytes) => bytes.as_ref().map(|it| STANDARD.encode(it)),
        Value::Decimal(number) => number.map(|it| it.to_string()),
        Value::ChronoDate(day) => day.map(|it| it.format(DAY).to_string()),
        Value::ChronoTime(time) => time.map(|it| it.format(CLOCK).to_string()),
        Value::ChronoDateTime(moment) => moment.map(|it| it.format(MOMENT).to_string()),
        Value::ChronoDateTimeUtc(moment) => moment.map(|it| utc(it.naive_utc())),
        Value::ChronoDateTimeLocal(moment) => moment.map(|it| utc(it.naive_utc())),
        Value::ChronoDateTimeWithTimeZone(moment) => moment.map(|it| utc(it.naive_utc())),
        texts @ (Value::String(_) | Value::Enum(_) | Value::Json(_)) => {
            return sea_value_to_json_value(texts);
        }
        // Lists of bytes: the library would take them for texts, and panic where they are none.
        other if matches!(kind, Kind::Other { is_binary: true }) => {
            let is_null = format!("{other:?}").ends_with("None)");
            (!is_null).then(|| "(binary)".to_owned())
        }
        other => return unquoted(sea_value_to_json_value(other)),
    };
    text.map_or(Json::Null, Json::String)
}

/// A value as a text, in the way that it is read back.
pub(super) fn text(value: &Value, kind: &Kind) -> String {
    match json(value, kind) {
        Json::String(text) => text,
        other => other.to_string(),
    }
}

/// Times of other libraries come as literals of SQL.
fn unquoted(json: Json) -> Json {
    match json {
        Json::String(text) => text.trim_matches('\'').into(),
        json => json,
    }
}

/// Its shortest digits; what is no number is no number of JSON either.
fn float(text: &str) -> Json {
    let number = text.parse().ok().and_then(serde_json::Number::from_f64);
    number.map_or_else(|| text.into(), Json::Number)
}

fn utc(moment: sea_orm::prelude::ChronoDateTime) -> String {
    format!("{}Z", moment.format(MOMENT))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_no_text_is_shown_as_one() {
        let other = |is_binary| Kind::Other { is_binary };
        let bytes = Value::Bytes(Some(vec![0, 255]));
        assert_eq!(json(&bytes, &other(true)), json!("AP8="));
        assert_eq!(json(&Value::Bytes(None), &other(true)), Json::Null);
        assert_eq!(
            json(&Value::Double(Some(f64::NAN)), &Kind::Float),
            json!("NaN")
        );
        assert_eq!(json(&Value::Int(Some(5)), &other(true)), json!("(binary)"));
        assert_eq!(json(&Value::Int(None), &other(true)), Json::Null);
        // What is a text stays as it is.
        let text = Value::String(Some("'x'".to_owned()));
        assert_eq!(json(&text, &other(false)), json!("'x'"));
        assert_eq!(unquoted(json!("'2026-11-21'")), json!("2026-11-21"));
    }
}
