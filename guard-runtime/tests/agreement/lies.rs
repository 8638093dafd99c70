//! Entities whose rules mean something else in memory than in SQL, each by one mistake.

use guard_runtime::model::{Field, Integer, Text, Value};
use sea_orm::{DeriveActiveEnum, DeriveValueType, EnumIter};

macro_rules! entities {
    ($($(#[$docs:meta])* $name:ident = $table:literal: $type:ty = $sample:expr, $rule:expr;)*) => {$(
        $(#[$docs])*
        pub(crate) mod $name {
            use guard_runtime::model_access;
            use sea_orm::entity::prelude::*;

            #[model_access(grant(core_internal, R, where $rule))]
            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key)]
                pub id: i64,
                pub value: $type,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            pub(crate) fn sample() -> Model {
                let value = $sample;
                Model { id: 1, value }
            }
        }
    )*};
}

entities! {
    /// Tells the truth.
    honest = "honest": String = "posted".to_owned(), value == "posted";
    /// So does this.
    begun = "begun": String = "posted".to_owned(), value.starts_with("post");
    trimmed = "trimmed": super::Trimmed = super::Trimmed("posted".to_owned()), value == "posted";
    caseless = "caseless": super::Caseless = super::Caseless("posted".to_owned()), value == "posted";
    unaccented = "unaccented": super::Unaccented = super::Unaccented("posted".to_owned()), value != "posted";
    narrow = "narrow": super::Narrow = super::Narrow(1), value == env.uid;
    blank = "blank": super::Blank = super::Blank("a".to_owned()), value.is_none();
    cut = "cut": super::Cut = super::Cut("posted".to_owned()), value.starts_with("post");
    named = "named": super::Named = super::Named::Draft, value == "posted";
    /// Is kept as what no rule is about.
    odd = "odd": super::Odd = super::Odd(1.0), value == 1 || id == 7;
    /// Is true of nothing.
    never = "never": i64 = 1, value == 1 && value == 2;
}

macro_rules! fields {
    ($($name:ident($held:ty): $kind:ident, $nullable:literal, |$value:ident| $read:expr;)*) => {$(
        #[derive(Clone, Debug, PartialEq, DeriveValueType)]
        pub struct $name(pub(crate) $held);

        impl Field for $name {
            type Kind = $kind;
            const NULLABLE: bool = $nullable;

            fn value(&self) -> Value<'_> {
                let $value = &self.0;
                $read
            }
        }
    )*};
}

fields! {
    Trimmed(String): Text, false, |text| Value::Text(text.trim_end());
    Caseless(String): Text, false, |text| Value::Text(
        if text.eq_ignore_ascii_case("posted") { "posted" } else { text }
    );
    Unaccented(String): Text, false, |text| Value::Text(text.trim_end_matches('\u{301}'));
    Narrow(i64): Integer, false, |number| Value::Integer(*number & 0xffff_ffff);
    Blank(String): Text, true, |text| if text.is_empty() { Value::Null } else { Value::Text(text) };
    Cut(String): Text, false, |text| Value::Text(if text.starts_with('_') { "posted" } else { text });
}

#[derive(Clone, Copy, Debug, PartialEq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "Enum", db_type = "Enum", enum_name = "named")]
pub enum Named {
    #[sea_orm(string_value = "draft")]
    Draft,
    #[sea_orm(string_value = "POSTED")]
    Posted,
}

impl Field for Named {
    type Kind = Text;

    fn value(&self) -> Value<'_> {
        Value::Text(match self {
            Self::Draft => "draft",
            Self::Posted => "posted",
        })
    }
}

#[derive(Clone, Debug, PartialEq, DeriveValueType)]
pub struct Odd(f64);

impl Field for Odd {
    type Kind = Integer;

    fn value(&self) -> Value<'_> {
        Value::Integer(if self.0 > 1.5 { 2 } else { 1 })
    }
}
