//! Fails when the documentation says something else than the gates.

use actix_http::Request;
use actix_web::Error;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use utoipa::openapi::OpenApi;

use super::sample::{VALUES, fill};
use crate::docs::{OpenApiGates, demanding};

/// Fails when an operation of the document and its gate disagree: an operation without a gate, a
/// security requirement, a permission, a sentence or an answer that the gate does not have, or a
/// handler that is registered elsewhere.
///
/// Take the document as the application serves it.
///
/// ```
/// # use actix_web::get;
/// # use guard_runtime::requires_user;
/// # use utoipa::OpenApi;
/// use guard_runtime::docs::OpenApiGates;
/// use guard_runtime::testing::assert_documented;
///
/// # #[requires_user]
/// # #[utoipa::path(responses((status = 200, description = "Who is asking.")))]
/// # #[get("/me")]
/// # async fn me() -> &'static str { "me" }
/// #[derive(OpenApi)]
/// #[openapi(paths(me))]
/// struct Api;
///
/// # fn main() {
/// let gates = OpenApiGates::new();
/// let mut api = Api::openapi();
/// gates.document(&mut api).unwrap();
/// assert_documented(&gates, &api);
/// # }
/// ```
///
/// # Panics
///
/// Naming each difference.
#[track_caller]
pub fn assert_documented(gates: &OpenApiGates, document: &OpenApi) {
    if let Err(error) = gates.check(document) {
        panic!("{error}");
    }
}

/// Fails when an application lets a request pass without credentials that its document says needs
/// some: one request to each operation that demands something, decided as in earnest.
///
/// A handler runs if and only if its gate lets the anonymous request pass, which is the mistake to
/// be found; use a database of the test's own. Operations that are open to everybody are not asked.
///
/// ```no_run
/// # use actix_web::{App, test};
/// # use guard_runtime::docs::OpenApiGates;
/// # async fn example(api: utoipa::openapi::OpenApi, access: guard_runtime::AccessControl) {
/// let app = test::init_service(App::new().wrap(access)).await;
/// guard_runtime::testing::assert_refuses_as_documented(&app, &api).await;
/// # }
/// ```
///
/// # Panics
///
/// Naming the operations that answer anything but 401; also if there is nothing to ask for.
pub async fn assert_refuses_as_documented<S, B>(app: &S, document: &OpenApi)
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
{
    let (mut asked, mut wrong) = (0, Vec::new());
    for (method, path) in demanding(document) {
        asked += 1;
        let mut status = StatusCode::NOT_FOUND;
        for value in VALUES {
            let request = TestRequest::with_uri(&fill(&path, value));
            let method = Method::from_bytes(method.as_bytes()).unwrap_or_default();
            let answer = app.call(request.method(method).to_request()).await;
            status = match answer {
                Ok(response) => response.status(),
                Err(error) => error.as_response_error().status_code(),
            };
            if status != StatusCode::NOT_FOUND {
                break;
            }
        }
        if status != StatusCode::UNAUTHORIZED {
            let status = status.as_u16();
            wrong.push(format!(
                "{method} {path} answers {status} without credentials"
            ));
        }
    }
    assert!(asked > 0, "the document demands nothing of anybody");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
