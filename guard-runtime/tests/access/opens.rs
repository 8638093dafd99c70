//! What something opens.

use guard_runtime::admin::access::{Opening, Subject};
use guard_runtime::{Group as _, Permission};

use crate::routes::known;
use crate::world::{catalog, groups, scopes};

fn opened(subject: &Subject) -> Vec<String> {
    let opened = subject.opens(&known()).into_iter().map(|it| {
        let how = match it.opening {
            Opening::Alone => "alone".to_owned(),
            Opening::Together { with } => {
                let with = with.iter().map(|it| it.join("+"));
                with.collect::<Vec<_>>().join(" | ")
            }
            other => format!("{other:?}"),
        };
        format!("{}: {how}", it.route.path)
    });
    opened.collect()
}

#[test]
fn what_something_opens() {
    let group = |group| Subject::Group(group);
    let role = |name: &str| Subject::Role(catalog().get(name).unwrap());
    let update = Permission::from(scopes::admin::users::UPDATE);
    let inherited = Permission::from(scopes::admin::projects::GET);
    for (subject, expected) in [
        (
            Subject::Permission(update),
            vec!["/api/users/=cmd,\"x\": group:sales_user+internal"],
        ),
        // Global, and inherited in every project.
        (
            Subject::Permission(inherited),
            vec!["/api/projects/{project_id}: group:sales_user"],
        ),
        (
            role("keeper"),
            vec!["/api/users/=cmd,\"x\": group:sales_user+internal"],
        ),
        (role("bearer"), vec!["/bearer: alone"]),
        // It reads users only.
        (role("reader"), vec![]),
        (
            group(groups::sales_user::GROUP),
            vec![
                "/api/projects/{project_id}: project.root:GET",
                "/api/settings: alone",
                "/api/users/=cmd,\"x\": admin.users:UPDATE",
                "/report: group:partner",
            ],
        ),
        (
            group(groups::director::GROUP),
            vec![
                "/api/projects/{project_id}: project.root:GET",
                "/api/settings: alone",
                "/api/users/=cmd,\"x\": admin.users:UPDATE",
                "/report: alone",
            ],
        ),
        (
            group(guard_runtime::groups::core_internal::GROUP),
            vec![
                "/api/settings: group:sales_user",
                "/api/users/=cmd,\"x\": admin.users:UPDATE+group:sales_user",
            ],
        ),
        (group(guard_runtime::groups::core_public::GROUP), vec![]),
        // Of the same name, and of somebody else.
        (
            group(crate::world::foreign::groups::director::GROUP),
            vec![
                "/api/settings: group:sales_user",
                "/api/users/=cmd,\"x\": admin.users:UPDATE+group:sales_user",
            ],
        ),
    ] {
        assert_eq!(opened(&subject), expected, "{subject:?}");
    }
}
