//! Who may do what.

use guard_runtime::User;
use guard_runtime::admin::access::{Allowed, Givers, How, Sources, Wanted};

use crate::accounts::Table;
use crate::world::{foreign, person, vocabulary};

fn givers(query: &str) -> Givers {
    Wanted::parse(query, &vocabulary())
        .unwrap()
        .givers(&vocabulary())
}

fn names(givers: &Givers) -> Vec<String> {
    let all = givers.groups.iter().chain(&givers.roles);
    all.map(|it| format!("{}<{}", it.name, it.via.join(">")))
        .collect()
}

#[test]
fn groups_and_roles_give_things() {
    for (query, expected) in [
        (
            "group=sales_user",
            vec![
                "sales_user<",
                "sales_manager<sales_user",
                "director<sales_manager>sales_user",
            ],
        ),
        (
            "permission=admin.users:GET",
            vec!["administrator<", "keeper<", "reader<"],
        ),
        (
            "permission=project.root:GET",
            vec!["administrator<admin.projects:GET", "editor<"],
        ),
        // Nothing global offers it, and no role.
        ("permission=project.root:DELETE", vec![]),
        ("role=reader", vec!["reader<"]),
        (
            "model=invoice&op=create",
            vec!["accountant<", "director<accountant"],
        ),
        (
            "model=invoice&op=update",
            vec![
                "sales_user<",
                "sales_manager<sales_user",
                "accountant<",
                "director<accountant",
            ],
        ),
    ] {
        assert_eq!(names(&givers(query)), expected, "{query}");
    }
    let update = givers("model=invoice&op=update");
    assert_eq!(update.groups[0].records, Some(Allowed::Where));
    assert_eq!(update.groups[0].rules.len(), 1);
    assert_eq!(update.groups[3].records, Some(Allowed::Yes));
    assert_eq!(update.groups[3].rules, []);
    assert_eq!(givers("model=invoice&op=delete").restrictions.len(), 1);
    let editor = &givers("permission=project.root:GET").roles[1];
    assert_eq!(editor.project_scope, Some("project"));
}

#[actix_web::test]
async fn users_have_things_by_groups_roles_and_besides() {
    let mut granted = person(5, &["core_internal"], &[]);
    let besides = guard_runtime::PermissionSet::of(crate::world::scopes::admin::users::GET);
    granted.1 = granted.1.with_permissions(&besides);
    let mut blocked = person(6, &["director"], &["keeper"]);
    blocked.1 = blocked.1.blocked(true);
    let mut stranger = person(7, &[], &[]);
    let (theirs, _) = foreign::groups::SCHEMA.set(["sales_user"]);
    stranger.1 = User::new(7).with_groups(theirs);
    let table = Table::of(vec![
        person(1, &["sales_user"], &["keeper"]),
        person(2, &["director"], &[]),
        person(3, &["core_portal"], &[]),
        granted,
        blocked,
        stranger,
    ]);
    let vocabulary = vocabulary();
    let sources = Sources::new(&vocabulary, &table);
    let mut found = Vec::new();
    for query in [
        "group=sales_user",
        "permission=admin.users:GET",
        "role=keeper",
        "model=invoice&op=create",
    ] {
        let wanted = Wanted::parse(query, &vocabulary).unwrap();
        let holders = sources.who_can(&wanted, "", 25, 0).await.unwrap();
        assert_eq!(
            (holders.looked_at, holders.accounts, holders.next),
            (6, 6, None)
        );
        for it in holders.items {
            found.push(format!(
                "{query} {} {} {}",
                it.account.id,
                it.in_force,
                how(&it.how)
            ));
        }
    }
    assert_eq!(
        found,
        [
            "group=sales_user 1 true sales_user",
            "group=sales_user 2 true director>sales_manager>sales_user",
            "group=sales_user 6 false director>sales_manager>sales_user",
            "permission=admin.users:GET 1 true role keeper",
            "permission=admin.users:GET 5 true besides",
            "permission=admin.users:GET 6 false role keeper",
            "role=keeper 1 true role keeper",
            "role=keeper 6 false role keeper",
            "model=invoice&op=create 2 true director>accountant",
            "model=invoice&op=create 6 false director>accountant",
        ]
    );
}

fn how(all: &[How]) -> String {
    let all = all.iter().map(|it| match it {
        How::Group { group, via } => {
            let mut way = vec![group.clone()];
            way.extend(via.iter().cloned());
            way.join(">")
        }
        How::Role { role } => format!("role {role}"),
        _ => "besides".to_owned(),
    });
    all.collect::<Vec<_>>().join(" | ")
}
