//! What was asked for against what a token may do, in words.

use std::fmt::Write;

use crate::scope::Scopes;
use crate::tokens::{TokenPermissions, TokenState};

/// `has 5 of the 7 permissions asked for; 2 that you no longer have: …`
pub(super) fn compared(
    permissions: &TokenPermissions,
    schema: &'static Scopes,
    owner: &str,
) -> String {
    let TokenPermissions {
        requested, actual, ..
    } = permissions;
    let asked = requested.len();
    let Some(actual) = actual else {
        return match asked {
            0 => "asked for no permission".to_owned(),
            1 => "asked for 1 permission".to_owned(),
            _ => format!("asked for {asked} permissions"),
        };
    };
    let lost = requested.iter().filter(|it| !actual.contains(it));
    let (lost, gone): (Vec<_>, Vec<_>) = lost.cloned().partition(|it| schema.parse(it).is_ok());
    let mut text = match (asked, lost.len() + gone.len()) {
        (0, _) => "no permission was asked for".to_owned(),
        (1, 0) => "has the 1 permission asked for".to_owned(),
        (1, _) => "has not the 1 permission asked for".to_owned(),
        (_, 0) => format!("has all {asked} permissions asked for"),
        (_, missing) if missing == asked => {
            format!("has none of the {asked} permissions asked for")
        }
        (_, missing) => format!(
            "has {} of the {asked} permissions asked for",
            asked - missing
        ),
    };
    if !lost.is_empty() {
        let verb = if owner == "you" { "have" } else { "has" };
        let these = lost.join(", ");
        let _ = write!(
            text,
            "; {} that {owner} no longer {verb}: {these}",
            lost.len()
        );
    }
    if !gone.is_empty() {
        let these = gone.join(", ");
        let _ = write!(text, "; {} that no longer exist: {these}", gone.len());
    }
    text
}

/// `2 were never used: …`; nothing where all were.
pub(super) fn unused(permissions: &TokenPermissions) -> Option<String> {
    let TokenPermissions {
        requested, unused, ..
    } = permissions;
    match (requested.len(), unused.len()) {
        (_, 0) => None,
        (asked, all) if asked == all => Some("nothing of it was used so far".to_owned()),
        (_, 1) => Some(format!("1 was never used: {}", unused.concat())),
        (_, some) => Some(format!("{some} were never used: {}", unused.join(", "))),
    }
}

pub(super) fn state(state: TokenState) -> &'static str {
    match state {
        TokenState::Active => "active",
        TokenState::Expired => "expired",
        TokenState::Revoked => "revoked",
    }
}

#[cfg(test)]
mod tests {
    use super::{compared, unused};
    use crate::scope::Scopes;
    use crate::tokens::TokenPermissions;

    static SCHEMA: Scopes = Scopes::new("tests", &[]);

    fn permissions(
        requested: &[&str],
        actual: Option<&[&str]>,
        unused: &[&str],
    ) -> TokenPermissions {
        let texts = |it: &[&str]| it.iter().map(ToString::to_string).collect::<Vec<_>>();
        TokenPermissions {
            requested: texts(requested),
            actual: actual.map(texts),
            unused: texts(unused),
        }
    }

    #[test]
    fn each_case_is_said() {
        for (requested, actual, said) in [
            (&[][..], Some(&[][..]), "no permission was asked for"),
            (&["a"], Some(&["a"]), "has the 1 permission asked for"),
            (
                &["a", "b"],
                Some(&["a", "b"]),
                "has all 2 permissions asked for",
            ),
            (
                &["a", "b"],
                Some(&["a"]),
                "has 1 of the 2 permissions asked for; 1 that no longer exist: b",
            ),
            (&["a", "b"], None, "asked for 2 permissions"),
            (&["a"], None, "asked for 1 permission"),
        ] {
            let it = permissions(requested, actual, &[]);
            assert_eq!(compared(&it, &SCHEMA, "you"), said);
        }
        let half = permissions(&["a", "b"], None, &["b"]);
        assert_eq!(unused(&half).as_deref(), Some("1 was never used: b"));
        let none = permissions(&["a"], None, &["a"]);
        assert_eq!(
            unused(&none).as_deref(),
            Some("nothing of it was used so far")
        );
        assert_eq!(unused(&permissions(&["a"], None, &[])), None);
    }
}
