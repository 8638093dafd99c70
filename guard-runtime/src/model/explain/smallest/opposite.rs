//! Whether statements are about the same, and say the opposite of it.

use super::super::tree::{Items, Leaf, Term, Test};

impl Leaf {
    /// Whether it is about the first entry of the list alone.
    pub(super) fn is_of_first(&self, list: usize) -> bool {
        let mut terms = self.test.terms();
        let looks_up = matches!(&self.test, Test::Contains(Items::List(it), _) if *it == list);
        !looks_up && terms.any(|it| *it == Term::First(list))
    }

    pub(super) fn is_opposite(&self, other: &Self) -> bool {
        match (&self.test, &other.test) {
            (Test::Compare(left, one, right), Test::Compare(others, two, others_right)) => {
                let one = one.when(self.wanted);
                let two = two.when(other.wanted);
                let same = left == others && right == others_right && one == two.negated();
                let flipped =
                    left == others_right && right == others && one == two.flipped().negated();
                same || flipped
            }
            (one, two) => one == two && self.wanted != other.wanted,
        }
    }
}
