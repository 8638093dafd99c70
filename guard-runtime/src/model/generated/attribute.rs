//! Attributes of the env as `define_env!` declares them.

use crate::model::{EnvAttribute, EnvListAttribute, Field, Value};

/// An attribute that has one value. What it holds is named here alone, so that a type that rules do
/// not take is reported once.
pub trait Attribute: Send + Sync + 'static {
    /// What it holds.
    type Held: Field;
    /// How rules call it.
    const NAME: &'static str;

    /// What it holds.
    fn held(&self) -> &Self::Held;
}

impl<A: Attribute> EnvAttribute for A {
    type Kind = <A::Held as Field>::Kind;
    const NAME: &'static str = A::NAME;

    fn value(&self) -> Value<'_> {
        self.held().value()
    }
}

/// An attribute that is a list.
pub trait ListAttribute: Send + Sync + 'static {
    /// What it lists.
    type Item: Field;
    /// How rules call it.
    const NAME: &'static str;

    /// The list.
    fn held(&self) -> &[Self::Item];
}

impl<A: ListAttribute> EnvListAttribute for A {
    type Item = A::Item;
    const NAME: &'static str = A::NAME;

    fn items(&self) -> &[Self::Item] {
        self.held()
    }
}
