//! Every sentence the macros can show, by subject, and the list that gathers them.
//!
//! A message starts lower-case, names what is wrong in backticks and ends without a full stop; a
//! `help:` line below says what to write instead.

pub(crate) mod admin;
pub(crate) mod argument;
pub(crate) mod combination;
pub(crate) mod declaration;
pub(crate) mod env;
pub(crate) mod inherits;
mod meant;
pub(crate) mod model;
pub(crate) mod permission;
pub(crate) mod place;
pub(crate) mod schema;
pub(crate) mod setting;
pub(crate) mod undeclared;
pub(crate) mod wildcard;

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use syn::Error;

use crate::names::Sort;
use crate::suggest::closest;

/// All mistakes of one expansion, so that they are reported together and in source order.
#[derive(Default)]
pub(crate) struct Errors(Vec<Error>);

impl Errors {
    pub(crate) fn push(&mut self, error: Error) {
        self.0.push(error);
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Keeps the value, or notes why there is none.
    pub(crate) fn ok<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_compile_error(mut self) -> Option<TokenStream> {
        self.0.sort_by_key(|error| position(error.span()));
        let all = self.0.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        all.map(Error::into_compile_error)
    }
}

/// Line and column; the same for all outside of a compiler.
fn position(span: Span) -> (usize, usize) {
    if !proc_macro::is_available() {
        return (0, 0);
    }
    let span = span.unwrap();
    (span.line(), span.column())
}

pub(crate) fn unknown_name(asked: &Ident, sort: Sort, known: &[&str]) -> Error {
    let name = sort.name();
    let help = near(asked, known).unwrap_or_else(|| match known.len() {
        0 => format!("no {name} is declared"),
        1..=LONGEST_LIST => format!("the {name}s are {}", list(known)),
        many => format!("{many} {name}s are declared"),
    });
    with_help(asked.span(), format_args!("unknown {name} `{asked}`"), help)
}

/// A longer list would bury the message.
const LONGEST_LIST: usize = 12;

/// What was likely meant, if a known name is near enough.
fn near(asked: &Ident, known: &[&str]) -> Option<String> {
    let raw = format!("r#{asked}");
    let same = known.iter().find(|known| **known == raw).copied();
    let near = same.or_else(|| closest(&asked.to_string(), known.iter().copied()));
    near.map(|near| format!("did you mean `{near}`?"))
}

fn with_help(at: Span, problem: impl Display, help: impl Display) -> Error {
    Error::new(at, format!("{problem}\nhelp: {help}"))
}

/// Two names, for examples.
fn two(sort: Sort) -> &'static str {
    match sort {
        Sort::Group => "sales, support",
        Sort::Role => "editor, reviewer",
        Sort::Permission => "admin.users = GET, admin.tools = GET",
        Sort::Attribute => "region: String, team_ids: [i64]",
    }
}

fn list(names: &[&str]) -> String {
    let quoted = names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>();
    match quoted.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        quoted => quoted.concat(),
    }
}
