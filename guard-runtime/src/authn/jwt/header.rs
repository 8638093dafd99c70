//! The header of a token (RFC 7515 section 4).

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::reason;
use crate::authn::Algorithm;
use crate::authn::strict::{self, Names, Skip, Text};

/// What a header says.
pub(super) struct Header<'de> {
    pub(super) algorithm: Algorithm,
    pub(super) kid: Option<Cow<'de, str>>,
    pub(super) typ: Option<Cow<'de, str>>,
}

impl<'de> Header<'de> {
    /// # Errors
    ///
    /// What is wrong with it.
    pub(super) fn parse(json: &'de str) -> Result<Self, &'static str> {
        let mut why = reason::HEADER;
        strict::read(json, Seed(&mut why)).map_err(|()| why)
    }
}

/// On failure it leaves the reason behind.
struct Seed<'a>(&'a mut &'static str);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Header<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Header<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Self(why) = self;
        let (mut alg, mut kid, mut typ) = (None, None, None);
        let mut others = Names::default();
        while let Some(name) = map.next_key_seed(Text)? {
            let (known, wrong_type) = match &*name {
                "alg" => (&mut alg, reason::ALG_UNKNOWN),
                "kid" => (&mut kid, reason::KID_TYPE),
                "typ" => (&mut typ, reason::TYP_TYPE),
                "crit" | "b64" | "zip" | "jku" | "x5u" | "jwk" | "x5c" | "enc" => {
                    *why = reason::FORBIDDEN;
                    return Err(A::Error::custom(""));
                }
                _ => {
                    let mut duplicate = !others.insert(name);
                    if duplicate || map.next_value_seed(Skip(&mut duplicate)).is_err() {
                        if duplicate {
                            *why = reason::DUPLICATE;
                        }
                        return Err(A::Error::custom(""));
                    }
                    continue;
                }
            };
            if known.is_some() {
                *why = reason::DUPLICATE;
                return Err(A::Error::custom(""));
            }
            *why = wrong_type;
            *known = Some(map.next_value_seed(Text)?);
            *why = reason::HEADER;
        }
        let name = alg.ok_or_else(|| {
            *why = reason::ALG_MISSING;
            A::Error::custom("")
        })?;
        let algorithm = Algorithm::from_name(&name).ok_or_else(|| {
            *why = reason::ALG_UNKNOWN;
            A::Error::custom("")
        })?;
        Ok(Header {
            algorithm,
            kid,
            typ,
        })
    }
}
