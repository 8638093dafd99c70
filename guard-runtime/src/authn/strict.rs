//! JSON in which no member stands twice in one object, at any depth.
//!
//! Two readers that pick different ones of two members see two different tokens (RFC 8725
//! section 2.4, RFC 7515 section 4).

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It is not one JSON value.
    Syntax,
    /// A member stands twice.
    Duplicate,
}

/// Reads a whole text and keeps nothing of it.
///
/// # Errors
///
/// The first flaw.
pub(super) fn check(json: &str) -> Result<(), Flaw> {
    let mut duplicate = false;
    read(json, Skip(&mut duplicate)).map_err(|()| {
        if duplicate {
            Flaw::Duplicate
        } else {
            Flaw::Syntax
        }
    })
}

/// Reads one value, after which nothing but blanks may follow.
pub(super) fn read<'de, S: DeserializeSeed<'de>>(json: &'de str, seed: S) -> Result<S::Value, ()> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = seed.deserialize(&mut deserializer).map_err(|_| ())?;
    deserializer.end().map_err(|_| ())?;
    Ok(value)
}

/// Reads any value and keeps nothing of it; sets its flag when a member stands twice.
pub(super) struct Skip<'a>(pub(super) &'a mut bool);

impl<'de> DeserializeSeed<'de> for Skip<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skip<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Skip(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = Names::default();
        while let Some(name) = map.next_key_seed(Text)? {
            if !names.insert(name) {
                *self.0 = true;
                return Err(A::Error::custom(""));
            }
            map.next_value_seed(Skip(self.0))?;
        }
        Ok(())
    }
}

/// Reads a string, borrowed where it has no escapes.
pub(super) struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// The names seen in one object: a few are compared one by one, many by their hash.
#[derive(Default)]
pub(super) struct Names<'de> {
    few: [Cow<'de, str>; 16],
    count: usize,
    many: HashSet<Cow<'de, str>>,
}

impl<'de> Names<'de> {
    /// Whether the name is new.
    pub(super) fn insert(&mut self, name: Cow<'de, str>) -> bool {
        if self.few.iter().take(self.count).any(|seen| *seen == name) {
            return false;
        }
        match self.few.get_mut(self.count) {
            Some(free) => {
                *free = name;
                self.count += 1;
                true
            }
            None => self.many.insert(name),
        }
    }
}

#[cfg(test)]
mod tests;
