//! What may be done with a resource.

use proc_macro2::Ident;

/// The verbs there are, in the order in which permissions are counted.
pub(crate) const VERBS: [&str; 4] = ["GET", "CREATE", "UPDATE", "DELETE"];

/// The bit of a verb in a mask, if it is one.
pub(super) fn bit(verb: &Ident) -> Option<u8> {
    let position = VERBS.iter().position(|known| verb == known)?;
    Some(1 << position)
}

/// The verbs of a mask.
pub(super) fn of_mask(mask: u8) -> impl Iterator<Item = &'static str> {
    let with_bits = VERBS.into_iter().zip([1, 2, 4, 8]);
    with_bits.filter_map(move |(verb, bit)| (mask & bit != 0).then_some(verb))
}
