//! Links, read strictly.

use guard_runtime::admin::access::{Question, Wanted};

use crate::world::vocabulary;

#[test]
fn a_link_is_printed_as_it_is_read() {
    for query in [
        "user=7&model=invoice&op=update&id=3",
        "user=7&model=invoice&op=read",
        "user=a%26b%3D%22%27%0A&permission=admin.users%3AGET",
        "token=abc&permission=project.root%3AGET&project=4",
        "user=7&method=GET&path=%2Fprojects%2F%7Bproject_id%7D&project=4",
        "user=7&group=director",
        "user=7&role=reader",
    ] {
        let question = Question::parse(query, &vocabulary()).unwrap();
        assert_eq!(question.to_query(), query);
    }
    for query in [
        "permission=admin.users%3AGET",
        "group=director",
        "model=invoice&op=read",
    ] {
        let wanted = Wanted::parse(query, &vocabulary()).unwrap();
        assert_eq!(wanted.to_query(), query);
    }
}

#[test]
fn what_is_not_understood_is_an_error() {
    let long = format!("user={}", "7".repeat(2_000));
    for (query, parameter, why) in [
        ("", "user", "is missing"),
        ("group=director", "user", "is missing"),
        ("user=7", "method", "is missing"),
        ("user=7&method=GET", "path", "is missing"),
        ("user=7&model=invoice", "op", "is missing"),
        (
            "user=7&model=invoice&op=list",
            "op",
            "one of `create`, `read`, `update`, `delete`",
        ),
        (
            "user=7&model=invoice&op=Read",
            "op",
            "one of `create`, `read`, `update`, `delete`",
        ),
        (
            "user=7&model=contact&op=read",
            "model",
            "there is no such model",
        ),
        ("user=7&group=directors", "group", "there is no such group"),
        ("user=7&role=", "role", "is empty"),
        ("user=7&role=boss", "role", "there is no such role"),
        (
            "user=7&permission=admin.users:PUT",
            "permission",
            "there is no such permission",
        ),
        (
            "user=7&permission=admin",
            "permission",
            "expected a permission of the form `scope.resource:VERB`",
        ),
        (
            "user=7&permission=admin.projects:DELETE",
            "permission",
            "the resource does not offer this verb",
        ),
        ("user=7&user=8&group=director", "user", "stands twice"),
        (
            "user=7&token=a&group=director",
            "token",
            "does not go with the others",
        ),
        (
            "user=7&group=director&role=reader",
            "role",
            "does not go with the others",
        ),
        (
            "user=7&group=director&id=3",
            "id",
            "does not go with the others",
        ),
        (
            "user=7&group=director&project=3",
            "project",
            "does not go with the others",
        ),
        (
            "user=7&model=invoice&op=read&path=x",
            "path",
            "does not go with the others",
        ),
        (
            "user=7&group=director&debug",
            "debug",
            "there is no such parameter",
        ),
        (
            "user=7&group=director&debug=1",
            "debug",
            "there is no such parameter",
        ),
        (
            "user=7&group=director&User=8",
            "User",
            "there is no such parameter",
        ),
        ("user=%FF&group=director", "user", "no text"),
        ("user=7%00&group=director", "user", "no text"),
        (&long, "query", "longer than 2000 bytes"),
    ] {
        let error = Question::parse(query, &vocabulary()).unwrap_err();
        assert_eq!(
            (error.parameter(), error.why()),
            (parameter, why),
            "{query}"
        );
    }
    let hostile = Question::parse("user=7&group=director&%0Aforged=1", &vocabulary()).unwrap_err();
    assert_eq!(
        hostile.to_string(),
        "`\\nforged`: there is no such parameter"
    );
}
