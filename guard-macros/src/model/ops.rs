//! Operations: the letters of `CRUD`.

use proc_macro2::Ident;

use crate::diagnostics::Errors;
use crate::diagnostics::model::ops as say;

const LETTERS: &str = "CRUD";

/// Some operations.
#[derive(Clone, Copy)]
pub(crate) struct Ops {
    /// One for each letter, the first the lowest.
    pub(crate) bits: u8,
}

impl Ops {
    /// All of them, where none are written.
    pub(crate) fn all() -> Self {
        Self { bits: 15 }
    }

    /// Whether the word can be meant as operations.
    pub(crate) fn is_likely(word: &Ident) -> bool {
        let word = word.to_string();
        word.chars().all(|letter| LETTERS.contains(letter))
    }

    pub(crate) fn parse(word: &Ident, errors: &mut Errors) -> Option<Self> {
        let bits = Self::bits(word);
        let sound = bits.filter(|bits| *word == letters(*bits));
        if sound.is_none() {
            errors.push(say::unknown(word, bits.map(letters).as_deref()));
        }
        sound.map(|bits| Self { bits })
    }

    /// Of a word of such letters in any order and case.
    fn bits(word: &Ident) -> Option<u8> {
        let mut bits = 0;
        for letter in word.to_string().to_uppercase().chars() {
            let position = LETTERS.find(letter)?;
            bits |= 1 << position;
        }
        (bits != 0).then_some(bits)
    }

    pub(crate) fn has_all_of(self, other: Self) -> bool {
        self.bits & other.bits == other.bits
    }

    pub(crate) fn may_create(self) -> bool {
        self.bits & 1 != 0
    }

    /// As they are written.
    pub(crate) fn letters(self) -> String {
        letters(self.bits)
    }
}

fn letters(bits: u8) -> String {
    let letters = LETTERS.chars().enumerate();
    let mine = letters.filter(|(position, _)| bits >> position & 1 == 1);
    mine.map(|(_, letter)| letter).collect()
}
