//! Who asks.

use super::server::{
    ADMIN, BLOCKED, CLERK, GUEST, Headers, MANAGER, PORTAL, PORTAL2, SALES, api_key, bearer,
    expired, signed_in, token,
};
use crate::app::data::seed::demo::API_KEY;

type Caller = (&'static str, Headers);

/// With each kind of credentials, and as each of the accounts.
pub(crate) fn with_all_credentials() -> [Caller; 16] {
    let both = [signed_in("admin"), api_key(API_KEY)].concat();
    [
        ("anonymous", Vec::new()),
        ("garbage", bearer("a.b.c")),
        ("expired", expired(ADMIN)),
        ("gone", token(4711)),
        ("guest", signed_in("guest")),
        ("portal", signed_in("portal")),
        ("portal2", signed_in("portal2")),
        ("clerk", signed_in("clerk")),
        ("sales", signed_in("sales")),
        ("manager", signed_in("manager")),
        ("admin", signed_in("admin")),
        ("blocked", token(BLOCKED)),
        ("API key", api_key(API_KEY)),
        ("wrong API key", api_key("bo_scanner7_wrong")),
        ("no API key", api_key("secret")),
        ("both", both),
    ]
}

/// Those for whom invoices differ.
pub(crate) fn of_invoices() -> [Caller; 11] {
    [
        ("anonymous", Vec::new()),
        ("expired", expired(MANAGER)),
        ("guest", token(GUEST)),
        ("portal", token(PORTAL)),
        ("portal2", token(PORTAL2)),
        ("clerk", token(CLERK)),
        ("sales", token(SALES)),
        ("manager", token(MANAGER)),
        ("admin", token(ADMIN)),
        ("blocked", token(BLOCKED)),
        ("API key", api_key(API_KEY)),
    ]
}
