//! Every sentence the macros can show, and the list that gathers them.
//!
//! A message starts lower-case, names what is wrong in backticks and ends without a full stop; a
//! `help:` line below says what to write instead.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use syn::Error;

use crate::gate::Kind;
use crate::names::Sort;
use crate::suggest::closest;

/// All mistakes of one expansion, so that they are reported together and in source order.
#[derive(Default)]
pub(crate) struct Errors(Option<Error>);

impl Errors {
    pub(crate) fn push(&mut self, error: Error) {
        match &mut self.0 {
            None => self.0 = Some(error),
            Some(errors) => errors.combine(error),
        }
    }

    /// Keeps the value, or notes why there is none.
    pub(crate) fn ok<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn into_compile_error(self) -> Option<TokenStream> {
        self.0.map(Error::into_compile_error)
    }
}

// Where an attribute stands.

pub(crate) fn not_a_function(at: Span, kind: Kind) -> Error {
    let help = "gates stand on handlers, `async fn`; for a whole scope, write `.wrap(…)` with the \
                function of the same name";
    with_help(
        at,
        format_args!("`{kind}` expects a handler function"),
        help,
    )
}

pub(crate) fn not_async(at: Span) -> Error {
    with_help(at, "a handler is an `async fn`", "write `async fn`")
}

pub(crate) fn has_receiver(at: Span) -> Error {
    let help = "take what the handler needs from `web::Data<…>`, in a function without `self`";
    with_help(at, "a handler cannot take `self`", help)
}

pub(crate) fn too_many_extractors(at: Span, most: usize) -> Error {
    let help = "put several into a tuple: `(first, second): (First, Second)`";
    with_help(
        at,
        format_args!("a handler takes at most {most} extractors"),
        help,
    )
}

pub(crate) fn conditional_extractor(at: Span) -> Error {
    let help = "write two handlers, each with its own `#[cfg(…)]`";
    with_help(at, "an extractor cannot depend on `cfg`", help)
}

pub(crate) fn variadic(at: Span) -> Error {
    Error::new(at, "a handler cannot be variadic")
}

pub(crate) fn unsafe_handler(at: Span) -> Error {
    with_help(
        at,
        "a handler cannot be `unsafe`",
        "put `unsafe` into its body",
    )
}

// What an attribute says.

pub(crate) fn takes_no_arguments(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` takes no arguments"),
        format_args!("write `#[{kind}]`"),
    )
}

pub(crate) fn not_a_list(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` takes its arguments in parentheses"),
        format_args!("write `#[{kind}({})]`", example(kind)),
    )
}

pub(crate) fn names_nothing(at: Span, kind: Kind) -> Error {
    let sort = kind.sort().map_or("name", Sort::name);
    let all = match kind {
        Kind::RequiresGroup => ", or `#[requires_user]` if any user will do",
        _ => "",
    };
    with_help(
        at,
        format_args!("`{kind}` names no {sort}"),
        format_args!("write `#[{kind}({})]`{all}", example(kind)),
    )
}

pub(crate) fn empty_combination(at: &Ident, sort: Sort) -> Error {
    let problem = match at.to_string().as_str() {
        "any" => "`any()` of nothing would refuse everybody",
        _ => "`all()` of nothing would let everybody in",
    };
    let help = format!("name the {}s: `{at}({})`", sort.name(), two(sort));
    with_help(at.span(), problem, help)
}

pub(crate) fn expected_name(at: Span, sort: Sort) -> Error {
    let help = "name one, or combine several with `any(…)` and `all(…)`";
    with_help(at, format_args!("expected a {}", sort.name()), help)
}

pub(crate) fn a_literal(at: Span, sort: Sort, name: Option<&str>) -> Error {
    let help = match name {
        Some(name) => format!("write it without quotes: `{name}`"),
        None => format!("{}s are written as names", sort.name()),
    };
    with_help(
        at,
        format_args!("expected a {}, found a literal", sort.name()),
        help,
    )
}

pub(crate) fn a_path(at: Span, sort: Sort) -> Error {
    let name = sort.name();
    let help = format!(
        "write the name alone; where the {name}s are declared is said once, as `{name}s = path`"
    );
    with_help(
        at,
        format_args!("expected the name of a {name}, found a path"),
        help,
    )
}

pub(crate) fn a_negation(at: Span, sort: Sort) -> Error {
    let help = format!(
        "name the {}s that may pass: who is in more groups never has less access",
        sort.name()
    );
    with_help(at, "a gate cannot be negated", help)
}

pub(crate) fn unknown_combination(at: &Ident) -> Error {
    let asked = at.to_string();
    let help = match closest(&asked, ["any", "all"]) {
        Some(near) => format!("did you mean `{near}(…)`?"),
        None => "gates combine with `any(…)` and `all(…)`".to_owned(),
    };
    with_help(
        at.span(),
        format_args!("unknown combination `{asked}(…)`"),
        help,
    )
}

