//! Whole numbers in queries.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, de};

/// A whole number in a query. What is none is named in the answer, which serde does not do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole<N>(N);

impl<N> Whole<N> {
    pub(crate) fn get(self) -> N {
        self.0
    }
}

impl<'de, N: FromStr> Deserialize<'de> for Whole<N> {
    fn deserialize<D: Deserializer<'de>>(query: D) -> Result<Self, D::Error> {
        let text = String::deserialize(query)?;
        let number = text.parse::<N>();
        let none = |_| de::Error::custom(format!("`{text}` is no whole number that can be here"));
        number.map(Self).map_err(none)
    }
}
