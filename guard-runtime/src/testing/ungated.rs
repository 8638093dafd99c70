//! Fails when an application has a route without a gate.

use std::fmt;

use actix_http::Request;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;

use super::ask::{Told, ask};

/// A route that answered without having passed a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UngatedRoute {
    /// The method it was asked with.
    pub method: Method,
    /// The path, as it was given.
    pub path: String,
}

/// `GET /orders/{id}`
impl fmt::Display for UngatedRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// Asks an application for these paths, and returns those that answered without a gate.
///
/// The application has to be wrapped in [`AccessControl`](crate::AccessControl) with strict mode on,
/// as it is by default: strict mode's answer is what tells. `{parameters}` in a path are replaced
/// by sample values. Requests carry no credentials and no body.
///
/// **A handler without a gate does run** in such a test, once for each request; what it does before
/// it reads a body or answers is done. Use a database of the test's own. A route behind a guard on
/// anything but the method (a host, a header) is not reached.
///
/// ```
/// use actix_web::http::Method;
/// use actix_web::{App, get, test};
/// use guard_runtime::{AccessControl, ClaimsDirectory, requires_user, testing};
/// # use guard_runtime::{Algorithm, Jwt, Key};
/// # guard_runtime::define_groups! { pub mod groups { sales: core_internal } }
///
/// #[requires_user]
/// #[get("/profile/{name}")]
/// async fn profile() -> &'static str {
///     "profile"
/// }
///
/// #[get("/forgotten")]
/// async fn forgotten() -> &'static str {
///     "anybody may read this"
/// }
///
/// # actix_web::rt::System::new().block_on(async {
/// # let access = access();
/// let app = App::new().wrap(access).service(profile).service(forgotten);
/// let app = test::init_service(app).await;
///
/// let paths = [(Method::GET, "/profile/{name}"), (Method::GET, "/forgotten")];
/// let ungated = testing::ungated_routes(&app, paths).await;
/// assert_eq!(ungated.len(), 1);
/// assert_eq!(ungated[0].to_string(), "GET /forgotten");
/// # });
/// # fn access() -> AccessControl {
/// #     let key = Key::hmac(Algorithm::HS256, b"a secret of thirty-two bytes or more").unwrap();
/// #     let jwt = Jwt::builder().issuer("i").audience("a").keys(key).build().unwrap();
/// #     let users = ClaimsDirectory::new(&groups::SCHEMA);
/// #     AccessControl::builder(users).authenticator(jwt).build().unwrap()
/// # }
/// ```
pub async fn ungated_routes<S, B, P>(
    app: &S,
    requests: impl IntoIterator<Item = (Method, P)>,
) -> Vec<UngatedRoute>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
    P: AsRef<str>,
{
    let mut ungated = Vec::new();
    for (method, path) in requests {
        let path = path.as_ref().to_owned();
        if ask(app, &method, &path).await == Told::Ungated {
            ungated.push(UngatedRoute { method, path });
        }
    }
    ungated
}

/// Fails when one of these paths answers without a gate, as [`ungated_routes`] finds them, or when
/// the application has no route for it, so that a misspelt path is not taken for a gated one.
///
/// # Panics
///
/// Naming the routes; also if there are no paths to ask for.
pub async fn assert_no_ungated_route<S, B, P>(
    app: &S,
    requests: impl IntoIterator<Item = (Method, P)>,
) where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
    P: AsRef<str>,
{
    let (mut asked, mut wrong) = (0, Vec::new());
    for (method, path) in requests {
        let path = path.as_ref();
        asked += 1;
        match ask(app, &method, path).await {
            Told::Fine => {}
            Told::Ungated => wrong.push(format!("{method} {path} answers without a gate")),
            Told::Nothing => wrong.push(format!(
                "{method} {path} answers with nothing: there is no handler, or one without a gate"
            )),
            Told::NoRoute => wrong.push(format!("{method} {path} is no route of the application")),
        }
    }
    assert!(asked > 0, "there are no paths to ask for");
    fail_if_any(&wrong);
}

pub(super) fn fail_if_any(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{}\nhelp: write one of the gates above each handler, or `#[no_auth]` if nobody is to be \
         looked at",
        wrong.join("\n")
    );
}
