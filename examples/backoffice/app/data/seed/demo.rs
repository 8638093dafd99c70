//! The accounts to try the back office with. Their secrets are public: this is an example.

/// The password of all of them.
pub(crate) const PASSWORD: &str = "correct-horse-battery";

/// The key of the warehouse's scanner: `bo_`, what finds it, `_`, what is secret in real life.
pub(crate) const API_KEY: &str = "bo_scanner7_Qm2xV9cRk4TzW8nLp5Hd3sJf6Gy1Ba0E";

/// An account to sign in with.
pub(crate) struct Account {
    pub(crate) id: i64,
    pub(crate) login: &'static str,
    pub(crate) name: &'static str,
    /// What it is there to show.
    pub(crate) purpose: &'static str,
    pub(crate) groups: &'static [&'static str],
    pub(crate) roles: &'static [&'static str],
    /// The first is the one they start in.
    pub(crate) companies: &'static [i64],
    pub(crate) contact: Option<i64>,
    pub(crate) blocked: bool,
}

const NOBODY: Account = Account {
    id: 0,
    login: "",
    name: "",
    purpose: "",
    groups: &[],
    roles: &[],
    companies: &[],
    contact: None,
    blocked: false,
};

pub(crate) const ACCOUNTS: [Account; 8] = [
    Account {
        id: 1,
        login: "sales",
        name: "Sofia Marin",
        purpose: "a salesperson of company 1",
        groups: &["sales_user"],
        companies: &[1],
        ..NOBODY
    },
    Account {
        id: 2,
        login: "manager",
        name: "Tom Okafor",
        purpose: "leads the sales of companies 1 and 2, and sees margins",
        groups: &["sales_manager"],
        roles: &["controller"],
        companies: &[1, 2],
        ..NOBODY
    },
    Account {
        id: 3,
        login: "admin",
        name: "Ida Nyberg",
        purpose: "looks after settings, modules and accounts",
        groups: &["system_admin"],
        companies: &[1, 2, 3],
        ..NOBODY
    },
    Account {
        id: 4,
        login: "clerk",
        name: "Ben Castellano",
        purpose: "an internal user in no further group",
        groups: &["core_internal"],
        companies: &[2],
        ..NOBODY
    },
    Account {
        id: 5,
        login: "portal",
        name: "Nadia Petrescu",
        purpose: "a customer: contact 1",
        groups: &["core_portal"],
        contact: Some(1),
        ..NOBODY
    },
    Account {
        id: 6,
        login: "portal2",
        name: "Jonas Weber",
        purpose: "another customer: contact 2, in core_public as well",
        groups: &["core_portal", "core_public"],
        contact: Some(2),
        ..NOBODY
    },
    Account {
        id: 7,
        login: "guest",
        name: "Gala Event",
        purpose: "an account that is no more than a guest",
        groups: &["core_public"],
        ..NOBODY
    },
    Account {
        id: 8,
        login: "blocked",
        name: "Marc Dubois",
        purpose: "has left: the account is blocked",
        groups: &["sales_user"],
        companies: &[1],
        blocked: true,
        ..NOBODY
    },
];
