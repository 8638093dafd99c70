//! Claims that are a string or an array of strings.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use crate::authn::strict::Text;

/// Reads a string or an array of strings, and says whether ours is among them.
pub(super) struct Audience<'a>(pub(super) &'a str);

impl<'de> DeserializeSeed<'de> for Audience<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Audience<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or an array of strings")
    }

    fn visit_str<E>(self, text: &str) -> Result<bool, E> {
        Ok(text == self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        let mut found = false;
        while let Some(text) = seq.next_element_seed(Text)? {
            found |= *text == *self.0;
        }
        Ok(found)
    }
}

/// Reads an array of scopes, or scopes in a string with blanks between, and adds them.
pub(super) struct Scp<'a>(pub(super) &'a mut Vec<String>);

impl<'de> DeserializeSeed<'de> for Scp<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Scp<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or an array of strings")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.extend(split_scopes(text).map(str::to_owned));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(scope) = seq.next_element()? {
            self.0.push(scope);
        }
        Ok(())
    }
}

/// The scopes of a string that lists them (RFC 6749 section 3.3).
pub(super) fn split_scopes(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|scope| !scope.is_empty())
}
