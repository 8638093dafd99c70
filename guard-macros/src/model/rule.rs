//! A rule as it was understood.

use proc_macro2::{Ident, Span};

use super::kind::{Kind, Shape};

/// What a `where` or a `restrict` says.
pub(crate) enum Rule {
    Always(bool),
    Compare(Operand, Comparison, Operand),
    Contains(List, Operand),
    IsNone(Operand),
    StartsWith(Operand, Operand),
    Not(Box<Rule>),
    All(Vec<Rule>),
    Any(Vec<Rule>),
    /// What is said of the rows of the relation at this place; of `any` of them.
    Related(usize, bool, Box<Rule>),
}

/// A column, a value of the env or a literal.
pub(crate) struct Operand {
    pub(crate) value: Value,
    pub(crate) span: Span,
    /// The relation whose column it is.
    pub(crate) via: Option<usize>,
    pub(crate) shape: Shape,
}

pub(crate) enum Value {
    Column(Ident),
    Env(EnvName),
    Boolean(bool),
    Integer(i64),
    Text(String),
}

/// A name after `env.`
pub(crate) struct EnvName {
    pub(crate) name: Ident,
    pub(crate) is_built_in: bool,
}

/// What a column is looked up in.
pub(crate) struct List {
    pub(crate) value: ListValue,
    pub(crate) kind: Option<Kind>,
    /// Where its entries stand, if it is written out.
    pub(crate) spans: Vec<Span>,
}

pub(crate) enum ListValue {
    Env(EnvName),
    Integers(Vec<i64>),
    Texts(Vec<String>),
}

/// The operators, as the runtime calls them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Equal => "Equal",
            Self::NotEqual => "NotEqual",
            Self::Less => "Less",
            Self::LessOrEqual => "LessOrEqual",
            Self::Greater => "Greater",
            Self::GreaterOrEqual => "GreaterOrEqual",
        }
    }

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// Whether it asks which of the two comes first.
    pub(crate) fn is_order(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }
}

impl Rule {
    /// Says it of the related row, if it is about one.
    pub(super) fn of_row(self, via: Option<usize>) -> Self {
        match via {
            Some(relation) => Self::Related(relation, false, Box::new(self)),
            None => self,
        }
    }
}

impl Operand {
    /// How it is written, more or less.
    pub(crate) fn text(&self) -> String {
        match &self.value {
            Value::Column(name) => name.to_string(),
            Value::Env(env) => format!("env.{}", env.name),
            Value::Boolean(truth) => truth.to_string(),
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => format!("{text:?}"),
        }
    }
}
