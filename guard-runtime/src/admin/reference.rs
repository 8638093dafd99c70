//! Fields that are the key of a record of another page.

use std::fmt;

use super::{DeclaredModelPage, Node};
use crate::records::KeyOf;

/// The page that a field refers to, as [`Shown::refers`](super::Shown::refers) names it.
#[derive(Clone, Copy)]
pub struct Reference {
    // Called when it is needed: two pages that refer to each other would be a cycle of constants.
    node: fn() -> &'static Node,
}

impl Reference {
    /// The page.
    #[must_use]
    pub fn page(self) -> &'static Node {
        (self.node)()
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reference")
    }
}

/// What holds a key of this type, or nothing.
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` refers to records whose key is `{K}`",
    label = "the two types differ",
    note = "the field has to be of the type of the key of the page's model, or an `Option` of it"
)]
pub trait Refers<K> {}

impl<K> Refers<K> for K {}

impl<K> Refers<K> for Option<K> {}

/// A field of the records `M` that is a key of the page `P`.
#[must_use]
pub const fn refers<P: DeclaredModelPage, M, T: Refers<KeyOf<P::Entity>>>(
    _: fn(&M) -> &T,
) -> Reference {
    Reference { node: || P::NODE }
}
