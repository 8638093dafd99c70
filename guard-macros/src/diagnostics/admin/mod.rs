//! What is said of the attributes of the admin tree.

pub(crate) mod field;
pub(crate) mod gate;
pub(crate) mod item;
pub(crate) mod model;
pub(crate) mod option;
pub(crate) mod value;
