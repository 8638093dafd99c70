//! The permissions of the tests, as `define_scopes!` declares them.

use guard_runtime::__private::{OfAll, OfProject, resource, scope, scopes};
use guard_runtime::{ResourceEntry, Schema, ScopeEntry, Scopes};

#[derive(Debug)]
pub(crate) enum Declared {}

impl Schema for Declared {
    const SCHEMA: &'static Scopes = &SCHEMA;
}

const GET: u8 = 1;
const CREATE: u8 = 2;
const UPDATE: u8 = 4;
const DELETE: u8 = 8;

const ACCOUNT: &[ResourceEntry] = &[resource("tokens", "", "", GET | CREATE | DELETE, 0)];
const ADMIN: &[ResourceEntry] = &[
    resource("tokens", "", "", GET | DELETE, 3),
    resource("configuration", "", "", GET | UPDATE, 5),
    resource("projects", "", "", GET, 7),
];
const PROJECT: &[ResourceEntry] = &[resource("root", "", "", GET | UPDATE | DELETE, 8)];
const ENTRIES: &[ScopeEntry] = &[
    scope("account", "", "", None, &[], ACCOUNT),
    scope("admin", "", "", None, &[], ADMIN),
    scope(
        "project",
        "",
        "",
        Some("project_id"),
        &[("admin", "projects")],
        PROJECT,
    ),
];

pub(crate) static SCHEMA: Scopes = scopes("tokens::schema", ENTRIES);

type Global<const INDEX: u32> = OfAll<Declared, INDEX>;
type InProject<const INDEX: u32> = OfProject<Declared, INDEX>;

pub(crate) const OWN_GET: Global<0> = Global::new();
pub(crate) const OWN_CREATE: Global<1> = Global::new();
pub(crate) const OWN_DELETE: Global<2> = Global::new();
pub(crate) const ALL_GET: Global<3> = Global::new();
pub(crate) const ALL_DELETE: Global<4> = Global::new();
pub(crate) const CONFIG_GET: Global<5> = Global::new();
pub(crate) const CONFIG_UPDATE: Global<6> = Global::new();
pub(crate) const ROOT_GET: InProject<8> = InProject::new();
pub(crate) const ROOT_UPDATE: InProject<9> = InProject::new();
