//! What the tests declare, and who there is.

use guard_runtime::admin::access::{Account, Vocabulary};
use guard_runtime::{Id, RoleCatalog, StoredRole, User};

guard_runtime::define_groups! {
    /// Who works with invoices.
    pub mod groups {
        /// Sells.
        sales_user: core_internal,
        /// Leads the sales team.
        sales_manager: sales_user,
        /// Keeps the books.
        accountant: core_internal,
        /// Both at once.
        director: sales_manager + accountant,
        /// Sells for us.
        partner: core_portal,
    }
}

/// The same names, of somebody else.
pub mod foreign {
    guard_runtime::define_groups! {
        /// Others.
        pub mod groups {
            /// Another one.
            director: core_internal,
            /// Another one.
            sales_user: director,
        }
    }
}

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub mod scopes {
        /// Administration.
        admin {
            /// Users.
            users: GET | UPDATE,
            /// All projects.
            projects: GET | UPDATE,
        }
        /// One project.
        project(project_id) inherits admin.projects {
            /// The project itself.
            root: GET | UPDATE | DELETE,
        }
    }
}

guard_runtime::define_roles! {
    /// What people are entrusted with.
    pub mod roles {
        /// Looks after everything.
        administrator { admin.* = * },
        /// Looks after users.
        keeper { admin.users = * },
        /// Named by a gate, and by nothing else.
        bearer {},
        /// Works on projects.
        editor { project.root = [GET, UPDATE] },
    }
}

pub(crate) fn catalog() -> RoleCatalog {
    let catalog = RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA);
    catalog
        .define(StoredRole::new("reader", ["admin.users:GET"]))
        .unwrap();
    catalog
}

pub(crate) fn vocabulary() -> Vocabulary {
    Vocabulary::new(&groups::SCHEMA)
        .roles(catalog())
        .scopes(&scopes::SCHEMA)
}

/// An account and its user, with these stored names.
pub(crate) fn person(id: i64, groups: &[&str], roles: &[&str]) -> (Account, User) {
    let name = format!("user {id}");
    let (set, unknown) = groups::SCHEMA.set(groups.iter().copied());
    assert!(unknown.is_empty());
    let user = User::new(id).named(name.clone()).with_groups(set);
    let user = catalog().assign(user, roles.iter().copied());
    let account = Account::new(Id::from(id), name).in_groups(groups.iter().copied());
    (account, user)
}

pub(crate) fn user(id: i64, groups: &[&str], roles: &[&str]) -> User {
    person(id, groups, roles).1
}

pub mod invoice {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// What a customer owes.
    #[model_access(
        grant(accountant, CRUD),
        grant(sales_user, RU, where salesperson_id == env.uid && status != "it's"),
        grant(core_portal, R, where contact_id == env.contact_id || ["a", "b"].contains(status)),
        restrict(D, !number.starts_with("X") && !(status == "posted")),
        restrict(R, env.cids.contains(company_id) || company_id.is_none()),
        read(sales_manager, cost),
        filled(cost),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invoice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub company_id: Option<i64>,
        pub contact_id: Option<i64>,
        pub salesperson_id: i64,
        pub number: String,
        pub status: String,
        pub cost: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is on its way.
#[guard_runtime::model_access(
    table = "shipment",
    grant(core_internal, R, where carrier.country != env.region && !carrier.blocked),
    grant(core_internal, R, where stops.any(company_id == env.cid)),
    grant(core_internal, R, where !stops.any(env.cids.contains(company_id))),
    grant(core_internal, R, where !(carrier.country.starts_with("d"))),
    grant(core_internal, R, where !(code.starts_with("d") || code == "O'Neil")),
    grant(core_internal, R, where !["a", "b"].contains(code) && carrier_id.is_some()),
    related(carrier: Carrier, carrier_id == id),
    related(stops: [Stop], id == shipment_id),
)]
pub struct Shipment {
    pub id: i64,
    pub carrier_id: Option<i64>,
    pub code: Option<String>,
}

#[guard_runtime::model_access(table = "carrier", nobody)]
pub struct Carrier {
    pub id: i64,
    pub country: Option<String>,
    pub blocked: bool,
}

#[guard_runtime::model_access(table = "stop", nobody)]
pub struct Stop {
    pub shipment_id: i64,
    pub company_id: Option<i64>,
}

guard_runtime::define_env! {
    /// What rules take from users.
    pub mod attributes {
        /// Where they work.
        region: String,
    }
}
