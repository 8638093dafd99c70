//! Gates on what is no function.
use guard_runtime::{allows_public, no_auth, requires_group, requires_internal, requires_user};

#[requires_user]
struct Structure;

#[requires_internal]
/// With a comment.
#[derive(Clone)]
pub enum Enumeration {}

#[allows_public]
impl Structure {}

#[no_auth]
mod module {}

#[requires_group(sales)]
const CONSTANT: u8 = 1;

#[requires_user]
static STATIC: u8 = 1;

#[requires_user]
pub use std::fmt;

#[requires_user]
type Alias = Structure;

#[requires_user]
trait Trait {
    #[requires_user]
    async fn required() -> &'static str;

    #[requires_user]
    fn plain(&self);
}

#[requires_user]
macro_rules! rules {
    () => {};
}

fn main() {
    rules!();
    let _ = (Structure, CONSTANT, STATIC);
}
