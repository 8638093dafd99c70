//! The string form of permissions: what is read, and what is refused and why.

use proptest::prelude::*;

use super::{large, named, small};
use crate::scope::ParsePermissionError::{self, Malformed, NotOffered, Unknown};
use crate::scope::Verb;

fn refusal(text: &str) -> ParsePermissionError {
    small().parse(text).expect_err(text)
}

#[test]
fn names_are_case_sensitive_and_verbs_are_not() {
    let permission = named(small(), "admin.configuration:GET");
    for verb in ["GET", "get", "Get", "gEt"] {
        let text = format!("admin.configuration:{verb}");
        assert_eq!(small().parse(&text), Ok(permission), "{text}");
    }
    assert_eq!(permission.to_string(), "admin.configuration:GET");
    for text in [
        "Admin.configuration:GET",
        "admin.Configuration:GET",
        "ADMIN.CONFIGURATION:GET",
    ] {
        assert_eq!(refusal(text), Unknown, "{text}");
    }
}

#[test]
fn malformed_unknown_and_not_offered_are_told_apart() {
    for (text, expected) in [
        ("", Malformed),
        (":", Malformed),
        (".", Malformed),
        (".:", Malformed),
        ("::::::::", Malformed),
        ("........", Malformed),
        ("admin", Malformed),
        ("admin:GET", Malformed),
        ("admin.configuration", Malformed),
        ("admin.configuration:", Malformed),
        ("admin.:GET", Malformed),
        (".configuration:GET", Malformed),
        ("admin.configuration:GET:", Malformed),
        ("admin.configuration:GET:GET", Malformed),
        ("admin.configuration.x:GET", Malformed),
        ("admin..configuration:GET", Malformed),
        ("admin:configuration.GET", Malformed),
        ("admin.configuration.GET", Malformed),
        ("admin/configuration:GET", Malformed),
        // Nothing is trimmed, and no pattern is one.
        (" admin.configuration:GET", Malformed),
        ("admin.configuration:GET ", Malformed),
        ("admin.configuration: GET", Malformed),
        ("admin.configuration:GET\n", Malformed),
        ("admin.configuration:GET\0", Malformed),
        ("\0", Malformed),
        ("admin.con\0figuration:GET", Malformed),
        ("admin.*:GET", Malformed),
        ("admin.configuration:*", Malformed),
        ("*", Malformed),
        ("admin.configuration:GET,UPDATE", Malformed),
        ("admin.configuration:GET|UPDATE", Malformed),
        ("admin.config-uration:GET", Malformed),
        ("1admin.configuration:GET", Malformed),
        // Letters that look alike, or are alike without their case.
        ("аdmin.configuration:GET", Malformed),
        ("admin.configuration:GEТ", Malformed),
        ("admin.configuration:ＧＥＴ", Malformed),
        ("admın.configuration:GET", Malformed),
        ("admin.configuration:\u{200b}GET", Malformed),
        ("🦀.🦀:🦀", Malformed),
        ("root.configuration:GET", Unknown),
        ("admin.settings:GET", Unknown),
        ("admin.configuration:PATCH", Unknown),
        ("admin.configuration:GETS", Unknown),
        ("admin.configuration:_", Unknown),
        ("_._:_", Unknown),
        // Of another scope, and of the path parameter's name.
        ("admin.root:GET", Unknown),
        ("project_id.root:GET", Unknown),
        ("admin.configuration:DELETE", NotOffered),
        ("admin.configuration:delete", NotOffered),
        ("project.root:CREATE", NotOffered),
        ("project.log:UPDATE", NotOffered),
    ] {
        assert_eq!(refusal(text), expected, "{text:?}");
    }
}

#[test]
fn a_megabyte_is_refused_as_anything_else() {
    let many = |part: &str| part.repeat((1 << 20) / part.len());
    assert_eq!(refusal(&many("a")), Malformed);
    assert_eq!(refusal(&many(":")), Malformed);
    assert_eq!(refusal(&many(".")), Malformed);
    assert_eq!(refusal(&many("admin.configuration:GET ")), Malformed);
    assert_eq!(
        refusal(&format!("admin.configuration:{}", many("G"))),
        Unknown
    );
    assert_eq!(
        refusal(&format!("{}.configuration:GET", many("a"))),
        Unknown
    );
    assert_eq!(refusal(&format!("admin.{}:GET", many("a"))), Unknown);
    assert_eq!(
        refusal(&format!("admin.configuration:GET{}", many(" "))),
        Malformed
    );
}

#[test]
fn what_is_wrong_grants_nothing_and_is_returned_as_it_was() {
    let texts = [
        "admin.projects:get",
        "admin.nothing:GET",
        "",
        "admin.projects:GET",
        "user.tokens:DELETE",
    ];
    let (set, wrong) = small().set(texts);
    assert_eq!(set.to_string(), "admin.projects:GET user.tokens:DELETE");
    let expected = [
        ("admin.nothing:GET".to_owned(), Unknown),
        (String::new(), Malformed),
    ];
    assert_eq!(wrong, expected);
}

proptest! {
    #[test]
    fn any_text_is_a_permission_or_refused(text in any::<String>()) {
        if let Ok(permission) = small().parse(&text) {
            prop_assert!(permission.to_string().eq_ignore_ascii_case(&text));
        }
    }

    #[test]
    fn texts_of_the_right_letters(text in "[adminuser_]{0,5}[.:]{0,2}[confgtkes]{0,6}[.:]{0,2}[GETgetUPDA ]{0,6}") {
        let parts = text.split(['.', ':']).collect::<Vec<_>>();
        let separators = text.chars().filter(|it| ".:".contains(*it)).collect::<String>();
        let is_form = separators == ".:"
            && parts.iter().all(|it| !it.is_empty() && !it.contains(' '));
        prop_assert_eq!(small().parse(&text) == Err(Malformed), !is_form);
    }

    #[test]
    fn a_changed_letter_is_another_permission_or_none(
        index in any::<proptest::sample::Index>(), at in any::<proptest::sample::Index>(), letter in "\\PC"
    ) {
        let all = large().permissions().collect::<Vec<_>>();
        let permission = all[index.index(all.len())];
        let mut changed = permission.to_string();
        let at = at.index(changed.len());
        changed.replace_range(at..=at, &letter);
        match large().parse(&changed) {
            Ok(other) if other == permission => {
                prop_assert!(changed.eq_ignore_ascii_case(&permission.to_string()));
            }
            Ok(other) => prop_assert!(other.to_string().eq_ignore_ascii_case(&changed)),
            Err(_) => {}
        }
    }
}

#[test]
fn verbs_have_a_name_and_a_bit_each() {
    let bits = Verb::ALL.map(Verb::bit);
    assert_eq!(bits, [1, 2, 4, 8]);
    for verb in Verb::ALL {
        assert_eq!(Verb::named(verb.name()), Some(verb));
        assert_eq!(verb.to_string(), verb.name());
    }
    assert_eq!(Verb::named(""), None);
}
