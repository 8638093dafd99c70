//! A document that was changed after the gates were written into it.

use guard_runtime::testing::assert_documented;
use serde_json::json;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::SecurityRequirement;

use super::api;

fn edited(edit: impl FnOnce(&mut Operation)) -> String {
    let mut document = api::documented();
    let item = document.paths.paths.get_mut("/above").expect("a path");
    edit(item.get.as_mut().expect("an operation"));
    let error = api::gates().check(&document).expect_err("a difference");
    assert_eq!(error.mistakes().len(), 1, "{error}");
    error.to_string()
}

#[test]
fn a_document_that_was_edited() {
    let required = "x-required-permissions";
    for (found, part) in [
        (edited(|it| it.security = None), "`security`"),
        (edited(|it| it.security = Some(Vec::new())), "`security`"),
        (
            edited(|it| {
                let known = it.security.as_mut().expect("a list");
                known.push(SecurityRequirement::default());
            }),
            "`security`",
        ),
        (
            edited(|it| {
                let known = it.extensions.as_mut().expect("extensions");
                known.insert(
                    required.to_owned(),
                    json!(["admin.configuration:GET", "internal"]),
                );
            }),
            "`x-required-permissions`",
        ),
        (
            edited(|it| {
                it.extensions.as_mut().expect("extensions").remove(required);
            }),
            "`x-required-permissions`",
        ),
        (edited(|it| it.description = None), "`description`"),
        (
            edited(|it| {
                it.responses.responses.remove("403");
            }),
            "`responses`",
        ),
    ] {
        assert!(found.contains("`GET /above`"), "{found}");
        assert!(found.contains(part), "{found}");
    }
}

#[test]
fn a_scheme_that_is_not_declared() {
    let mut document = api::documented();
    let components = document.components.as_mut().expect("components");
    components.security_schemes.clear();
    let error = api::gates().check(&document).expect_err("no schemes");
    assert!(
        error
            .to_string()
            .contains("the security scheme `bearer` is not declared")
    );
}

#[test]
fn the_assertion_passes_what_agrees() {
    assert_documented(&api::gates(), &api::documented());
}

#[test]
#[should_panic(expected = "the documentation and the gates disagree")]
fn the_assertion_fails_on_a_document_without_gates() {
    assert_documented(&api::gates(), &api::bare());
}
