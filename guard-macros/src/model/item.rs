//! The struct below the attribute.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Fields, Item, ItemStruct, LitStr, Type, Visibility};

use super::case;
use super::derives::Derives;
use super::kind::{Shape, last_name};
use super::sea_orm::{ColumnNotes, TableNotes, in_sight};
use crate::diagnostics::Errors;
use crate::diagnostics::model::item as say;

/// A struct whose values are records.
pub(crate) struct Model {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) fields: Vec<Field>,
    pub(crate) derives: Derives,
    pub(crate) table: TableNotes,
}

/// One field of it.
pub(crate) struct Field {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    /// Nothing if it is no column.
    pub(crate) column: Option<Column>,
}

/// What a field is in the table.
pub(crate) struct Column {
    /// Its place among the columns.
    pub(crate) position: u32,
    /// Its name in SQL.
    pub(crate) name: String,
    pub(crate) shape: Shape,
    pub(crate) notes: ColumnNotes,
}

impl Model {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(item: TokenStream, errors: &mut Errors) -> Option<Self> {
        let item = match syn::parse2::<Item>(item) {
            Ok(Item::Struct(item)) => item,
            Ok(Item::Enum(item)) => {
                errors.push(say::not_a_struct(item.enum_token.span));
                return None;
            }
            Ok(other) => {
                let first = crate::handler::first_span(&other);
                errors.push(say::not_a_struct(first));
                return None;
            }
            Err(error) => {
                errors.push(error);
                return None;
            }
        };
        if let Some(first) = item.generics.params.first() {
            errors.push(say::generics(crate::handler::first_span(first)));
            return None;
        }
        Self::of(item, errors)
    }

    fn of(item: ItemStruct, errors: &mut Errors) -> Option<Self> {
        let attrs = in_sight(item.attrs);
        let derives = Derives::of(&attrs);
        let table = TableNotes::of(&attrs);
        let renamed = table.rename_all.as_ref().map(LitStr::value);
        let Fields::Named(named) = item.fields else {
            errors.push(say::no_named_fields(item.ident.span()));
            return None;
        };
        let mut position = 0;
        let fields = named.named.into_iter().filter_map(|field| {
            let name = field.ident?;
            let notes = ColumnNotes::of(&field.attrs);
            let column = (!notes.is_ignored() && !is_relation(&field.ty)).then(|| {
                let column = Column {
                    position,
                    name: column_name(&name, &notes, renamed.as_deref(), derives.is_entity()),
                    shape: Shape::of(&field.ty),
                    notes,
                };
                position += 1;
                column
            });
            Some(Field {
                attrs: field.attrs,
                vis: field.vis,
                name,
                ty: field.ty,
                column,
            })
        });
        let fields = fields.collect();
        Some(Self {
            attrs,
            vis: item.vis,
            name: item.ident,
            fields,
            derives,
            table,
        })
    }

    /// The columns, with their fields.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (&Field, &Column)> {
        let fields = self.fields.iter();
        fields.filter_map(|field| Some((field, field.column.as_ref()?)))
    }

    /// The column that the name asks for; `r#type` and `type` are one name.
    pub(crate) fn column(&self, asked: &Ident) -> Option<(&Field, &Column)> {
        let asked = asked.unraw();
        let mut columns = self.columns();
        columns.find(|(field, _)| field.name.unraw() == asked)
    }

    /// The field that the name asks for, whether it is a column or not.
    pub(crate) fn field(&self, asked: &Ident) -> Option<&Field> {
        let asked = asked.unraw();
        self.fields.iter().find(|it| it.name.unraw() == asked)
    }

    /// What `SeaORM`'s macros call the table, or what a plain struct is likely to mean.
    pub(crate) fn table_name(&self, given: Option<&LitStr>) -> String {
        match given.or(self.table.name.as_ref()) {
            Some(name) => name.value(),
            None => case::snake(&self.name.unraw().to_string()),
        }
    }

    /// Whether the database counts the column up, as `SeaORM`'s macros decide it.
    pub(crate) fn is_auto_increment(&self, field: &Field, column: &Column) -> bool {
        let keys = self.columns().filter(|(_, it)| it.notes.is_primary_key());
        let is_only_key = column.notes.is_primary_key() && keys.count() == 1;
        let ty = last_name(&field.ty).unwrap_or_default();
        let counts = !ty.ends_with("String") && !ty.ends_with("Uuid");
        is_only_key && column.notes.auto_increment.unwrap_or(counts)
    }

    /// Whether the field is one of those that `#[sea_orm::model]` takes out of the struct.
    pub(crate) fn is_taken_out(&self, field: &Field) -> bool {
        self.derives.is_dense() && is_relation(&field.ty)
    }
}

/// Related records in an entity of `SeaORM` 2.
fn is_relation(ty: &Type) -> bool {
    let has_arguments = ty.to_token_stream().to_string().contains('<');
    let name = last_name(ty).unwrap_or_default();
    has_arguments && ["HasOne", "HasMany", "BelongsTo"].contains(&name.as_str())
}

/// As `DeriveEntityModel` names it; a plain struct's columns are named like its fields.
fn column_name(name: &Ident, notes: &ColumnNotes, case: Option<&str>, is_entity: bool) -> String {
    let field = name.unraw().to_string();
    if let Some(name) = &notes.name {
        return name.clone();
    }
    if let Some(name) = case.and_then(|case| case::convert(&case::upper_camel(&field), case)) {
        return name;
    }
    let camel = case::upper_camel(&field);
    match &notes.enum_name {
        Some(name) if case::snake(&camel) == field => case::snake(name),
        _ if is_entity => case::snake(&field),
        _ => field,
    }
}
