//! Types and models that there are not.
use guard_runtime::admin::{
    App, ModelPage, PageAction, PageGroup, Site, admin_app, admin_site, model_page, page_action,
    page_group,
};

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[admin_app(under = Offise)]
struct Sales;
impl App for Sales {}

#[page_group(under = office::Sales)]
struct Settings;
impl PageGroup for Settings {}

mod note {}

#[model_page(under = Office, model = nots, list(text))]
struct Misspelt;
impl ModelPage for Misspelt {}

#[model_page(under = Office, model = note)]
struct WithoutEntity;
impl ModelPage for WithoutEntity {}

#[page_action(on = Notes, target = one)]
#[derive(serde::Deserialize)]
struct Archive;
impl PageAction for Archive {
    async fn run(
        self,
        _: &guard_runtime::Env,
        _: &guard_runtime::records::GuardedDb,
        _: &[i64],
    ) -> Result<guard_runtime::admin::Done, guard_runtime::admin::RunError> {
        Ok(guard_runtime::admin::Done::said("done"))
    }
}

fn main() {}
