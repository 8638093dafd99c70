//! What the doc comments of a declaration say.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, ExprLit, Lit};

/// The text of the doc comment, in one line.
pub(crate) fn description(attrs: &[Attribute]) -> String {
    in_one_line(&lines(attrs))
}

/// The first sentence without its full stop, and the rest in one line. Without a doc comment the
/// name is the title.
pub(crate) fn title_and_description(attrs: &[Attribute], name: &Ident) -> (String, String) {
    let lines = lines(attrs);
    let start = lines.iter().take_while(|line| line.is_empty()).count();
    let (_, lines) = lines.split_at(start);
    let end = lines.iter().position(String::is_empty);
    let (paragraph, others) = lines.split_at(end.unwrap_or(lines.len()));
    let paragraph = in_one_line(paragraph);
    let (title, rest) = match paragraph.split_once(". ") {
        Some((title, rest)) => (title, rest),
        None => (paragraph.strip_suffix('.').unwrap_or(&paragraph), ""),
    };
    let title = match title {
        "" => name.unraw().to_string(),
        title => title.to_owned(),
    };
    let others = in_one_line(others);
    (title, format!("{rest} {others}").trim().to_owned())
}

fn in_one_line(lines: &[String]) -> String {
    let lines = lines.iter().map(String::as_str);
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn lines(attrs: &[Attribute]) -> Vec<String> {
    attrs.iter().filter_map(text).flatten().collect()
}

/// The lines of one `#[doc = "…"]`; those of a block comment may begin with stars.
fn text(attr: &Attribute) -> Option<Vec<String>> {
    if !attr.path().is_ident("doc") {
        return None;
    }
    match &attr.meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => {
            let text = text.value();
            let in_block = text.contains('\n');
            let line = |line: &str| {
                let line = line.trim();
                let bare = line.strip_prefix('*').filter(|_| in_block);
                bare.unwrap_or(line).trim().to_owned()
            };
            // An empty comment is an empty line.
            Some(if text.is_empty() {
                vec![String::new()]
            } else {
                text.lines().map(line).collect()
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::{Attribute, parse_quote};

    use super::{description, title_and_description};

    #[test]
    fn splits_title_and_description() {
        let name = parse_quote!(r#type);
        let cases: [(Vec<Attribute>, &str, &str); 7] = [
            (vec![], "type", ""),
            (parse_quote!(#[doc = " One."]), "One", ""),
            (
                parse_quote!(#[doc = " One. Two. Three."]),
                "One",
                "Two. Three.",
            ),
            (
                parse_quote!(#[doc = " See v1.2 of"] #[doc = " it."]),
                "See v1.2 of it",
                "",
            ),
            (
                parse_quote!(#[doc = " One"] #[doc = ""] #[doc = " Two."] #[doc = " Three."]),
                "One",
                "Two. Three.",
            ),
            (
                parse_quote!(#[doc = "\n * One.\n *\n * Two.\n "]),
                "One",
                "Two.",
            ),
            (
                parse_quote!(#[doc(hidden)] #[doc = include_str!("a.md")]),
                "type",
                "",
            ),
        ];
        for (attrs, title, rest) in cases {
            let (found, description) = title_and_description(&attrs, &name);
            assert_eq!((found.as_str(), description.as_str()), (title, rest));
        }
    }

    #[test]
    fn describes_in_one_line() {
        let attrs: Vec<Attribute> = parse_quote!(#[doc = " One."] #[doc = ""] #[doc = " Two."]);
        assert_eq!(description(&attrs), "One. Two.");
    }
}
