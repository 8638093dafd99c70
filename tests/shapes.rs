//! Every shape of handler works behind a gate, and none runs when the gate refuses.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unused_async,
    clippy::many_single_char_names,
    reason = "Clippy says so of these functions without a gate as well"
)]

mod support;

use std::future::{Ready, ready};

use actix_web::http::StatusCode;
use actix_web::{
    App, Either, FromRequest, HttpRequest, HttpResponse, Responder, get, scope, test, web,
};
use guard_runtime::{
    Env, allows_public, requires_group, requires_internal, requires_role, requires_user,
};
use support::{access, groups, roles, token};

#[derive(serde::Deserialize)]
struct Page {
    number: u32,
}

struct Pair(u32, u32);

impl FromRequest for Pair {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(_: &HttpRequest, _: &mut actix_web::dev::Payload) -> Self::Future {
        ready(Ok(Self(1, 2)))
    }
}

// Return types.

#[requires_user]
async fn text() -> String {
    "text".to_owned()
}

#[requires_user]
async fn result(page: web::Query<Page>) -> Result<String, actix_web::Error> {
    let next = page.number.checked_add(1);
    let next = next.ok_or_else(|| actix_web::error::ErrorBadRequest("too far"))?;
    if next == 1 {
        return Ok("first".to_owned());
    }
    Err(actix_web::error::ErrorImATeapot("teapot"))?;
    Ok(next.to_string())
}

#[requires_user]
async fn tuple() -> (String, StatusCode) {
    ("made".to_owned(), StatusCode::CREATED)
}

#[requires_user]
async fn option() -> Option<&'static str> {
    Some("some")
}

#[requires_user]
async fn either() -> Either<HttpResponse, &'static str> {
    Either::Right("right")
}

#[requires_user]
async fn json() -> web::Json<Vec<u32>> {
    web::Json(vec![1, 2])
}

#[requires_user]
fn future(page: web::Query<Page>) -> impl Future<Output = String> {
    async move { page.number.to_string() }
}

#[requires_user]
fn at_once() -> Ready<&'static str> {
    ready("ready")
}

// Parameters.

#[requires_user]
async fn patterns(
    path: web::Path<(u32, u32)>,
    (Pair(first, second), _): (Pair, HttpRequest),
    mut request: HttpRequest,
    #[allow(unused_variables, reason = "attributes of parameters are kept")] unused: HttpRequest,
    web::Query(Page { number }): web::Query<Page>,
    _: Option<web::Bytes>,
) -> String {
    #![allow(clippy::items_after_statements, reason = "inner attributes are kept")]
    request = request.clone();
    let (a, b) = path.into_inner();
    const LAST: u32 = 5;
    format!("{a}{b}{first}{second}{number}{LAST} {}", request.path())
}

type Number = web::Query<Page>;

#[requires_user]
#[allow(clippy::too_many_arguments, reason = "as many as there can be")]
async fn sixteen(
    a: Number,
    b: Number,
    c: Number,
    d: Number,
    e: Number,
    f: Number,
    g: Number,
    h: Number,
    i: Number,
    j: Number,
    k: Number,
    l: Number,
    m: Number,
    n: Number,
    o: Number,
    p: Number,
) -> String {
    let all = [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p];
    all.iter().map(|it| it.number).sum::<u32>().to_string()
}

// Functions.

#[requires_user]
async fn generic<T, const N: usize>(value: T) -> String
where
    T: FromRequest + std::fmt::Debug + 'static,
{
    format!("{value:?} {N}")
}

#[requires_user]
#[allow(
    dead_code,
    reason = "its type cannot be named, so nothing can register it"
)]
async fn abstracted(value: impl FromRequest + std::fmt::Debug + 'static) -> String {
    format!("{value:?}")
}

#[requires_user]
async fn r#type() -> &'static str {
    use std::fmt::Write as _;
    let mut text = String::new();
    let _ = write!(text, "type");
    if text == "type" { "type" } else { "other" }
}

struct Controller<T>(T);

impl<T: Default + std::fmt::Debug + 'static> Controller<T> {
    const NAME: &'static str = "controller";

    #[requires_user]
    async fn index() -> String {
        format!("{} {:?}", Self::NAME, Self(T::default()).0)
    }

    #[requires_group(any(sales, core_portal))]
    #[requires_role(editor)]
    async fn closed() -> &'static str {
        Self::NAME
    }
}

trait Api {
    #[requires_user]
    async fn provided() -> &'static str {
        "provided"
    }
}

impl Api for Controller<u8> {}

