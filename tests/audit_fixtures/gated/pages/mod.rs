//! A module in a folder.
pub use guard_runtime::requires_internal as staff;

#[staff]
pub async fn list() {}

pub struct Orders;

impl Orders {
    #[guard_runtime::requires_user]
    pub async fn list<T>() {}
}
