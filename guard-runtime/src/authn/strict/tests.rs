//! A member stands once, and nothing follows the value.

use super::{Flaw, check};

#[test]
fn a_member_stands_once_in_its_object() {
    for json in [
        r#"{"a":1,"a":1}"#,
        r#"{"a":1,"\u0061":2}"#,
        r#"{"":1,"":2}"#,
        r#"{"o":{"a":1,"b":2,"a":3}}"#,
        r#"[[{"a":[{"b":1,"b":1}]}]]"#,
        r#"{"\ud83d\ude00":1,"😀":2}"#,
    ] {
        assert_eq!(check(json), Err(Flaw::Duplicate), "{json}");
    }
    for json in [
        r#"{"a":1,"A":1}"#,
        r#"{"a":{"a":1}}"#,
        r#"[{"a":1},{"a":1}]"#,
        "1.5e3",
        "null",
    ] {
        assert_eq!(check(json), Ok(()), "{json}");
    }
}

#[test]
fn nothing_follows_the_value() {
    for json in [
        "{} {}",
        "{}x",
        "{}\0",
        "",
        " ",
        "{",
        "[1,]",
        "{'a':1}",
        "nul",
        "01",
        "\"\u{1}\"",
        "NaN",
    ] {
        assert_eq!(check(json), Err(Flaw::Syntax), "{json:?}");
    }
    assert_eq!(check(" {} \n"), Ok(()));
}

#[test]
fn many_names_and_deep_nesting_are_no_burden() {
    let names: Vec<String> = (0..20_000).map(|it| format!("\"n{it}\":0")).collect();
    assert_eq!(check(&format!("{{{}}}", names.join(","))), Ok(()));
    for at in [0, 15, 16, 17, 19_999] {
        let json = format!("{{{},\"n{at}\":0}}", names.join(","));
        assert_eq!(check(&json), Err(Flaw::Duplicate), "{at}");
    }
    assert_eq!(check(&"[".repeat(100_000)), Err(Flaw::Syntax));
    assert_eq!(check(&"{\"a\":".repeat(100_000)), Err(Flaw::Syntax));
}
