//! Why a key is not accepted: every sentence about keys.

use std::fmt;

use super::super::Algorithm;

/// Why a key or a key set is refused at configuration.
///
/// No text holds any part of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// An HMAC secret shorter than its hash.
    ShortSecret(Algorithm),
    /// The algorithm takes another kind of key than the one given.
    WrongKind(Algorithm),
    /// An elliptic curve other than the algorithm's.
    WrongCurve(Algorithm),
    /// A name that is no algorithm this crate verifies.
    UnknownAlgorithm,
    /// A curve or type of key this crate does not verify with.
    Unsupported,
    /// An RSA modulus under 2048 bits, with its number of bits.
    WeakRsa(usize),
    /// An RSA modulus over 8192 bits, with its number of bits.
    HugeRsa(usize),
    /// An even RSA modulus, or an exponent that is even, too small or too large.
    BadRsa,
    /// A point that is not on its curve, or not written in full.
    BadPoint,
    /// Text that is not one PEM block.
    Pem,
    /// A private key where a public one belongs.
    PrivateKey,
    /// A public key where a private one belongs.
    PublicKey,
    /// A private key in another container than PKCS#8 (or PKCS#1 for RSA).
    NotPkcs8,
    /// A certificate instead of its key.
    Certificate,
    /// A key whose encoding cannot be read.
    Unreadable,
    /// A JWK for encryption (`use` is not `sig`).
    NotForSignatures,
    /// A JWK whose `key_ops` lack `verify`.
    NotForVerifying,
    /// A JWK that does not say its algorithm, with a suggestion.
    NoAlgorithm(&'static str),
    /// A JWK without a member its type needs.
    MissingMember(&'static str),
    /// A JWK member that is not canonical base64url.
    Base64(&'static str),
    /// A shared secret in a set that anybody may fetch.
    PublishedSecret,
    /// Text that is not a JSON Web Key Set.
    NotAKeySet,
    /// A member that stands twice in one object.
    DuplicateMember,
    /// Two keys with one `kid`.
    DuplicateKid,
    /// Two keys of one algorithm, both without `kid`.
    NoKid(Algorithm),
    /// A `kid` that is empty.
    EmptyKid,
    /// A set without a key.
    Empty,
    /// Something wrong with one key of a set, counted from 1.
    InSet(usize, Box<Self>),
    /// A file that could not be read.
    File(std::io::ErrorKind),
    /// An address keys are not fetched from.
    Url,
    /// A key set that could not be fetched; the text says at which point.
    Fetch(&'static str),
    /// A document larger than a mebibyte.
    TooLarge,
    /// Keys that would count as too old before they are asked for again.
    Stale,
    /// The thread that refreshes keys could not be started.
    Thread,
    /// The cryptographic back-end failed its self-test.
    Backend,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ShortSecret(algorithm) => write!(
                f,
                "the secret is too short for {algorithm}: use at least {} random bytes",
                algorithm.secret_bytes()
            ),
            Self::WrongKind(algorithm) => {
                write!(
                    f,
                    "{algorithm} takes another kind of key: name the algorithm that goes with this key"
                )
            }
            Self::WrongCurve(algorithm) => write!(
                f,
                "the key is on another curve than that of {algorithm}: ES256 takes P-256, ES384 takes P-384"
            ),
            Self::WeakRsa(bits) => {
                write!(
                    f,
                    "the RSA key has {bits} bits: make one with at least 2048"
                )
            }
            Self::HugeRsa(bits) => {
                write!(f, "the RSA key has {bits} bits: make one with at most 8192")
            }
            Self::NoAlgorithm(suggestion) => write!(
                f,
                "the key does not say its algorithm: add `\"alg\": \"{suggestion}\"`, or give a default algorithm"
            ),
            Self::MissingMember(member) => write!(f, "the key has no member `{member}`"),
            Self::Base64(member) => {
                write!(
                    f,
                    "the key's member `{member}` is not base64url without padding"
                )
            }
            Self::NoKid(algorithm) => write!(
                f,
                "two keys for {algorithm} have no `kid`, so neither could be picked: give each a `kid`"
            ),
            Self::InSet(index, error) => write!(f, "key {index} of the set: {error}"),
            Self::File(kind) => write!(f, "the key set's file could not be read: {kind}"),
            Self::Fetch(what) => write!(f, "the key set could not be fetched: {what}"),
            other => f.write_str(other.text()),
        }
    }
}

impl KeyError {
    fn text(&self) -> &'static str {
        match self {
            Self::UnknownAlgorithm => {
                "not an algorithm that is verified here: use HS256, HS384, HS512, RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 or EdDSA"
            }
            Self::Unsupported => {
                "keys of this type or curve are not supported: use RSA, P-256, P-384, Ed25519 or an HMAC secret"
            }
            Self::BadRsa => {
                "the RSA key is broken: its modulus and exponent must be odd, the exponent from 3 to 2^33"
            }
            Self::BadPoint => {
                "the public point is not on the curve: export the key again, uncompressed"
            }
            Self::Pem => {
                "the text is not one PEM block: it starts with `-----BEGIN PUBLIC KEY-----`"
            }
            Self::PrivateKey => {
                "this is a private key: verify with the public one, `openssl pkey -in key.pem -pubout`"
            }
            Self::PublicKey => "this is a public key: tokens are signed with the private one",
            Self::NotPkcs8 => {
                "this container is not supported: convert the key with `openssl pkcs8 -topk8 -nocrypt`"
            }
            Self::Certificate => {
                "this is a certificate: take its key out with `openssl x509 -pubkey -noout`"
            }
            Self::Unreadable => "the key cannot be read",
            Self::NotForSignatures => "the key is not meant for signatures: its `use` is not `sig`",
            Self::NotForVerifying => {
                "the key is not meant for verifying: its `key_ops` lack `verify`"
            }
            Self::PublishedSecret => {
                "a key set that is fetched holds a shared secret (`oct`): publish public keys alone"
            }
            Self::NotAKeySet => {
                "the text is not a JSON Web Key Set: it is an object with an array `keys`"
            }
            Self::DuplicateMember => "a member stands twice in one object of the key set",
            Self::DuplicateKid => "two keys have the same `kid`",
            Self::EmptyKid => "a `kid` is empty: leave it out or name the key",
            Self::Empty => "the set has no key",
            Self::Url => {
                "keys are fetched over `https` alone (`http` from this very machine), from an address without user name"
            }
            Self::TooLarge => "the key set is larger than 1 MiB",
            Self::Stale => {
                "`max_stale` is shorter than the refresh interval: keys would lapse before they are asked for again"
            }
            Self::Thread => "the thread that refreshes keys could not be started",
            Self::Backend => "the cryptographic back-end failed its self-test",
            _ => "the key is not accepted",
        }
    }
}

impl std::error::Error for KeyError {}
