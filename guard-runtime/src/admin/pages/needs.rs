//! What is missing, in words for people.

use maud::{Markup, html};

/// Each with its name, which is what it is handed out by.
pub(super) fn view(names: &[String]) -> Markup {
    html! {
        h2 { "What is missing" }
        ul.names.missing {
            @for name in names {
                li {
                    @if let Some(words) = in_words(name) { span.need { "You need to " (words) "." } " " }
                    code { (name) }
                }
            }
        }
        p { "Ask somebody who may hand it out." }
    }
}

/// Goes on after "You need to": `group:sales_user` is "be in the group “Sales user”". Nothing for what is not
/// understood: its name has to do.
fn in_words(needed: &str) -> Option<String> {
    let (words, rest) = expression(needed)?;
    rest.is_empty().then_some(words)
}

/// The words of what the text begins with, and the rest of it.
fn expression(text: &str) -> Option<(String, &str)> {
    if let Some(parts) = text.strip_prefix("any(") {
        let (parts, rest) = list(parts)?;
        return Some((one_of(&parts), rest));
    }
    if let Some(parts) = text.strip_prefix("all(") {
        let (parts, rest) = list(parts)?;
        return Some((parts.join(" and also "), rest));
    }
    let end = text.find([',', ')']).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(end)?;
    Some((single(name)?, rest))
}

/// What stands in brackets, up to the one that closes them.
fn list(mut text: &str) -> Option<(Vec<String>, &str)> {
    let mut parts = Vec::new();
    loop {
        let (part, rest) = expression(text)?;
        parts.push(part);
        if let Some(rest) = rest.strip_prefix(')') {
            return Some((parts, rest));
        }
        text = rest.strip_prefix(", ")?;
    }
}

fn one_of(parts: &[String]) -> String {
    let names = parts.iter().map(|it| it.strip_prefix(IN_GROUP));
    // Several groups are named after each other, unless something else stands between them.
    match names.collect::<Option<Vec<_>>>() {
        Some(names) if !parts.iter().any(|it| it.contains(" and also ")) => {
            format!("{IN_GROUP}{}", names.join(" or "))
        }
        _ => parts.join(" or "),
    }
}

const IN_GROUP: &str = "be in the group ";

fn single(name: &str) -> Option<String> {
    let (before, after) = match name {
        "internal" => return Some("be one of those who work here".to_owned()),
        "user" => return Some("have an account of your own".to_owned()),
        "signed_in" => return Some("sign in".to_owned()),
        _ => name.split_once(':')?,
    };
    let act = match (before, after) {
        ("group", group) => return Some(format!("{IN_GROUP}“{}”", title(group))),
        ("role", role) => return Some(format!("have the role “{}”", title(role))),
        (_, "GET") => "read",
        (_, "CREATE") => "create",
        (_, "UPDATE") => "change",
        (_, "DELETE") => "delete",
        _ => return None,
    };
    let path = before.split('.').map(title).collect::<Vec<_>>().join(" › ");
    Some(format!("have the permission to {act} “{path}”"))
}

/// `sales_user` is "Sales user".
fn title(name: &str) -> String {
    let mut words = name.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn people_read_what_is_missing() {
        for (needed, words) in [
            ("group:sales_user", "be in the group “Sales user”"),
            ("role:controller", "have the role “Controller”"),
            ("internal", "be one of those who work here"),
            (
                "any(group:account_admin, group:auditor)",
                "be in the group “Account admin” or “Auditor”",
            ),
            (
                "admin.users:UPDATE",
                "have the permission to change “Admin › Users”",
            ),
            (
                "any(role:keeper, all(user, group:seller), group:auditor)",
                "have the role “Keeper” or have an account of your own and also be in the group \
                 “Seller” or be in the group “Auditor”",
            ),
            (
                "any(group:a, all(group:b, group:c))",
                "be in the group “A” or be in the group “B” and also be in the group “C”",
            ),
        ] {
            assert_eq!(in_words(needed).as_deref(), Some(words), "{needed}");
        }
    }

    #[test]
    fn what_is_not_understood_has_no_words() {
        for needed in [
            "",
            "x",
            "a:b",
            "any(",
            "any(user",
            "any()",
            "user)",
            "any(user) x",
            "all(user,user)",
        ] {
            assert_eq!(in_words(needed), None, "{needed}");
        }
    }
}
