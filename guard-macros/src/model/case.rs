//! Names in the cases that `SeaORM` knows. It splits words as the crate heck does.

/// The name in this case of `rename_all`; `SeaORM` reports cases that it does not know.
pub(crate) fn convert(name: &str, case: &str) -> Option<String> {
    Some(match case {
        "mixed_case" => {
            let mut words = words(name).into_iter();
            let first = words.next().map(|it| it.to_lowercase());
            let rest = words.map(|it| capitalized(&it));
            first.into_iter().chain(rest).collect()
        }
        "camelCase" => {
            let camel = upper_camel(name);
            let mut characters = camel.chars();
            let first = characters.next().map(char::to_lowercase);
            first.into_iter().flatten().chain(characters).collect()
        }
        "PascalCase" | "camel_case" => upper_camel(name),
        "kebab-case" | "kebab_case" => joined(name, "-", str::to_lowercase),
        "snake_case" | "snek_case" => snake(name),
        "SCREAMING_SNAKE_CASE" | "shouty_snake_case" | "shouty_snek_case" => {
            joined(name, "_", str::to_uppercase)
        }
        "SCREAMING-KEBAB-CASE" => joined(name, "-", str::to_uppercase),
        "title_case" => joined(name, " ", capitalized),
        "lowercase" => name.to_lowercase(),
        "UPPERCASE" => name.to_uppercase(),
        _ => return None,
    })
}

pub(crate) fn snake(name: &str) -> String {
    joined(name, "_", str::to_lowercase)
}

pub(crate) fn upper_camel(name: &str) -> String {
    joined(name, "", capitalized)
}

fn joined(name: &str, separator: &str, each: impl Fn(&str) -> String) -> String {
    let words = words(name).into_iter().map(|word| each(&word));
    words.collect::<Vec<_>>().join(separator)
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().map(char::to_uppercase);
    let rest = characters.as_str().to_lowercase();
    first.into_iter().flatten().chain(rest.chars()).collect()
}

/// Words end where a letter or digit does, before an upper-case letter after a lower-case one, and
/// before the last of several upper-case letters if a lower-case one follows.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in name.split(|it: char| !it.is_alphanumeric()) {
        let mut word = String::new();
        // The case of the last letter of this word that has one.
        let mut upper = None;
        let mut characters = part.chars().peekable();
        while let Some(character) = characters.next() {
            let next = characters.peek().copied();
            let next_is_lower = next.is_some_and(char::is_lowercase);
            if upper == Some(true) && character.is_uppercase() && next_is_lower {
                words.push(std::mem::take(&mut word));
                upper = None;
            } else if character.is_lowercase() {
                upper = Some(false);
            } else if character.is_uppercase() {
                upper = Some(true);
            }
            word.push(character);
            if upper == Some(false) && next.is_some_and(char::is_uppercase) {
                words.push(std::mem::take(&mut word));
                upper = None;
            }
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{convert, snake, upper_camel};

    /// As heck 0.5 answers.
    #[test]
    fn splits_words_as_heck_does() {
        for (name, snaked, camel) in [
            ("company_id", "company_id", "CompanyId"),
            ("OrderLine", "order_line", "OrderLine"),
            ("HTTPServer", "http_server", "HttpServer"),
            ("line_1", "line_1", "Line1"),
            ("Line1", "line1", "Line1"),
            ("_hidden_", "hidden", "Hidden"),
            ("a__b", "a_b", "AB"),
            ("AB", "ab", "Ab"),
            ("x2Y", "x2_y", "X2Y"),
            ("XÆon", "x_æon", "XÆon"),
        ] {
            assert_eq!(snake(name), snaked, "{name}");
            assert_eq!(upper_camel(name), camel, "{name}");
        }
    }

    #[test]
    fn knows_the_cases_of_sea_orm() {
        for (case, name) in [
            ("camelCase", "companyId"),
            ("mixed_case", "companyId"),
            ("PascalCase", "CompanyId"),
            ("kebab-case", "company-id"),
            ("snake_case", "company_id"),
            ("SCREAMING_SNAKE_CASE", "COMPANY_ID"),
            ("SCREAMING-KEBAB-CASE", "COMPANY-ID"),
            ("title_case", "Company Id"),
            ("lowercase", "companyid"),
            ("UPPERCASE", "COMPANYID"),
        ] {
            assert_eq!(convert("CompanyId", case).as_deref(), Some(name), "{case}");
        }
        assert_eq!(convert("CompanyId", "Camel"), None);
    }
}
