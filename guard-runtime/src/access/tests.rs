//! What leaves the server although nobody was to reach it, and what a configuration may say.

use std::convert::Infallible;

use actix_web::error::InternalError;
use actix_web::http::header;
use actix_web::test::{TestRequest, call_service, init_service, read_body, try_call_service};
use actix_web::{App, Error, HttpResponse, middleware, web};

use super::{AccessControl, AccessControlBuilder, ConfigError, Strict};
use crate::authn::{Algorithm, Jwt, Key};
use crate::gate::requires_user;
use crate::{Answer, AuthError, Directory, Identity, User};

struct Nobody;

impl Directory for Nobody {
    fn find<'a>(&'a self, _: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::Now(Ok(None))
    }
}

fn builder() -> AccessControlBuilder {
    let key = Key::hmac(Algorithm::HS256, [7; 32]).unwrap();
    let jwt = Jwt::builder().issuer("me").audience("api").keys(key);
    AccessControl::builder(Nobody).authenticator(jwt.build().unwrap())
}

fn secret_error() -> Error {
    let response = HttpResponse::Conflict()
        .insert_header(("x-secret", "secret"))
        .insert_header((header::SET_COOKIE, "session=secret"))
        .body("secret");
    InternalError::from_response("secret", response).into()
}

#[actix_web::test]
async fn nothing_of_an_ungated_handlers_error_leaves() {
    let ungated = || async { Err::<HttpResponse, _>(secret_error()) };
    for access in [
        builder(),
        builder().strict(Strict::AnswersOnly),
        builder().render(|denied, _| HttpResponse::InternalServerError().body(denied.to_string())),
    ] {
        let app = App::new().wrap(access.build().unwrap());
        let app = init_service(app.route("/", web::get().to(ungated))).await;
        let response = call_service(&app, TestRequest::get().to_request()).await;
        assert_eq!(response.status(), 500);
        assert!(!response.headers().contains_key("x-secret"));
        assert!(!response.headers().contains_key(header::SET_COOKIE));
        let body = read_body(response).await;
        assert!(!String::from_utf8_lossy(&body).contains("secret"));
    }
}

#[actix_web::test]
async fn nothing_of_it_leaves_as_an_error_of_middleware() {
    let ungated = || async { "secret" };
    for (strict, expected) in [
        (Strict::On, 500),
        (Strict::AnswersOnly, 500),
        (Strict::Off, 409),
    ] {
        let access = builder().strict(strict).build().unwrap();
        let failing = middleware::from_fn(|request, next: middleware::Next<_>| async move {
            next.call(request).await?;
            Err::<actix_web::dev::ServiceResponse, _>(secret_error())
        });
        let app = App::new().wrap(failing).wrap(access);
        let app = init_service(app.route("/", web::get().to(ungated))).await;
        let result = try_call_service(&app, TestRequest::get().to_request()).await;
        let response = result.map(|_| ()).unwrap_err().error_response();
        assert_eq!(response.status(), expected, "{strict:?}");
        assert_eq!(
            response.headers().contains_key("x-secret"),
            strict == Strict::Off
        );
    }
}

#[actix_web::test]
async fn headers_between_the_gate_and_here_stay_all_of_them() {
    async fn add(
        request: actix_web::dev::ServiceRequest,
        next: middleware::Next<impl actix_web::body::MessageBody>,
    ) -> Result<actix_web::dev::ServiceResponse<impl actix_web::body::MessageBody>, Error> {
        let mut response = next.call(request).await?;
        for value in ["origin", "accept"] {
            let value = header::HeaderValue::from_static(value);
            response.headers_mut().append(header::VARY, value);
        }
        Ok(response)
    }
    let handler = requires_user().handler(|| async { Ok::<_, Infallible>("never") });
    let access =
        builder().render(|denied, _| HttpResponse::Unauthorized().body(denied.to_string()));
    let app = App::new()
        .wrap(middleware::from_fn(add))
        .wrap(access.build().unwrap());
    let app = init_service(app.route("/", web::get().to(handler))).await;
    let response = call_service(&app, TestRequest::get().to_request()).await;
    assert_eq!(response.status(), 401);
    assert_eq!(response.headers().get_all(header::VARY).count(), 2);
}

#[test]
fn a_trusted_origin_is_one_that_browsers_name() {
    let build = |origin: &str| {
        let builder = builder().session_cookie("session", &[7; 32]);
        builder.trusted_origins([origin]).build().map(|_| ())
    };
    for origin in [
        "https://shop.example.com",
        "http://localhost:8080",
        "https://[::1]:8443",
    ] {
        assert_eq!(build(origin), Ok(()), "{origin}");
    }
    for origin in [
        "null",
        "*",
        "",
        "shop.example.com",
        "https://",
        "https://shop.example.com/",
        "https://shop.example.com/path",
        "https://user@shop.example.com",
        "https://*.example.com",
        "file://shop",
        "https://shop.example.com ",
    ] {
        let expected = Err(ConfigError::Origin(origin.to_owned()));
        assert_eq!(build(origin), expected, "{origin}");
    }
}
