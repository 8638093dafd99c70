//! Models with columns of every kind, some named and declared so that mistakes show.

use guard_runtime::__private::model as made;
use guard_runtime::model::{Access, Field, FieldEntry, FieldSet, ModelAccess, Table};

use crate::cell::{Cell, I16, I32, I64, Type};

/// A table that rules are about.
pub(crate) trait Stored: ModelAccess {
    const NAME: &'static str;
    const COLUMNS: &'static [Named];

    /// The columns as rules know them.
    fn columns() -> &'static [made::Column<Self>];
    fn of(row: &[Cell]) -> Self;
}

/// A column as databases and the reference know it.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) kind: Type,
    pub(crate) nullable: bool,
    /// What `SQLite` is told about its texts.
    pub(crate) collation: &'static str,
}

/// What a field of this type is stored as.
pub(crate) trait Held: Field {
    const TYPE: Type;
    fn held(cell: &Cell) -> Self;
}

macro_rules! held {
    ($($type:ty: $kind:expr, $read:ident;)*) => {$(
        impl Held for $type {
            const TYPE: Type = $kind;

            fn held(cell: &Cell) -> Self {
                cell.$read().unwrap()
            }
        }

        impl Held for Option<$type> {
            const TYPE: Type = $kind;

            fn held(cell: &Cell) -> Self {
                cell.$read()
            }
        }
    )*};
}

held! {
    i16: I16, number;
    i32: I32, number;
    i64: I64, number;
    bool: Type::Truth, truth;
    String: Type::Text, text;
}

macro_rules! tables {
    ($($model:ident = $table:literal { $($field:ident: $type:ty = $column:literal $collation:literal,)* })*) => {$(
        #[derive(Clone, Debug)]
        pub(crate) struct $model {
            $(pub(crate) $field: $type,)*
        }

        impl ModelAccess for $model {
            type Readable = Self;

            const ACCESS: &'static Access<Self> = const {
                &made::access(
                    "",
                    Table { schema: None, name: $table },
                    &[$(FieldEntry { field: stringify!($field), column: $column },)*],
                    &[],
                    &[],
                    &[],
                )
            };

            fn readable(self, _: &FieldSet) -> Self {
                self
            }
        }

        impl Stored for $model {
            const NAME: &'static str = $table;
            const COLUMNS: &'static [Named] = &[$(Named {
                name: $column,
                kind: <$type as Held>::TYPE,
                nullable: <$type as Field>::NULLABLE,
                collation: $collation,
            },)*];

            fn columns() -> &'static [made::Column<Self>] {
                const {
                    &[$(made::column(
                        stringify!($field),
                        $column,
                        const { &made::Reader::new(|row: &$model| &row.$field) },
                    ),)*]
                }
            }

            fn of(row: &[Cell]) -> Self {
                let mut cells = row.iter();
                Self { $($field: Held::held(cells.next().unwrap()),)* }
            }
        }
    )*};
}

tables! {
    Thing = "thing" {
        id: i64 = "id" "",
        big: i64 = "big" "",
        small: i32 = "small" "",
        tiny: i16 = "tiny" "",
        owner_id: Option<i64> = "owner id" "",
        maybe_small: Option<i32> = "small?" "",
        name: String = "na\"me" "",
        owner_code: Option<String> = "owner_code" "COLLATE NOCASE",
        code: String = "Code" "COLLATE RTRIM",
        note: Option<String> = "order" "",
        flag: bool = "flag" "",
        maybe_flag: Option<bool> = "flag $1" "",
    }

    Owner = "own`er" {
        id: i64 = "id" "",
        code: String = "code" "COLLATE NOCASE",
        big: Option<i64> = "big" "",
        name: Option<String> = "na\"me" "COLLATE NOCASE",
        flag: bool = "flag" "",
    }

    Part = "part" {
        id: i64 = "id" "",
        thing_id: Option<i64> = "thing_id" "",
        small: i32 = "small" "",
        note: Option<String> = "note" "COLLATE RTRIM",
        flag: Option<bool> = "flag" "",
    }
}
