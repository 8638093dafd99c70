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
mod tests {
    use super::{Flaw, check};

    #[test]
    fn a_member_stands_once_in_its_object() {
        for json in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"":1,"":2}"#,
            r#"{"o":{"a":1,"b":2,"a":3}}"#,
            r#"[[{"a":[{"b":1,"b":1}]}]]"#,
            r#"{"\ud83d\ude00":1,"😀":2}"#,
        ] {
            assert_eq!(check(json), Err(Flaw::Duplicate), "{json}");
        }
        for json in [
            r#"{"a":1,"A":1}"#,
            r#"{"a":{"a":1}}"#,
            r#"[{"a":1},{"a":1}]"#,
            "1.5e3",
            "null",
        ] {
            assert_eq!(check(json), Ok(()), "{json}");
        }
    }

    #[test]
    fn nothing_follows_the_value() {
        for json in [
            "{} {}",
            "{}x",
            "{}\0",
            "",
            " ",
            "{",
            "[1,]",
            "{'a':1}",
            "nul",
            "01",
            "\"\u{1}\"",
            "NaN",
        ] {
            assert_eq!(check(json), Err(Flaw::Syntax), "{json:?}");
        }
        assert_eq!(check(" {} \n"), Ok(()));
    }

    #[test]
    fn many_names_and_deep_nesting_are_no_burden() {
        let names: Vec<String> = (0..20_000).map(|it| format!("\"n{it}\":0")).collect();
        assert_eq!(check(&format!("{{{}}}", names.join(","))), Ok(()));
        for at in [0, 15, 16, 17, 19_999] {
            let json = format!("{{{},\"n{at}\":0}}", names.join(","));
            assert_eq!(check(&json), Err(Flaw::Duplicate), "{at}");
        }
        assert_eq!(check(&"[".repeat(100_000)), Err(Flaw::Syntax));
        assert_eq!(check(&"{\"a\":".repeat(100_000)), Err(Flaw::Syntax));
    }
}
