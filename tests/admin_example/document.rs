//! The document of the routes for programs.

use std::collections::BTreeSet;

use super::server::{CLERK, MANAGER, PORTAL, get, server, token};
use super::validate::validate;

#[test]
fn the_document_is_for_who_works_here() {
    for (headers, status) in [
        (Vec::new(), 401),
        (token(PORTAL), 403),
        (token(CLERK), 200),
        (token(MANAGER), 200),
    ] {
        get(server(), "/openapi.json", &headers).expect(status);
    }
}

#[test]
fn the_document_is_valid_and_has_each_route() {
    let document = get(server(), "/openapi.json", &token(CLERK)).expect(200);
    if let Err(error) = validate(&document) {
        panic!("{error}");
    }
    let mut documented = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            documented.insert(format!("{} {path}", method.to_uppercase()));
            let demanded = operation["x-required-permissions"].as_array().unwrap();
            assert!(!demanded.is_empty(), "{method} {path}");
        }
    }
    let gates = guard_runtime::gates();
    let routes = gates.iter().flat_map(|it| it.routes);
    let mut registered = routes
        .filter(|(_, path)| path.starts_with("/admin/api/"))
        .map(|(method, path)| format!("{method} {path}"))
        .collect::<BTreeSet<_>>();
    registered.insert("GET /admin/api/menu".to_owned());
    assert_eq!(documented, registered);
    assert!(documented.len() > 20, "{documented:?}");
}
