//! An application's groups, users and tokens, for tests.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "each test uses its own part"
)]

pub(crate) mod http;

use std::time::Duration;

use actix_web::dev::ServiceResponse;
use guard_runtime::{
    AccessControl, AccessControlBuilder, Algorithm, Answer, AuthError, Directory, Id, Identity,
    Jwt, Key, TokenIssuer, User,
};

guard_runtime::define_groups! {
    /// The groups of the tests.
    pub mod groups {
        /// Sells.
        sales: core_internal,
        /// Leads the sales team.
        manager: sales,
        /// Answers questions, from outside.
        support: core_portal,
        /// Reads the books.
        auditor,
        /// Nobody is in these; gates of many names need them.
        unit_a,
        /// The same.
        unit_b,
        /// The same.
        unit_c,
        /// The same.
        unit_d,
        /// The same.
        unit_e,
        /// The same.
        unit_f,
    }
}

guard_runtime::define_roles! {
    /// The roles of the tests.
    pub mod roles {
        /// Edits pages.
        editor,
        /// Publishes them.
        publisher,
    }
}

pub(crate) const SECRET: &[u8] = b"a secret of thirty-two bytes or more";
pub(crate) const ISSUER: &str = "https://login.example.com";
pub(crate) const AUDIENCE: &str = "tests";

/// Users by name; some of them make trouble.
pub(crate) struct Users;

impl Directory for Users {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            let Some(id) = identity.subject.clone() else {
                return Ok(None);
            };
            let user = User::new(id.clone());
            Ok(Some(match id.to_string().as_str() {
                "guest-user" => user.in_group(groups::core_public),
                "portal" => user.in_group(groups::core_portal),
                "portal-public" => user
                    .in_group(groups::core_portal)
                    .in_group(groups::core_public),
                "internal" => user.in_group(groups::core_internal),
                "sales" => user.in_group(groups::sales),
                "manager" => user.in_group(groups::manager),
                "support" => user.in_group(groups::support),
                "auditor" => user.in_group(groups::auditor),
                "editor" => user.with_role(roles::editor),
                "blocked" => user.in_group(groups::manager).blocked(true),
                "both" => user.in_group(groups::sales).in_group(groups::support),
                "down" => return Err(AuthError::Unavailable("the database is down")),
                _ => return Ok(None),
            }))
        })
    }
}

pub(crate) fn jwt() -> Jwt {
    Jwt::builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .keys(Key::hmac(Algorithm::HS256, SECRET).expect("a long secret"))
        .build()
        .expect("a complete configuration")
}

pub(crate) fn builder() -> AccessControlBuilder {
    AccessControl::builder(Users).authenticator(jwt())
}

pub(crate) fn access() -> AccessControl {
    builder().build().expect("a complete configuration")
}

pub(crate) fn issuer() -> TokenIssuer {
    TokenIssuer::hmac(Algorithm::HS256, SECRET)
        .expect("a long secret")
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .lifetime(Duration::from_mins(10))
}

/// A valid token of this user.
pub(crate) fn token(user: &str) -> String {
    issuer()
        .issue(&Id::from(user), ())
        .expect("plain claims")
        .token
}

/// A token that was valid until an hour ago.
pub(crate) fn expired(user: &str) -> String {
    issuer()
        .clock(|| 1_000_000_000)
        .issue(&Id::from(user), ())
        .expect("plain claims")
        .token
}

/// A header of a response, as text; empty if there is none.
pub(crate) fn header<B>(response: &ServiceResponse<B>, name: &str) -> String {
    let value = response.headers().get(name);
    value.map_or_else(String::new, |value| {
        value.to_str().expect("plain text").to_owned()
    })
}
