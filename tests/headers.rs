//! Credentials on a request: none, malformed, doubled; the challenge and the problem that answer.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod support;

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{App, get, test};
use guard_runtime::{Env, allows_public, requires_group, requires_internal};
use support::{builder, expired, groups, header, token};

#[requires_internal]
#[get("/internal")]
async fn internal() -> &'static str {
    "internal"
}

#[allows_public]
#[get("/public")]
async fn public(env: Env) -> String {
    env.uid().to_string()
}

#[requires_group(all(sales, any(auditor, manager)))]
#[get("/books")]
async fn books() -> &'static str {
    "books"
}

/// A status and the error code of its challenge.
type Found = (u16, Option<String>);

/// The case, its headers, and the answers.
type Row<'a> = (&'a str, Vec<(&'a str, &'a [u8])>, [Found; 2]);

/// The answers to one request at a closed and at an open gate: status and error code each.
async fn answers(headers: &[(&str, &[u8])]) -> [Found; 2] {
    let access = builder()
        .session_cookie("session", &[7; 32])
        .realm("tests")
        .build()
        .expect("a complete configuration");
    let app = test::init_service(App::new().wrap(access).service(internal).service(public)).await;
    let mut answers = Vec::new();
    for path in ["/internal", "/public"] {
        let mut request = test::TestRequest::get().uri(path);
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
            let value = HeaderValue::from_bytes(value).expect("a value");
            request = request.append_header((name, value));
        }
        let response = test::call_service(&app, request.to_request()).await;
        let challenge = response.headers().get("www-authenticate");
        let challenge = challenge.map(|it| it.to_str().expect("text").to_owned());
        let code = challenge.as_deref().and_then(|challenge| {
            let (_, rest) = challenge.split_once("error=\"")?;
            Some(rest.split_once('"')?.0.to_owned())
        });
        answers.push((response.status().as_u16(), code));
    }
    answers.try_into().expect("two answers")
}

#[actix_web::test]
async fn what_stands_in_the_headers() {
    let good = format!("Bearer {}", token("internal"));
    let (lower, upper, spaced, trailing) = (
        good.replace("Bearer", "bearer"),
        good.replace("Bearer", "BEARER"),
        good.replace("Bearer ", "Bearer   "),
        format!("{good} \t "),
    );
    let session = format!("session={}", token("internal"));
    let old = format!("Bearer {}", expired("internal"));
    let runs = (200, None);
    let code = |status, code: &str| (status, Some(code.to_owned()));
    let nothing = [(401, None), (200, None)];
    let malformed = [code(400, "invalid_request"), code(400, "invalid_request")];
    let invalid = [code(401, "invalid_token"), (200, None)];
    let table: Vec<Row<'_>> = vec![
        ("none", vec![], nothing.clone()),
        (
            "good",
            vec![("authorization", good.as_bytes())],
            [runs.clone(), runs.clone()],
        ),
        (
            "lower-case scheme",
            vec![("authorization", lower.as_bytes())],
            [runs.clone(), runs.clone()],
        ),
        (
            "upper-case scheme",
            vec![("authorization", upper.as_bytes())],
            [runs.clone(), runs.clone()],
        ),
        (
            "several spaces",
            vec![("authorization", spaced.as_bytes())],
            [runs.clone(), runs.clone()],
        ),
        (
            "trailing blanks",
            vec![("authorization", trailing.as_bytes())],
            [runs.clone(), runs.clone()],
        ),
        (
            "cookie",
            vec![("cookie", session.as_bytes())],
            [runs.clone(), runs],
        ),
        ("empty", vec![("authorization", b"")], malformed.clone()),
        ("blank", vec![("authorization", b"  ")], malformed.clone()),
        (
            "scheme alone",
            vec![("authorization", b"Bearer")],
            malformed.clone(),
        ),
        (
            "scheme and blanks",
            vec![("authorization", b"Bearer   ")],
            malformed.clone(),
        ),
        (
            "two words",
            vec![("authorization", b"Bearer a b")],
            malformed.clone(),
        ),
        (
            "a comma",
            vec![("authorization", b"Bearer a,b")],
            malformed.clone(),
        ),
        (
            "not ASCII",
            vec![("authorization", b"Bearer \xff\xfe")],
            malformed.clone(),
        ),
        (
            "quoted",
            vec![("authorization", b"Bearer \"a\"")],
            malformed.clone(),
        ),
        (
            "wrong scheme",
            vec![("authorization", b"Basic dXNlcjpwYXNz")],
            nothing.clone(),
        ),
        (
            "no scheme",
            vec![("authorization", b"a.b.c")],
            nothing.clone(),
        ),
        (
            "expired",
            vec![("authorization", old.as_bytes())],
            invalid.clone(),
        ),
        (
            "garbage",
            vec![("authorization", b"Bearer garbage")],
            invalid.clone(),
        ),
        (
            "three empty segments",
            vec![("authorization", b"Bearer ..")],
            invalid,
        ),
        (
            "empty cookie",
            vec![("cookie", b"session=")],
            nothing.clone(),
        ),
        ("another cookie", vec![("cookie", b"theme=dark")], nothing),
        (
            "doubled",
            vec![
                ("authorization", good.as_bytes()),
                ("authorization", good.as_bytes()),
            ],
            malformed.clone(),
        ),
        (
            "good and Basic",
            vec![
                ("authorization", good.as_bytes()),
                ("authorization", b"Basic x"),
            ],
            malformed.clone(),
        ),
        (
            "header and cookie",
            vec![
                ("authorization", good.as_bytes()),
                ("cookie", session.as_bytes()),
            ],
            malformed.clone(),
        ),
        (
            "Basic and cookie",
            vec![
                ("authorization", b"Basic x"),
                ("cookie", session.as_bytes()),
            ],
            malformed.clone(),
        ),
        (
            "two cookies",
            vec![
                ("cookie", session.as_bytes()),
                ("cookie", session.as_bytes()),
            ],
            malformed,
        ),
    ];
    for (case, headers, expected) in table {
        assert_eq!(answers(&headers).await, expected, "{case}");
    }
}

