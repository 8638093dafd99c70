//! What authentication found out.

use crate::env::Env;

/// Who is asking.
pub(crate) enum Caller {
    /// No credentials.
    Anonymous,
    /// Credentials of a user.
    Known(Env),
    /// Credentials that were not accepted.
    Refused(Refusal),
}

/// Why credentials were not accepted.
pub(crate) enum Refusal {
    /// Not written as credentials are, or two of them.
    Malformed(&'static str),
    /// Wrong, expired, revoked, or of a user who is gone.
    Invalid(&'static str),
    /// A cookie without proof that the request comes from our own pages.
    Forged(&'static str),
    /// The account is blocked.
    Blocked,
    /// What has to be asked does not answer.
    Unavailable(&'static str),
    /// The user is described in a way that contradicts itself.
    Broken(&'static str),
}
