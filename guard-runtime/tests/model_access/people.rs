//! Who asks.

use guard_runtime::{Env, User};

use crate::groups;

pub(crate) fn env(user: User) -> Env {
    Env::of(user).expect("a user who may come in")
}

pub(crate) fn seller() -> User {
    User::new(7)
        .in_group(groups::sales_user)
        .with_companies([1, 2])
}

pub(crate) fn manager() -> User {
    User::new(8)
        .in_group(groups::sales_manager)
        .with_companies([1])
}

pub(crate) fn customer() -> User {
    let user = User::new(9).in_group(groups::core_portal);
    user.with_companies([1]).with_contact(30)
}

pub(crate) fn auditor() -> User {
    User::new(10)
        .in_group(groups::auditor)
        .with_companies([1, 2, 3])
}
