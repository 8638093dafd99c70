//! The rows of our tables.
#![expect(
    unreachable_pub,
    reason = "the derives make public items; none is reachable"
)]

#[cfg(feature = "admin")]
pub(super) mod assignment_change;
pub(super) mod membership;
pub(super) mod project;
pub(super) mod role;
pub(super) mod role_permission;
pub(super) mod token;
pub(super) mod token_permission;
pub(super) mod token_project;
pub(super) mod token_project_permission;
pub(super) mod token_use;
pub(super) mod user_role;
