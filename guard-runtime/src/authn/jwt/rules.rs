//! What a token must say to be believed.

use std::sync::Arc;

use super::claims::Claims;
use super::lists::split_scopes;
use super::reason;
use crate::Id;
use crate::authn::Identity;
use crate::authn::clock::Clock;
use crate::scope::ScopeLimit;

/// The longest `sub`.
pub(in super::super) const MAX_SUBJECT: usize = 255;

pub(super) struct Rules {
    pub(super) issuer: Box<str>,
    pub(super) audience: Box<str>,
    /// The type a token must name; without one it is `JWT`, or left out.
    pub(super) token_type: Option<Box<str>>,
    /// In seconds.
    pub(super) leeway: i64,
    pub(super) max_age: Option<i64>,
    /// Whether the scope claims limit nothing.
    pub(super) ignores_scopes: bool,
    pub(super) clock: Clock,
}

impl Rules {
    /// # Errors
    ///
    /// The token is of another type.
    pub(super) fn check_type(&self, typ: Option<&str>) -> Result<(), &'static str> {
        let expected = self.token_type.as_deref();
        let fits = match (typ, expected) {
            (Some(typ), expected) => {
                media_type(typ).eq_ignore_ascii_case(media_type(expected.unwrap_or("JWT")))
            }
            (None, expected) => expected.is_none(),
        };
        if fits { Ok(()) } else { Err(reason::TYP_OTHER) }
    }

    /// Decides on claims whose signature is right.
    ///
    /// # Errors
    ///
    /// The first rule they break.
    pub(super) fn decide(&self, claims: Claims<'_>, json: &str) -> Result<Identity, &'static str> {
        if !claims.issuer {
            return Err(reason::ISS);
        }
        if !claims.audience {
            return Err(reason::AUD);
        }
        let (expires_at, issued_at) = self.check_dates(&claims)?;
        let subject = claims
            .subject
            .as_deref()
            .filter(|it| is_subject(it))
            .ok_or(reason::SUB)?;
        let subject = Id::from(subject);

        let mut scopes = claims.scopes;
        if let Some(scope) = &claims.scope {
            scopes.extend(split_scopes(scope).map(str::to_owned));
        }
        if !scopes.iter().all(|it| is_scope(it)) {
            return Err(reason::SCOPE);
        }
        scopes.sort_unstable();
        scopes.dedup();
        let limits = claims.scoped && !self.ignores_scopes;
        let limit = limits.then(|| Arc::new(ScopeLimit::to_claims(scopes.clone())));
        Ok(Identity {
            subject: Some(subject),
            name: claims.name,
            groups: claims.groups,
            roles: claims.roles,
            scopes,
            limit,
            usage: None,
            token_id: claims.token_id,
            issued_at,
            expires_at: Some(expires_at),
            claims: Some(json.into()),
        })
    }

    /// When the token lapses, and when it was issued; a fraction never prolongs it.
    fn check_dates(&self, claims: &Claims<'_>) -> Result<(i64, Option<i64>), &'static str> {
        let now = (self.clock)();
        let latest = now.saturating_add(self.leeway);
        let expires_at = claims.expires_at.ok_or(reason::EXP)?.floor;
        if now >= expires_at.saturating_add(self.leeway) {
            return Err(reason::EXPIRED);
        }
        if claims.not_before.is_some_and(|it| it.ceil > latest) {
            return Err(reason::NOT_YET);
        }
        if claims.issued_at.is_some_and(|it| it.ceil > latest) {
            return Err(reason::FUTURE);
        }
        let issued_at = claims.issued_at.map(|it| it.floor);
        let Some(max_age) = self.max_age else {
            return Ok((expires_at, issued_at));
        };
        let too_old_at = issued_at.ok_or(reason::IAT)?.saturating_add(max_age);
        if now >= too_old_at.saturating_add(self.leeway) {
            return Err(reason::TOO_OLD);
        }
        // Whoever keeps the identity drops it at the earlier of the two.
        Ok((expires_at.min(too_old_at), issued_at))
    }
}

/// Whether a text may be the subject of a token.
pub(in super::super) fn is_subject(text: &str) -> bool {
    text.len() <= MAX_SUBJECT && !text.trim().is_empty() && !text.contains(char::is_control)
}

fn is_scope(text: &str) -> bool {
    !text.is_empty() && !text.contains(|it: char| it.is_whitespace() || it.is_control())
}

/// `application/` may be left out (RFC 7515 section 4.1.9).
fn media_type(typ: &str) -> &str {
    match typ.split_at_checked(12) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case("application/") => rest,
        _ => typ,
    }
}
