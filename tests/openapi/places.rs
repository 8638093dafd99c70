//! Where handlers are registered, and where the document says they are.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use actix_web::{get, web};
use guard_runtime::docs::OpenApiGates;
use guard_runtime::routes::{self, Routes};
use guard_runtime::{requires_group, requires_internal, requires_user};
use serde_json::json;
use utoipa::OpenApi;

use super::disagree::mistakes;
use super::support::groups;
use super::{document, operation_of};

#[requires_user]
#[utoipa::path(responses((status = 200)))]
#[get("/moved")]
pub(super) async fn moved() -> &'static str {
    "7"
}

#[test]
fn a_handler_that_is_registered_elsewhere() {
    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        routes.service(routes::scope("/new").service(moved));
    });
    let found = mistakes(&gates, document!(moved));
    assert_eq!(
        found,
        [
            "`GET /moved` is documented, and its handler `openapi::places::moved` is registered at \
          `/new/moved`\nhelp: document it there, as `nest((path = …, api = …))` does for a scope"
        ]
    );
    // `main` prints errors so.
    let error = gates.document(&mut document!(moved)).unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
}

#[test]
fn a_handler_that_is_registered_twice_behind_different_gates() {
    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        routes
            .service(routes::scope("").service(moved).gate(requires_internal()))
            .service(moved);
    });
    let found = mistakes(&gates, document!(moved));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("registered twice behind different ones"),
        "{found:?}"
    );
}

#[test]
fn routes_in_a_scope_of_another_kind() {
    #[derive(OpenApi)]
    #[openapi(nest((path = "/shop/{year}", api = Inner)))]
    struct Outer;
    #[derive(OpenApi)]
    #[openapi(paths(moved))]
    struct Inner;

    let gates = OpenApiGates::new().routes_at("/shop", |routes: &mut Routes<'_>| {
        let scope = routes::scope("/{year:\\d+}").service(moved);
        routes.service(scope.gate(requires_internal()));
    });
    let mut document = Outer::openapi();
    gates.document(&mut document).expect("known");
    let json = serde_json::to_value(&document).expect("JSON");
    let listed = &json["paths"]["/shop/{year}/moved"]["get"]["x-required-permissions"];
    assert_eq!(*listed, json!(["internal", "user"]));
}

#[test]
fn another_way_of_collecting_operations() {
    use utoipa_actix_web::AppExt as _;

    let app = actix_web::App::new().into_utoipa_app();
    let app = app.service(
        utoipa_actix_web::scope("/v1")
            .service(moved)
            .route("/x", web::get()),
    );
    let (_, mut document) = app.split_for_parts();
    OpenApiGates::new().document(&mut document).expect("known");
    let json = serde_json::to_value(&document).expect("JSON");
    let listed = &json["paths"]["/v1/moved"]["get"]["x-required-permissions"];
    assert_eq!(*listed, json!(["user"]));
}

#[utoipa::path(method(get, post), path = "/two", responses((status = 200)))]
#[requires_user]
async fn two() -> &'static str {
    "7"
}

pub(super) fn listed(
    document: &utoipa::openapi::OpenApi,
    method: &str,
    path: &str,
) -> serde_json::Value {
    operation_of(document, method, path)["x-required-permissions"].clone()
}

/// Each of its operations has the gates of its own scope.
#[test]
fn a_handler_in_two_scopes() {
    #[derive(OpenApi)]
    #[openapi(nest((path = "/staff", api = Inner), (path = "/staff/sales", api = Inner)))]
    struct Outer;
    #[derive(OpenApi)]
    #[openapi(paths(moved))]
    struct Inner;

    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        let sales = routes::scope("/sales").service(moved);
        let staff = routes::scope("/staff")
            .service(moved)
            .service(sales.gate(requires_group(groups::sales)));
        routes.service(staff.gate(requires_internal()));
    });
    let mut document = Outer::openapi();
    gates.document(&mut document).expect("both are known");
    for (path, demanded) in [
        ("/staff/moved", &["internal", "user"][..]),
        ("/staff/sales/moved", &["group:sales", "internal", "user"]),
    ] {
        assert_eq!(listed(&document, "get", path), json!(demanded), "{path}");
    }
    let ids = ["/staff/moved", "/staff/sales/moved"];
    let ids = ids.map(|path| operation_of(&document, "get", path)["operationId"].clone());
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_handler_under_two_methods() {
    let mut document = document!(two);
    let both = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        let inside = routes::scope("")
            .route("/two", routes::post().to(two))
            .gate(requires_internal());
        routes.route("/two", routes::get().to(two)).service(inside);
    });
    both.document(&mut document)
        .expect("each has its own gates");
    assert_eq!(listed(&document, "get", "/two"), json!(["user"]));
    assert_eq!(
        listed(&document, "post", "/two"),
        json!(["internal", "user"])
    );
    let ids = ["get", "post"].map(|it| operation_of(&document, it, "/two")["operationId"].clone());
    assert_eq!(ids, ["places_two_get", "places_two_post"]);

    let one = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        routes.route("/two", routes::get().to(two));
    });
    let found = mistakes(&one, document!(two));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("`POST /two` is documented"),
        "{found:?}"
    );
}
