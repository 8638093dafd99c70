//! In `impl` blocks, generic functions and other modules, mistakes read the same.
guard_runtime::define_groups! {
    pub mod groups { sales, support }
}

mod handlers {
    pub mod deep {
        use guard_runtime::{allows_public, requires_group};

        #[requires_group(salse)]
        pub async fn handler() -> &'static str {
            "handler"
        }

        #[requires_group(sales)]
        #[allows_public]
        pub async fn contradiction() -> &'static str {
            "contradiction"
        }
    }
}

pub struct Controller<T>(T);

impl<T: 'static> Controller<T> {
    #[guard_runtime::requires_group(suport)]
    pub async fn index() -> &'static str {
        "index"
    }

    #[guard_runtime::requires_group(sales support)]
    pub async fn list<U: actix_web::FromRequest>(_: U) -> &'static str {
        "list"
    }
}

#[guard_runtime::requires_group(any(sales, supporter))]
async fn generic<T>(_: T) -> &'static str
where
    T: actix_web::FromRequest + 'static,
{
    "generic"
}

fn main() {
    actix_web::App::new()
        .route("/", actix_web::web::get().to(handlers::deep::handler))
        .route("/c", actix_web::web::get().to(Controller::<u8>::index))
        .route("/g", actix_web::web::get().to(generic::<String>));
}
