//! Signatures that are none, or another's.

use guard_runtime::Algorithm;
use guard_runtime::Algorithm::{ES256, ES384, EdDSA, HS256, PS256, RS256};
use jsonwebtoken::EncodingKey;

use super::case::Cases;
use super::forge::{
    ALGORITHMS, CANARY, claims, encode, header, kid, message, pem, rsa, signature, signing, token,
};

pub(crate) fn cases(cases: &mut Cases) {
    for algorithm in ALGORITHMS {
        damaged(cases, algorithm);
    }
    foreign(cases);
    elliptic(cases);
    edwards(cases);
}

fn damaged(cases: &mut Cases, algorithm: Algorithm) {
    cases.class("signature");
    let message = message(algorithm);
    let good = signature(algorithm, &signing(algorithm), &message);
    let (last, length) = (good.len() - 1, good.len());
    let flipped = |at: usize| {
        let mut it = good.clone();
        it[at] ^= 1;
        it
    };
    for (name, bytes) in [
        ("without its last byte", good[..last].to_vec()),
        ("without its first byte", good[1..].to_vec()),
        ("the first half", good[..length / 2].to_vec()),
        ("a single byte", good[..1].to_vec()),
        ("a zero after", [&good[..], &[0]].concat()),
        ("a zero before", [&[0], &good[..]].concat()),
        ("twice", good.repeat(2)),
        ("zeros", vec![0; length]),
        ("ones", vec![0xff; length]),
        ("first bit changed", flipped(0)),
        ("last bit changed", flipped(last)),
        ("backwards", good.iter().rev().copied().collect()),
        (
            "of another message",
            signature(algorithm, &signing(algorithm), "e30.e30"),
        ),
        ("of the payload alone", {
            let (_, payload) = message.split_once('.').expect("two segments");
            signature(algorithm, &signing(algorithm), payload)
        }),
    ] {
        let name = format!("{algorithm} {name}");
        cases.bad(&name, format!("{message}.{}", encode(bytes)));
    }
    // The good signature under other claims, and under a header that says more.
    let other = encode(claims("sub", Some("\"manager\"")));
    let (header_segment, payload) = message.split_once('.').expect("two segments");
    let name = format!("{algorithm} under other claims");
    cases.bad(&name, format!("{header_segment}.{other}.{}", encode(&good)));
    let more = encode(header(algorithm).replace('}', ",\"x\":1}"));
    let name = format!("{algorithm} under another header");
    cases.bad(&name, format!("{more}.{payload}.{}", encode(&good)));
}

fn foreign(cases: &mut Cases) {
    cases.class("other key");
    let mut add = |name: &str, algorithm: Algorithm, key: &EncodingKey, by: Algorithm| {
        let message = message(algorithm);
        let signature = encode(signature(by, key, &message));
        cases.bad(name, format!("{message}.{signature}"));
    };
    let other = rsa(pem!("rsa-2048-b"));
    for algorithm in ALGORITHMS {
        match &algorithm.name()[..2] {
            "RS" | "PS" => add(algorithm.name(), algorithm, &other, algorithm),
            "HS" => {
                for (name, secret) in [
                    ("another secret", CANARY.repeat(6).into_bytes()),
                    ("zeros", vec![0; 200]),
                    ("its name", kid(algorithm).into_bytes()),
                    ("the word secret", b"secret".to_vec()),
                    ("nothing", Vec::new()),
                ] {
                    let key = EncodingKey::from_secret(&secret);
                    add(
                        &format!("{algorithm} with {name}"),
                        algorithm,
                        &key,
                        algorithm,
                    );
                }
            }
            _ => {}
        }
    }
    // The right key, by the other padding or hash, under a header that says the key's own.
    add("RS256 said, PS256 done", RS256, &signing(RS256), PS256);
    add("PS256 said, RS256 done", PS256, &signing(PS256), RS256);
    add(
        "RS256 said, RS512 done",
        RS256,
        &signing(RS256),
        Algorithm::RS512,
    );
    add(
        "HS256 said, HS512 done",
        HS256,
        &signing(HS256),
        Algorithm::HS512,
    );
    add("ES384 said, ES256 done", ES384, &signing(ES256), ES256);
    add("ES256 said, ES384 done", ES256, &signing(ES384), ES384);
    let confused = token(header(RS256), claims("", None));
    cases.bad("RS256 said, HS256 done", confused);
}

/// The order of each curve's group, in hexadecimal.
const ORDERS: [(Algorithm, &str); 2] = [
    (
        ES256,
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
    ),
    (
        ES384,
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
    ),
];

fn hex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    let bytes = digits.map(|pair| u8::from_str_radix(&String::from_utf8_lossy(pair), 16));
    bytes.map(|byte| byte.expect("two digits")).collect()
}

fn elliptic(cases: &mut Cases) {
    cases.class("ECDSA");
    for (algorithm, order) in ORDERS {
        let order = hex(order);
        let message = message(algorithm);
        let good = signature(algorithm, &signing(algorithm), &message);
        let (r, s) = good.split_at(good.len() / 2);
        let (zero, mut one) = (vec![0; r.len()], vec![0; r.len()]);
        one[r.len() - 1] = 1;
        for (name, bytes) in [
            ("DER", der(r, s)),
            ("r zero", [&zero, s].concat()),
            ("s zero", [r, &zero].concat()),
            ("r and s one", [&one[..], &one].concat()),
            ("r the order", [&order, s].concat()),
            ("s the order", [r, &order].concat()),
            ("r and s the order", [&order[..], &order].concat()),
            ("s before r", [s, r].concat()),
            ("a zero before each", [&[0], r, &[0], s].concat()),
        ] {
            let name = format!("{algorithm} {name}");
            cases.bad(&name, format!("{message}.{}", encode(bytes)));
        }
    }
}

/// As X.509 writes it, and JWS does not.
fn der(r: &[u8], s: &[u8]) -> Vec<u8> {
    let number = |bytes: &[u8]| {
        let at = bytes.iter().position(|it| *it != 0).unwrap_or(0);
        let mut it = bytes[at..].to_vec();
        if it[0] >= 0x80 {
            it.insert(0, 0);
        }
        let length = u8::try_from(it.len()).expect("short");
        [&[2, length], &it[..]].concat()
    };
    let body = [number(r), number(s)].concat();
    let length = u8::try_from(body.len()).expect("short");
    [&[0x30, length], &body[..]].concat()
}

fn edwards(cases: &mut Cases) {
    cases.class("EdDSA");
    let message = message(EdDSA);
    let good = signature(EdDSA, &signing(EdDSA), &message);
    // S and S + L say the same to a verifier that does not look whether S is in range.
    let mut order = hex("edd3f55c1a631258d69cf7a2def9de14");
    order.resize(31, 0);
    order.push(0x10);
    let (point, scalar) = good.split_at(32);
    let mut carry = 0;
    let sum: Vec<u8> = scalar
        .iter()
        .zip(&order)
        .map(|(a, b)| {
            let sum = u16::from(*a) + u16::from(*b) + carry;
            carry = sum >> 8;
            sum.to_le_bytes()[0]
        })
        .collect();
    let mut neutral = [0; 32];
    neutral[0] = 1;
    for (name, bytes) in [
        ("scalar out of range", [point, &sum].concat()),
        ("scalar zero", [point, &[0; 32]].concat()),
        ("point of small order", [&neutral[..], &[0; 32]].concat()),
        ("point and scalar changed over", [scalar, point].concat()),
    ] {
        cases.bad(name, format!("{message}.{}", encode(bytes)));
    }
}
