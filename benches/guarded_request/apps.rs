//! The same application without a gate, with a check by hand, and with ours.

use actix_http::Request;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::rt::SystemRunner;
use actix_web::{App, Error, test, web};
use guard_runtime::{
    AccessControl, Algorithm, ClaimsDirectory, Env, Jwt, Key, User, requires_group,
    requires_internal,
};
use serde::Deserialize;

use crate::by_hand::{InternalUser, Verifier};
use crate::requests::{AUDIENCE, ISSUER, SECRET};

guard_runtime::define_groups! {
    /// None but those built in.
    pub(crate) mod groups {}
}

#[derive(Deserialize)]
pub(crate) struct Order {
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    quantity: u32,
}

fn total(order: &Order) -> String {
    let total = order.lines.iter().map(|line| line.quantity).sum::<u32>();
    total.to_string()
}

pub(crate) async fn open() -> &'static str {
    "x"
}

pub(crate) async fn open_post(order: web::Json<Order>) -> String {
    total(&order)
}

async fn checked(user: InternalUser) -> &'static str {
    std::hint::black_box(user.id);
    "x"
}

async fn checked_post(user: InternalUser, order: web::Json<Order>) -> String {
    std::hint::black_box(user.id);
    total(&order)
}

#[requires_internal]
async fn gated() -> &'static str {
    "x"
}

#[requires_internal]
async fn gated_post(order: web::Json<Order>) -> String {
    total(&order)
}

/// An application under test.
pub(crate) trait Subject:
    Service<Request, Response = ServiceResponse<Self::Body>, Error = Error>
{
    type Body;
}

impl<S, B> Subject for S
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
{
    type Body = B;
}

macro_rules! app {
    ($system:expr, $app:expr, $get:expr, $post:expr) => {
        $system.block_on(test::init_service(
            $app.app_data(web::JsonConfig::default().limit(1024 * 1024))
                .route("/x", web::get().to($get))
                .route("/x", web::post().to($post)),
        ))
    };
}

pub(crate) use app;

pub(crate) fn unguarded(system: &SystemRunner) -> impl Subject + use<> {
    app!(system, App::new(), open, open_post)
}

pub(crate) fn by_hand(system: &SystemRunner) -> impl Subject + use<> {
    let app = App::new().app_data(web::Data::new(Verifier::new()));
    app!(system, app, checked, checked_post)
}

pub(crate) fn jwt() -> Jwt {
    Jwt::builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .keys(Key::hmac(Algorithm::HS256, SECRET).expect("a long secret"))
        .build()
        .expect("a complete configuration")
}

/// With a cache for this many verified tokens.
pub(crate) fn ours(system: &SystemRunner, cache: usize) -> impl Subject + use<> {
    let access = AccessControl::builder(ClaimsDirectory::new(&groups::SCHEMA))
        .authenticator(jwt())
        .token_cache(cache)
        .build()
        .expect("a complete configuration");
    app!(system, App::new().wrap(access), gated, gated_post)
}

/// Gates without the middleware: the caller is attached already.
pub(crate) fn gates_only(system: &SystemRunner) -> impl Subject + use<> {
    app!(system, App::new(), gated, gated_post)
}

pub(crate) fn internal_env() -> Env {
    let user = User::new(7).in_group(guard_runtime::groups::core_internal);
    Env::of(user).expect("a plain user")
}

pub(crate) fn few_groups(system: &SystemRunner) -> impl Subject + use<> {
    let gate = || requires_group(few::Last);
    app!(
        system,
        App::new(),
        gate().handler(open),
        gate().handler(open_post)
    )
}

pub(crate) fn many_groups(system: &SystemRunner) -> impl Subject + use<> {
    let gate = || requires_group(many::Last);
    app!(
        system,
        App::new(),
        gate().handler(open),
        gate().handler(open_post)
    )
}

/// What `define_groups!` writes, with so many groups that only the last one has a name.
macro_rules! many_groups {
    ($name:ident, $count:literal) => {
        pub(crate) mod $name {
            use guard_runtime::__private::{entry, group, groups};
            use guard_runtime::{Entry, Env, Group, GroupRef, Groups, User};

            static ENTRIES: [Entry; $count] = [entry("a_group", "", &[]); $count];
            static SCHEMA: Groups = groups(module_path!(), &ENTRIES);

            #[derive(Clone, Copy)]
            pub(crate) struct Last;

            impl Group for Last {
                // Three are built in, so this is the last one declared.
                const GROUP: GroupRef = group(&SCHEMA, $count + 2);
            }

            pub(crate) fn member() -> Env {
                Env::of(User::new(7).in_group(Last)).expect("a plain user")
            }
        }
    };
}
many_groups!(few, 10);
many_groups!(many, 10_000);
