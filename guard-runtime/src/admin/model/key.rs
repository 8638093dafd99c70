//! Primary keys as they stand in paths.

use std::fmt::Write as _;

use sea_orm::sea_query::{FromValueTuple as _, ValueTuple};
use sea_orm::{
    ActiveModelTrait, EntityTrait, IdenStatic as _, Iterable as _, ModelTrait as _,
    PrimaryKeyArity, PrimaryKeyToColumn as _, Value,
};
use serde_json::Value as Json;

use super::codec::value;
use super::column::Column;
use super::kind::Kind;
use super::shown::text;
use crate::admin::objects::{FieldError, Given, PageError};
use crate::admin::{MOST_PER_PAGE, ModelPage};
use crate::records::KeyOf;

/// A primary key: its columns joined by `,`, and in each `~XX` for what is not `[A-Za-z0-9._-]`.
///
/// Each key has one text, so two texts are two keys.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::admin) struct Key {
    pub(super) text: String,
    pub(super) values: Vec<Value>,
}

/// The columns of the primary key, in its order.
pub(super) fn key_columns<E: EntityTrait>(columns: &[Column<E>]) -> Option<Vec<&Column<E>>> {
    let places = E::PrimaryKey::iter().map(|it| it.into_column().as_str());
    let of = |name| {
        let mut columns = columns.iter();
        columns.find(|it| it.place.is_some_and(|place| place.as_str() == name))
    };
    places.map(of).collect()
}

impl Key {
    /// Of these values, in the order of the columns.
    pub(super) fn of<E: EntityTrait>(columns: &[&Column<E>], values: Vec<Value>) -> Self {
        let parts = columns.iter().zip(&values);
        let parts = parts.map(|(column, value)| encoded(&text(value, &column.kind)));
        Self {
            text: parts.collect::<Vec<_>>().join(","),
            values,
        }
    }

    /// Of a record.
    pub(super) fn of_record<E: EntityTrait>(columns: &[&Column<E>], record: &E::Model) -> Self {
        let places = columns.iter().filter_map(|it| it.place);
        Self::of(columns, places.map(|it| record.get(it)).collect())
    }

    /// Reads one; nothing for what no record can have.
    pub(super) fn read<E: EntityTrait>(columns: &[&Column<E>], text: &str) -> Option<Self> {
        let parts = text.split(',').map(decoded).collect::<Option<Vec<_>>>()?;
        let arity = <KeyOf<E> as PrimaryKeyArity>::ARITY;
        if text.is_empty() || parts.len() != columns.len() || parts.len() != arity {
            return None;
        }
        let parts = columns.iter().zip(parts);
        let values = parts.map(|(column, part)| {
            let given = match column.kind {
                Kind::Text { .. } => Given::Json(Json::String(part)),
                _ => Given::Text(part),
            };
            value::<E>(column, &given).ok().flatten()
        });
        let key = Self::of(columns, values.collect::<Option<_>>()?);
        (key.text == text).then_some(key)
    }

    /// Of what a field holds that refers to it.
    pub(super) fn held<E: EntityTrait>(columns: &[&Column<E>], text: &str) -> Option<Self> {
        Self::read(columns, &encoded(text))
    }

    /// As the application knows it.
    pub(super) fn id<E: EntityTrait>(&self) -> KeyOf<E> {
        let tuple = match &*self.values {
            [only] => ValueTuple::One(only.clone()),
            [one, two] => ValueTuple::Two(one.clone(), two.clone()),
            [one, two, three] => ValueTuple::Three(one.clone(), two.clone(), three.clone()),
            many => ValueTuple::Many(many.to_vec()),
        };
        KeyOf::<E>::from_value_tuple(tuple)
    }

    /// Says by its key which record this is.
    pub(super) fn put<A: ActiveModelTrait>(
        &self,
        columns: &[&Column<A::Entity>],
        record: &mut A,
    ) -> bool {
        let mut pairs = columns.iter().zip(&self.values);
        pairs.all(|(column, value)| match column.place {
            Some(place) => record.try_set(place, value.clone()).is_ok(),
            None => false,
        })
    }
}

/// The records that were chosen, each once: at least one.
pub(in crate::admin) fn chosen<P: ModelPage>(texts: &[String]) -> Result<Vec<Key>, PageError> {
    let columns = super::column::columns::<P>();
    let columns = key_columns(&columns).ok_or(PageError::NoSuchKey)?;
    let mut keys = Vec::<Key>::new();
    for text in texts {
        if keys.iter().any(|it| it.text == *text) {
            continue;
        }
        let most = usize::try_from(MOST_PER_PAGE).unwrap_or(usize::MAX);
        if keys.len() == most {
            let message = format!("at most {MOST_PER_PAGE} records at once");
            return Err(invalid(message));
        }
        keys.push(Key::read(&columns, text).ok_or(PageError::NoSuchKey)?);
    }
    if keys.is_empty() {
        return Err(invalid("no record is chosen".to_owned()));
    }
    Ok(keys)
}

/// As the application knows them.
pub(in crate::admin) fn ids<P: ModelPage>(keys: &[Key]) -> Vec<KeyOf<P::Entity>> {
    keys.iter().map(Key::id::<P::Entity>).collect()
}

/// What is wrong with the whole.
pub(in crate::admin) fn invalid(message: String) -> PageError {
    PageError::Invalid(vec![FieldError::whole(message)])
}

/// As a part of a path.
pub(in crate::admin) fn encoded(part: &str) -> String {
    // Browsers take segments of dots for ways up.
    let is_dots = part.bytes().all(|it| it == b'.');
    let mut encoded = String::with_capacity(part.len());
    for byte in part.bytes() {
        let stands = byte.is_ascii_alphanumeric() || (b"._-".contains(&byte) && !is_dots);
        if stands {
            encoded.push(char::from(byte));
        } else {
            // Into a text nothing fails.
            let _ = write!(encoded, "~{byte:02X}");
        }
    }
    encoded
}

/// What a part of a path stands for.
pub(in crate::admin) fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'~' {
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            high * 16 + low
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_harmless_characters_stand_as_they_are() {
        assert_eq!(encoded("INV-7_a.b"), "INV-7_a.b");
        assert_eq!(encoded("a/b,c~d é"), "a~2Fb~2Cc~7Ed~20~C3~A9");
        assert_eq!(encoded(".."), "~2E~2E");
        for broken in ["~", "~4", "~4G", "~FF", "a~"] {
            assert_eq!(decoded(broken), None, "{broken}");
        }
    }

    proptest! {
        #[test]
        fn each_text_comes_back(text in any::<String>()) {
            let there = encoded(&text);
            prop_assert!(there.bytes().all(|it| it.is_ascii_alphanumeric() || b"._-~".contains(&it)));
            prop_assert_eq!(decoded(&there), Some(text));
        }
    }
}
