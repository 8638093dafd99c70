//! What headers say: members that change the meaning, `kid`, `typ`, `alg`.

use guard_runtime::Algorithm;
use guard_runtime::Algorithm::HS256;
use jsonwebtoken::EncodingKey;

use super::case::Cases;
use super::forge::{
    ALGORITHMS, CANARY, encode, good_claims, header, header_and, kid, pem, signature, signing,
    token,
};

pub(crate) fn cases(cases: &mut Cases) {
    forbidden(cases);
    kids(cases);
    types(cases);
    none(cases);
    algorithms(cases);
    swapped(cases);
    confused(cases);
}

fn forbidden(cases: &mut Cases) {
    cases.class("forbidden member");
    let url = format!("\"https://{CANARY}.example/keys\"");
    let jwk = format!(
        r#"{{"kty":"oct","alg":"HS256","k":"{}"}}"#,
        encode(CANARY.repeat(3))
    );
    for (name, value) in [
        ("crit", "[\"exp\"]"),
        ("crit", "[]"),
        ("crit", "null"),
        ("cri\\u0074", "[\"b64\"]"),
        ("b64", "false"),
        ("b64", "true"),
        ("zip", "\"DEF\""),
        ("zip", "null"),
        ("jku", &url),
        ("x5u", &url),
        ("x5c", "[\"MIIB\"]"),
        ("enc", "\"A256GCM\""),
        ("jwk", &jwk),
        ("jwk", "null"),
    ] {
        let header = header_and(&format!("\"{name}\":{value}"));
        cases.bad(&format!("{name}: {value}"), token(header, good_claims()));
    }
    // Signed with the key that it brings along.
    let message = encode(header_and(&format!("\"jwk\":{jwk}"))) + "." + &encode(good_claims());
    let key = EncodingKey::from_secret(CANARY.repeat(3).as_bytes());
    let signature = encode(signature(HS256, &key, &message));
    cases.bad("jwk that signed it", format!("{message}.{signature}"));
    let header = header_and("\"x5t\":\"a\",\"cty\":\"b\"");
    cases.good("members without meaning", token(header, good_claims()));
}

