//! Signatures: the one place that talks to a cryptographic back-end.
//!
//! The back-end is named here. `jsonwebtoken`'s own choice panics as soon as another crate of the
//! program switches a second back-end on.

mod self_test;

use std::cell::RefCell;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use jsonwebtoken::crypto::JwtVerifier;
#[cfg(feature = "aws_lc_rs")]
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
#[cfg(all(feature = "rust_crypto", not(feature = "aws_lc_rs")))]
use jsonwebtoken::crypto::rust_crypto::DEFAULT_PROVIDER;
use jsonwebtoken::{DecodingKey, EncodingKey};

pub(crate) use self::self_test::self_test;
use super::{Algorithm, KeyError};

#[cfg(not(any(feature = "aws_lc_rs", feature = "rust_crypto")))]
compile_error!(
    "no cryptographic back-end: switch on the feature `aws_lc_rs` (the default) or `rust_crypto` of `guard-runtime`"
);

/// Back-end verifiers a thread keeps; more keys than that are still verified, only slower.
const KEPT: usize = 64;

thread_local! {
    // A back-end's verifier cannot be shared between threads, and is costly to make.
    static VERIFIERS: RefCell<Vec<(u64, Box<dyn JwtVerifier>)>> = const { RefCell::new(Vec::new()) };
}

/// A key that verifies signatures of one algorithm.
#[derive(Clone)]
pub(super) struct Verifier {
    id: u64,
    algorithm: Algorithm,
    key: DecodingKey,
}

impl Verifier {
    /// # Errors
    ///
    /// The back-end does not take the key.
    pub(super) fn new(algorithm: Algorithm, key: DecodingKey) -> Result<Self, KeyError> {
        static NEXT: AtomicU64 = AtomicU64::new(0);

        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let it = Self { id, algorithm, key };
        it.make().map(|_| it).ok_or(KeyError::Unreadable)
    }

    pub(super) fn hmac(algorithm: Algorithm, secret: &[u8]) -> Result<Self, KeyError> {
        check_secret(algorithm, secret)?;
        Self::new(algorithm, DecodingKey::from_secret(secret))
    }

    /// Whether this key signed the message. The signature is a `Vec` because the back-end's is.
    pub(super) fn verify(&self, message: &[u8], signature: &Vec<u8>) -> bool {
        VERIFIERS.with(|kept| {
            let Ok(mut kept) = kept.try_borrow_mut() else {
                return false;
            };
            if let Some((_, verifier)) = kept.iter().find(|(id, _)| *id == self.id) {
                return verifier.verify(message, signature).is_ok();
            }
            let Some(verifier) = self.make() else {
                return false;
            };
            let right = verifier.verify(message, signature).is_ok();
            if kept.len() >= KEPT {
                kept.remove(0);
            }
            kept.push((self.id, verifier));
            right
        })
    }

    fn make(&self) -> Option<Box<dyn JwtVerifier>> {
        (DEFAULT_PROVIDER.verifier_factory)(&self.algorithm.backend(), &self.key).ok()
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Verifier({})", self.algorithm)
    }
}

/// A key that signs with one algorithm.
#[derive(Clone)]
pub(super) struct Signer {
    algorithm: Algorithm,
    key: EncodingKey,
}

impl Signer {
    /// # Errors
    ///
    /// The back-end cannot sign with the key.
    pub(super) fn new(algorithm: Algorithm, key: EncodingKey) -> Result<Self, KeyError> {
        let it = Self { algorithm, key };
        match it.sign(b"self-test") {
            Some(_) => Ok(it),
            None => Err(KeyError::Unreadable),
        }
    }

    pub(super) fn hmac(algorithm: Algorithm, secret: &[u8]) -> Result<Self, KeyError> {
        check_secret(algorithm, secret)?;
        Self::new(algorithm, EncodingKey::from_secret(secret))
    }

    pub(super) fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    pub(super) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let signer =
            (DEFAULT_PROVIDER.signer_factory)(&self.algorithm.backend(), &self.key).ok()?;
        signer.try_sign(message).ok()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.algorithm)
    }
}

fn check_secret(algorithm: Algorithm, secret: &[u8]) -> Result<(), KeyError> {
    if secret.len() < algorithm.secret_bytes() {
        return Err(KeyError::ShortSecret(algorithm));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Signer, VERIFIERS, Verifier, self_test};
    use crate::authn::{Algorithm, KeyError};

    #[test]
    fn the_back_end_is_sound() {
        assert_eq!(self_test(), Ok(()));
    }

    #[test]
    fn a_secret_is_as_long_as_its_hash() {
        for (algorithm, least) in [
            (Algorithm::HS256, 32),
            (Algorithm::HS384, 48),
            (Algorithm::HS512, 64),
        ] {
            let short = Err(KeyError::ShortSecret(algorithm));
            assert_eq!(
                Verifier::hmac(algorithm, &vec![7; least - 1]).map(|_| ()),
                short
            );
            assert_eq!(
                Signer::hmac(algorithm, &vec![7; least - 1]).map(|_| ()),
                short
            );
            assert!(Verifier::hmac(algorithm, &vec![7; least]).is_ok());
        }
    }

    #[test]
    fn a_thread_keeps_a_bounded_number_of_verifiers() {
        let all: Vec<_> = (0..=u8::try_from(KEPT).unwrap())
            .map(|it| {
                let secret = [it; 32];
                let signature = Signer::hmac(Algorithm::HS256, &secret)
                    .unwrap()
                    .sign(b"x")
                    .unwrap();
                (
                    Verifier::hmac(Algorithm::HS256, &secret).unwrap(),
                    signature,
                )
            })
            .collect();
        for _ in 0..2 {
            for (verifier, signature) in &all {
                assert!(verifier.verify(b"x", signature));
                assert!(!verifier.verify(b"y", signature));
            }
        }
        VERIFIERS.with_borrow(|kept| assert_eq!(kept.len(), KEPT));
    }

    #[test]
    fn debug_shows_no_key() {
        let verifier = Verifier::hmac(Algorithm::HS256, &[b'k'; 32]).unwrap();
        assert_eq!(format!("{verifier:?}"), "Verifier(HS256)");
    }
}
