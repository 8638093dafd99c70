//! What the pages about access ask: who there is, what is stored of them, and what was changed.

mod people;
mod role_names;

use guard_runtime::RoleCatalog;
use guard_runtime::admin::Access;
use guard_runtime::admin::access::{AssignmentRules, Records, Vocabulary};
use guard_runtime::records::GuardedDb;
use guard_runtime::sql::{SqlChangeLog, SqlTokenStore};
use sea_orm::DatabaseConnection;

use self::people::People;
use self::role_names::Assignments;
use super::data::{company, contact, invoice, order, product, setting, ticket, user};
use super::permissions::scopes;
use super::{groups, roles};

/// All that the pages ask. `guarded` says who is told why a record is refused.
pub(crate) fn given(db: &DatabaseConnection, guarded: &GuardedDb, tokens: SqlTokenStore) -> Access {
    let vocabulary = Vocabulary::new(&groups::SCHEMA)
        .roles(RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA))
        .scopes(&scopes::SCHEMA);
    // Who looks after accounts puts people into teams of which they are no part themselves.
    let rules = AssignmentRules::new(&vocabulary)
        .counting(groups::account_admin, groups::support)
        .counting(groups::account_admin, groups::warehouse)
        .counting(groups::account_admin, groups::sales_manager)
        .counting(groups::account_admin, groups::auditor);
    Access::new(vocabulary)
        .accounts(People::new(db.clone()))
        .roles(Assignments::new(db.clone()))
        .tokens(tokens)
        .changes(SqlChangeLog::new(db.clone()))
        .records(records(guarded))
        .assignments(rules)
        .view_as()
}

fn records(db: &GuardedDb) -> Records {
    Records::default()
        .with::<company::Entity, i64>(db)
        .with::<contact::Entity, i64>(db)
        .with::<invoice::Entity, i64>(db)
        .with::<order::Entity, i64>(db)
        .with::<product::Entity, i64>(db)
        .with::<setting::Entity, String>(db)
        .with::<ticket::Entity, i64>(db)
        .with::<user::Entity, i64>(db)
}
