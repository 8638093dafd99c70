//! Who may do what, of many, with tokens, and where something does not answer.

use guard_runtime::admin::access::{Accounts as _, AskError, Sources, Wanted};
use guard_runtime::tokens::{MemoryTokenStore, StoredToken, TokenStore as _};
use guard_runtime::{Denied, Group as _};

use crate::accounts::Table;
use crate::world::{person, vocabulary};

fn token(id: &str, permissions: &[&str], expires_at: i64) -> StoredToken {
    StoredToken {
        id: id.to_owned(),
        digest: "digest".to_owned(),
        owner: 1.into(),
        title: "=cmd".to_owned(),
        description: String::new(),
        created_at: 0,
        expires_at,
        last_used_at: None,
        revoked_at: None,
        permissions: permissions.iter().map(|it| (*it).to_owned()).collect(),
        projects: Vec::new(),
        used: Vec::new(),
    }
}

#[actix_web::test]
async fn tokens_narrow_what_is_permitted_and_not_groups() {
    let tokens = MemoryTokenStore::default();
    for it in [
        token("a", &["admin.users:GET"], i64::MAX),
        token(
            "b",
            &["admin.projects:GET", "no such thing", "project.root:GET"],
            i64::MAX,
        ),
        token("c", &["admin.users:GET"], 1),
    ] {
        tokens.insert(it).get().await.unwrap();
    }
    let table = Table::of(vec![person(1, &["sales_user"], &["administrator"])]);
    let vocabulary = vocabulary();
    let sources = Sources::new(&vocabulary, &table).tokens(&tokens);
    for (query, keep) in [("permission=admin.users:GET", 1), ("group=sales_user", 2)] {
        let wanted = Wanted::parse(query, &vocabulary).unwrap();
        let holders = sources.who_can(&wanted, "", 25, 0).await.unwrap();
        let effect = holders.items[0].tokens.unwrap();
        assert_eq!((effect.active, effect.keep), (2, keep), "{query}");
        let json = serde_json::to_string(&holders).unwrap();
        assert!(!json.contains("digest") && !json.contains("=cmd"), "{json}");
    }
}

#[actix_web::test]
async fn ten_thousand_users_come_in_parts_and_none_twice() {
    let is_one = |id: i64| id % 997 == 0;
    let people = (0..10_000).map(|id| {
        person(
            id,
            if is_one(id) {
                &["director"]
            } else {
                &["core_portal"]
            },
            &[],
        )
    });
    let table = Table::of(people.collect());
    let vocabulary = vocabulary();
    let sources = Sources::new(&vocabulary, &table);
    let wanted = Wanted::Group(crate::world::groups::sales_user::GROUP);
    let (mut from, mut found, mut asked) = (Some(0), Vec::new(), 0);
    while let Some(offset) = from {
        let part = sources.who_can(&wanted, "", 25, offset).await.unwrap();
        assert!(part.looked_at <= 1_000, "{}", part.looked_at);
        assert_eq!(part.accounts, 10_000);
        found.extend(
            part.items
                .into_iter()
                .filter_map(|it| it.account.id.as_i64()),
        );
        asked += part.looked_at;
        from = part.next;
    }
    assert_eq!(
        found,
        (0..10_000).filter(|it| is_one(*it)).collect::<Vec<_>>()
    );
    assert_eq!(asked, 10_000);
    let behind = sources.who_can(&wanted, "", 25, 1_000_000).await.unwrap();
    assert_eq!((behind.items.len(), behind.next), (0, None));
    assert_eq!(
        table.list("", u64::MAX, 0).get().await.unwrap().items.len(),
        200
    );
}

#[actix_web::test]
async fn a_source_that_does_not_answer_says_nothing_of_anybody() {
    let mut table = Table::of((1..4).map(|id| person(id, &["director"], &[])).collect());
    table.breaks_at = Some(3.into());
    let vocabulary = vocabulary();
    let sources = Sources::new(&vocabulary, &table);
    let wanted = Wanted::Group(crate::world::groups::director::GROUP);
    let error = sources.who_can(&wanted, "", 25, 0).await.unwrap_err();
    assert!(matches!(error, AskError::Unavailable));
    assert!(!error.to_string().contains("hunter2"));
    assert_eq!(Denied::from(error).problem(), "unavailable");
}
