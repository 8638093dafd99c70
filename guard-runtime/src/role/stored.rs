//! A role as plain text: how it is typed in, stored and sent.

/// A role as it is stored, or as a person defines it: nothing in it has been checked.
///
/// [`RoleCatalog::define`](super::RoleCatalog::define) takes it from people,
/// [`RoleCatalog::load`](super::RoleCatalog::load) from storage.
///
/// ```
/// use guard_runtime::StoredRole;
///
/// let role = StoredRole::new("auditor", ["admin.configuration:GET"]).titled("Auditor");
/// assert_eq!(role.permissions, ["admin.configuration:GET"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredRole {
    /// The name, by which users and members refer to it.
    pub name: String,
    /// What people call it; may be empty.
    pub title: String,
    /// What it is for; may be empty.
    pub description: String,
    /// What it may do, in the string form of permissions.
    pub permissions: Vec<String>,
}

impl StoredRole {
    /// A role of this name with these permissions, without title and description.
    pub fn new<P: Into<String>>(
        name: impl Into<String>,
        permissions: impl IntoIterator<Item = P>,
    ) -> Self {
        Self {
            name: name.into(),
            permissions: permissions.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// Sets what people call it.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets what it is for.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }
}
