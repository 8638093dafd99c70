//! How a token is written: `prefix_id_secret_checksum`.
//!
//! The prefix tells people and secret scanners whose token it is, and the checksum lets them, and
//! us, know a token from something alike without asking anybody: as in GitHub's token formats
//! (<https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/>).

mod base62;
mod crc32;
mod secret;

use getrandom::Error;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq as _;

use self::base62::{is_base62, random, six};
use self::crc32::crc32;
pub use self::secret::TokenSecret;

const ID: usize = 16;
/// 256 bits: 43 · log2 62.
const SECRET: usize = 43;
const CHECKSUM: usize = 6;

/// The way in which the tokens of one application are written.
#[derive(Debug)]
pub(super) struct TokenFormat {
    /// With the underscore that ends it.
    prefix: String,
}

/// A token that is written as tokens are.
pub(super) struct ParsedToken<'a> {
    pub(super) id: &'a str,
    secret: &'a str,
}

/// A token that was made just now.
pub(super) struct MintedToken {
    pub(super) id: String,
    pub(super) digest: String,
    pub(super) token: TokenSecret,
}

impl TokenFormat {
    /// With a prefix of lower-case letters and digits, and underscores between them.
    pub(super) fn new(prefix: &str) -> Option<Self> {
        let is_part = |part: &str| {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !part.is_empty() && part.bytes().all(plain)
        };
        let fits = prefix.len() <= 32 && prefix.split('_').all(is_part);
        fits.then(|| Self {
            prefix: format!("{prefix}_"),
        })
    }

    /// Whether a text begins as tokens do.
    pub(super) fn begins(&self, text: &str) -> bool {
        text.starts_with(&self.prefix)
    }

    /// Whether an id could be one.
    pub(super) fn is_id(text: &str) -> bool {
        text.len() == ID && is_base62(text)
    }

    /// A new token.
    pub(super) fn mint(&self) -> Result<MintedToken, Error> {
        let (id, secret) = (random(ID)?, random(SECRET)?);
        let body = format!("{}{id}_{secret}", self.prefix);
        let checksum = six(crc32(&body));
        Ok(MintedToken {
            digest: digest(&secret),
            id,
            token: TokenSecret::new(format!("{body}_{checksum}")),
        })
    }

    /// The parts of a token; `None` if it is not written exactly as we write them.
    pub(super) fn parse<'a>(&self, text: &'a str) -> Option<ParsedToken<'a>> {
        let (body, checksum) = text.rsplit_once('_')?;
        let (id, secret) = body.strip_prefix(&self.prefix)?.split_once('_')?;
        let lengths = [id.len(), secret.len(), checksum.len()];
        let is_written_so =
            lengths == [ID, SECRET, CHECKSUM] && [id, secret].into_iter().all(is_base62);
        (is_written_so && checksum == six(crc32(body))).then_some(ParsedToken { id, secret })
    }
}

impl ParsedToken<'_> {
    /// Whether the secret is the one of which this is the digest, compared in constant time.
    pub(super) fn is_of(&self, expected: &str) -> bool {
        let found = digest(self.secret);
        found.as_bytes().ct_eq(expected.as_bytes()).into()
    }
}

/// SHA-256 in hexadecimal. The secret has 256 random bits, so it needs no slow hash as passwords do.
fn digest(secret: &str) -> String {
    let digest = Sha256::digest(secret);
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            for half in [byte >> 4, byte & 15] {
                hex.extend(char::from_digit(u32::from(half), 16));
            }
            hex
        })
}

#[cfg(test)]
mod tests;
