//! Attributes on what is no plain struct.
use guard_runtime::admin::{App, Site, admin_app, admin_site, form_page, page_action, plain_page};
use guard_runtime::requires_user;

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[admin_app(under = Office)]
enum Enumeration {}
impl App for Enumeration {}

#[requires_user]
#[admin_app(under = Office)]
pub enum Gated {}
impl App for Gated {}

#[admin_app(under = Office)]
struct Tuple(u8);
impl App for Tuple {}

#[admin_app(under = Office)]
struct Fields {
    title: String,
}
impl App for Fields {}

#[admin_app(under = Office)]
struct Generic<T> {
    marker: std::marker::PhantomData<T>,
}

#[plain_page(under = Office)]
async fn function() {}

#[plain_page(under = Office)]
mod module {}

#[plain_page(under = Office)]
impl Office {}

#[plain_page(under = Office)]
type Alias = Office;

#[form_page(under = Office)]
#[derive(serde::Deserialize)]
struct TupleForm(String);

#[page_action(on = Office, target = page)]
trait Action {}

fn main() {
    function();
}
