//! Options that are unknown, missing, written twice, or written wrongly.
use guard_runtime::admin::{App, LinkPage, PageGroup, PlainPage, Site, admin_app, admin_site};
use guard_runtime::admin::{link_page, page_group, plain_page};

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[admin_site]
struct Nowhere;
impl Site for Nowhere {}

#[admin_site(path = "admin/", titel = "Office", under = Office)]
struct Misplaced;
impl Site for Misplaced {}

#[admin_site(slug = "admin")]
struct Slugged;
impl Site for Slugged {}

#[admin_app]
struct Floating;
impl App for Floating {}

#[admin_app(parent = Office, name = "Sales", icon = "cart")]
struct Sales;
impl App for Sales {}

#[admin_app(under = Office, title = "", slug = "Sell it", order = first, independent = "  ")]
struct Values;
impl App for Values {}

#[page_group(under = "Office", title("Settings"), order = 1, order = 2, slug)]
struct Shapes;
impl PageGroup for Shapes {}

#[page_group(under Office, "title")]
struct Words;
impl PageGroup for Words {}

#[plain_page(under = Office, order = 99999999999, list(number), only(read))]
struct Dashboard;
impl PlainPage for Dashboard {
    async fn show(
        _: &guard_runtime::Env,
        _: &guard_runtime::records::GuardedDb,
    ) -> Result<guard_runtime::admin::Content, guard_runtime::admin::RunError> {
        Err(guard_runtime::admin::RunError::failed("empty"))
    }
}

#[link_page(under = Office)]
struct Manual;
impl LinkPage for Manual {}

#[link_page(under = Office, url = "https://docs.example.com")]
struct Help;
impl LinkPage for Help {}

#[link_page(under = Office, to = "javascript:alert(1)")]
struct Script;
impl LinkPage for Script {}

#[plain_page(under = Office)]
#[allow(uncommon_codepoints)]
struct Übersicht;

fn main() {}
