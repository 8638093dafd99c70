//! Private keys that sign, checked before they are used.

use jsonwebtoken::EncodingKey;

use crate::authn::algorithm::Family;
use crate::authn::crypto::Signer;
use crate::authn::key::pem::{self, Kind, Pem};
use crate::authn::key::{check_kind, check_rsa};
use crate::authn::{Algorithm, KeyError};

pub(super) fn rsa(algorithm: Algorithm, pem: &[u8]) -> Result<Signer, KeyError> {
    check_kind(algorithm, Family::Rsa)?;
    let der = match Pem::parse(pem)? {
        Pem::RsaPrivate(der) => der,
        Pem::Private(der) => match pem::pkcs8(&der) {
            Some((Kind::Rsa, key)) => key.to_vec(),
            Some(_) => return Err(KeyError::WrongKind(algorithm)),
            None => return Err(KeyError::Unreadable),
        },
        _ => return Err(KeyError::PublicKey),
    };
    let (n, e) = pem::rsa_private(&der).ok_or(KeyError::Unreadable)?;
    check_rsa(n, e)?;
    Signer::new(algorithm, EncodingKey::from_rsa_der(&der))
}

pub(super) fn ec(algorithm: Algorithm, pem: &[u8]) -> Result<Signer, KeyError> {
    check_kind(algorithm, Family::Ec)?;
    let (der, kind) = private(algorithm, pem)?;
    match (algorithm, kind) {
        (Algorithm::ES256, Kind::P256) | (Algorithm::ES384, Kind::P384) => {
            Signer::new(algorithm, EncodingKey::from_ec_der(&der))
        }
        (_, Kind::P256 | Kind::P384 | Kind::Other) => Err(KeyError::WrongCurve(algorithm)),
        _ => Err(KeyError::WrongKind(algorithm)),
    }
}

pub(super) fn ed(pem: &[u8]) -> Result<Signer, KeyError> {
    let (der, kind) = private(Algorithm::EdDSA, pem)?;
    match kind {
        Kind::Ed25519 => Signer::new(Algorithm::EdDSA, EncodingKey::from_ed_der(&der)),
        _ => Err(KeyError::WrongKind(Algorithm::EdDSA)),
    }
}

fn private(algorithm: Algorithm, pem: &[u8]) -> Result<(Vec<u8>, Kind), KeyError> {
    match Pem::parse(pem)? {
        Pem::Private(der) => {
            let (kind, _) = pem::pkcs8(&der).ok_or(KeyError::Unreadable)?;
            Ok((der, kind))
        }
        Pem::RsaPrivate(_) => Err(KeyError::WrongKind(algorithm)),
        Pem::Public(_) | Pem::RsaPublic(_) => Err(KeyError::PublicKey),
    }
}
