//! What rules take from the env.

use std::any::Any;
use std::fmt;

use super::datum::Datum;
use super::field::{Field, Value};
use super::kind::{Kind, ValueKind};
use crate::{Env, Id};

/// One value that the env gives, before it is known what it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// The env does not have it: whatever it is compared with, the answer is unknown.
    Absent,
    /// An id: a number or a text.
    Id(Id),
    /// A value of one kind.
    Value(Datum),
}

impl Given {
    fn id(id: Option<&Id>) -> Self {
        id.map_or(Self::Absent, |id| Self::Id(id.clone()))
    }

    fn value(value: Value<'_>) -> Self {
        Datum::of(value).map_or(Self::Absent, Self::Value)
    }
}

/// A value of the env that rules name: `env.uid`, or an attribute of the application's own.
pub struct EnvValue {
    pub(crate) name: &'static str,
    /// Nothing of ids, which may be numbers and texts.
    pub(crate) kind: Option<ValueKind>,
    pub(crate) read: fn(&Env) -> Given,
}

/// A list that rules look a column up in: `env.cids`, or an attribute of the application's own.
pub struct EnvList {
    pub(crate) name: &'static str,
    /// Nothing of ids, which may be numbers and texts.
    pub(crate) kind: Option<ValueKind>,
    pub(crate) read: fn(&Env) -> Vec<Given>,
}

impl EnvValue {
    /// `env.uid`: the user's id.
    pub const UID: Self = Self {
        name: "uid",
        kind: None,
        read: |env| Given::id(Some(env.uid())),
    };

    /// `env.cid`: the company the user works in now.
    pub const CID: Self = Self {
        name: "cid",
        kind: None,
        read: |env| Given::id(env.cid()),
    };

    /// `env.contact_id`: the contact record that stands for the user.
    pub const CONTACT_ID: Self = Self {
        name: "contact_id",
        kind: None,
        read: |env| Given::id(env.contact_id()),
    };

    /// In words: `the user's id`.
    pub(crate) fn words(&self) -> String {
        match self.name {
            "uid" => "the user's id".to_owned(),
            "cid" => "the user's current company".to_owned(),
            "contact_id" => "the user's contact".to_owned(),
            name => format!("the user's {name}"),
        }
    }

    /// An attribute of the application's own.
    #[must_use]
    pub const fn attribute<A: EnvAttribute>() -> Self {
        Self {
            name: A::NAME,
            kind: Some(A::Kind::KIND),
            read: |env| {
                let attribute = env.get::<A>();
                attribute.map_or(Given::Absent, |it| Given::value(it.value()))
            },
        }
    }
}

impl EnvList {
    /// `env.cids`: the active companies.
    pub const CIDS: Self = Self {
        name: "cids",
        kind: None,
        read: |env| env.cids().iter().cloned().map(Given::Id).collect(),
    };

    /// In words: `the user's companies`.
    pub(crate) fn words(&self) -> String {
        match self.name {
            "cids" => "the user's companies".to_owned(),
            name => format!("the user's {name}"),
        }
    }

    /// An attribute of the application's own.
    #[must_use]
    pub const fn attribute<A: EnvListAttribute>() -> Self {
        Self {
            name: A::NAME,
            kind: Some(<A::Item as Field>::Kind::KIND),
            read: |env| {
                let Some(attribute) = env.get::<A>() else {
                    // Not an empty list, which is known to hold nothing: nobody knows what is in it.
                    return vec![Given::Absent];
                };
                let items = attribute.items().iter();
                items.map(|item| Given::value(item.value())).collect()
            },
        }
    }
}

/// An attribute of the env that has one value: the tuple structs of
/// [`define_env!`](crate::define_env).
pub trait EnvAttribute: Any + Send + Sync {
    /// The kind of the value.
    type Kind: Kind;
    /// How rules call it.
    const NAME: &'static str;

    /// The value; [`Value::Null`] counts as absent.
    fn value(&self) -> Value<'_>;
}

/// An attribute of the env that is a list: the tuple structs of
/// [`define_env!`](crate::define_env).
pub trait EnvListAttribute: Any + Send + Sync {
    /// What it lists.
    type Item: Field;
    /// How rules call it.
    const NAME: &'static str;

    /// The values; [`Value::Null`] equals nothing.
    fn items(&self) -> &[Self::Item];
}

impl fmt::Debug for EnvValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "env.{}", self.name)
    }
}

impl fmt::Debug for EnvList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "env.{}", self.name)
    }
}
