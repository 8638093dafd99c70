//! What a permission that is written wrongly was likely to say.

use proc_macro2::TokenTree;

use crate::scope::VERBS;

/// The permission that the words of an item name: `admin.configuration = [GET, UPDATE]`.
pub(super) fn meant(item: &[TokenTree]) -> String {
    let mut words = Vec::new();
    collect(item.iter().cloned(), &mut words);
    of_words(&words)
}

/// The permission that a text names, as `"admin.configuration:GET"`.
pub(super) fn meant_by_text(text: &str) -> String {
    let words = text
        .split(|it: char| !it.is_alphanumeric() && it != '_')
        .filter(|word| word.starts_with(|it: char| it.is_alphabetic() || it == '_'))
        .map(str::to_owned);
    of_words(&words.collect::<Vec<_>>())
}

/// The verbs among the words of these tokens.
pub(super) fn verbs_in(tokens: &[TokenTree]) -> Vec<&'static str> {
    let mut words = Vec::new();
    collect(tokens.iter().cloned(), &mut words);
    words.iter().filter_map(|word| verb(word)).collect()
}

fn collect(tokens: impl Iterator<Item = TokenTree>, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) if word != "_" => words.push(word.to_string()),
            TokenTree::Group(group) => collect(group.stream().into_iter(), words),
            TokenTree::Literal(literal) => {
                words.extend(verb(literal.to_string().trim_matches('"')).map(str::to_owned));
            }
            _ => {}
        }
    }
}

fn of_words(words: &[String]) -> String {
    const WORDS: [&str; 10] = [
        "any", "all", "or", "and", "not", "crate", "self", "super", "scopes", "Verb",
    ];
    let names = words.iter().map(String::as_str);
    let mut names = names.filter(|word| verb(word).is_none() && !WORDS.contains(word));
    let scope = names.next().unwrap_or("scope");
    let resource = names.next().unwrap_or("resource");
    let mut verbs = Vec::new();
    for verb in words.iter().filter_map(|word| verb(word)) {
        if !verbs.contains(&verb) {
            verbs.push(verb);
        }
    }
    match verbs.as_slice() {
        [] => format!("{scope}.{resource} = GET"),
        [verb] => format!("{scope}.{resource} = {verb}"),
        verbs => format!("{scope}.{resource} = [{}]", verbs.join(", ")),
    }
}

fn verb(word: &str) -> Option<&'static str> {
    VERBS
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::meant_by_text;

    #[test]
    fn guesses_permissions() {
        for (text, meant) in [
            ("\"admin.configuration:GET\"", "admin.configuration = GET"),
            ("admin::tools::get", "admin.tools = GET"),
            ("admin.tools=[GET, delete]", "admin.tools = [GET, DELETE]"),
            ("7", "scope.resource = GET"),
            ("admin", "admin.resource = GET"),
        ] {
            assert_eq!(meant_by_text(text), meant);
        }
    }
}