#[actix_web::test]
async fn the_answer_says_what_is_required_and_missing() {
    let app = test::init_service(App::new().wrap(support::access()).service(books)).await;
    let request = test::TestRequest::get()
        .uri("/books")
        .insert_header(("x-request-id", "abc-1"))
        .insert_header(("authorization", format!("Bearer {}", token("sales"))));
    let response = test::call_service(&app, request.to_request()).await;
    assert_eq!(response.status(), 403);
    assert_eq!(
        header(&response, "content-type"),
        "application/problem+json"
    );
    assert_eq!(
        header(&response, "www-authenticate"),
        "Bearer realm=\"api\", error=\"insufficient_scope\", error_description=\"You are not \
         allowed to do this\""
    );
    let problem: serde_json::Value = test::read_body_json(response).await;
    let expected = serde_json::json!({
        "type": "urn:guard:problem:forbidden",
        "title": "You are not allowed to do this",
        "status": 403,
        "required": ["any(group:auditor, group:manager)", "group:sales"],
        "missing": ["any(group:auditor, group:manager)"],
        "request_id": "abc-1",
    });
    assert_eq!(problem, expected);
}

#[actix_web::test]
async fn who_has_not_signed_in_learns_nothing() {
    let app = test::init_service(App::new().wrap(support::access()).service(books)).await;
    let request = test::TestRequest::get().uri("/books").to_request();
    let response = test::call_service(&app, request).await;
    assert_eq!(
        header(&response, "www-authenticate"),
        "Bearer realm=\"api\""
    );
    let problem: serde_json::Value = test::read_body_json(response).await;
    assert_eq!(problem["type"], "urn:guard:problem:missing-credentials");
    assert!(problem.get("required").is_none() && problem.get("missing").is_none());
}

#[actix_web::test]
async fn an_application_may_answer_in_its_own_way() {
    use actix_web::HttpResponse;

    let access = builder()
        .render(|denied, request| {
            HttpResponse::Forbidden()
                .content_type("text/html")
                .body(format!("<p>{denied}: {}</p>", request.path()))
        })
        .build()
        .expect("a complete configuration");
    let app = test::init_service(App::new().wrap(access).service(books)).await;
    let request = test::TestRequest::get()
        .uri("/books")
        .insert_header(("authorization", format!("Bearer {}", token("portal"))));
    let response = test::call_service(&app, request.to_request()).await;
    assert_eq!(header(&response, "content-type"), "text/html");
    // The challenge is there although the application forgot it.
    assert!(response.headers().contains_key("www-authenticate"));
    let body = test::read_body(response).await;
    assert_eq!(body, "<p>You are not allowed to do this: /books</p>");
}

#[derive(Debug)]
struct ShopError(guard_runtime::Denied);

impl std::fmt::Display for ShopError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("shop error")
    }
}

impl actix_web::ResponseError for ShopError {
    fn error_response(&self) -> actix_web::HttpResponse {
        self.0.error_response()
    }
}

#[allows_public]
#[get("/wrapped")]
async fn wrapped() -> Result<String, ShopError> {
    Err(ShopError(guard_runtime::Denied::forbidden()))
}

#[allows_public]
#[get("/company")]
async fn company(env: Env) -> Result<String, guard_runtime::EnvError> {
    env.in_companies([77]).map(|env| format!("{env:?}"))
}

#[actix_web::test]
async fn what_handlers_refuse_is_answered_like_what_gates_refuse() {
    use actix_web::HttpResponse;

    let access = builder()
        .realm("shop")
        .build()
        .expect("a complete configuration");
    let app = test::init_service(App::new().wrap(access).service(wrapped).service(company)).await;
    for path in ["/wrapped", "/company"] {
        let request = test::TestRequest::get().uri(path).to_request();
        let response = test::call_service(&app, request).await;
        assert_eq!(response.status(), 403);
        assert!(
            header(&response, "www-authenticate").contains("realm=\"shop\""),
            "{path}"
        );
        let problem: serde_json::Value = test::read_body_json(response).await;
        assert!(problem["request_id"].is_string(), "{path}");
    }
    let access = builder()
        .render(|_, _| HttpResponse::Forbidden().body("our own page"))
        .build()
        .expect("a complete configuration");
    let app = test::init_service(App::new().wrap(access).service(wrapped).service(company)).await;
    for path in ["/wrapped", "/company"] {
        let request = test::TestRequest::get().uri(path).to_request();
        let body = test::call_and_read_body(&app, request).await;
        assert_eq!(body, "our own page", "{path}");
    }
}
