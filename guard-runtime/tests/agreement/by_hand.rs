//! Entities whose rules are written by hand: what the attribute would not make.

use guard_runtime::__private::model as made;
use guard_runtime::model::{Access, FieldEntry, FieldSet, ModelAccess, Table};
use guard_runtime::{Group, groups};
use made::{Column, Comparison, Operand, Rule};

macro_rules! entities {
    ($($(#[$docs:meta])* $name:ident: $table:literal, $ops:literal, $rule:expr;)*) => {$(
        $(#[$docs])*
        pub(crate) mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = "node")]
            pub struct Model {
                #[sea_orm(primary_key)]
                pub id: i64,
                pub above_id: Option<i64>,
                pub rank: i64,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            pub(crate) fn sample() -> Model {
                Model { id: 1, above_id: Some(2), rank: 7 }
            }
        }

        impl $name::Model {
            const COLUMNS: &[Column<Self>; 5] = &[
                made::column("id", "id", const { &made::Reader::new(|row: &Self| &row.id) }),
                made::column("above_id", "above_id", const { &made::Reader::new(|row: &Self| &row.above_id) }),
                made::column("rank", "rank", const { &made::Reader::new(|row: &Self| &row.rank) }),
                // These read another column than they name.
                made::column("rank", "id", const { &made::Reader::new(|row: &Self| &row.rank) }),
                made::column("above_id", "rank", const { &made::Reader::new(|row: &Self| &row.above_id) }),
            ];

            const FIELDS: &[FieldEntry; 3] = &[
                FieldEntry { field: "id", column: "id" },
                FieldEntry { field: "above_id", column: "above_id" },
                FieldEntry { field: "rank", column: "rank" },
            ];

            const fn access(grants: &'static [made::Grant<Self>]) -> Access<Self> {
                let table = Table { schema: None, name: $table };
                made::access("", table, Self::FIELDS, grants, &[], &[])
            }
        }

        impl ModelAccess for $name::Model {
            type Readable = Self;

            const ACCESS: &'static Access<Self> = const {
                &Self::access(const {
                    &[made::grant(<groups::core_internal as Group>::GROUP, $ops, Some($rule))]
                })
            };

            fn readable(self, _: &FieldSet) -> Self {
                self
            }
        }
    )*};
}

/// Where the rows of each are, whatever the rules are about.
const NODE: made::Place = made::Place {
    table: Table {
        schema: None,
        name: "node",
    },
    fields: tree::Model::FIELDS,
    odd: &[],
};

entities! {
    /// A rule about a column that reads another.
    crossed: "node", 2, Rule::Compare(
        Operand::Column(&crossed::Model::COLUMNS[3]),
        Comparison::Equal,
        Operand::Integer(1),
    );
    /// The same of what is above it.
    askew: "node", 2, Rule::Related(const { &made::relation_in(
        &NODE,
        "above",
        false,
        &askew::Model::COLUMNS[1],
        &askew::Model::COLUMNS[0],
        Rule::Compare(
            Operand::Column(&askew::Model::COLUMNS[4]),
            Comparison::Equal,
            Operand::Integer(5),
        ),
    ) });
    /// Rules about another table.
    elsewhere: "nodes", 2, Rule::IsNone(Operand::Column(&elsewhere::Model::COLUMNS[1]));
    /// Asks for what is above it, and whether anything is below.
    tree: "node", 2, Rule::Any(const { &[
        Rule::Related(const { &made::relation_in(
            &NODE,
            "above",
            false,
            &tree::Model::COLUMNS[1],
            &tree::Model::COLUMNS[0],
            Rule::Compare(
                Operand::Column(&tree::Model::COLUMNS[2]),
                Comparison::Less,
                Operand::Integer(7),
            ),
        ) }),
        Rule::Not(const { &Rule::Related(const { &made::relation_in(
            &NODE,
            "below",
            true,
            &tree::Model::COLUMNS[0],
            &tree::Model::COLUMNS[1],
            Rule::Compare(
                Operand::Column(&tree::Model::COLUMNS[2]),
                Comparison::NotEqual,
                Operand::Env(&made::EnvValue::UID),
            ),
        ) }) }),
    ] });
}
