//! Gates that contradict each other, or the tree.
use guard_runtime::admin::{App, ModelPage, Site, admin_app, admin_site, model_page};
use guard_runtime::{
    allows_public, no_auth, requires_group, requires_internal, requires_scope, requires_user,
};

guard_runtime::define_groups! {
    mod groups { sales: core_internal }
}

guard_runtime::define_scopes! {
    mod scopes {
        admin { notes: GET }
        project(project_id) { root: GET }
    }
}

mod note {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[requires_user]
struct Alone;

#[no_auth]
#[admin_site(path = "/nobody")]
struct Unasked;
impl Site for Unasked {}

#[allows_public]
#[requires_internal]
#[admin_site(path = "/both")]
struct Contradiction;
impl Site for Contradiction {}

#[admin_site(path = "/portal")]
#[requires_group(core_portal)]
struct Portal;
impl Site for Portal {}

#[requires_user]
#[admin_app(under = Office)]
#[requires_user]
struct Twice;
impl App for Twice {}

#[requires_group(salse)]
#[admin_app(under = Office)]
#[requires_scope(admin.note = GET)]
struct Misspelt;
impl App for Misspelt {}

#[requires_scope(any(admin.notes = GET, project.root = GET))]
#[admin_app(under = Office)]
struct PerProject;
impl App for PerProject {}

#[admin_app(under = Office)]
#[allows_public]
struct OpensNothing;
impl App for OpensNothing {}

#[admin_app(under = Office)]
#[no_auth]
struct LooksAtNobody;
impl App for LooksAtNobody {}

#[admin_app(under = Office, independent = "it is for everybody")]
struct WithoutGate;
impl App for WithoutGate {}

#[requires_user]
#[admin_app(under = Office, independent = "")]
struct WithoutReason;
impl App for WithoutReason {}

// A mistake of the attribute does not hide those of gates.
#[requires_group(salse)]
#[admin_app(under = Office, titel = "Both")]
struct Both;
impl App for Both {}

#[requires_internal]
#[model_page(
    under = Office,
    model = note,
    crud(requires_scope(project.root = GET), requires_usr, requires_group(core_portal), guards::own),
    pages(requires_group(salse), allows_public, requires_internal, 7),
)]
struct Notes;
impl ModelPage for Notes {}

#[model_page(under = Office, model = note, crud(), pages(requires_user = true))]
struct Empty;
impl ModelPage for Empty {}

mod renamed {
    use guard_runtime::admin::{App, admin_app};
    use guard_runtime::requires_internal as requires_user;

    #[admin_app(under = super::Office)]
    #[requires_user]
    struct Stands;
    impl App for Stands {}
}

fn main() {}