macro_rules! handler {
    ($gate:ident($($args:tt)*), $name:ident, $extractor:ident: $ty:ty, $body:block) => {
        #[$gate($($args)*)]
        async fn $name($extractor: $ty) -> impl Responder $body
    };
    ($declared:path, $group:ident, $name:ident) => {
        #[requires_group($group, groups = $declared)]
        async fn $name() -> &'static str {
            "made"
        }
    };
}
handler!(requires_user(), made, env: Env, { env.uid().to_string() });
handler!(crate::support::groups, core_portal, made_for_group);

#[scope("/scoped")]
mod routes_of_a_scope {
    use actix_web::{get, post};
    use guard_runtime::requires_user;

    #[requires_user]
    #[get("/above")]
    pub(super) async fn above() -> &'static str {
        "above"
    }

    #[post("/below")]
    #[requires_user]
    pub(super) async fn below() -> &'static str {
        "below"
    }
}

#[actix_web::test]
async fn every_shape_runs_for_a_user_and_for_nobody_else() {
    #[requires_user]
    #[get("/inside")]
    async fn inside() -> &'static str {
        "inside"
    }

    let app = App::new()
        .wrap(access())
        .route("/text", web::get().to(text))
        .route("/result", web::get().to(result))
        .route("/tuple", web::get().to(tuple))
        .route("/option", web::get().to(option))
        .route("/either", web::get().to(either))
        .route("/json", web::get().to(json))
        .route("/future", web::get().to(future))
        .route("/at_once", web::get().to(at_once))
        .route("/patterns/{a}/{b}", web::get().to(patterns))
        .route("/sixteen", web::get().to(sixteen))
        .route("/generic", web::get().to(generic::<String, 3>))
        .route("/type", web::get().to(r#type))
        .route("/index", web::get().to(Controller::<u8>::index))
        .route("/provided", web::get().to(Controller::<u8>::provided))
        .route("/made", web::get().to(made))
        .route("/made_for_group", web::get().to(made_for_group))
        .service(inside)
        .service(routes_of_a_scope::above)
        .service(routes_of_a_scope::below);
    let app = test::init_service(app).await;
    let table = [
        ("/text", 200, "text"),
        ("/result?number=0", 200, "first"),
        ("/result?number=1", 418, "teapot"),
        ("/tuple", 201, "made"),
        ("/option", 200, "some"),
        ("/either", 200, "right"),
        ("/json", 200, "[1,2]"),
        ("/future?number=7", 200, "7"),
        ("/at_once", 200, "ready"),
        ("/patterns/8/9?number=4", 200, "891245 /patterns/8/9"),
        ("/sixteen?number=2", 200, "32"),
        ("/generic", 200, "\"\" 3"),
        ("/type", 200, "type"),
        ("/index", 200, "controller 0"),
        ("/provided", 200, "provided"),
        ("/made", 200, "portal"),
        ("/made_for_group", 200, "made"),
        ("/inside", 200, "inside"),
        ("/scoped/above", 200, "above"),
    ];
    for (uri, status, body) in table {
        let anonymous = test::TestRequest::get().uri(uri).to_request();
        let refused = test::call_service(&app, anonymous).await;
        assert_eq!(refused.status(), StatusCode::UNAUTHORIZED, "{uri}");

        let request = test::TestRequest::get()
            .uri(uri)
            .insert_header(("authorization", format!("Bearer {}", token("portal"))))
            .to_request();
        let response = test::call_service(&app, request).await;
        assert_eq!(response.status().as_u16(), status, "{uri}");
        assert_eq!(test::read_body(response).await, body, "{uri}");
    }
    let below = test::TestRequest::post().uri("/scoped/below").to_request();
    let refused = test::call_service(&app, below).await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
}

#[actix_web::test]
async fn gates_of_a_method_accumulate() {
    let app = App::new()
        .wrap(access())
        .route("/", web::get().to(Controller::<u8>::closed));
    let app = test::init_service(app).await;
    for user in ["portal", "sales", "editor", "internal"] {
        let request = test::TestRequest::get()
            .insert_header(("authorization", format!("Bearer {}", token(user))))
            .to_request();
        let response = test::call_service(&app, request).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{user}");
    }
}

#[requires_internal]
#[get("/registered")]
async fn r#match() -> &'static str {
    "match"
}

#[allows_public]
async fn never_called(_: HttpRequest) -> impl Responder {
    "never"
}

#[actix_web::test]
async fn the_registry_names_them_without_raw_prefixes() {
    let gates = guard_runtime::gates();
    let find = |name: &str| gates.iter().find(|gate| gate.handler == name);
    let registered = find("match").expect("the raw name is not part of the name");
    assert_eq!(registered.routes, [("GET", "/registered")]);
    assert_eq!(registered.requirement.to_string(), "internal");
    assert!(
        find("type").is_some() && find("never_called").is_some() && find("abstracted").is_some()
    );
    let app = App::new().service(r#match);
    let _ = app.route("/", web::get().to(never_called));
}
