//! What was handed out and taken away, with before and after.

mod change;
mod kind;
mod logged;
mod memory;

pub use change::{AssignmentChange, ChangeFilter, ChangeLog, NewChange};
pub use kind::{AssignmentKind, ChangeState};
pub use logged::logged;
pub use memory::MemoryChangeLog;
