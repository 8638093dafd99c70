//! Identifiers of users, companies and contacts.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The identifier of a user, a company or a contact: a number or a text (a UUID, a name).
///
/// Two ids are equal only if they are written the same: `"7"` is the number 7, `"007"` and `"+7"`
/// stay texts, so that no spelling of an id can pass for another.
///
/// ```
/// use guard_runtime::Id;
///
/// assert_eq!("7".parse::<Id>()?, Id::from(7));
/// assert_ne!("007".parse::<Id>()?, Id::from(7));
/// assert_eq!(Id::from("b9e1").as_i64(), None);
/// assert_eq!(Id::from(7).to_string(), "7");
/// # Ok::<(), std::convert::Infallible>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Repr);

#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Repr {
    Number(i64),
    Text(Arc<str>),
}

impl Id {
    /// The id as a number, if it is one.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Number(number) => Some(*number),
            Repr::Text(_) => None,
        }
    }

    /// The id as text: what [`Display`](fmt::Display) shows.
    #[must_use]
    pub fn as_text(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Number(number) => Cow::Owned(number.to_string()),
            Repr::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl From<i64> for Id {
    fn from(number: i64) -> Self {
        Self(Repr::Number(number))
    }
}

impl From<i32> for Id {
    fn from(number: i32) -> Self {
        Self::from(i64::from(number))
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Self(Repr::Number(number)),
            _ => Self(Repr::Text(text.into())),
        }
    }
}

impl FromStr for Id {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Number(number) => number.fmt(f),
            Repr::Text(text) => text.fmt(f),
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Number(number) => number.fmt(f),
            Repr::Text(text) => write!(f, "{text:?}"),
        }
    }
}

/// A number where it is one, else a string.
impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Number(number) => serializer.serialize_i64(*number),
            Repr::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a string")
            }

            fn visit_i64<E>(self, number: i64) -> Result<Id, E> {
                Ok(Id::from(number))
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Id, E> {
                i64::try_from(number).map(Id::from).map_err(E::custom)
            }

            fn visit_str<E>(self, text: &str) -> Result<Id, E> {
                Ok(Id::from(text))
            }
        }
        // The parts of a path are texts. Asked for anything, actix-web would make the number 7 of
        // `007`, which a gate before the handler has not; all that read texts have this error.
        if type_name::<D::Error>() == type_name::<serde::de::value::Error>() {
            deserializer.deserialize_str(Visitor)
        } else {
            deserializer.deserialize_any(Visitor)
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use actix_web::web::{Path, Query};
    use actix_web::{FromRequest, dev::Payload};
    use serde::Deserialize;

    use super::Id;

    #[derive(Deserialize)]
    struct Named {
        id: Id,
    }

    #[actix_web::test]
    async fn a_path_is_read_as_it_is_written() {
        for text in [
            "7",
            "007",
            "+7",
            "-0",
            "-7",
            "04294967296",
            "true",
            "1.0",
            "b9e1",
        ] {
            let request = TestRequest::with_uri(&format!("/?id={}", text.replace('+', "%2B")));
            let request = request.param("id", text).to_http_request();
            let mut payload = Payload::None;
            let one = Path::<Id>::from_request(&request, &mut payload).await;
            let in_tuple = Path::<(Id,)>::from_request(&request, &mut payload).await;
            let named = Path::<Named>::from_request(&request, &mut payload).await;
            let queried = Query::<Named>::from_request(&request, &mut payload).await;
            let expected = Id::from(text);
            assert_eq!(one.unwrap().into_inner(), expected, "{text}");
            assert_eq!(in_tuple.unwrap().into_inner().0, expected, "{text}");
            assert_eq!(named.unwrap().into_inner().id, expected, "{text}");
            assert_eq!(queried.unwrap().into_inner().id, expected, "{text}");
        }
        for (json, id) in [
            ("7", Id::from(7)),
            ("\"007\"", Id::from("007")),
            ("-7", Id::from(-7)),
        ] {
            assert_eq!(serde_json::from_str::<Id>(json).unwrap(), id);
        }
        assert!(serde_json::from_str::<Id>("7.5").is_err());
        assert!(serde_json::from_str::<Id>("18446744073709551615").is_err());
    }

    #[test]
    fn only_the_canonical_spelling_is_a_number() {
        for text in [
            "007",
            "+7",
            "-0",
            " 7",
            "7 ",
            "7.0",
            "",
            "9223372036854775808",
        ] {
            assert_eq!(Id::from(text).as_i64(), None, "{text:?}");
            assert_eq!(Id::from(text).to_string(), text);
        }
        for number in [0, 7, -7, i64::MAX, i64::MIN] {
            assert_eq!(Id::from(number.to_string().as_str()), Id::from(number));
        }
    }
}
