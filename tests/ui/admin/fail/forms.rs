//! Forms whose fields cannot be those of a form.
use guard_runtime::Env;
use guard_runtime::admin::{Done, FormPage, RunError, Site, admin_site, form_page};
use guard_runtime::records::GuardedDb;
use serde::Deserialize;

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

macro_rules! submits {
    ($($name:ident)*) => {$(
        impl FormPage for $name {
            async fn submit(self, _: &Env, _: &GuardedDb) -> Result<Done, RunError> {
                Ok(Done::said("done"))
            }
        }
    )*};
}
submits!(Renamed Options Types Conditional);

#[form_page(under = Office)]
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Renamed {
    #[serde(rename = "body")]
    text: String,
    #[serde(flatten)]
    more: std::collections::HashMap<String, String>,
    #[serde(default)]
    fine: bool,
}

#[form_page(under = Office)]
#[derive(Deserialize)]
struct Options {
    #[field]
    bare: String,
    #[field(lable = "Text", help = "What it is")]
    unknown: String,
    #[field(label = 7, choices = "a", long = true)]
    values: String,
    #[field(choices = [])]
    nothing: String,
    #[field(choices = ["a", 7, "a"])]
    mixed: String,
    #[field(label = "One", label = "Two", "three")]
    twice: String,
}

#[form_page(under = Office)]
#[derive(Deserialize)]
struct Types {
    #[field(long)]
    flag: bool,
    #[field(long, choices = ["a"])]
    choice: String,
}

#[form_page(under = Office)]
#[derive(Deserialize)]
struct Conditional {
    #[cfg(unix)]
    unix: String,
}

fn main() {}
