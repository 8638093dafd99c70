//! What things are called where their attribute does not say.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use crate::model::{snake, words};

/// `OrderLines` and `order_lines` are called "Order lines"; abbreviations stay as they are.
pub(crate) fn title(name: &Ident) -> String {
    let is_short = |word: &str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let words = words(&name.unraw().to_string()).into_iter();
    let words = words.map(|word| match word {
        word if is_short(&word) => word,
        word => word.to_lowercase(),
    });
    let title = words.collect::<Vec<_>>().join(" ");
    let mut characters = title.chars();
    let first = characters.next().map(char::to_uppercase);
    let first = first.into_iter().flatten();
    first.chain(characters).collect()
}

/// `OrderLines` has the path `order-lines`.
pub(crate) fn slug(name: &Ident) -> String {
    snake(&name.unraw().to_string()).replace('_', "-")
}

/// `MarkPaid` is the action `mark_paid`.
pub(crate) fn action(name: &Ident) -> String {
    snake(&name.unraw().to_string())
}

/// What pages about access show, and the variant of `Shows` that stands for it.
pub(crate) const SUBJECTS: [(&str, &str); 8] = [
    ("matrix", "Matrix"),
    ("explain", "Explain"),
    ("routes", "Routes"),
    ("who_can", "WhoCan"),
    ("users", "Users"),
    ("projects", "Projects"),
    ("tokens", "Tokens"),
    ("changes", "Changes"),
];

/// The variant of `Shows` that a word names.
pub(crate) fn shown(word: &Ident) -> Option<&'static str> {
    let known = SUBJECTS.iter().find(|(known, _)| word == known);
    known.map(|(_, variant)| *variant)
}

/// Whether a text can be one part of a path as it is.
pub(crate) fn is_slug(text: &str) -> bool {
    let is_plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"_-".contains(&it);
    !text.is_empty() && text.bytes().all(is_plain)
}

/// Whether a text can be the path of a site: `/admin`, `/office/admin`.
pub(crate) fn is_path(text: &str) -> bool {
    let is_plain = |it: u8| it.is_ascii_alphanumeric() || b"_-~.".contains(&it);
    let is_part = |part: &str| part.bytes().all(is_plain) && part.bytes().any(|it| it != b'.');
    let parts = text.strip_prefix('/');
    parts.is_some_and(|parts| parts.split('/').all(is_part))
}

/// Whether a text leads somewhere and runs nothing: `javascript:` would.
pub(crate) fn is_link(text: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:"];
    let is_elsewhere = schemes
        .iter()
        .any(|it| text.starts_with(it) && text.len() > it.len());
    let is_plain = !text.contains(|it: char| it.is_whitespace() || it.is_control());
    is_plain && (is_elsewhere || text.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::{action, is_link, is_path, is_slug, slug, title};

    #[test]
    fn names_what_is_not_named() {
        for (name, titled, slugged, acted) in [
            ("OrderLines", "Order lines", "order-lines", "order_lines"),
            ("VATRates", "VAT rates", "vat-rates", "vat_rates"),
            ("due_on", "Due on", "due-on", "due_on"),
            ("r#type", "Type", "type", "type"),
            ("A", "A", "a", "a"),
        ] {
            let name = if let Some(raw) = name.strip_prefix("r#") {
                proc_macro2::Ident::new_raw(raw, proc_macro2::Span::call_site())
            } else {
                format_ident!("{name}")
            };
            assert_eq!(title(&name), titled);
            assert_eq!(slug(&name), slugged);
            assert_eq!(action(&name), acted);
        }
    }

    #[test]
    fn knows_paths() {
        for (text, path, slug, link) in [
            ("/admin", true, false, true),
            ("/office/admin.v1", true, false, true),
            ("admin", false, true, false),
            ("mark_paid-2", false, true, false),
            ("/admin/", false, false, true),
            ("/", false, false, true),
            ("//x", false, false, true),
            ("/a/../b", false, false, true),
            ("/{id}", false, false, true),
            ("Admin", false, false, false),
            ("", false, false, false),
            ("https://docs.example.com", false, false, true),
            ("https://", false, false, false),
            ("javascript:alert(1)", false, false, false),
            ("/a b", false, false, false),
        ] {
            assert_eq!(is_path(text), path, "{text} as a path");
            assert_eq!(is_slug(text), slug, "{text} as a slug");
            assert_eq!(is_link(text), link, "{text} as a link");
        }
    }
}
