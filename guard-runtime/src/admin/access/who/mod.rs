//! Which groups, roles and users may do something.

mod givers;
mod holders;
mod how;
mod wanted;

pub use givers::{Giver, Givers};
pub use holders::{Holder, Holders};
pub use how::{How, TokenEffect};
pub use wanted::Wanted;
