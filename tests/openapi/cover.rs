//! What is registered and not documented, and the other way round.

use actix_web::get;
use guard_runtime::docs::OpenApiGates;
use guard_runtime::routes::{self, Routes};
use guard_runtime::{no_auth, requires_internal, requires_user};

use super::{api, document};

#[requires_user]
#[utoipa::path(responses((status = 200)))]
#[get("/shown")]
async fn shown() -> &'static str {
    "7"
}

#[requires_user]
#[get("/hidden")]
async fn hidden() -> &'static str {
    "7"
}

async fn page() -> &'static str {
    "7"
}

fn register(routes: &mut Routes<'_>) {
    let inside = routes::scope("/inside").service(shown).service(hidden);
    routes
        .service(shown)
        .service(inside.gate(requires_internal()))
        .route("/page/{_:.*}", routes::get().to(no_auth().handler(page)))
        .route("/any", routes::route().to(no_auth().handler(page)));
}

#[test]
fn what_is_registered_and_not_documented() {
    let gates = OpenApiGates::new().routes(register);
    let in_any_case = ["* /any", "GET /page/{arg0}"];
    let handlers = [
        "openapi::cover::hidden in /inside",
        "openapi::cover::shown in /inside",
    ];
    assert_eq!(
        gates.undocumented(&document!(shown)),
        [in_any_case, handlers].concat()
    );
    let undocumented = gates.undocumented(&document!());
    assert!(undocumented.contains(&"openapi::cover::shown".to_owned()));
}

#[test]
fn what_is_documented_and_not_registered() {
    let gates = OpenApiGates::new().routes(register);
    assert_eq!(gates.unregistered(&document!(shown)), [""; 0]);
    assert_eq!(
        OpenApiGates::new().unregistered(&document!(shown)),
        ["GET /shown"]
    );
    let unregistered = api::gates().unregistered(&api::bare());
    assert_eq!(unregistered.len(), 9, "{unregistered:?}");
    assert_eq!(api::gates().undocumented(&api::bare()), [""; 0]);
}
