//! Methods with `self`.
use actix_web::{App, web};
use guard_runtime::{allows_public, requires_internal, requires_user};

struct Controller {
    name: &'static str,
}

impl Controller {
    #[requires_user]
    async fn by_reference(&self) -> &'static str {
        self.name
    }

    #[requires_internal]
    async fn by_value(self, id: web::Path<u32>) -> String {
        format!("{} {id}", self.name)
    }

    #[allows_public]
    async fn in_a_box(mut self: Box<Self>) -> &'static str {
        self.name = "box";
        self.name
    }

    #[requires_user]
    fn two_mistakes(&mut self) -> &'static str {
        self.name
    }
}

fn main() {
    App::new()
        .route("/reference", web::get().to(Controller::by_reference))
        .route("/two", web::get().to(Controller::two_mistakes));
}
