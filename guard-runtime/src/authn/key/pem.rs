//! Keys in PEM blocks: which kind it is, and the bytes inside.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::KeyError;
use super::der::{Der, OCTET_STRING, OID};

/// What stands in a PEM block.
pub(in super::super) enum Pem {
    /// `SubjectPublicKeyInfo` (RFC 5280).
    Public(Vec<u8>),
    /// `RSAPublicKey` (RFC 8017).
    RsaPublic(Vec<u8>),
    /// `PrivateKeyInfo` (RFC 5958).
    Private(Vec<u8>),
    /// `RSAPrivateKey` (RFC 8017).
    RsaPrivate(Vec<u8>),
}

impl Pem {
    /// Reads exactly one block.
    ///
    /// # Errors
    ///
    /// The text is no block, more than one, or none of a key.
    pub(in super::super) fn parse(text: &[u8]) -> Result<Self, KeyError> {
        let text = str::from_utf8(text).map_err(|_| KeyError::Pem)?.trim();
        let (label, rest) = text
            .strip_prefix("-----BEGIN ")
            .and_then(|it| it.split_once("-----"))
            .ok_or(KeyError::Pem)?;
        let body = rest
            .strip_suffix("-----")
            .and_then(|it| it.strip_suffix(label))
            .and_then(|it| it.strip_suffix("-----END "))
            .ok_or(KeyError::Pem)?;
        match label {
            "CERTIFICATE" => return Err(KeyError::Certificate),
            "EC PRIVATE KEY" | "ENCRYPTED PRIVATE KEY" => return Err(KeyError::NotPkcs8),
            _ => {}
        }
        let body: String = body.split_ascii_whitespace().collect();
        let der = STANDARD.decode(body).map_err(|_| KeyError::Pem)?;
        match label {
            "PUBLIC KEY" => Ok(Self::Public(der)),
            "RSA PUBLIC KEY" => Ok(Self::RsaPublic(der)),
            "PRIVATE KEY" => Ok(Self::Private(der)),
            "RSA PRIVATE KEY" => Ok(Self::RsaPrivate(der)),
            _ => Err(KeyError::Pem),
        }
    }

    /// Reads a block that may be shown to anybody.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), and for a private key.
    pub(super) fn public(text: &[u8]) -> Result<Self, KeyError> {
        match Self::parse(text) {
            Ok(Self::Private(_) | Self::RsaPrivate(_)) | Err(KeyError::NotPkcs8) => {
                Err(KeyError::PrivateKey)
            }
            other => other,
        }
    }
}

const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const P384: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];

/// The type of a key in a container that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    Rsa,
    P256,
    P384,
    Ed25519,
    Other,
}

/// The type of a `SubjectPublicKeyInfo`, and the key in it.
pub(super) fn spki(der: &[u8]) -> Option<(Kind, &[u8])> {
    let mut outer = Der::new(der);
    let mut info = outer.sequence()?;
    outer.end()?;
    let kind = kind(info.sequence()?)?;
    let key = info.bit_string()?;
    info.end()?;
    Some((kind, key))
}

/// The type of a `PrivateKeyInfo`, and the key in it.
pub(in super::super) fn pkcs8(der: &[u8]) -> Option<(Kind, &[u8])> {
    let mut outer = Der::new(der);
    let mut info = outer.sequence()?;
    outer.end()?;
    info.unsigned()?;
    let kind = kind(info.sequence()?)?;
    Some((kind, info.take(OCTET_STRING)?))
}

/// Modulus and exponent of an `RSAPublicKey`.
pub(super) fn rsa_public(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut outer = Der::new(der);
    let mut key = outer.sequence()?;
    outer.end()?;
    let parts = (key.unsigned()?, key.unsigned()?);
    key.end()?;
    Some(parts)
}

/// Modulus and exponent of an `RSAPrivateKey`.
pub(in super::super) fn rsa_private(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut outer = Der::new(der);
    let mut key = outer.sequence()?;
    outer.end()?;
    key.unsigned()?;
    Some((key.unsigned()?, key.unsigned()?))
}

fn kind(mut algorithm: Der<'_>) -> Option<Kind> {
    Some(match algorithm.take(OID)? {
        RSA => Kind::Rsa,
        ED25519 => Kind::Ed25519,
        EC => match algorithm.take(OID)? {
            P256 => Kind::P256,
            P384 => Kind::P384,
            _ => Kind::Other,
        },
        _ => Kind::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::{KeyError, Pem};

    #[test]
    fn exactly_one_block() {
        let good = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
        assert!(matches!(Pem::public(good.as_bytes()), Ok(Pem::Public(it)) if it == [0, 0, 0]));
        for text in [
            String::new(),
            "AAAA".into(),
            good.repeat(2),
            format!("{good}x"),
            good.replace("AAAA", "A*AA"),
            good.replace("AAAA", "AAA"),
            good.replace("END PUBLIC", "END PRIVATE"),
            good.replace("PUBLIC KEY", "DH PARAMETERS"),
        ] {
            assert_eq!(
                Pem::public(text.as_bytes()).err(),
                Some(KeyError::Pem),
                "{text}"
            );
        }
        assert_eq!(Pem::public(b"\xff").err(), Some(KeyError::Pem));
    }

    #[test]
    fn private_keys_are_named_as_such() {
        for (label, expected) in [
            ("PRIVATE KEY", KeyError::PrivateKey),
            ("RSA PRIVATE KEY", KeyError::PrivateKey),
            ("EC PRIVATE KEY", KeyError::PrivateKey),
            ("ENCRYPTED PRIVATE KEY", KeyError::PrivateKey),
            ("CERTIFICATE", KeyError::Certificate),
        ] {
            let text = format!("-----BEGIN {label}-----\nAAAA\n-----END {label}-----");
            assert_eq!(
                Pem::public(text.as_bytes()).err(),
                Some(expected),
                "{label}"
            );
        }
    }
}
