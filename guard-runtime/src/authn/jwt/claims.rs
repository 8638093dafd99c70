//! The claims of a token, read in one pass (RFC 7519 section 4).

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::date::{self, Date};
use super::lists::{Audience, Scp};
use super::reason;
use super::rules::Rules;
use crate::authn::strict::{self, Names, Skip, Text};

/// What the claims say. Nothing is decided yet, for the signature comes first.
#[derive(Default)]
pub(super) struct Claims<'de> {
    /// Whether `iss` is the issuer and `aud` names the audience.
    pub(super) issuer: bool,
    pub(super) audience: bool,
    pub(super) subject: Option<Cow<'de, str>>,
    pub(super) expires_at: Option<Date>,
    pub(super) not_before: Option<Date>,
    pub(super) issued_at: Option<Date>,
    pub(super) scope: Option<Cow<'de, str>>,
    pub(super) scopes: Vec<String>,
    /// Whether it says anything of scopes, be it that there are none.
    pub(super) scoped: bool,
    pub(super) groups: Vec<String>,
    pub(super) roles: Vec<String>,
    pub(super) name: Option<String>,
    pub(super) token_id: Option<String>,
}

impl<'de> Claims<'de> {
    /// # Errors
    ///
    /// What is wrong with them.
    pub(super) fn parse(json: &'de str, rules: &Rules) -> Result<Self, &'static str> {
        let mut why = reason::PAYLOAD;
        strict::read(
            json,
            Seed {
                rules,
                why: &mut why,
            },
        )
        .map_err(|()| why)
    }
}

/// On failure it leaves the reason behind.
struct Seed<'a> {
    rules: &'a Rules,
    why: &'a mut &'static str,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Claims<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Claims<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Self { rules, why } = self;
        let mut claims = Claims::default();
        let mut names = Names::default();
        while let Some(name) = map.next_key_seed(Text)? {
            let known = Known::named(&name);
            if !names.insert(name) {
                *why = reason::DUPLICATE;
                return Err(A::Error::custom(""));
            }
            let Some(known) = known else {
                let mut duplicate = false;
                if let Err(error) = map.next_value_seed(Skip(&mut duplicate)) {
                    if duplicate {
                        *why = reason::DUPLICATE;
                    }
                    return Err(error);
                }
                continue;
            };
            *why = known.wrong_type();
            claims.scoped |= matches!(known, Known::Scope | Known::Scopes | Known::Scp);
            match known {
                Known::Iss => claims.issuer = *map.next_value_seed(Text)? == *rules.issuer,
                Known::Aud => claims.audience = map.next_value_seed(Audience(&rules.audience))?,
                Known::Sub => claims.subject = Some(map.next_value_seed(Text)?),
                Known::Exp => claims.expires_at = Some(map.next_value_seed(date::Seed)?),
                Known::Nbf => claims.not_before = Some(map.next_value_seed(date::Seed)?),
                Known::Iat => claims.issued_at = Some(map.next_value_seed(date::Seed)?),
                Known::Jti => claims.token_id = Some(map.next_value()?),
                Known::Name => claims.name = Some(map.next_value()?),
                Known::Groups => claims.groups = map.next_value()?,
                Known::Roles => claims.roles = map.next_value()?,
                Known::Scope => claims.scope = Some(map.next_value_seed(Text)?),
                Known::Scopes => claims.scopes.extend(map.next_value::<Vec<String>>()?),
                Known::Scp => map.next_value_seed(Scp(&mut claims.scopes))?,
            }
            *why = reason::PAYLOAD;
        }
        Ok(claims)
    }
}

/// A claim that is read.
#[derive(Clone, Copy)]
enum Known {
    Iss,
    Aud,
    Sub,
    Exp,
    Nbf,
    Iat,
    Jti,
    Name,
    Groups,
    Roles,
    Scope,
    Scopes,
    Scp,
}

impl Known {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "iss" => Self::Iss,
            "aud" => Self::Aud,
            "sub" => Self::Sub,
            "exp" => Self::Exp,
            "nbf" => Self::Nbf,
            "iat" => Self::Iat,
            "jti" => Self::Jti,
            "name" => Self::Name,
            "groups" => Self::Groups,
            "roles" => Self::Roles,
            "scope" => Self::Scope,
            "scopes" => Self::Scopes,
            "scp" => Self::Scp,
            _ => return None,
        })
    }

    fn wrong_type(self) -> &'static str {
        match self {
            Self::Iss => reason::ISS_TYPE,
            Self::Aud => reason::AUD_TYPE,
            Self::Sub => reason::SUB_TYPE,
            Self::Exp => reason::EXP_TYPE,
            Self::Nbf => reason::NBF_TYPE,
            Self::Iat => reason::IAT_TYPE,
            Self::Jti | Self::Name => reason::TEXT_TYPE,
            Self::Groups | Self::Roles => reason::LIST_TYPE,
            Self::Scope | Self::Scopes | Self::Scp => reason::SCOPE_TYPE,
        }
    }
}
