//! The columns that rules name, each written once.

use std::cell::RefCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::item::Model;
use super::relation::Relation;
use super::rule::{Operand, Value};
use crate::handler::detached;

/// Columns of the model and of those related to it, as constants.
pub(crate) struct Columns<'a> {
    model: &'a Model,
    relations: &'a [Relation],
    /// As they are named first, each with the relation whose it is.
    named: RefCell<Vec<(Option<usize>, Ident)>>,
}

impl<'a> Columns<'a> {
    pub(crate) fn new(model: &'a Model, relations: &'a [Relation]) -> Self {
        let named = RefCell::default();
        Self {
            model,
            relations,
            named,
        }
    }

    pub(crate) fn relations(&self) -> &'a [Relation] {
        self.relations
    }

    /// The constant of a column.
    pub(crate) fn constant(&self, of: Option<usize>, name: &Ident) -> Ident {
        let mut named = self.named.borrow_mut();
        let unraw = name.unraw();
        let mut known = named.iter();
        let found = known.position(|(known_of, known)| *known_of == of && known.unraw() == unraw);
        let number = found.unwrap_or_else(|| {
            named.push((of, name.clone()));
            named.len().saturating_sub(1)
        });
        constant(number)
    }

    /// A column as an expression.
    pub(crate) fn tokens(&self, of: Option<usize>, name: &Ident) -> TokenStream {
        let constant = self.constant(of, name);
        quote!(const { &#constant.column })
    }

    /// The column that an operand is.
    pub(crate) fn of_operand(&self, of: Option<usize>, operand: &Operand) -> TokenStream {
        match &operand.value {
            Value::Column(name) => self.tokens(of, name),
            _ => TokenStream::new(),
        }
    }

    /// All of them that have been named, as items; and before them the models they are of.
    pub(crate) fn items(&self) -> TokenStream {
        let relations = self.relations.iter().enumerate();
        let relations = relations.map(|(number, relation)| related_items(number, relation));
        let relations = relations.collect::<TokenStream>();
        let named = self.named.borrow();
        let columns = named.iter().enumerate();
        let columns = columns.map(|(number, (of, name))| self.item(number, *of, name));
        let columns = columns.collect::<TokenStream>();
        quote!(#relations #columns)
    }

    fn item(&self, number: usize, of: Option<usize>, name: &Ident) -> TokenStream {
        let constant = constant(number);
        let row = Ident::new("row", Span::mixed_site());
        let text = name.unraw().to_string();
        let owner = match of {
            Some(relation) => related(relation),
            None => detached(&self.model.name),
        };
        // What the compiler says of the column it says at the place where it is named first.
        let at = Span::call_site().located_at(name.span());
        let reader = quote_spanned! {at=>
            const { &::guard_runtime::__private::model::Reader::new(|#row: &#owner| &#row.#name) }
        };
        let (constructor, place) = if let Some(relation) = of {
            let place = place(relation);
            (quote_spanned!(at=> typed_in), quote!(#place))
        } else {
            let column = self.model.column(name);
            let column = column.map_or("", |(_, column)| &column.name);
            (quote_spanned!(at=> typed), quote!(#column))
        };
        let value = quote_spanned! {at=>
            ::guard_runtime::__private::model::#constructor(#place, #text, #reader)
        };
        quote! {
            const #constant: ::guard_runtime::__private::model::Typed<#owner> = #value;
        }
    }
}

fn related_items(number: usize, relation: &Relation) -> TokenStream {
    let path = &relation.of;
    let (alias, place) = (related(number), place(number));
    quote! {
        type #alias = #path;
        const #place: &::guard_runtime::__private::model::Place =
            <#path as ::guard_runtime::__private::model::Placed>::PLACE;
    }
}

fn constant(number: usize) -> Ident {
    format_ident!("__GUARD_COLUMN_{number}", span = Span::call_site())
}

/// The alias of a related model.
fn related(relation: usize) -> Ident {
    format_ident!("__GuardRelated{relation}", span = Span::call_site())
}

/// Where the rows of a related model are.
pub(crate) fn place(relation: usize) -> Ident {
    format_ident!("__GUARD_PLACE_{relation}", span = Span::call_site())
}
