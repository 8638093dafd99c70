//! Pages about access that do not say who they are for, or what they show.
use guard_runtime::admin::{AccessPage, Site, access_page, admin_site};
use guard_runtime::{allows_public, requires_internal};

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[access_page(under = Office, shows = matrix)]
struct Ungated;
impl AccessPage for Ungated {}

#[allows_public]
#[access_page(under = Office, shows = routes, independent = "it is no secret")]
struct Open;
impl AccessPage for Open {}

#[access_page(under = Office, shows = routes, independent = "it is no secret")]
struct Alone;
impl AccessPage for Alone {}

#[requires_internal]
#[access_page(under = Office)]
struct OfNothing;
impl AccessPage for OfNothing {}

#[requires_internal]
#[access_page(under = Office, shows = matricks)]
struct Misspelt;
impl AccessPage for Misspelt {}

#[requires_internal]
#[access_page(under = Office, shows = everything)]
struct OfAll;
impl AccessPage for OfAll {}

#[requires_internal]
#[access_page(under = Office, shows = "matrix")]
struct Quoted;
impl AccessPage for Quoted {}

fn main() {}
