//! What a column may hold that stands in a rule.

use super::kind::{Boolean, Integer, Kind, Text};

/// What a column holds in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// The 128 bits of a UUID.
    Uuid(u128),
}

/// A type that a column may have which stands in a rule.
///
/// Its values must be equal in Rust exactly where they are equal in SQL. That holds for whole numbers
/// of up to 64 bits with a sign, truth values, texts and UUIDs (feature `uuid`), and for `Option`s of
/// them; it does not for floating-point numbers, which have no implementation.
///
/// Implement it for types of your own that are stored as one of these:
///
/// ```
/// use guard_runtime::model::{Field, Text, Value};
///
/// enum Status {
///     Draft,
///     Posted,
/// }
///
/// impl Field for Status {
///     type Kind = Text;
///
///     fn value(&self) -> Value<'_> {
///         Value::Text(match self {
///             Status::Draft => "draft",
///             Status::Posted => "posted",
///         })
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` cannot stand in a rule",
    label = "SQL and Rust do not agree on the values of `{Self}`",
    note = "rules take whole numbers up to `i64`, `bool`, `String`, `Uuid` (feature `uuid`) and `Option`s of them",
    note = "for a type of your own that is stored as one of these, implement `guard_runtime::model::Field`"
)]
pub trait Field: 'static {
    /// What its values can be compared with.
    type Kind: Kind;
    /// Whether it can be NULL.
    const NULLABLE: bool = false;

    /// The value as it is stored.
    fn value(&self) -> Value<'_>;
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl Field for $type {
            type Kind = Integer;

            fn value(&self) -> Value<'_> {
                Value::Integer(i64::from(*self))
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, u8, u16, u32);

impl Field for bool {
    type Kind = Boolean;

    fn value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl Field for String {
    type Kind = Text;

    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

#[cfg(feature = "uuid")]
impl Field for uuid::Uuid {
    type Kind = super::kind::Uuid;

    fn value(&self) -> Value<'_> {
        Value::Uuid(self.as_u128())
    }
}

impl<F: Field> Field for Option<F> {
    type Kind = F::Kind;
    const NULLABLE: bool = true;

    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, F::value)
    }
}
