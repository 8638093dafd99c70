//! What a change is about, and how far it has come.

use serde::Serialize;

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AssignmentKind {
    /// Groups.
    Group,
    /// Roles outside of projects.
    Role,
    /// Membership in a project; its name stands with the roles.
    Member,
    /// A personal access token.
    Token,
    /// Viewing the site as somebody else.
    ViewAs,
}

/// How far a change has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeState {
    /// It was to be made. It stays so if nobody could say how it ended: it may have been made.
    Begun,
    /// It was made.
    Done,
    /// It was not.
    Failed,
}

impl AssignmentKind {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("group", Self::Group),
        ("role", Self::Role),
        ("member", Self::Member),
        ("token", Self::Token),
        ("view_as", Self::ViewAs),
    ];

    /// `group`, `role`, `member`, `token`, `view_as`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, it)| *it == self);
        named.map_or("", |(name, _)| name)
    }
}

impl ChangeState {
    pub(crate) const ALL: [(&'static str, Self); 3] = [
        ("begun", Self::Begun),
        ("done", Self::Done),
        ("failed", Self::Failed),
    ];

    /// `begun`, `done`, `failed`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, it)| *it == self);
        named.map_or("", |(name, _)| name)
    }
}
