//! Handlers without a gate. `//~` stands where one has to be found.
use actix_web::{App, connect, delete, get as fetch, head, options, patch, post, put, query};
use actix_web::{route, routes, scope, trace, web};
use other_crate::requires_user;
use other_crate::something as requires_role;

mod pages;

#[fetch("/get")]
async fn renamed_get() {} //~ 10
#[post("/post")]
async fn a_post() {} //~ 10
#[put("/put")]
async fn a_put() {} //~ 10
#[delete("/delete")]
async fn a_delete() {} //~ 10
#[head("/head")]
async fn a_head() {} //~ 10
#[connect("/connect")]
async fn a_connect() {} //~ 10
#[options("/options")]
async fn some_options() {} //~ 10
#[trace("/trace")]
async fn a_trace() {} //~ 10
#[patch("/patch")]
async fn a_patch() {} //~ 10
#[query("/query")]
async fn a_query() {} //~ 10
#[route("/route", method = "GET", method = "HEAD")]
async fn a_route() {} //~ 10
#[routes]
#[post("/one")]
#[put("/two")]
async fn some_routes() {} //~ 10
#[actix_web::get("/qualified")]
pub(crate) async fn qualified() {} //~ 21
#[::actix_web::get("/rooted")]
async fn rooted() {} //~ 10
#[r#post("/raw")]
async fn raw() {} //~ 10

// Gates of others are no gates.
#[requires_user]
#[post("/foreign")]
async fn foreign() {} //~ 10
#[requires_role(editor)]
#[post("/renamed-to-a-gate")]
async fn renamed_to_a_gate() {} //~ 10
#[other_crate::requires_internal]
#[post("/foreign/qualified")]
async fn foreign_qualified() {} //~ 10
#[doc = "requires_internal"]
#[post("/doc")]
async fn only_documented() {} //~ 10

#[cfg_attr(feature = "web", post("/conditional"))]
async fn conditional() {} //~ 10
#[cfg_attr(feature = "login", guard_runtime::requires_user)]
#[post("/gated-sometimes")]
async fn gated_sometimes() {} //~ 10
#[cfg_attr(feature = "web", post("/other"))]
#[cfg_attr(not(feature = "web"), guard_runtime::requires_user)]
async fn gated_otherwise() {} //~ 10

mod inner {
    mod deep {
        #[actix_web::get("/deep")]
        async fn deep() {} //~ 18
    }
}

#[scope("/api")]
mod api {
    #[super::post("/in-scope")]
    async fn in_scope() {} //~ 14
}

fn outer() {
    #[post("/nested")]
    async fn nested() {} //~ 14
    let _ = || {
        use actix_web::get as read;
        #[read("/in-closure")]
        async fn in_closure() {} //~ 18
    };
}

async fn by_hand() {}
async fn twice() {}
#[cfg_attr(feature = "login", guard_runtime::requires_user)]
async fn by_hand_sometimes() {}
#[guard_runtime::requires_user]
async fn list() {}

fn configure(config: &mut web::ServiceConfig) {
    use crate::pages::show as display;
    config.route("/a", web::get().to(by_hand)); //~ 38
    config.route("/b", web::get().to((twice))); //~ 39
    config.service(web::resource("/c").to(self::twice)); //~ 43
    config.route("/d", web::get().to(|| async { "open" })); //~ 38
    config.route("/e", web::get().to(async move || "open")); //~ 38
    config.default_service(web::to(by_hand)); //~ 36
    config.route("/f", web::get().to(by_hand_sometimes)); //~ 38
    config.route("/g", web::get().to(display)); //~ 38
    config.route("/h", web::get().to(crate::pages::list)); //~ 38
    config.route("/i", web::get().to(pages::Orders::list)); //~ 38
    config.route("/j", web::get().to(pages::Orders::passed_on)); //~ 38
    config.route("/k", web::get().to(list));
    let services = vec![web::resource("/l").to(by_hand)]; //~ 48
}

macro_rules! page {
    ($name:ident, $path:literal) => {
        #[actix_web::get($path)] //~ 9
        async fn $name() {}
    };
}

cfg_if! {
    if #[cfg(feature = "web")] {
        #[doc = "text"]
        #[post("/in-macro")] //~ 9
        pub async fn in_macro() {}
    }
}