pub(crate) fn leftover(at: Span, found: &str, after: &str, sort: Sort) -> Error {
    let help = match found {
        "|" | "||" | "or" => format!("for either of two, write `any({})`", two(sort)),
        "&" | "&&" | "and" | "+" => format!("for both of two, write `all({})`", two(sort)),
        _ => "separate what is combined by commas".to_owned(),
    };
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        help,
    )
}

pub(crate) fn unknown_setting(at: &Ident, sort: Sort) -> Error {
    let known = format!("{}s", sort.name());
    let help = format!("the one setting is `{known} = path`, where the {known} are declared");
    with_help(at.span(), format_args!("unknown setting `{at}`"), help)
}

pub(crate) fn expected_path(at: Span, sort: Sort) -> Error {
    let name = sort.name();
    with_help(
        at,
        format_args!("expected the path of the module that declares the {name}s"),
        format_args!("write `{name}s = crate::access::{name}s`"),
    )
}

pub(crate) fn setting_twice(at: &Ident) -> Error {
    Error::new(at.span(), format!("`{at}` is set twice"))
}

// Several gates on one handler.

pub(crate) fn gate_twice(at: Span, kind: Kind) -> Error {
    let help = "remove one of the two";
    with_help(
        at,
        format_args!("`{kind}` is written twice on this handler"),
        help,
    )
}

pub(crate) fn contradiction(at: Span, open: Kind, closed: Kind) -> Error {
    let opens = match open {
        Kind::NoAuth => "runs the handler without looking at who asks",
        _ => "lets everybody in",
    };
    with_help(
        at,
        format_args!("`{open}` contradicts `{closed}`: it {opens}"),
        "keep the one that is meant",
    )
}

pub(crate) fn never_both(at: Span, one: &str, other: &str) -> Error {
    with_help(
        at,
        format_args!("nobody is in `{one}` and `{other}` at the same time, so nobody would pass"),
        "keep the one that is meant, or write `any(…)`",
    )
}

// Declarations of groups and roles.

pub(crate) fn expected_module(at: Span, sort: Sort) -> Error {
    let name = sort.name();
    with_help(
        at,
        "expected a module",
        format_args!("write `pub mod {name}s {{ {} }}`", two(sort)),
    )
}

pub(crate) fn expected_declaration(at: Span, sort: Sort) -> Error {
    let help = match sort {
        Sort::Group => "write `name` or `name: implied + implied`, separated by commas",
        Sort::Role => "write `name`, separated by commas",
    };
    with_help(at, format_args!("expected a {}", sort.name()), help)
}

pub(crate) fn roles_imply_nothing(at: Span) -> Error {
    let help = "groups may imply others; a role is a set of permissions";
    with_help(at, "a role cannot imply another", help)
}

pub(crate) fn declared_twice(name: &Ident) -> Error {
    Error::new(name.span(), format!("`{name}` is declared twice"))
}

pub(crate) fn built_in(name: &Ident) -> Error {
    let help = "it is there already: other groups may imply it";
    with_help(name.span(), format_args!("`{name}` is built in"), help)
}

pub(crate) fn reserved(name: &Ident) -> Error {
    let help = "choose another name";
    with_help(
        name.span(),
        format_args!("`{name}` has a meaning in gates"),
        help,
    )
}

pub(crate) fn implied_twice(name: &Ident, by: &Ident) -> Error {
    Error::new(name.span(), format!("`{by}` implies `{name}` twice"))
}

pub(crate) fn implication_cycle(at: &Ident, way: &[String]) -> Error {
    let problem = match way {
        [_, _] => format!("`{at}` implies itself"),
        _ => format!("`{at}` implies itself: {}", way.join(" → ")),
    };
    with_help(at.span(), problem, "remove one of the implications")
}

pub(crate) fn exclusive(at: &Ident, one: &str, other: &str) -> Error {
    let help = "a user is either internal or not: split the group in two";
    with_help(
        at.span(),
        format_args!("`{at}` implies both `{one}` and `{other}`, which exclude each other"),
        help,
    )
}

pub(crate) fn unknown_name(asked: &Ident, sort: Sort, known: &[String]) -> Error {
    let name = sort.name();
    let help = match closest(&asked.to_string(), known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("no {name} is declared"),
        // A long list would bury the message.
        None if known.len() > 12 => format!("{} {name}s are declared", known.len()),
        None => format!("the {name}s are {}", list(known)),
    };
    with_help(asked.span(), format_args!("unknown {name} `{asked}`"), help)
}

fn example(kind: Kind) -> &'static str {
    kind.sort().map_or("", two)
}

fn two(sort: Sort) -> &'static str {
    match sort {
        Sort::Group => "sales, support",
        Sort::Role => "editor, reviewer",
    }
}

fn with_help(at: Span, problem: impl Display, help: impl Display) -> Error {
    Error::new(at, format!("{problem}\nhelp: {help}"))
}

fn list(names: &[String]) -> String {
    let quoted = names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>();
    match quoted.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        quoted => quoted.concat(),
    }
}
