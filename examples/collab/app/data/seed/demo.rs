//! The accounts to try the example with. Their password is public: this is an example.

/// The password of all of them.
pub(crate) const PASSWORD: &str = "correct-horse-battery";

/// The project that everybody who works here may look at.
pub(crate) const INTERNAL: i64 = 1;

/// The project that exists for its members alone.
pub(crate) const PRIVATE: i64 = 2;

/// An account to sign in with.
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) login: &'static str,
    pub(crate) name: &'static str,
    /// What it is there to show.
    pub(crate) purpose: &'static str,
    pub(crate) group: &'static str,
    pub(crate) roles: &'static [&'static str],
    /// The roles in projects.
    pub(crate) member: &'static [(i64, &'static str)],
    pub(crate) blocked: bool,
}

const NOBODY: Account = Account {
    id: 0,
    login: "",
    name: "",
    purpose: "",
    group: "core_internal",
    roles: &["user"],
    member: &[],
    blocked: false,
};

pub(crate) const ACCOUNTS: [Account; 9] = [
    Account {
        id: 1,
        login: "admin",
        name: "Ida Nyberg",
        purpose: "an administrator, and member of no project",
        roles: &["administrator"],
        ..NOBODY
    },
    Account {
        id: 2,
        login: "manager",
        name: "Tom Okafor",
        purpose: "manager of both projects",
        member: &[(INTERNAL, "manager"), (PRIVATE, "manager")],
        ..NOBODY
    },
    Account {
        id: 3,
        login: "writer",
        name: "Mei Tanaka",
        purpose: "writer in both projects",
        member: &[(INTERNAL, "writer"), (PRIVATE, "writer")],
        ..NOBODY
    },
    Account {
        id: 4,
        login: "reader",
        name: "Ben Castellano",
        purpose: "reader in the private project",
        member: &[(PRIVATE, "reader")],
        ..NOBODY
    },
    Account {
        id: 5,
        login: "staff",
        name: "Sofia Marin",
        purpose: "works here and is member of no project",
        ..NOBODY
    },
    Account {
        id: 6,
        login: "partner",
        name: "Nadia Petrescu",
        purpose: "a portal user, reader in the private project",
        group: "core_portal",
        member: &[(PRIVATE, "reader")],
        ..NOBODY
    },
    Account {
        id: 7,
        login: "guest",
        name: "Gala Event",
        purpose: "an account that is no more than a guest",
        group: "core_public",
        roles: &[],
        ..NOBODY
    },
    Account {
        id: 8,
        login: "blocked",
        name: "Marc Dubois",
        purpose: "has left: the account is blocked",
        member: &[(INTERNAL, "manager")],
        blocked: true,
        ..NOBODY
    },
    Account {
        id: 9,
        login: "auditor",
        name: "Iris Lund",
        purpose: "has roles that were defined at run time",
        roles: &["user", "auditor"],
        member: &[(PRIVATE, "tester")],
        ..NOBODY
    },
];
