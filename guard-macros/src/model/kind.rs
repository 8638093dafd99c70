//! What the type of a column can be compared with, as far as its name tells.

use super::range;
use syn::{GenericArgument, PathArguments, Type};

/// What values are compared as; the runtime has the same as types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Boolean,
    Integer,
    Text,
    Uuid,
    /// An id of the env: whatever the column holds, unless that is a truth value.
    Id,
}

impl Kind {
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "bool" => Self::Boolean,
            "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" => Self::Integer,
            "String" => Self::Text,
            "Uuid" => Self::Uuid,
            _ => return None,
        })
    }

    pub(crate) fn is_comparable(self, other: Self) -> bool {
        match (self, other) {
            (Self::Id, other) | (other, Self::Id) => other != Self::Boolean,
            (one, other) => one == other,
        }
    }

    /// In a message.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Boolean => "a truth value",
            Self::Integer => "a whole number",
            Self::Text => "a text",
            Self::Uuid => "a UUID",
            Self::Id => "an id",
        }
    }
}

/// Why a column can stand in no rule.
#[derive(Clone, Copy)]
pub(crate) enum Refused {
    /// Floating-point numbers.
    Float,
    /// Numbers beyond 64 bits with a sign.
    Wide,
}

/// What is known of a column's type.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    /// Nothing if the compiler has to say.
    pub(crate) kind: Option<Kind>,
    /// The same.
    pub(crate) nullable: Option<bool>,
    pub(crate) refused: Option<Refused>,
    /// The least and the largest number, if it is one.
    pub(crate) range: (i64, i64),
}

impl Shape {
    pub(crate) const UNKNOWN: Self = Self::new(None, None);

    pub(crate) const fn new(kind: Option<Kind>, nullable: Option<bool>) -> Self {
        Self {
            kind,
            nullable,
            refused: None,
            range: (i64::MIN, i64::MAX),
        }
    }

    pub(crate) fn of(ty: &Type) -> Self {
        if let Some(inner) = inside("Option", ty) {
            return Self {
                nullable: Some(true),
                ..Self::of(inner)
            };
        }
        let name = last_name(ty).unwrap_or_default();
        let refused = match name.as_str() {
            "f32" | "f64" => Some(Refused::Float),
            "u64" | "usize" | "isize" | "u128" | "i128" => Some(Refused::Wide),
            _ => None,
        };
        let kind = Kind::of_name(&name);
        Self {
            refused,
            range: range::of_name(&name),
            ..Self::new(kind, kind.map(|_| false))
        }
    }
}

/// `T` of `Option<T>`, however the path to it is written.
pub(crate) fn inside<'a>(name: &str, ty: &'a Type) -> Option<&'a Type> {
    let Type::Path(path) = bare(ty) else {
        return None;
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if last.ident == name && arguments.args.len() == 1 => {
            Some(inner)
        }
        _ => None,
    }
}

/// The last name of a type's path.
pub(crate) fn last_name(ty: &Type) -> Option<String> {
    match bare(ty) {
        Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        ty => ty,
    }
}
