//! The header, the key it names, and the signature.

use super::{CLAIMS, HEADER, accepted, builder, claims, encode, refused, sign};
use crate::authn::AuthError;
use crate::authn::jwt::reason;

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
    for (from, to) in [
        ("me", "you"),
        ("\"api\"", "\"x\""),
        ("1800000060", "1"),
        ("\"7\"", "\"\""),
    ] {
        let forged = claims(from, to);
        let (message, _) = forged.rsplit_once('.').unwrap();
        refused(&format!("{message}.AAAA"), reason::SIGNATURE);
    }
}
