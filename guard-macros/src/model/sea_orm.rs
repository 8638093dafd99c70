//! What `SeaORM`'s attributes say of a table and its columns.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Token, parse_quote};

use super::kind::Kind;

/// Types of columns that keep a text byte by byte.
const TEXTS: [&str; 3] = ["text", "string", "stringlen"];

/// Those that keep whole numbers.
const NUMBERS: [&str; 8] = [
    "tinyinteger",
    "smallinteger",
    "integer",
    "biginteger",
    "tinyunsigned",
    "smallunsigned",
    "unsigned",
    "bigunsigned",
];

/// `#[sea_orm(table_name = "…", schema_name = "…", rename_all = "…")]`
#[derive(Default)]
pub(crate) struct TableNotes {
    pub(crate) name: Option<LitStr>,
    pub(crate) schema: Option<LitStr>,
    pub(crate) rename_all: Option<LitStr>,
}

/// `#[sea_orm(primary_key, column_name = "…", …)]`
#[derive(Default)]
pub(crate) struct ColumnNotes {
    pub(crate) name: Option<String>,
    pub(crate) enum_name: Option<String>,
    pub(crate) column_type: Option<String>,
    pub(crate) auto_increment: Option<bool>,
    /// The words that stand in it.
    words: Vec<String>,
}

impl TableNotes {
    pub(crate) fn of(attrs: &[Attribute]) -> Self {
        let mut notes = Self::default();
        for meta in metas(attrs) {
            let value = text(&meta);
            if meta.path().is_ident("table_name") {
                notes.name = value;
            } else if meta.path().is_ident("schema_name") {
                notes.schema = value;
            } else if meta.path().is_ident("rename_all") {
                notes.rename_all = value;
            }
        }
        notes
    }
}

impl ColumnNotes {
    pub(crate) fn of(attrs: &[Attribute]) -> Self {
        let mut notes = Self::default();
        for meta in metas(attrs) {
            let Some(word) = meta.path().get_ident() else {
                continue;
            };
            let value = || text(&meta).map(|it| it.value());
            match word.to_string().as_str() {
                "column_name" => notes.name = value(),
                "enum_name" => notes.enum_name = value(),
                "column_type" => notes.column_type = value(),
                "auto_increment" => notes.auto_increment = truth(&meta),
                word => notes.words.push(word.to_owned()),
            }
        }
        notes
    }

    /// Whether the table does not have it.
    pub(crate) fn is_ignored(&self) -> bool {
        self.says("ignore")
    }

    pub(crate) fn is_primary_key(&self) -> bool {
        self.says("primary_key")
    }

    pub(crate) fn has_default(&self) -> bool {
        self.says("default_value") || self.says("default_expr")
    }

    fn says(&self, word: &str) -> bool {
        self.words.iter().any(|it| it == word)
    }

    /// How the database keeps a column of this kind otherwise than it is compared.
    pub(crate) fn oddity(&self, kind: Option<Kind>) -> Option<String> {
        let plain: &[&[&str]] = match kind {
            Some(Kind::Text) => &[&TEXTS],
            Some(Kind::Uuid) => &[&["uuid"]],
            None => &[&TEXTS, &NUMBERS, &["boolean", "uuid"]],
            Some(Kind::Boolean | Kind::Integer | Kind::Id) => return None,
        };
        if self.says("select_as") || self.says("save_as") {
            return Some("it is cast in SQL".to_owned());
        }
        let column_type = self.column_type.as_ref()?;
        let path = column_type.split(['(', '{']).next().unwrap_or_default();
        let name = path.rsplit("::").next().unwrap_or_default().trim();
        let name = name.to_lowercase().replace('_', "");
        let is_plain = plain.iter().any(|it| it.contains(&name.as_str()));
        (!is_plain).then(|| format!("it is kept as `{column_type}`"))
    }
}

/// The attributes, with those that `#[sea_orm(model_attrs(…))]` gives to the struct.
pub(crate) fn in_sight(mut attrs: Vec<Attribute>) -> Vec<Attribute> {
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    let given = metas(&attrs).into_iter().filter_map(|meta| match meta {
        Meta::List(list) if list.path.is_ident("model_attrs") => list.parse_args_with(parse).ok(),
        _ => None,
    });
    let given = given.flatten().map(|meta| parse_quote!(#[#meta]));
    let given = given.collect::<Vec<Attribute>>();
    attrs.extend(given);
    attrs
}

/// What stands in all `#[sea_orm(…)]`; `SeaORM` reports what cannot be read.
fn metas(attrs: &[Attribute]) -> Vec<Meta> {
    let attrs = attrs.iter().filter(|it| it.path().is_ident("sea_orm"));
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    attrs
        .filter_map(|it| it.parse_args_with(parse).ok())
        .flatten()
        .collect()
}

fn literal(meta: &Meta) -> Option<&Lit> {
    let Meta::NameValue(pair) = meta else {
        return None;
    };
    match &pair.value {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        _ => None,
    }
}

fn text(meta: &Meta) -> Option<LitStr> {
    match literal(meta)? {
        Lit::Str(text) => Some(text.clone()),
        _ => None,
    }
}

fn truth(meta: &Meta) -> Option<bool> {
    match literal(meta)? {
        Lit::Bool(truth) => Some(truth.value),
        _ => None,
    }
}
