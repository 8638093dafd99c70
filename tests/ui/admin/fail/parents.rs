//! Parts that stand where they cannot.
use guard_runtime::admin::{App, LinkPage, PageGroup, Site};
use guard_runtime::admin::{admin_app, admin_site, link_page, page_group};

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[admin_app(under = Office)]
struct Sales;
impl App for Sales {}

#[page_group(under = Sales)]
struct Settings;
impl PageGroup for Settings {}

#[link_page(under = Settings, to = "/manual")]
struct Manual;
impl LinkPage for Manual {}

#[admin_app(under = Sales)]
struct AppInApp;
impl App for AppInApp {}

#[admin_app(under = Settings)]
struct AppInGroup;
impl App for AppInGroup {}

#[link_page(under = Manual, to = "/manual")]
struct PageInPage;
impl LinkPage for PageInPage {}

#[page_group(under = String)]
struct InString;
impl PageGroup for InString {}

#[link_page(under = Sales, under = Office, to = "/manual")]
struct Twice;
impl LinkPage for Twice {}

#[link_page(under = Sales, to = "/manual")]
#[link_page(under = Office, to = "/manual")]
struct TwoPlaces;
impl LinkPage for TwoPlaces {}

#[admin_app(under = Office)]
#[page_group(under = Sales)]
struct TwoKinds;
impl App for TwoKinds {}

fn main() {}
