//! A handler without a gate.

use std::fmt;

/// A handler without a gate, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The source file, below the folder that was given, with forward slashes.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The handler's name; `a closure` where it has none.
    pub handler: String,
    /// What is wrong, in one line.
    pub problem: String,
    /// What to write.
    pub help: String,
}

/// `src/orders.rs:7:10: …` and a line of help.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file, line, column, ..
        } = self;
        writeln!(f, "{file}:{line}:{column}: {}", self.problem)?;
        writeln!(f, "    help: {}", self.help)
    }
}
