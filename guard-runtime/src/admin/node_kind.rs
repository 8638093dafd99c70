//! The kinds of parts of a tree.

/// What a part of the tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AdminNodeKind))]
#[non_exhaustive]
pub enum NodeKind {
    /// The root.
    Site,
    /// A part of the site.
    App,
    /// Pages that belong together.
    Group,
    /// The records of a model.
    ModelPage,
    /// A form.
    FormPage,
    /// Whatever its handler shows.
    PlainPage,
    /// A way to somewhere else.
    Link,
    /// Who may do what, and why.
    AccessPage,
}

impl NodeKind {
    /// Whether it is a page; else it holds pages.
    #[must_use]
    pub fn is_page(self) -> bool {
        !matches!(self, Self::Site | Self::App | Self::Group)
    }
}
