//! The table of a model.

/// Where the rows of a model are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The schema, if one is named.
    pub schema: Option<&'static str>,
    /// The name.
    pub name: &'static str,
}
