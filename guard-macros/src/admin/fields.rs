//! Lists of fields and of texts in options.

use proc_macro2::{Delimiter, Group, Ident, TokenTree};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{LitStr, Path};

use crate::diagnostics::Errors;
use crate::diagnostics::admin::model as say;
use crate::tokens::{is_name, split_at_commas};

/// Reads a list whose items begin with the name of a field, and are what `read` makes of the rest; each
/// field once.
pub(crate) fn fields<T>(
    option: &str,
    list: Option<&Group>,
    errors: &mut Errors,
    read: impl Fn(&Ident, &[TokenTree], &mut Errors) -> Option<T>,
) -> Vec<(Ident, T)> {
    let mut fields = Vec::<(Ident, T)>::new();
    let Some(list) = list else {
        return fields;
    };
    if list.stream().is_empty() {
        errors.push(say::names_nothing(list.span_open(), option));
    }
    for (item, end) in split_at_commas(list.stream()) {
        let (sign, rest) = match item.as_slice() {
            [TokenTree::Punct(minus), rest @ ..] if minus.as_char() == '-' && option == "sort" => {
                (item.get(..1), rest)
            }
            rest => (None, rest),
        };
        let [TokenTree::Ident(name), rest @ ..] = rest else {
            let at = item.first().map_or(end, TokenTree::span);
            errors.push(say::expected_field(at, option, &item));
            continue;
        };
        if !is_name(name) {
            errors.push(say::keyword(name));
        } else if fields.iter().any(|(it, _)| it.unraw() == name.unraw()) {
            errors.push(say::named_twice(name, option));
        } else {
            let value = read(name, sign.unwrap_or(rest), errors);
            fields.extend(value.map(|value| (name.clone(), value)));
        }
    }
    fields
}

/// A field and nothing more.
pub(crate) fn alone(option: &str) -> impl Fn(&Ident, &[TokenTree], &mut Errors) -> Option<()> {
    move |name, rest, errors| {
        if let Some(token) = rest.first() {
            errors.push(say::leftover(token.span(), name, option));
        }
        Some(())
    }
}

/// `-created_on`: whether it is descending.
pub(crate) fn descending(_: &Ident, sign: &[TokenTree], errors: &mut Errors) -> Option<bool> {
    match sign {
        [] => Some(false),
        [TokenTree::Punct(minus)] if minus.as_char() == '-' => Some(true),
        [other, ..] => {
            errors.push(say::not_an_order(other.span()));
            None
        }
    }
}

/// `= "Total"`
pub(crate) fn label(name: &Ident, rest: &[TokenTree], errors: &mut Errors) -> Option<LitStr> {
    let text = match rest {
        [TokenTree::Punct(equals), text @ TokenTree::Literal(_)] if equals.as_char() == '=' => {
            syn::parse2::<LitStr>(text.clone().into()).ok()
        }
        _ => None,
    };
    let text = text.filter(|it| !it.value().trim().is_empty());
    if text.is_none() {
        errors.push(say::expected_label(name));
    }
    text
}

/// `= Contacts`
pub(crate) fn page(name: &Ident, rest: &[TokenTree], errors: &mut Errors) -> Option<Path> {
    let path = match rest {
        [TokenTree::Punct(equals), path @ ..] if equals.as_char() == '=' => {
            let path = path.iter().cloned().collect();
            Path::parse_mod_style.parse2(path).ok()
        }
        _ => None,
    };
    if path.is_none() {
        errors.push(say::expected_page(name));
    }
    path
}

/// `= "EUR"`: a code of ISO 4217.
pub(crate) fn currency(name: &Ident, rest: &[TokenTree], errors: &mut Errors) -> Option<LitStr> {
    let text = match rest {
        [TokenTree::Punct(equals), text @ TokenTree::Literal(_)] if equals.as_char() == '=' => {
            syn::parse2::<LitStr>(text.clone().into()).ok()
        }
        _ => None,
    };
    let Some(text) = text else {
        errors.push(say::expected_currency(name));
        return None;
    };
    let code = text.value();
    if code.len() != 3 || !code.bytes().all(|it| it.is_ascii_uppercase()) {
        errors.push(say::not_a_currency(&text));
        return None;
    }
    Some(text)
}

/// `= ["draft", "posted"]`
pub(crate) fn choices(
    name: &Ident,
    rest: &[TokenTree],
    errors: &mut Errors,
) -> Option<Vec<LitStr>> {
    match rest {
        [TokenTree::Punct(equals), TokenTree::Group(group)]
            if equals.as_char() == '=' && group.delimiter() == Delimiter::Bracket =>
        {
            Some(texts(group, errors))
        }
        _ => {
            errors.push(say::expected_choices(name));
            None
        }
    }
}

/// Texts in brackets, each once.
pub(crate) fn texts(list: &Group, errors: &mut Errors) -> Vec<LitStr> {
    let mut texts = Vec::<LitStr>::new();
    if list.stream().is_empty() {
        errors.push(say::no_choices(list.span_open()));
    }
    for (item, end) in split_at_commas(list.stream()) {
        let at = item.first().map_or(end, TokenTree::span);
        match syn::parse2::<LitStr>(item.into_iter().collect()) {
            Ok(text) if texts.iter().any(|it| it.value() == text.value()) => {
                errors.push(say::choice_twice(&text));
            }
            Ok(text) => texts.push(text),
            Err(_) => errors.push(say::expected_choice(at)),
        }
    }
    texts
}
