//! One field of a form: how it is entered, and what its `#[field(…)]` says.

use proc_macro2::{Delimiter, Ident, TokenTree};
use syn::ext::IdentExt;
use syn::{Attribute, Field, LitStr, Type};

use super::fields::texts;
use super::names;
use crate::diagnostics::Errors;
use crate::diagnostics::admin::field as say;
use crate::docs::description;
use crate::handler::first_span;
use crate::model::{attribute_words, inside, last_name};
use crate::tokens::{flatten, split_at_commas};

/// A field of a form page, or of an action with a form.
pub(crate) struct FormField {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) help: String,
    /// A variant of `Input`.
    pub(crate) input: &'static str,
    pub(crate) optional: bool,
    pub(crate) choices: Vec<LitStr>,
}

/// What `#[field(…)]` says.
#[derive(Default)]
struct Notes {
    label: Option<LitStr>,
    choices: Option<Vec<LitStr>>,
    long: Option<Ident>,
    seen: Vec<Ident>,
}

impl FormField {
    /// Reads a field of the struct, and takes our attribute off it. Nothing if it is not entered.
    pub(crate) fn take(field: &mut Field, errors: &mut Errors) -> Option<Self> {
        let name = field.ident.as_ref()?.clone();
        let mut notes = Notes::default();
        field.attrs.retain(|attr| {
            let is_ours = attr.path().is_ident("field");
            if is_ours {
                notes.read(attr, errors);
            }
            !is_ours
        });
        if let Some(cfg) = field.attrs.iter().find(|it| it.path().is_ident("cfg")) {
            errors.push(say::conditional(first_span(cfg.path())));
        }
        let serde = attribute_words(&field.attrs, "serde");
        for word in &serde {
            if word == "rename" || word == "flatten" {
                errors.push(say::renamed(word, &name));
            }
        }
        if serde
            .iter()
            .any(|it| it == "skip" || it == "skip_deserializing")
        {
            return None;
        }
        let inner = inside("Option", &field.ty);
        let input = notes.input(inner.unwrap_or(&field.ty), errors);
        Some(Self {
            name: name.unraw().to_string(),
            label: notes
                .label
                .map_or_else(|| names::title(&name), |it| it.value()),
            help: description(&field.attrs),
            input,
            optional: inner.is_some(),
            choices: notes.choices.unwrap_or_default(),
        })
    }

    /// Notes what the struct's attributes say of all fields.
    pub(crate) fn check_struct(attrs: &[Attribute], errors: &mut Errors) {
        let words = attribute_words(attrs, "serde");
        for word in words.iter().filter(|it| *it == "rename_all") {
            errors.push(say::all_renamed(word));
        }
    }
}

impl Notes {
    fn read(&mut self, attr: &Attribute, errors: &mut Errors) {
        let Ok(list) = attr.meta.require_list() else {
            errors.push(say::not_a_list(first_span(attr.path())));
            return;
        };
        for (item, end) in split_at_commas(flatten(list.tokens.clone())) {
            let Some(TokenTree::Ident(word)) = item.first() else {
                let at = item.first().map_or(end, TokenTree::span);
                errors.push(say::expected_option(at));
                continue;
            };
            if self.seen.contains(word) {
                errors.push(say::twice(word));
                continue;
            }
            self.seen.push(word.clone());
            self.read_option(word, item.get(1..).unwrap_or_default(), errors);
        }
    }

    fn read_option(&mut self, word: &Ident, rest: &[TokenTree], errors: &mut Errors) {
        let value = match rest {
            [TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' => value,
            _ => &[],
        };
        match (word.to_string().as_str(), rest, value) {
            ("long", [], _) => self.long = Some(word.clone()),
            ("label", _, [TokenTree::Literal(text)]) => {
                let text = syn::parse2::<LitStr>(TokenTree::from(text.clone()).into()).ok();
                self.label = text.filter(|it| !it.value().trim().is_empty());
                if self.label.is_none() {
                    errors.push(say::misused(word));
                }
            }
            ("choices", _, [TokenTree::Group(group)])
                if group.delimiter() == Delimiter::Bracket =>
            {
                self.choices = Some(texts(group, errors));
            }
            ("long" | "label" | "choices", ..) => errors.push(say::misused(word)),
            _ => errors.push(say::unknown(word)),
        }
    }

    /// How a value of the type is entered.
    fn input(&self, ty: &Type, errors: &mut Errors) -> &'static str {
        let name = last_name(ty).unwrap_or_default();
        let input = match name.as_str() {
            "bool" => "Checkbox",
            "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64"
            | "u128" | "usize" => "Integer",
            "f32" | "f64" => "Number",
            // Chrono's names, and those that `SeaORM` gives them.
            "NaiveDate" | "ChronoDate" | "Date" => "Date",
            "NaiveTime" | "ChronoTime" | "Time" => "Time",
            "NaiveDateTime" | "ChronoDateTime" => "DateTime",
            // `DateTime<Utc>` says an offset as well.
            "DateTime" if inside("DateTime", ty).is_none() => "DateTime",
            _ => "Text",
        };
        match (&self.long, &self.choices) {
            (Some(long), Some(_)) => {
                errors.push(say::long_choice(long));
                "Choice"
            }
            (Some(long), None) if input != "Text" => {
                errors.push(say::long_what(long));
                input
            }
            (Some(_), None) => "LongText",
            (None, Some(_)) => "Choice",
            (None, None) => input,
        }
    }
}
