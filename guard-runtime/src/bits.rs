//! Sets of small numbers: two words inline, more on the heap.

use smallvec::SmallVec;

/// A set of numbers. Trailing zero words mean nothing, so that equal sets may differ in length.
#[derive(Debug, Default)]
pub(crate) struct Bits(SmallVec<[u64; 2]>);

impl Bits {
    pub(crate) fn has(&self, index: u32) -> bool {
        let word = usize::try_from(index / 64).ok();
        let word = word.and_then(|word| self.0.get(word));
        word.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    pub(crate) fn set(&mut self, index: u32) {
        let Ok(word) = usize::try_from(index / 64) else {
            return;
        };
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (index % 64);
        }
    }

    pub(crate) fn clear(&mut self, index: u32) {
        let word = usize::try_from(index / 64).ok();
        if let Some(word) = word.and_then(|word| self.0.get_mut(word)) {
            *word &= !(1 << (index % 64));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(crate) fn union(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    pub(crate) fn intersect(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }

    /// Whether all of it is in the other.
    pub(crate) fn is_subset(&self, other: &Self) -> bool {
        let others = other.0.iter().chain(std::iter::repeat(&0));
        let mut words = self.0.iter().zip(others);
        words.all(|(word, other)| word & !other == 0)
    }

    /// The numbers in it, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().zip(0_u32..).flat_map(|(word, position)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(position * 64 + bit)
            })
        })
    }
}

impl Clone for Bits {
    fn clone(&self) -> Self {
        // All words at once, not one by one.
        Self(SmallVec::from_slice(&self.0))
    }
}

impl PartialEq for Bits {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || (self.is_subset(other) && other.is_subset(self))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::Bits;

    type Numbers = BTreeSet<u32>;

    fn bits(numbers: &Numbers) -> Bits {
        let mut bits = Bits::default();
        for number in numbers {
            bits.set(*number);
        }
        bits
    }

    fn numbers(bits: &Bits) -> Vec<u32> {
        bits.iter().collect()
    }

    /// Close to the edges of words, and far behind them.
    fn some() -> impl Strategy<Value = Numbers> {
        let number = prop_oneof![0..3_u32, 61..67_u32, 126..130_u32, 0..5000_u32];
        proptest::collection::btree_set(number, 0..20)
    }

    fn ascending(numbers: impl IntoIterator<Item = u32>) -> Vec<u32> {
        numbers.into_iter().collect()
    }

    proptest! {
        #[test]
        fn operations_are_those_of_sets(one in some(), other in some()) {
            let changed = |change: fn(&mut Bits, &Bits)| {
                let mut changed = bits(&one);
                change(&mut changed, &bits(&other));
                changed
            };
            prop_assert_eq!(numbers(&bits(&one)), ascending(one.clone()));
            prop_assert_eq!(bits(&one).is_empty(), one.is_empty());
            prop_assert_eq!(numbers(&changed(Bits::union)), ascending(&one | &other));
            prop_assert_eq!(numbers(&changed(Bits::intersect)), ascending(&one & &other));
            let rest = changed(Bits::subtract);
            prop_assert_eq!(numbers(&rest), ascending(&one - &other));
            // Words that have become zero say nothing.
            prop_assert_eq!(rest.is_empty(), one.is_subset(&other));
            prop_assert_eq!(bits(&one).is_subset(&bits(&other)), one.is_subset(&other));
            prop_assert_eq!(bits(&one) == bits(&other), one == other);
            prop_assert!(rest.is_subset(&bits(&one)) && bits(&one).is_subset(&changed(Bits::union)));
        }

        #[test]
        fn one_bit_at_a_time(start in some(), steps in proptest::collection::vec(
            (any::<bool>(), 0..300_u32), 0..50
        )) {
            let (mut bits, mut model) = (bits(&start), start);
            for (sets, number) in steps {
                if sets {
                    bits.set(number);
                    model.insert(number);
                } else {
                    bits.clear(number);
                    model.remove(&number);
                }
                prop_assert_eq!(bits.has(number), sets);
            }
            prop_assert_eq!(numbers(&bits), ascending(model));
        }
    }

    #[test]
    fn what_was_never_set_is_not_there() {
        let mut bits = Bits::default();
        bits.clear(4000);
        assert!(bits.is_empty() && !bits.has(0) && !bits.has(u32::MAX));
        for edge in [0, 63, 64, 127, 128] {
            bits.set(edge);
            bits.set(edge);
        }
        assert_eq!(numbers(&bits), [0, 63, 64, 127, 128]);
        assert!(!bits.has(1) && !bits.has(62) && !bits.has(65) && !bits.has(u32::MAX));
    }
}
