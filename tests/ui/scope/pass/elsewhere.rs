//! Scopes that are declared in another module, under other names and visibilities.
#![deny(warnings)]
#![allow(dead_code)]

mod access {
    pub mod handlers {
        use guard_runtime::requires_scope;

        #[requires_scope(admin.tools = GET, scopes = crate::access::public::scopes)]
        #[actix_web::get("/a")]
        pub async fn a() -> &'static str {
            "a"
        }

        #[requires_scope(scopes = super::krate::scopes, any(admin.tools = GET, project.root = GET))]
        pub async fn b() -> &'static str {
            "b"
        }

        #[requires_scope(admin.tools = [GET, UPDATE], scopes = super::inside::scopes)]
        pub async fn c() -> &'static str {
            "c"
        }

        #[requires_scope(admin.tools = GET, scopes = super::above::scopes)]
        pub async fn d() -> &'static str {
            "d"
        }

        #[requires_scope(admin.tools = GET, scopes = crate::renamed)]
        pub async fn e() -> &'static str {
            "e"
        }
    }

    pub mod public {
        guard_runtime::define_scopes! {
            pub mod scopes { admin { tools: GET | UPDATE } project(id) { root: GET } }
        }
    }

    pub mod krate {
        guard_runtime::define_scopes! {
            pub(crate) mod scopes { admin { tools: GET | UPDATE } project(id) { root: GET } }
        }
    }

    pub mod inside {
        guard_runtime::define_scopes! {
            pub(in crate::access) mod scopes { admin { tools: GET | UPDATE } }
        }
    }

    pub mod above {
        guard_runtime::define_scopes! {
            pub(super) mod scopes { admin { tools: GET | UPDATE } }
        }
    }
}

pub use access::public::scopes as renamed;

mod private {
    guard_runtime::define_scopes! {
        mod permissions { scopes { permissions: GET } any_thing(r#type) { r#in: GET } }
    }

    #[guard_runtime::requires_scope(
        scopes.permissions = GET,
        any_thing.r#in = GET,
        scopes = self::permissions,
    )]
    pub async fn handler() -> &'static str {
        "private"
    }

    #[guard_runtime::requires_scope(scopes.permissions = GET, scopes = permissions)]
    pub async fn relative() -> &'static str {
        "relative"
    }
}

macro_rules! declare {
    ($vis:vis $name:ident: $($resource:ident)*) => {
        guard_runtime::define_scopes! {
            #[doc = concat!("By", " macro.")]
            $vis mod $name { admin { $($resource: GET),* } }
        }
    };
}
declare!(pub by_macro: one two);

#[guard_runtime::requires_scope(admin.one = GET, admin.two = GET, scopes = by_macro)]
async fn by_macro_declared() -> &'static str {
    "by macro"
}

fn main() {
    guard_runtime::define_scopes! {
        mod local { admin { tools: GET } }
    }

    #[guard_runtime::requires_scope(admin.tools = GET, scopes = local)]
    async fn inside() -> &'static str {
        "inside"
    }

    drop(
        actix_web::App::new()
            .service(access::handlers::a)
            .route("/1", actix_web::web::get().to(access::handlers::b))
            .route("/2", actix_web::web::get().to(access::handlers::c))
            .route("/3", actix_web::web::get().to(access::handlers::d))
            .route("/4", actix_web::web::get().to(access::handlers::e))
            .route("/5", actix_web::web::get().to(private::handler))
            .route("/6", actix_web::web::get().to(private::relative))
            .route("/7", actix_web::web::get().to(by_macro_declared))
            .route("/8", actix_web::web::get().to(inside)),
    );
}
