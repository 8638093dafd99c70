//! Everything inside `main`, as rustdoc wraps an example.
#![deny(warnings)]

fn main() {
    use actix_web::get;
    use guard_runtime::{requires_group, requires_user};

    guard_runtime::define_groups! {
        mod groups { sales, r#type: sales }
    }

    #[requires_group(sales, groups = groups)]
    #[get("/a")]
    async fn a() -> &'static str {
        "a"
    }

    #[get("/b")]
    #[requires_group(any(r#type, core_portal), groups = groups)]
    #[requires_user]
    async fn r#match() -> &'static str {
        "b"
    }

    let _ = actix_web::App::new().service(a).service(r#match);
}
