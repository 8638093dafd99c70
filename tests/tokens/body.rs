//! What claims say.

use super::case::{Cases, Expected};
use super::forge::{CANARY, claims, now, with_claims};
use crate::support::{AUDIENCE, ISSUER};

pub(crate) fn cases(cases: &mut Cases) {
    types(cases);
    dates(cases);
    parties(cases);
    subjects(cases);
    lists(cases);
    users(cases);
}

fn types(cases: &mut Cases) {
    cases.class("required");
    for name in ["exp", "iss", "aud", "sub"] {
        cases.bad(&format!("no {name}"), with_claims(&claims(name, None)));
        for value in ["null", "true", "{}", "[1]", "[null]", "[[\"x\"]]"] {
            cases.bad(
                &format!("{name}: {value}"),
                with_claims(&claims(name, Some(value))),
            );
        }
        let name_in_capitals =
            claims(name, None).replacen('{', &format!("{{\"{}\":1,", name.to_uppercase()), 1);
        cases.bad(
            &format!("{name} in capitals"),
            with_claims(&name_in_capitals),
        );
    }
    cases.good("no iat", with_claims(&claims("iat", None)));
}

fn dates(cases: &mut Cases) {
    cases.class("dates");
    let now = now();
    let dated = |name: &str, value: &str| with_claims(&claims(name, Some(value)));
    for (name, value) in [
        ("a fraction", format!("{}.5", now + 600)),
        ("an exponent", format!("{}e1", (now + 600) / 10)),
        ("the end of the year 9999", "253402300799".to_owned()),
    ] {
        cases.good(&format!("exp {name}"), dated("exp", &value));
    }
    cases.bad("exp this second", dated("exp", &now.to_string()));
    cases.bad("exp a second ago", dated("exp", &(now - 1).to_string()));
    cases.bad(
        "exp half a second ago",
        dated("exp", &format!("{}.5", now - 1)),
    );
    cases.bad("exp an hour ago", dated("exp", &(now - 3600).to_string()));
    cases.bad("exp zero", dated("exp", "0"));
    cases.bad("exp below zero", dated("exp", "-0.0"));
    for value in [
        "-1",
        "-0.5",
        "-1e300",
        "1e300",
        "1e400",
        "-1e400",
        "253402300800",
        "253402300799.5",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "99999999999999999999999",
        "\"9999999999\"",
        "\"NaN\"",
        "NaN",
        "Infinity",
        "-Infinity",
        "\"Infinity\"",
        "0x7fffffff",
        "09999999999",
        "+9999999999",
        "9999999999.",
        "9_999_999_999",
        "\"2099-01-01T00:00:00Z\"",
        "[9999999999]",
        "{\"$serde_json::private::Number\":\"9999999999\"}",
    ] {
        for name in ["exp", "nbf", "iat"] {
            cases.bad(&format!("{name}: {value}"), dated(name, value));
        }
    }
    for name in ["nbf", "iat"] {
        cases.good(
            &format!("{name} a minute ago"),
            dated(name, &(now - 60).to_string()),
        );
        cases.good(
            &format!("{name} a fraction ago"),
            dated(name, &format!("{}.5", now - 60)),
        );
        for ahead in [60, 3600, 315_360_000] {
            let value = (now + ahead).to_string();
            cases.bad(&format!("{name} in {ahead} s"), dated(name, &value));
        }
        for value in ["null", "true", "{}", "[]", "\"\""] {
            cases.bad(&format!("{name}: {value}"), dated(name, value));
        }
    }
}

