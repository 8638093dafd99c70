//! What limits who hands out: tokens, declarations, companies.

use std::sync::Arc;

use guard_runtime::admin::access::AssignmentRefusal as Refusal;
use guard_runtime::{
    Answer, AuthError, Authenticator, Denied, Env, Group as _, Identity, PermissionSet, ScopeLimit,
    User, groups as core,
};

use crate::assign::{env, names, role, rules};
use crate::world::{foreign, groups, scopes, user};

/// A token with this limit, through the middleware as a request has it.
async fn limited(limit: &ScopeLimit, groups: &[&str], roles: &[&str]) -> Env {
    use actix_web::{App, test, web};
    use guard_runtime::{AccessControl, Directory, requires_user};

    struct Key(ScopeLimit);
    impl Authenticator for Key {
        fn authenticate<'a>(&'a self, _: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
            let mut identity = Identity::of(1);
            identity.limit = Some(Arc::new(self.0.clone()));
            Answer::Now(Ok(identity))
        }
    }
    struct One(User);
    impl Directory for One {
        fn find<'a>(&'a self, _: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
            Answer::Now(Ok(Some(self.0.clone())))
        }
    }
    type Kept = std::sync::Mutex<Option<Env>>;
    #[requires_user]
    async fn keep(env: Env, kept: web::Data<Kept>) -> &'static str {
        *kept.lock().unwrap() = Some(env);
        ""
    }
    let access = AccessControl::builder(One(user(1, groups, roles)))
        .authenticator(Key(limit.clone()))
        .build()
        .unwrap();
    let kept = web::Data::new(Kept::default());
    let app = App::new()
        .wrap(access)
        .app_data(kept.clone())
        .route("/", web::get().to(keep));
    let app = test::init_service(app).await;
    let request = test::TestRequest::get().insert_header(("authorization", "Bearer x"));
    let answer = test::call_service(&app, request.to_request()).await;
    assert!(answer.status().is_success());
    kept.lock().unwrap().take().unwrap()
}

#[actix_web::test]
async fn a_token_gives_what_it_allows_and_sudo_gives_nothing() {
    let limit = ScopeLimit::to(PermissionSet::of(scopes::admin::users::GET));
    let token = limited(&limit, &["sales_manager"], &["administrator"]).await;
    let other = user(2, &["core_internal"], &[]);
    let rules = rules();
    assert_eq!(names(rules.role(&token, &other, &role("reader"))), "may");
    assert_eq!(
        names(rules.role(&token, &other, &role("keeper"))),
        "lacks admin.users:UPDATE"
    );
    let equal = user(2, &["core_internal"], &["keeper"]);
    let more = "more admin.users:UPDATE role:keeper";
    assert_eq!(names(rules.role(&token, &equal, &role("reader"))), more);
    assert_eq!(names(rules.view_as(&token, &equal, &[])), more);
    let elevated = token.sudo("because").sudo("really");
    assert_eq!(names(rules.view_as(&elevated, &equal, &[])), more);
    let plain = env(&["sales_user"], &[]).sudo("because");
    assert_eq!(
        names(rules.group(&plain, &other, groups::sales_manager::GROUP)),
        "lacks group:sales_manager"
    );
}

#[test]
fn what_is_of_another_declaration_cannot_be_compared() {
    let (theirs, _) = foreign::groups::SCHEMA.set(["director"]);
    let stranger = User::new(2).with_groups(theirs.clone());
    let director = env(&["director"], &["administrator"]);
    let more = "more group:director";
    assert_eq!(names(rules().view_as(&director, &stranger, &[])), more);
    let answer = rules().group(&director, &stranger, groups::sales_user::GROUP);
    assert_eq!(names(answer), more);
    let other = user(2, &["core_internal"], &[]);
    let group = foreign::groups::sales_user::GROUP;
    assert_eq!(
        rules().group(&director, &other, group),
        Err(Refusal::Unknown("sales_user".to_owned()))
    );
    let foreigner = Env::of(User::new(1).with_groups(theirs)).unwrap();
    let answer = rules().group(&foreigner, &other, groups::director::GROUP);
    assert_eq!(names(answer), "lacks group:director");
}

#[test]
fn several_groups_change_at_once_or_not_at_all() {
    let texts = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let director = env(&["sales_manager"], &[]);
    for (before, after, expected) in [
        (&["core_internal"][..], &["sales_user"][..], "may"),
        (&["sales_user"], &[], "may"),
        (
            &["core_internal"],
            &["sales_user", "accountant"],
            "lacks group:accountant",
        ),
        // What stays is not asked for, and what is not declared may go.
        (&["gone", "sales_user"], &["sales_user"], "may"),
        (
            &["sales_user"],
            &["sales_user", "new\n"],
            "Unknown(\"new\\n\")",
        ),
        (
            &["sales_user"],
            &["sales_user", "core_portal"],
            "Contradiction",
        ),
    ] {
        let target = user(2, &["core_internal"], &[]);
        let answer = rules().groups(&director, &target, &texts(before), &texts(after));
        assert_eq!(names(answer), expected, "{before:?} {after:?}");
    }
}

#[test]
fn a_group_may_count_as_another() {
    let rules = rules().counting(groups::sales_manager, groups::partner);
    let manager = env(&["sales_manager"], &[]);
    let partner = user(2, &["partner"], &[]);
    assert_eq!(
        names(rules.group(&manager, &partner, groups::partner::GROUP)),
        "may"
    );
    let seller = env(&["sales_user"], &[]);
    assert_eq!(
        names(rules.group(&seller, &partner, groups::partner::GROUP)),
        "more group:partner"
    );
    // To hand out is one thing, to look through somebody's eyes another.
    assert_eq!(
        names(rules.view_as(&manager, &partner, &[])),
        "more group:partner"
    );
    assert_eq!(
        names(rules.view_as(&seller, &partner, &[])),
        "more group:partner"
    );
}

#[test]
fn the_site_is_viewed_as_who_has_less() {
    let cases = [
        (user(2, &["sales_user"], &[]), "may"),
        (user(2, &["core_portal"], &[]), "may"),
        (user(2, &["accountant"], &[]), "more group:accountant"),
        (
            user(2, &["core_internal"], &["reader"]),
            "more admin.users:GET",
        ),
        (user(2, &["sales_user"], &[]).blocked(true), "Blocked"),
        (user(2, &["sales_user"], &[]).with_companies([1]), "may"),
        (
            user(2, &["sales_user"], &[]).with_companies([1, 2]),
            "more company:2",
        ),
        (
            user(2, &["sales_user"], &[]).in_group(core::core_portal),
            "Contradiction",
        ),
    ];
    let actor = user(1, &["sales_manager"], &[]).with_companies([1]);
    let actor = Env::of(actor).unwrap();
    for (target, expected) in cases {
        assert_eq!(
            names(rules().view_as(&actor, &target, &[])),
            expected,
            "{target:?}"
        );
    }
}

#[test]
fn a_refusal_names_what_is_lacking_and_not_what_others_have() {
    let lacking = Denied::from(Refusal::NotHeld(vec!["group:director".to_owned()]));
    assert_eq!(lacking.missing(), ["group:director"]);
    let more = Denied::from(Refusal::MoreRights(vec!["company:2".to_owned()]));
    assert!(more.missing().is_empty() && more.required().is_empty());
    assert_eq!(more.problem(), "forbidden");
    assert_eq!(
        Denied::from(Refusal::NotSignedIn).problem(),
        "missing-credentials"
    );
    let hostile = Refusal::Unknown("a\r\nforged: yes".to_owned());
    assert!(!hostile.to_string().contains('\n'), "{hostile}");
}
