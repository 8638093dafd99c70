//! Who passes a requirement, asked many times.

use super::compare::Side;
use super::{Implications, RequirementTree};

// The positions of the built-in groups in the list of names.
const INTERNAL: u32 = 1;
const PORTAL: u32 = 1 << 1;
const PUBLIC: u32 = 1 << 2;

/// A requirement over bits.
pub(super) struct Judge {
    test: Test,
    /// For each bit, the bits it brings.
    brings: Vec<u32>,
    pub(super) anonymous: bool,
    pub(super) unseen: bool,
}

enum Test {
    Passes,
    /// One of these bits.
    Has(u32),
    /// Any bits but the guest's.
    NoGuest,
    All(Vec<Test>),
    Any(Vec<Test>),
}

impl Judge {
    pub(super) fn new(names: &[String], side: Side<'_>, fallback: &Implications) -> Self {
        let bit = |name: &str| {
            let position = names.iter().zip(0..).find(|(known, _)| *known == name);
            position.map_or(0, |(_, position)| 1 << position)
        };
        // A list records what it names; of other groups the other list knows best.
        let brings = names.iter().map(|name| {
            let group = name.strip_prefix("group:").unwrap_or_default();
            let implied = side.implies.get(group).or_else(|| fallback.get(group));
            let implied = implied.into_iter().flatten();
            implied.fold(bit(name), |bits, it| bits | bit(&format!("group:{it}")))
        });
        let mut judge = Self {
            brings: brings.collect(),
            test: Test::of(side.tree, &bit),
            anonymous: false,
            unseen: side.tree.ignores_caller(),
        };
        judge.anonymous = !side.tree.demands_user() && judge.passes(PUBLIC);
        judge
    }

    /// Whether a user passes for whom these names are stored. One whose groups exclude each other
    /// passes only where nobody looks.
    pub(super) fn passes(&self, stored: u32) -> bool {
        let brings = self.brings.iter().zip(0..);
        let held = brings
            .filter(|(_, bit)| stored >> bit & 1 == 1)
            .fold(0, |held, (bits, _)| held | bits);
        let contradiction = held & INTERNAL != 0 && held & (PORTAL | PUBLIC) != 0;
        !contradiction && self.test.passes(held)
    }
}

impl Test {
    fn of(tree: &RequirementTree, bit: &dyn Fn(&str) -> u32) -> Self {
        let tests = |parts: &[RequirementTree]| parts.iter().map(|it| Self::of(it, bit)).collect();
        match tree {
            RequirementTree::NoAuth | RequirementTree::Public => Self::Passes,
            RequirementTree::User => Self::Has(INTERNAL | PORTAL),
            RequirementTree::Internal => Self::Has(INTERNAL),
            RequirementTree::SignedIn => Self::NoGuest,
            RequirementTree::Group(_)
            | RequirementTree::Role(_)
            | RequirementTree::Permission(_) => Self::Has(bit(&tree.to_string())),
            RequirementTree::All(parts) => Self::All(tests(parts)),
            RequirementTree::Any(parts) => Self::Any(tests(parts)),
        }
    }

    fn passes(&self, held: u32) -> bool {
        match self {
            Self::Passes => true,
            Self::Has(bits) => held & bits != 0,
            Self::NoGuest => held & PUBLIC == 0 || held & (INTERNAL | PORTAL) != 0,
            Self::All(tests) => tests.iter().all(|test| test.passes(held)),
            Self::Any(tests) => tests.iter().any(|test| test.passes(held)),
        }
    }
}
