//! The values of records, as people read them.

use maud::{Markup, html};
use serde_json::Value as Json;

use super::refers::Name;
use crate::admin::Input;
use crate::admin::objects::Field;

/// Of a text this many characters stand in a list; all of it stands in the record.
const SHOWN: usize = 80;

/// In a list.
pub(super) fn cell(field: &Field, value: &Json) -> Markup {
    match value {
        Json::String(text) if text.chars().count() > SHOWN => cut(text),
        _ => whole(field, value),
    }
}

/// In the record itself.
pub(super) fn whole(field: &Field, value: &Json) -> Markup {
    match value {
        Json::Null => html! { span.none title="Empty" { "–" } },
        Json::Array(_) | Json::Object(_) => html! { code { (value) } },
        Json::String(text) if field.input == Input::Json => html! { code { (text) } },
        _ if !field.choices.is_empty() => html! { span.badge { (field.text(value)) } },
        _ => html! { (field.text(value)) },
    }
}

/// What is referred to, by its name.
pub(super) fn named(name: &Name) -> Markup {
    html! {
        @match &name.href {
            Some(href) => a href=(href) { (cut(&name.title)) },
            None => (cut(&name.title)),
        }
    }
}

/// What stands in a list, and is no longer than that.
pub(super) fn cut(text: &str) -> Markup {
    if text.chars().count() <= SHOWN {
        return html! { (text) };
    }
    let beginning = text.chars().take(SHOWN - 1).collect::<String>();
    html! { span title="The record shows all of it" { (beginning) "…" } }
}

/// Whether its values stand at the right, so that their digits are below each other.
pub(super) fn is_number(field: &Field) -> bool {
    let is_number = matches!(field.input, Input::Integer | Input::Number);
    is_number && field.choices.is_empty() && field.refers.is_none()
}

/// Digits in groups of three: `3,120`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{cell, grouped, whole};
    use crate::admin::Input;
    use crate::admin::objects::Field;

    fn field(input: Input) -> Field {
        Field {
            name: "field",
            label: "Field".to_owned(),
            input,
            editable: true,
            nullable: true,
            required: false,
            is_key: false,
            choices: &[],
            refers: None,
            money: None,
        }
    }

    #[test]
    fn nothing_is_markup() {
        let hostile = json!("<script>alert(1)</script>\"&");
        for shown in [cell, whole] {
            let markup = shown(&field(Input::Text), &hostile).into_string();
            assert!(!markup.contains('<'), "{markup}");
        }
        let object = json!({ "<b>": "</code><script>" });
        let markup = whole(&field(Input::Json), &object).into_string();
        assert!(
            !markup.contains("<script") && !markup.contains("<b>"),
            "{markup}"
        );
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        let long = json!("ä".repeat(81));
        let cut = cell(&field(Input::Text), &long).into_string();
        assert!(cut.contains(&format!("{}…", "ä".repeat(79))), "{cut}");
        assert!(!cut.contains(&"ä".repeat(80)), "{cut}");
        let short = json!("ä".repeat(80));
        assert_eq!(
            cell(&field(Input::Text), &short).into_string(),
            "ä".repeat(80)
        );
    }

    #[test]
    fn digits_are_grouped() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (3_120, "3,120"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), expected);
        }
        assert_eq!(field(Input::Checkbox).text(&json!(false)), "No");
    }
}
