//! What the source holds that the audit asks about.

use proc_macro2::Span;

use super::attributes::Marks;
use super::macros::HiddenRoute;

/// What all files hold.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) functions: Vec<Function>,
    pub(super) registrations: Vec<Registration>,
    pub(super) in_macros: Vec<HiddenRoute>,
}

/// Where something stands; line and column from 1.
#[derive(Clone)]
pub(super) struct At {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl At {
    pub(super) fn new(file: &str, span: Span) -> Self {
        let start = span.start();
        Self {
            file: file.to_owned(),
            line: start.line,
            column: start.column + 1,
        }
    }
}

pub(super) struct Function {
    pub(super) name: String,
    /// The module, and the type if it is a method.
    pub(super) module: Vec<String>,
    pub(super) at: At,
    pub(super) marks: Marks,
}

/// `.to(handler)`
pub(super) struct Registration {
    /// What the handler's path may mean, the likeliest first; `None` for a closure.
    pub(super) paths: Option<[Vec<String>; 2]>,
    /// Where it is registered.
    pub(super) module: Vec<String>,
    pub(super) at: At,
}
