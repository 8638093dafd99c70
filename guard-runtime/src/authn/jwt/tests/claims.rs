//! What the claims must say.

use std::time::Duration;

use super::{CLAIMS, HEADER, NOW, accepted, builder, claims, jwt, refused, sign, with};
use crate::Id;
use crate::authn::AuthError;
use crate::authn::jwt::reason;

#[test]
fn a_good_token_tells_who_it_is() {
    let token = with(
        r#""iat":1799999999.5,"nbf":1800000000,"jti":"t","name":"N","groups":["g"],"roles":["r"],
        "scope":"b a  a","scopes":["c"],"scp":["a","d"],"x":{"y":[1,{"z":null}]}"#,
    );
    let it = accepted(&token);
    assert_eq!(it.subject, Some(Id::from(7)));
    assert_eq!(it.name.as_deref(), Some("N"));
    assert_eq!(it.token_id.as_deref(), Some("t"));
    assert_eq!(
        (it.groups, it.roles),
        (vec!["g".to_owned()], vec!["r".to_owned()])
    );
    assert_eq!(it.scopes, ["a", "b", "c", "d"]);
    assert_eq!(
        (it.issued_at, it.expires_at),
        (Some(NOW - 1), Some(NOW + 60))
    );
    assert!(it.claims.unwrap().contains(r#""y":[1,"#));
}

#[test]
fn issuer_and_audience_are_ours() {
    for (to, why) in [
        ("\"iss\":\"you\"", reason::ISS),
        ("\"iss\":\"Me\"", reason::ISS),
        ("\"iss\":\"me \"", reason::ISS),
        ("\"iss\":\"\"", reason::ISS),
        ("\"x\":1", reason::ISS),
        ("\"iss\":null", reason::ISS_TYPE),
        ("\"iss\":[\"me\"]", reason::ISS_TYPE),
    ] {
        refused(&claims("\"iss\":\"me\"", to), why);
    }
    for (to, why) in [
        ("\"aud\":\"apis\"", reason::AUD),
        ("\"aud\":\"\"", reason::AUD),
        ("\"aud\":[]", reason::AUD),
        ("\"aud\":[\"a\",\"b\"]", reason::AUD),
        ("\"x\":1", reason::AUD),
        ("\"aud\":null", reason::AUD_TYPE),
        ("\"aud\":1", reason::AUD_TYPE),
        ("\"aud\":{\"api\":1}", reason::AUD_TYPE),
        ("\"aud\":[\"api\",1]", reason::AUD_TYPE),
        ("\"aud\":[[\"api\"]]", reason::AUD_TYPE),
    ] {
        refused(&claims("\"aud\":\"api\"", to), why);
    }
    accepted(&claims("\"aud\":\"api\"", "\"aud\":[\"x\",\"\\u0061pi\"]"));
}

#[test]
fn dates_are_numbers_within_reason() {
    for (name, why) in [
        ("exp", reason::EXP_TYPE),
        ("nbf", reason::NBF_TYPE),
        ("iat", reason::IAT_TYPE),
    ] {
        let wrong = [
            "\"1800000060\"",
            "null",
            "true",
            "[1]",
            "{}",
            "-1",
            "-0.5",
            "-1e300",
            "253402300800",
            "253402300799.5",
            "1e300",
            "18446744073709551615",
            "99999999999999999999999",
            "1e999",
            "{\"$serde_json::private::Number\":\"1800000060\"}",
        ];
        for value in wrong {
            let token = match name {
                "exp" => claims("\"exp\":1800000060", &format!("\"exp\":{value}")),
                _ => with(&format!("\"{name}\":{value}")),
            };
            refused(&token, why);
        }
    }
    for value in [
        "253402300799",
        "1.80000006e9",
        "1800000000.9e0",
        "1800000001",
    ] {
        let token = claims("1800000060", value);
        let good = value != "1800000000.9e0";
        assert_eq!(jwt().verify(&token).is_ok(), good, "{value}");
    }
}

#[test]
fn a_token_lives_from_nbf_to_exp() {
    let exp = |value: &str| claims("1800000060", value);
    refused(&exp("1800000000"), reason::EXPIRED);
    refused(&exp("1800000000.9"), reason::EXPIRED);
    refused(&exp("0"), reason::EXPIRED);
    refused(&claims("\"exp\":1800000060", "\"x\":1"), reason::EXP);
    accepted(&exp("1800000001"));
    refused(&with("\"nbf\":1800000001"), reason::NOT_YET);
    refused(&with("\"nbf\":1800000000.1"), reason::NOT_YET);
    accepted(&with("\"nbf\":1800000000"));
    refused(&with("\"iat\":1800000001"), reason::FUTURE);
    refused(&with("\"iat\":1800000000.1"), reason::FUTURE);
    accepted(&with("\"iat\":0"));

    let lenient = builder().leeway(Duration::from_secs(10)).build().unwrap();
    for (token, good) in [
        (exp("1799999991"), true),
        (exp("1799999990"), false),
        (with("\"nbf\":1800000010"), true),
        (with("\"nbf\":1800000011"), false),
        (with("\"iat\":1800000010"), true),
        (with("\"iat\":1800000011"), false),
    ] {
        assert_eq!(lenient.verify(&token).is_ok(), good);
    }
    let broken = builder().clock(|| i64::MAX).build().unwrap();
    assert_eq!(
        broken.verify(&exp("1800000001")).err(),
        Some(AuthError::Invalid(reason::EXPIRED))
    );
}

#[test]
fn a_maximal_age_needs_iat_and_shortens_the_life() {
    let jwt = builder().max_age(Duration::from_secs(30)).build().unwrap();
    let verify = |token: &str| jwt.verify(token).map(|it| it.expires_at);
    assert_eq!(
        verify(&sign(HEADER, CLAIMS)),
        Err(AuthError::Invalid(reason::IAT))
    );
    assert_eq!(
        verify(&with("\"iat\":1799999970")),
        Err(AuthError::Invalid(reason::TOO_OLD))
    );
    assert_eq!(
        verify(&with("\"iat\":1799999970.9")),
        Err(AuthError::Invalid(reason::TOO_OLD))
    );
    assert_eq!(verify(&with("\"iat\":1799999971")), Ok(Some(NOW + 1)));
}

#[test]
fn the_subject_is_a_short_text() {
    let sub = |value: &str| claims("\"sub\":\"7\"", &format!("\"sub\":{value}"));
    let long = format!("\"{}\"", "x".repeat(256));
    for value in [
        "\"\"",
        "\" \"",
        "\"a\\u0000\"",
        "\"a\\n\"",
        "\"\\u0085\"",
        &long,
    ] {
        refused(&sub(value), reason::SUB);
    }
    for value in ["7", "7.0", "null", "true", "[\"7\"]", "{}"] {
        refused(&sub(value), reason::SUB_TYPE);
    }
    refused(&claims("\"sub\":\"7\"", "\"x\":1"), reason::SUB);
    for (value, expected) in [
        ("\"007\"", "007"),
        ("\"b9e1\"", "b9e1"),
        ("\"\\u00e9\"", "é"),
    ] {
        assert_eq!(accepted(&sub(value)).subject, Some(Id::from(expected)));
    }
    accepted(&sub(&format!("\"{}\"", "x".repeat(255))));
}

#[test]
fn scopes_and_lists_are_of_their_types() {
    for more in [
        "\"scope\":[\"a\"]",
        "\"scope\":null",
        "\"scope\":1",
        "\"scopes\":\"a\"",
        "\"scopes\":[1]",
        "\"scopes\":null",
        "\"scp\":1",
        "\"scp\":{}",
        "\"scp\":[[\"a\"]]",
        "\"scp\":null",
    ] {
        refused(&with(more), reason::SCOPE_TYPE);
    }
    for more in [
        "\"scopes\":[\"\"]",
        "\"scp\":[\"a b\"]",
        "\"scope\":\"a\\tb\"",
        "\"scp\":\"a\\n\"",
    ] {
        refused(&with(more), reason::SCOPE);
    }
    for more in [
        "\"groups\":\"a\"",
        "\"groups\":[1]",
        "\"groups\":null",
        "\"roles\":{}",
    ] {
        refused(&with(more), reason::LIST_TYPE);
    }
    for more in [
        "\"name\":1",
        "\"name\":null",
        "\"jti\":7",
        "\"jti\":[\"a\"]",
    ] {
        refused(&with(more), reason::TEXT_TYPE);
    }
    assert_eq!(accepted(&with("\"scp\":\"b a\"")).scopes, ["a", "b"]);
    assert!(
        accepted(&with("\"scope\":\"\",\"scopes\":[]"))
            .scopes
            .is_empty()
    );
}
