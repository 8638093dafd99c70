//! A module in a folder.
pub async fn show() {}
pub async fn list() {}

pub struct Orders;

impl Orders {
    pub async fn list() {}
    pub async fn passed_on() {}
    fn configure(config: &mut actix_web::web::ServiceConfig) {
        config.route("/a", actix_web::web::get().to(Self::list)); //~ 53
        config.route("/b", actix_web::web::get().to(super::by_hand)); //~ 53
        config.route("/c", actix_web::web::get().to(super::list));
    }
}