fn parties(cases: &mut Cases) {
    cases.class("iss");
    let by = |iss: &str| with_claims(&claims("iss", Some(iss)));
    for iss in [
        String::new(),
        ISSUER.to_uppercase(),
        ISSUER.replace("login", "Login"),
        format!("{ISSUER}/"),
        format!("{ISSUER}?"),
        format!("{ISSUER}:443"),
        format!(" {ISSUER}"),
        format!("{ISSUER} "),
        format!("{ISSUER}.{CANARY}.example"),
        ISSUER.replace("https", "http"),
        ISSUER.trim_start_matches("https://").to_owned(),
        ISSUER[..ISSUER.len() - 1].to_owned(),
        CANARY.to_owned(),
    ] {
        cases.bad(&iss, by(&format!("\"{iss}\"")));
    }
    cases.bad("an array", by(&format!("[\"{ISSUER}\"]")));
    cases.bad("a NUL after", by(&format!("\"{ISSUER}\\u0000\"")));

    cases.class("aud");
    let to = |aud: &str| with_claims(&claims("aud", Some(aud)));
    cases.good("an array with ours", to(&format!("[\"x\",\"{AUDIENCE}\"]")));
    cases.good("escaped", to("\"\\u0074ests\""));
    let upper = format!("\"{}\"", AUDIENCE.to_uppercase());
    let (longer, shorter) = (
        format!("\"{AUDIENCE}x\""),
        format!("\"{}\"", &AUDIENCE[1..]),
    );
    let (mixed, nested) = (format!("[\"{AUDIENCE}\",1]"), format!("[[\"{AUDIENCE}\"]]"));
    let object = format!("{{\"{AUDIENCE}\":true}}");
    let (both, blank) = (format!("\"x {AUDIENCE}\""), format!("\"{AUDIENCE} \""));
    for aud in [
        "\"\"",
        "[]",
        "[\"\"]",
        "[\"x\",\"y\"]",
        "\"x\"",
        "1",
        "\"*\"",
        &upper,
        &longer,
        &shorter,
        &mixed,
        &nested,
        &object,
        &both,
        &blank,
    ] {
        cases.bad(aud, to(aud));
    }
}

fn subjects(cases: &mut Cases) {
    cases.class("sub");
    let about = |sub: &str| with_claims(&claims("sub", Some(sub)));
    cases.good("escaped", about("\"\\u0069nternal\""));
    let (long, longer) = ("x".repeat(256), "x".repeat(5000));
    for sub in [
        "",
        " ",
        "\\t",
        "internal\\u0000",
        "internal\\n",
        "internal\\r\\nx: y",
        "\\u007f",
        "internal\\u0085",
        "internal\\u001b[2J",
        &long,
        &longer,
    ] {
        let name: String = sub.chars().take(20).collect();
        cases.bad(
            &format!("{name} ({} bytes)", sub.len()),
            about(&format!("\"{sub}\"")),
        );
    }
    for sub in [
        "7",
        "7.0",
        "-1",
        "[\"internal\"]",
        "{\"sub\":\"internal\"}",
        "false",
    ] {
        cases.bad(sub, about(sub));
    }
}

fn lists(cases: &mut Cases) {
    cases.class("scopes and lists");
    let with = |name: &str, value: &str| with_claims(&claims(name, Some(value)));
    cases.good("scope", with("scope", "\"admin.configuration:GET other\""));
    cases.good("scopes", with("scopes", "[\"admin.configuration:GET\"]"));
    cases.good("scp", with("scp", "\"a b\""));
    for (name, value) in [
        ("scope", "1"),
        ("scope", "null"),
        ("scope", "true"),
        ("scope", "[\"a\"]"),
        ("scope", "{\"a\":true}"),
        ("scope", "\"a\\tb\""),
        ("scope", "\"a\\u0000\""),
        ("scopes", "\"a b\""),
        ("scopes", "1"),
        ("scopes", "null"),
        ("scopes", "[1]"),
        ("scopes", "[null]"),
        ("scopes", "[\"\"]"),
        ("scopes", "[\"a b\"]"),
        ("scopes", "{}"),
        ("scp", "1"),
        ("scp", "null"),
        ("scp", "{}"),
        ("scp", "[[\"a\"]]"),
        ("scp", "[\"a\\n\"]"),
        ("groups", "\"core_internal\""),
        ("groups", "[1]"),
        ("groups", "null"),
        ("groups", "{}"),
        ("roles", "\"editor\""),
        ("roles", "[true]"),
        ("roles", "null"),
        ("jti", "7"),
        ("jti", "null"),
        ("jti", "[\"a\"]"),
        ("name", "7"),
        ("name", "{}"),
    ] {
        cases.bad(&format!("{name}: {value}"), with(name, value));
    }
}

fn users(cases: &mut Cases) {
    cases.class("user");
    let about = |sub: &str| with_claims(&claims("sub", Some(&format!("\"{sub}\""))));
    cases.bad("deleted", about("gone"));
    cases.bad("in capitals", about("INTERNAL"));
    cases.bad("with a blank", about("internal "));
    cases.bad("never there", about(CANARY));
    cases.class("account");
    cases.add("blocked", about("blocked"), Expected::Blocked);
}
