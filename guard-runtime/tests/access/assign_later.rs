//! What holds of handing out whenever and with whatever env it is asked.

use guard_runtime::admin::access::{AssignmentRefusal as Refusal, AssignmentRules, Vocabulary};
use guard_runtime::{Denied, Env, Group as _, RoleCatalog, requires_role};

use crate::assign::{env, names, role, rules};
use crate::world::{groups, scopes, user};

guard_runtime::define_roles! {
    /// What people are entrusted with.
    pub mod late {
        /// Looks after users.
        warden { admin.users = * },
    }
}

#[test]
fn a_role_that_a_later_gate_names_is_only_its_bearers_to_give() {
    let catalog = RoleCatalog::new(&late::SCHEMA, &scopes::SCHEMA);
    let rules = AssignmentRules::new(&Vocabulary::new(&groups::SCHEMA).roles(catalog.clone()));
    let warden = catalog.get("warden").unwrap();
    let other = user(2, &["core_internal"], &[]);
    let entrusted = catalog.assign(other.clone(), ["warden"]);
    let director = Env::of(user(1, &["core_internal"], &["administrator"])).unwrap();
    assert_eq!(names(rules.role(&director, &other, &warden)), "may");
    // As the scopes of an application and the pages of a site do when they are made.
    let _ = requires_role(late::warden).handler(async || "");
    for refused in [
        rules.role(&director, &other, &warden),
        rules.clone().role(&director, &other, &warden),
    ] {
        assert_eq!(names(refused), "lacks role:warden");
    }
    let viewed = rules.view_as(&director, &entrusted, &[]);
    assert_eq!(names(viewed), "more role:warden");
}

#[test]
fn a_read_only_env_hands_out_nothing() {
    let director = env(&["director"], &["administrator"]).read_only();
    let other = user(2, &["core_internal"], &[]);
    let given = rules().group(&director, &other, groups::sales_user::GROUP);
    assert_eq!(given, Err(Refusal::ReadOnly));
    assert_eq!(
        rules().role(&director, &other, &role("reader")),
        Err(Refusal::ReadOnly)
    );
    assert_eq!(
        rules().revoke(&director, Some(&other)),
        Err(Refusal::ReadOnly)
    );
    assert_eq!(rules().revoke(&director, None), Err(Refusal::ReadOnly));
    assert_eq!(
        rules().view_as(&director, &other, &[]),
        Err(Refusal::ReadOnly)
    );
    assert_eq!(Denied::from(Refusal::ReadOnly).problem(), "read-only");
}
