//! A declaration that comes after its users, visible as `pub(crate)`.
#![deny(warnings)]
#![allow(dead_code)]

mod access {
    pub mod handlers {
        use actix_web::get;
        use guard_runtime::requires_group;

        #[requires_group(sales, groups = crate::access::declared::groups)]
        #[get("/a")]
        pub async fn a() -> &'static str {
            "a"
        }

        #[requires_group(any(sales, support), groups = super::declared::groups)]
        #[get("/b")]
        pub async fn b() -> &'static str {
            "b"
        }
    }

    pub mod declared {
        guard_runtime::define_groups! {
            pub(crate) mod groups { sales: core_internal, support }
        }
    }
}

fn main() {
    let _ = actix_web::App::new()
        .service(access::handlers::a)
        .service(access::handlers::b);
}
