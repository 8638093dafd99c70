//! Who asks.

use guard_runtime::{Env, User};

use crate::groups;
use crate::rows::{CONTACT, SELLER};

fn env(user: User) -> Env {
    Env::of(user.with_companies([1]).with_contact(CONTACT)).unwrap()
}

/// In no group, with all that rules compare with.
pub(crate) fn nobody() -> Env {
    env(User::new(SELLER))
}

pub(crate) fn portal() -> Env {
    env(User::new(SELLER).in_group(groups::core_portal))
}

pub(crate) fn seller() -> Env {
    env(User::new(SELLER).in_group(groups::sales_user))
}

pub(crate) fn manager() -> Env {
    env(User::new(9).in_group(groups::sales_manager))
}

pub(crate) fn admin() -> Env {
    env(User::new(10).in_group(groups::admin))
}
