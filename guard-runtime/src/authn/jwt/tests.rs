//! Every rule about tokens, each with a token that breaks only this one.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Jwt, JwtBuilder, MAX_TOKEN, reason};
use crate::Id;
use crate::authn::crypto::Signer;
use crate::authn::{Algorithm, AuthError, ConfigError, Identity, Key, KeyError, KeySet};

const NOW: i64 = 1_800_000_000;
const SECRET: [u8; 64] = [7; 64];
const HEADER: &str = r#"{"alg":"HS256","kid":"k"}"#;
const CLAIMS: &str = r#"{"iss":"me","aud":"api","sub":"7","exp":1800000060}"#;

fn builder() -> JwtBuilder {
    let keys = KeySet::new([
        Key::hmac(Algorithm::HS256, SECRET).unwrap().with_kid("k"),
        Key::hmac(Algorithm::HS384, SECRET).unwrap().with_kid("l"),
        Key::hmac(Algorithm::HS384, [8; 64]).unwrap().with_kid("m"),
    ]);
    Jwt::builder()
        .issuer("me")
        .audience("api")
        .keys(keys.unwrap())
        .clock(|| NOW)
}

fn jwt() -> Jwt {
    builder().build().unwrap()
}

fn encode(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

/// Signs any two segments, whatever they are.
fn sign_segments(header: &str, payload: &str) -> String {
    let message = format!("{header}.{payload}");
    let signer = Signer::hmac(Algorithm::HS256, &SECRET).unwrap();
    format!(
        "{message}.{}",
        encode(signer.sign(message.as_bytes()).unwrap())
    )
}

fn sign(header: impl AsRef<[u8]>, claims: impl AsRef<[u8]>) -> String {
    sign_segments(&encode(header), &encode(claims))
}

/// The good claims, and more.
fn with(more: &str) -> String {
    sign(HEADER, CLAIMS.replace('}', &format!(",{more}}}")))
}

/// The good claims, one replaced.
fn claims(from: &str, to: &str) -> String {
    assert!(CLAIMS.contains(from));
    sign(HEADER, CLAIMS.replace(from, to))
}

#[track_caller]
fn refused(token: &str, why: &'static str) {
    match jwt().verify(token) {
        Err(error) => assert_eq!(error, AuthError::Invalid(why), "{token}"),
        Ok(_) => panic!("accepted: {token}"),
    }
}

fn accepted(token: &str) -> Identity {
    jwt().verify(token).unwrap()
}

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
fn the_token_has_a_size_and_three_segments() {
    let long = with(&format!(r#""x":"{}""#, "x".repeat(MAX_TOKEN)));
    refused(&long, reason::TOO_LARGE);
    refused(&"a".repeat(MAX_TOKEN + 1), reason::TOO_LARGE);

    let good = sign(HEADER, CLAIMS);
    let (message, signature) = good.rsplit_once('.').unwrap();
    let (header, payload) = message.split_once('.').unwrap();
    for token in [
        "",
        ".",
        "..",
        "garbage",
        &format!("{message}."),
        message,
        &format!("{header}..{signature}"),
        &format!(".{payload}.{signature}"),
        &format!("{good}."),
        &format!(".{good}"),
        &format!("{good}.{signature}"),
        &format!("{header}.{good}"),
    ] {
        refused(token, reason::SEGMENTS);
    }
}

#[test]
fn segments_are_canonical() {
    let (header, payload) = (encode(HEADER), encode(CLAIMS));
    // One that has `-` and `_`, so that its other spelling differs.
    let special = encode(format!("{{\"x\":\"???>>>~~~\",{}", &CLAIMS[1..]));
    assert!(special.contains('_'));
    accepted(&sign_segments(&header, &special));
    for segment in [
        format!("{payload}="),
        format!("{payload}=="),
        format!(" {payload}"),
        format!("{payload}\n"),
        format!("{payload}\u{e9}"),
        format!("{payload}%"),
        format!("{payload}\0"),
        special.replace('_', "/"),
        special.replace('-', "+").replace('_', "/"),
        "A".into(),
    ] {
        refused(&sign_segments(&header, &segment), reason::BASE64);
        refused(&sign_segments(&segment, &payload), reason::BASE64);
        refused(&format!("{header}.{payload}.{segment}"), reason::BASE64);
    }
    // Bits that are left over at the end.
    let two = encode(format!("{CLAIMS} "));
    let loose = format!("{}{}", &two[..two.len() - 1], "B");
    assert_ne!(two.len() % 4, 0);
    refused(&sign_segments(&header, &loose), reason::BASE64);
    let good = sign(HEADER, CLAIMS);
    let last = good.pop_last();
    for other in ["B", "D", "x", "_"]
        .iter()
        .filter(|it| !last.1.ends_with(**it))
    {
        assert!(jwt().verify(&format!("{}{other}", last.0)).is_err());
    }
}

trait PopLast {
    fn pop_last(&self) -> (&str, &str);
}

impl PopLast for String {
    fn pop_last(&self) -> (&str, &str) {
        self.split_at(self.len() - 1)
    }
}

#[test]
fn header_and_claims_are_one_json_object() {
    for text in [
        "",
        "null",
        "1",
        "\"a\"",
        "[]",
        "{",
        "x",
        "{}{}",
        "{} x",
        "{}\0",
        "\u{feff}{}",
    ] {
        if !text.is_empty() {
            refused(
                &sign(text, CLAIMS),
                if text == "{}" {
                    reason::ALG_MISSING
                } else {
                    why(text, true)
                },
            );
            refused(&sign(HEADER, text), why(text, false));
        }
    }
    refused(&sign(HEADER, format!("{CLAIMS}{{}}")), reason::PAYLOAD);
    refused(&sign(HEADER, format!("{CLAIMS}\0")), reason::PAYLOAD);
    refused(&sign(format!("{HEADER}}}"), CLAIMS), reason::HEADER);
    refused(
        &sign(b"{\"alg\":\"HS256\",\"kid\":\"\xff\"}", CLAIMS),
        reason::UTF8,
    );
    refused(&sign(HEADER, b"{\"x\":\"\xc0\xaf\"}"), reason::UTF8);
    refused(&with(r#""x":"\ud800""#), reason::PAYLOAD);
    refused(&with(r#""x":NaN"#), reason::PAYLOAD);
    refused(&with(r#""x":1e999"#), reason::PAYLOAD);
    accepted(&sign(format!(" {HEADER}\n"), format!("\t{CLAIMS} ")));
}

fn why(text: &str, header: bool) -> &'static str {
    match (text, header) {
        ("{}{}" | "{} x" | "{}\0", true) => reason::ALG_MISSING,
        (_, true) => reason::HEADER,
        (_, false) => reason::PAYLOAD,
    }
}

#[test]
fn no_member_stands_twice() {
    for header in [
        r#"{"alg":"HS256","alg":"HS256","kid":"k"}"#,
        r#"{"alg":"none","kid":"k","\u0061lg":"HS256"}"#,
        r#"{"alg":"HS256","kid":"k","kid":"k"}"#,
        r#"{"alg":"HS256","kid":"k","typ":"JWT","typ":"JWT"}"#,
        r#"{"alg":"HS256","kid":"k","x":1,"x":1}"#,
        r#"{"alg":"HS256","kid":"k","x":{"y":1,"y":1}}"#,
    ] {
        refused(&sign(header, CLAIMS), reason::DUPLICATE);
    }
    for more in [
        r#""sub":"7""#,
        r#""\u0073ub":"8""#,
        r#""exp":1800000060"#,
        r#""iss":"me""#,
        r#""aud":"api""#,
        r#""x":1,"x":1"#,
        r#""x":{"y":1,"y":1}"#,
        r#""x":[{"y":[{"z":1,"\u007a":1}]}]"#,
        r#""scope":"a","scope":"a""#,
    ] {
        refused(&with(more), reason::DUPLICATE);
    }
    // Names of many members, the first ones among them, are compared as well.
    let many: Vec<String> = (0..40).map(|it| format!("\"n{it}\":0")).collect();
    accepted(&with(&many.join(",")));
    for at in [0, 11, 12, 15, 39] {
        refused(
            &with(&format!("{},\"n{at}\":0", many.join(","))),
            reason::DUPLICATE,
        );
    }
    accepted(&with(r#""x":{"sub":1,"alg":2},"y":{"sub":1}"#));
}

#[test]
fn nesting_is_bounded() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(1000), close.repeat(1000));
        refused(&with(&format!("\"x\":{deep}")), reason::PAYLOAD);
        refused(
            &sign(HEADER.replace('}', &format!(",\"x\":{deep}}}")), CLAIMS),
            reason::HEADER,
        );
        refused(&sign(HEADER, open.repeat(1000)), reason::PAYLOAD);
        let fine = format!("{}1{}", open.repeat(50), close.repeat(50));
        accepted(&with(&format!("\"x\":{fine}")));
    }
}

#[test]
fn header_members_that_change_the_meaning_are_refused() {
    for name in [
        "crit",
        "b64",
        "zip",
        "jku",
        "x5u",
        "jwk",
        "x5c",
        "enc",
        "cri\\u0074",
    ] {
        for value in ["null", "true", "[]", "\"\"", "{}"] {
            let header = format!(r#"{{"alg":"HS256","kid":"k","{name}":{value}}}"#);
            refused(&sign(header, CLAIMS), reason::FORBIDDEN);
        }
    }
    accepted(&sign(
        r#"{"alg":"HS256","kid":"k","x5t":"a","cty":"b","x":{}}"#,
        CLAIMS,
    ));
}

#[test]
fn the_key_is_found_by_its_name_and_fixes_the_algorithm() {
    for (header, why) in [
        (r#"{"alg":"HS256","kid":1}"#, reason::KID_TYPE),
        (r#"{"alg":"HS256","kid":null}"#, reason::KID_TYPE),
        (r#"{"alg":"HS256","kid":["k"]}"#, reason::KID_TYPE),
        (r#"{"alg":"HS256","kid":""}"#, reason::KID_UNKNOWN),
        (r#"{"alg":"HS256","kid":"K"}"#, reason::KID_UNKNOWN),
        (
            r#"{"alg":"HS256","kid":"../../dev/null"}"#,
            reason::KID_UNKNOWN,
        ),
        (r#"{"alg":"HS384"}"#, reason::KID_MISSING),
        (r#"{"alg":"RS256"}"#, reason::KID_MISSING),
        (r#"{"alg":"HS256","kid":"l"}"#, reason::ALG_OTHER),
        (r#"{"alg":"HS384","kid":"k"}"#, reason::ALG_OTHER),
        (r#"{"alg":"RS256","kid":"k"}"#, reason::ALG_OTHER),
        (r#"{"kid":"k"}"#, reason::ALG_MISSING),
        (r#"{"alg":null,"kid":"k"}"#, reason::ALG_UNKNOWN),
        (r#"{"alg":["HS256"],"kid":"k"}"#, reason::ALG_UNKNOWN),
        (r#"{"alg":"hs256","kid":"k"}"#, reason::ALG_UNKNOWN),
        (r#"{"alg":"","kid":"k"}"#, reason::ALG_UNKNOWN),
    ] {
        refused(&sign(header, CLAIMS), why);
    }
    accepted(&sign(r#"{"alg":"HS256"}"#, CLAIMS));
    accepted(&sign(r#"{"alg":"HS256","kid":"\u006b"}"#, CLAIMS));
}

#[test]
fn none_is_no_algorithm() {
    for alg in ["none", "None", "NONE", "nOnE"] {
        let header = format!(r#"{{"alg":"{alg}","kid":"k"}}"#);
        refused(&sign(&header, CLAIMS), reason::ALG_UNKNOWN);
        let message = format!("{}.{}", encode(&header), encode(CLAIMS));
        refused(&format!("{message}."), reason::SEGMENTS);
        refused(&format!("{message}.AA"), reason::ALG_UNKNOWN);
    }
}

#[test]
fn the_type_is_the_one_expected() {
    let typed = |typ: &str| sign(HEADER.replace('}', &format!(",\"typ\":{typ}}}")), CLAIMS);
    for typ in [
        "\"JWT\"",
        "\"jwt\"",
        "\"application/jwt\"",
        "\"Application/JWT\"",
    ] {
        accepted(&typed(typ));
    }
    for typ in [
        "\"\"",
        "\"JWS\"",
        "\"at+jwt\"",
        "\"text/jwt\"",
        "\"JWT \"",
        "\"application/\"",
    ] {
        refused(&typed(typ), reason::TYP_OTHER);
    }
    for typ in ["null", "1", "[\"JWT\"]"] {
        refused(&typed(typ), reason::TYP_TYPE);
    }
    let strict = builder().token_type("application/at+jwt").build().unwrap();
    for typ in ["\"at+jwt\"", "\"AT+JWT\"", "\"application/at+jwt\""] {
        assert!(strict.verify(&typed(typ)).is_ok(), "{typ}");
    }
    for token in [typed("\"JWT\""), sign(HEADER, CLAIMS)] {
        assert_eq!(
            strict.verify(&token).err(),
            Some(AuthError::Invalid(reason::TYP_OTHER))
        );
    }
}

#[test]
fn the_signature_is_over_these_very_segments() {
    let good = sign(HEADER, CLAIMS);
    let (message, signature) = good.rsplit_once('.').unwrap();
    let (header, _) = message.split_once('.').unwrap();
    let other = encode(CLAIMS.replace("\"7\"", "\"8\""));
    refused(&format!("{header}.{other}.{signature}"), reason::SIGNATURE);
    refused(&format!("{message}.AA"), reason::SIGNATURE);
    refused(
        &format!("{message}.{}", &signature[..40]),
        reason::SIGNATURE,
    );
    refused(&format!("{message}.{}", encode([0; 32])), reason::SIGNATURE);
    refused(
        &format!("{message}.{}", encode([0; 4096])),
        reason::SIGNATURE,
    );
}

#[test]
fn an_unsigned_token_learns_nothing_of_the_claims_expected() {
    for from in ["me", "api", "1800000060", "\"sub\""] {
        let forged = claims(
            from,
            if from.starts_with('1') { "1" } else { "\"x\"" }.trim_matches('"'),
        );
        let (message, _) = forged.rsplit_once('.').unwrap();
        let why = match jwt().verify(&format!("{message}.AAAA")) {
            Err(AuthError::Invalid(why)) => why,
            other => panic!("{other:?}"),
        };
        assert!(
            why == reason::SIGNATURE || why == reason::PAYLOAD,
            "{from}: {why}"
        );
    }
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

#[test]
fn a_configuration_is_complete() {
    let key = || Key::hmac(Algorithm::HS256, SECRET).unwrap();
    let full = || Jwt::builder().issuer("me").audience("api").keys(key());
    assert!(full().build().is_ok());
    for (builder, expected) in [
        (
            Jwt::builder().audience("api").keys(key()),
            ConfigError::Missing("issuer"),
        ),
        (
            Jwt::builder().issuer("me").keys(key()),
            ConfigError::Missing("audience"),
        ),
        (
            Jwt::builder().issuer("me").audience("api"),
            ConfigError::Missing("keys"),
        ),
        (full().issuer(" "), ConfigError::Missing("issuer")),
        (full().audience(""), ConfigError::Missing("audience")),
        (full().token_type(""), ConfigError::Missing("token_type")),
        (full().leeway(Duration::from_secs(601)), ConfigError::Leeway),
        (
            full().max_age(Duration::from_millis(999)),
            ConfigError::MaxAge,
        ),
        (full().keys(key().with_kid("")), KeyError::EmptyKid.into()),
    ] {
        assert_eq!(builder.build().err(), Some(expected));
    }
}

#[test]
fn nothing_of_a_token_or_a_key_is_shown() {
    let shown = format!("{:?} {:?}", jwt(), builder());
    assert!(
        !shown.contains("7, 7") && !shown.contains("BwcH"),
        "{shown}"
    );
    let error = format!(
        "{:?}",
        jwt().verify(&claims("me", "secret-issuer")).unwrap_err()
    );
    assert!(!error.contains("secret"), "{error}");
}
