//! Writes what is declared of a struct as an implementation of `ModelAccess`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Path, parse_quote};

use super::access::Access;
use super::columns::Columns;
use super::field_rule::Way;
use super::item::Model;
use super::probe::probes;
use super::rule_tokens::Writer;
use super::view::readable;
use crate::docs::description;
use crate::handler::detached;
use crate::tokens::option;

/// The implementation and what belongs to it. Nothing is noted here: the attribute is sound.
pub(crate) fn expand(access: &Access, model: &Model) -> TokenStream {
    let groups = if access.asks_groups() {
        access.request.groups.path.clone()
    } else {
        parse_quote!(::guard_runtime::groups)
    };
    let columns = Columns::new(model, &access.request.relations);
    let writer = Writer {
        columns: &columns,
        env: &access.request.env.path,
    };
    let grants = grants(access, &groups, &writer);
    let restrictions = access.request.restrictions.iter().zip(&access.restricted);
    let restrictions = restrictions.map(|(restriction, rule)| {
        let (ops, rule) = (restriction.ops.bits, writer.rule(rule, None));
        quote!(::guard_runtime::__private::model::restriction(#ops, #rule))
    });
    let restrictions = quote!(#(#restrictions),*);
    let field_grants = field_grants(access, model, &groups);
    let probes = probes(access, &writer);
    let items = columns.items();
    let implementation = implementation(
        model,
        access,
        &Lists {
            grants,
            restrictions,
            field_grants,
        },
    );
    let entry = entry(model);
    quote! {
        #items
        #implementation
        #probes
        #entry
    }
}

/// What stands in place of the implementation where there is a mistake: it grants nothing, and has
/// the columns, so that nothing but the mistake is reported.
pub(crate) fn closed(access: &Access, model: &Model) -> TokenStream {
    implementation(model, access, &Lists::default())
}

/// What is declared, as lists.
#[derive(Default)]
struct Lists {
    grants: TokenStream,
    restrictions: TokenStream,
    field_grants: TokenStream,
}

fn implementation(model: &Model, access: &Access, lists: &Lists) -> TokenStream {
    let name = detached(&model.name);
    let description = description(&model.attrs);
    let table = model.table_name(access.request.table.as_ref());
    let schema = option(model.table.schema.as_ref().map(ToTokens::to_token_stream));
    let fields = model.columns().map(|(field, column)| {
        let (field, column) = (field.name.unraw().to_string(), &column.name);
        quote!(::guard_runtime::model::FieldEntry { field: #field, column: #column })
    });
    let odd = model.columns().filter_map(|(field, column)| {
        column.notes.oddity(column.shape.kind)?;
        Some(field.name.unraw().to_string())
    });
    let Lists {
        grants,
        restrictions,
        field_grants,
    } = lists;
    let readable = readable(model, access);
    quote! {
        #[automatically_derived]
        impl ::guard_runtime::__private::model::Placed for #name {
            const PLACE: &'static ::guard_runtime::__private::model::Place = const {
                &::guard_runtime::__private::model::Place {
                    table: ::guard_runtime::model::Table { schema: #schema, name: #table },
                    fields: const { &[#(#fields),*] },
                    odd: const { &[#(#odd),*] },
                }
            };
        }

        #[automatically_derived]
        impl ::guard_runtime::model::ModelAccess for #name {
            const ACCESS: &'static ::guard_runtime::model::Access<Self> = const {
                &::guard_runtime::__private::model::access_at(
                    <Self as ::guard_runtime::__private::model::Placed>::PLACE,
                    #description,
                    const { &[#grants] },
                    const { &[#restrictions] },
                    const { &[#field_grants] },
                )
            };

            #readable
        }
    }
}

fn grants(access: &Access, groups: &Path, writer: &Writer<'_>) -> TokenStream {
    let grants = access.request.grants.iter().zip(&access.granted);
    let grants = grants.map(|(grant, rule)| {
        let (group, ops) = (group(&grant.group, groups), grant.ops.bits);
        let rule = option(rule.as_ref().map(|rule| writer.rule(rule, None)));
        quote!(::guard_runtime::__private::model::grant(#group, #ops, #rule))
    });
    quote!(#(#grants),*)
}

fn field_grants(access: &Access, model: &Model, groups: &Path) -> TokenStream {
    let mut grants = TokenStream::new();
    for rule in &access.request.fields {
        let write = rule.way != Way::Read;
        let group = option(rule.group.as_ref().map(|name| group(name, groups)));
        for field in &rule.fields {
            if let Some((_, column)) = model.column(field) {
                let position = column.position;
                grants.extend(quote! {
                    ::guard_runtime::__private::model::field_grant(#position, #write, #group),
                });
            }
        }
    }
    grants
}

fn group(name: &Ident, groups: &Path) -> TokenStream {
    let name = detached(name);
    quote!(<#groups::#name as ::guard_runtime::Group>::GROUP)
}

/// The model's row in the registry.
fn entry(model: &Model) -> TokenStream {
    let name = detached(&model.name);
    let line = quote_spanned!(model.name.span()=> ::core::line!());
    quote! {
        ::guard_runtime::__private::submit! {
            ::guard_runtime::__private::model::model_entry::<#name>(
                ::core::module_path!(),
                ::core::file!(),
                #line,
            )
        }
    }
}
