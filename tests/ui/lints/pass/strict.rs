//! The expansion adds no warning to a crate that forbids them.
#![deny(
    warnings,
    missing_docs,
    unused,
    unreachable_pub,
    unused_qualifications,
    rust_2018_idioms,
    unsafe_code,
    let_underscore,
    nonstandard_style,
    future_incompatible
)]
#![forbid(unsafe_code)]

use actix_web::{App, Responder, get, post, web};
use guard_runtime::{requires_group, requires_internal, requires_role, requires_user};

guard_runtime::define_groups! {
    /// Groups.
    pub mod groups {
        /// Sells.
        sales: core_internal,
        /// Answers.
        support,
    }
}

guard_runtime::define_roles! {
    mod roles { editor }
}

/// A handler.
#[requires_group(any(sales, support))]
#[requires_role(editor)]
#[get("/")]
pub(crate) async fn handler(mut number: web::Json<u32>, _unused: web::Bytes) -> impl Responder {
    const ONE: u32 = 1;
    number.0 += ONE;
    number.to_string()
}

#[requires_internal]
#[post("/")]
#[requires_user]
async fn split() -> &'static str {
    "split"
}

fn main() {
    drop(App::new().service(handler).service(split));
}
