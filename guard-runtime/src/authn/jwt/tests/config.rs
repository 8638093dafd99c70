//! What a configuration needs, and what it shows.

use std::time::Duration;

use super::{SECRET, builder, claims, jwt};
use crate::authn::{Algorithm, ConfigError, Jwt, Key, KeyError};

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
