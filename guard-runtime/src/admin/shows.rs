//! What pages about access show.

/// What a page about access shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Models × operations × groups.
    Matrix,
    /// Why somebody may or may not.
    Explain,
    /// Every endpoint with its gate.
    Routes,
    /// Which groups, roles and users may do something.
    WhoCan,
    /// The users with their groups and roles.
    Users,
    /// The projects with their members and roles.
    Projects,
    /// The personal access tokens of everybody.
    Tokens,
    /// What was handed out and taken away.
    Changes,
}
