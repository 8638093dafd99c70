//! Keys as JSON, one by one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::{encode, jwk, key_file, refused, with, without};
use crate::authn::{Algorithm, KeyError, KeySet};

#[test]
fn an_rsa_key_is_large_and_odd() {
    let rsa = || jwk(key_file!("rsa-2048.pub"));
    let modulus = |bits: usize, last: u8| {
        let mut n = vec![0xff; bits / 8];
        *n.last_mut().unwrap() = last;
        with(rsa(), &json!({"n": encode(&n)}))
    };
    assert_eq!(refused(modulus(2040, 1)), KeyError::WeakRsa(2040));
    assert_eq!(refused(modulus(8200, 1)), KeyError::HugeRsa(8200));
    assert_eq!(refused(modulus(2048, 2)), KeyError::BadRsa);
    for e in [
        &[1][..],
        &[0],
        &[],
        &[2],
        &[1, 0, 0],
        &[0xff; 9],
        &[3, 0, 0, 0, 1],
    ] {
        assert_eq!(
            refused(with(rsa(), &json!({"e": encode(e)}))),
            KeyError::BadRsa,
            "{e:?}"
        );
    }
    // Leading zeros do not make it larger.
    let mut padded = vec![0; 200];
    padded.extend([0xff; 100]);
    let weak = with(rsa(), &json!({"n": encode(&padded)}));
    assert_eq!(refused(weak), KeyError::WeakRsa(800));
    assert_eq!(
        refused(jwk(key_file!("rsa-1024.pub"))),
        KeyError::WeakRsa(1024)
    );
}

#[test]
fn a_point_lies_on_its_curve() {
    for ec in [jwk(key_file!("ec-p256.pub")), jwk(key_file!("ec-p384.pub"))] {
        let x = ec["x"].as_str().unwrap();
        let mut bytes = URL_SAFE_NO_PAD.decode(x).unwrap();
        for point in [
            with(ec.clone(), &json!({"y": x})),
            with(ec.clone(), &json!({"x": encode(&bytes[1..])})),
            with(
                ec.clone(),
                &json!({"x": encode(&[&[0], &bytes[..]].concat())}),
            ),
            with(ec.clone(), &json!({"x": "AA", "y": "AA"})),
            {
                bytes.push(0);
                with(ec.clone(), &json!({"x": "", "y": encode(&bytes)}))
            },
        ] {
            assert_eq!(refused(point), KeyError::BadPoint);
        }
        assert_eq!(
            refused(without(ec.clone(), "y")),
            KeyError::MissingMember("y")
        );
        assert_eq!(
            refused(without(ec.clone(), "crv")),
            KeyError::MissingMember("crv")
        );
        assert_eq!(
            refused(with(ec, &json!({"y": "A=B"}))),
            KeyError::Base64("y")
        );
    }
    let ed = jwk(key_file!("ed25519.pub"));
    assert_eq!(refused(with(ed, &json!({"x": "AAAA"}))), KeyError::BadPoint);
}

#[test]
fn algorithm_type_and_curve_go_together() {
    let (rsa, ec, ed) = (
        jwk(key_file!("rsa-2048.pub")),
        jwk(key_file!("ec-p256.pub")),
        jwk(key_file!("ed25519.pub")),
    );
    let oct = json!({"kty": "oct", "alg": "HS256", "k": encode(&[7; 32])});
    for (jwk, alg, expected) in [
        (&rsa, "HS256", KeyError::WrongKind(Algorithm::HS256)),
        (&rsa, "ES256", KeyError::WrongKind(Algorithm::ES256)),
        (&oct, "RS256", KeyError::WrongKind(Algorithm::RS256)),
        (&oct, "HS512", KeyError::ShortSecret(Algorithm::HS512)),
        (&ec, "RS256", KeyError::WrongKind(Algorithm::RS256)),
        (&ec, "ES384", KeyError::WrongCurve(Algorithm::ES384)),
        (&ed, "ES256", KeyError::WrongKind(Algorithm::ES256)),
        (&ec, "ECDH-ES", KeyError::UnknownAlgorithm),
        (&rsa, "none", KeyError::UnknownAlgorithm),
    ] {
        assert_eq!(
            refused(with(jwk.clone(), &json!({"alg": alg}))),
            expected,
            "{jwk} {alg}"
        );
    }
    assert_eq!(
        refused(without(rsa.clone(), "alg")),
        KeyError::NoAlgorithm("RS256")
    );
    assert_eq!(
        refused(without(oct.clone(), "alg")),
        KeyError::NoAlgorithm("HS256")
    );
    assert_eq!(refused(without(oct, "k")), KeyError::MissingMember("k"));

    let nameless = json!({"keys": [without(rsa, "alg")]}).to_string();
    let with_default = |default| KeySet::from_jwks_with_default(&nameless, default);
    assert!(
        with_default(Algorithm::PS256)
            .unwrap()
            .only(Algorithm::PS256)
            .is_some()
    );
    assert!(with_default(Algorithm::HS256).is_err());
}
