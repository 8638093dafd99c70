//! Passwords: hashed by Argon2id, and verified so that the time it takes tells nothing.

use actix_web::error::BlockingError;
use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};

/// Hashes passwords and verifies them.
///
/// The parameters are the crate's own, which are OWASP's: 19 MiB of memory, two passes, one lane.
pub(crate) struct Passwords {
    argon2: Argon2<'static>,
    /// What a password is compared with where there is no account.
    decoy: String,
}

impl Passwords {
    /// Makes the decoy.
    ///
    /// # Errors
    ///
    /// The system has no randomness to give.
    pub(crate) fn new() -> Result<Self, password_hash::Error> {
        let argon2 = Argon2::default();
        let decoy = argon2.hash_password(b"nobody has this one")?.to_string();
        Ok(Self { argon2, decoy })
    }

    /// The hash to store, with a salt of its own.
    ///
    /// # Errors
    ///
    /// The system has no randomness to give.
    pub(crate) fn hash(&self, password: &str) -> Result<String, password_hash::Error> {
        let hash = self.argon2.hash_password(password.as_bytes())?;
        Ok(hash.to_string())
    }

    /// Whether the password is the one that was hashed. Without a hash it is not, after the same
    /// time.
    ///
    /// # Errors
    ///
    /// The thread pool has ended.
    pub(crate) async fn verify(
        &self,
        hash: Option<String>,
        password: String,
    ) -> Result<bool, BlockingError> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.decoy.clone());
        let argon2 = self.argon2.clone();
        // Made to be slow, so not on the thread that serves other requests.
        let matches = web::block(move || {
            PasswordHash::new(&hash).is_ok_and(|hash| {
                let verified = argon2.verify_password(password.as_bytes(), &hash);
                verified.is_ok()
            })
        })
        .await?;
        Ok(known && matches)
    }
}