fn kids(cases: &mut Cases) {
    cases.class("kid");
    let named = |kid: &str| token(format!(r#"{{"alg":"HS256","kid":{kid}}}"#), good_claims());
    cases.good("escaped", named("\"hs\\u0032\\u0035\\u0036\""));
    cases.good(
        "none, and one key fits",
        token(r#"{"alg":"HS256"}"#, good_claims()),
    );
    let huge = format!("\"{}\"", CANARY.repeat(200));
    let text = format!("\"{CANARY}\"");
    for (name, kid) in [
        ("unknown", &*text),
        ("number", "256"),
        ("null", "null"),
        ("true", "true"),
        ("array", "[\"hs256\"]"),
        ("object", "{\"kid\":\"hs256\"}"),
        ("empty", "\"\""),
        ("path", "\"../../../../dev/null\""),
        ("address", "\"https://evil.example/keys\""),
        ("SQL", "\"x' UNION SELECT 'key' --\""),
        ("command", "\"hs256|/bin/id\""),
        ("upper case", "\"HS256\""),
        ("a blank before", "\" hs256\""),
        ("NUL after", "\"hs256\\u0000\""),
        ("line break", "\"hs256\\r\\nx: y\""),
        ("huge", &huge),
    ] {
        cases.bad(name, named(kid));
    }
}

fn types(cases: &mut Cases) {
    cases.class("typ");
    let typed = |typ: &str| {
        let header = format!(r#"{{"alg":"HS256","kid":"hs256","typ":{typ}}}"#);
        token(header, good_claims())
    };
    for typ in ["\"jwt\"", "\"application/jwt\"", "\"APPLICATION/JWT\""] {
        cases.good(typ, typed(typ));
    }
    for typ in [
        "\"\"",
        "\"JWS\"",
        "\"JWE\"",
        "\"at+jwt\"",
        "\"dpop+jwt\"",
        "\"logout+jwt\"",
        "\"application/\"",
        "\"text/jwt\"",
        "\"JWT \"",
        "\"JWT\\u0000\"",
        "null",
        "1",
        "[\"JWT\"]",
        "{}",
    ] {
        cases.bad(typ, typed(typ));
    }
}

fn none(cases: &mut Cases) {
    cases.class("alg none");
    for alg in ["none", "None", "NONE", "nOnE", "n\\u006fne", "none "] {
        for (key, header) in [
            (
                "with kid",
                format!(r#"{{"alg":"{alg}","kid":"hs256","typ":"JWT"}}"#),
            ),
            ("without kid", format!(r#"{{"alg":"{alg}"}}"#)),
        ] {
            let message = format!("{}.{}", encode(&header), encode(good_claims()));
            cases.bad(&format!("{alg} {key}, no signature"), format!("{message}."));
            cases.bad(&format!("{alg} {key}, two segments"), message.clone());
            cases.bad(
                &format!("{alg} {key}, some signature"),
                format!("{message}.AA"),
            );
            cases.bad(
                &format!("{alg} {key}, good signature"),
                token(&header, good_claims()),
            );
        }
    }
}

fn algorithms(cases: &mut Cases) {
    cases.class("alg");
    for alg in [
        "\"\"",
        "\"hs256\"",
        "\"HS256 \"",
        "\"HS1\"",
        "\"HS25\"",
        "\"ES512\"",
        "\"ES256K\"",
        "\"Ed25519\"",
        "\"Ed448\"",
        "\"dir\"",
        "\"A256KW\"",
        "\"RSA-OAEP\"",
        "\"PBES2-HS256+A128KW\"",
        "null",
        "256",
        "true",
        "[\"HS256\"]",
        "{\"alg\":\"HS256\"}",
    ] {
        let header = format!(r#"{{"alg":{alg},"kid":"hs256"}}"#);
        cases.bad(alg, token(header, good_claims()));
    }
    cases.bad(
        "missing",
        token(r#"{"kid":"hs256","typ":"JWT"}"#, good_claims()),
    );
    cases.bad(
        "in capitals",
        token(r#"{"ALG":"HS256","kid":"hs256"}"#, good_claims()),
    );
}

/// Each key named with each algorithm that is not its own, and rightly signed by that one.
fn swapped(cases: &mut Cases) {
    cases.class("alg swapped");
    for key in ALGORITHMS {
        cases.class("control");
        cases.good(key.name(), super::forge::good(key));
        cases.class("alg swapped");
        for algorithm in ALGORITHMS.into_iter().filter(|it| *it != key) {
            let header = header(algorithm).replace(&kid(algorithm), &kid(key));
            let message = format!("{}.{}", encode(header), encode(good_claims()));
            let signature = encode(signature(algorithm, &signing(algorithm), &message));
            let name = format!("{} by {algorithm}", kid(key));
            cases.bad(&name, format!("{message}.{signature}"));
        }
    }
}

/// What is public of a key pair, taken for a shared secret.
fn confused(cases: &mut Cases) {
    cases.class("key confusion");
    let text = String::from_utf8_lossy(pem!("rsa-2048.pub")).into_owned();
    let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
    let publics: [(&str, Algorithm, &[u8]); 7] = [
        ("PEM", Algorithm::RS256, text.as_bytes()),
        (
            "PEM without line break",
            Algorithm::RS256,
            text.trim().as_bytes(),
        ),
        ("body of the PEM", Algorithm::RS256, body.as_bytes()),
        ("PKCS#1 PEM", Algorithm::PS256, pem!("rsa-2048.pkcs1.pub")),
        ("PEM", Algorithm::ES256, pem!("ec-p256.pub")),
        ("PEM", Algorithm::ES384, pem!("ec-p384.pub")),
        ("PEM", Algorithm::EdDSA, pem!("ed25519.pub")),
    ];
    for (what, key, secret) in publics {
        for algorithm in [HS256, Algorithm::HS384, Algorithm::HS512] {
            for (named, kid) in [("its own", kid(key)), ("the secret's", kid(algorithm))] {
                let header = format!(r#"{{"alg":"{algorithm}","kid":"{kid}","typ":"JWT"}}"#);
                let message = format!("{}.{}", encode(header), encode(good_claims()));
                let secret = EncodingKey::from_secret(secret);
                let signature = encode(signature(algorithm, &secret, &message));
                let name = format!("{what} of {key} by {algorithm} under {named} name");
                cases.bad(&name, format!("{message}.{signature}"));
            }
        }
    }
}
