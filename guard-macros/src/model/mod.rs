//! The attribute on models: request → understand → check → expand.

mod access;
mod attributes;
mod case;
mod check;
mod columns;
mod compare;
mod derives;
mod expand;
mod field_rule;
mod fragments;
mod grant;
mod item;
mod kind;
mod list;
mod method;
mod names;
mod names_in_rule;
#[cfg(test)]
mod odd_tests;
mod operand;
mod ops;
mod probe;
mod question;
mod range;
mod relation;
mod request;
mod resolve;
mod rule;
mod rule_tokens;
mod sea_orm;
#[cfg(test)]
mod tests;
mod translate;
mod view;
mod written;

pub(crate) use attributes::words as attribute_words;
pub(crate) use case::{snake, words};
pub(crate) use field_rule::Way;
pub(crate) use grant::Grant;
pub(crate) use item::Model;
pub(crate) use kind::{Kind, Refused, inside, last_name};
pub(crate) use relation::Relation;
pub(crate) use resolve::{answer, attribute, closed_answer, unasked};
pub(crate) use rule::{Comparison, List, Operand, Value};
