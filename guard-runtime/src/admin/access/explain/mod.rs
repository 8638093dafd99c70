//! Why somebody may or may not do something, and the smallest change that would let them.

mod ask;
mod change;
mod find;
mod of_model;
mod question;
mod rules;
mod steps;
mod verdict;

pub use question::{About, Asker, Question};
pub use verdict::{Answered, Step, Verdict};
