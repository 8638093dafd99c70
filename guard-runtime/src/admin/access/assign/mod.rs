//! Who may hand out what to whom.

mod refusal;
mod rights;
mod rules;
mod wider;

pub use refusal::AssignmentRefusal;
pub use rules::AssignmentRules;
