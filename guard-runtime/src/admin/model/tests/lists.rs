//! Lists: parts, orders, filters, the search, and fields that not all may read.

use super::databases::{Place, in_each_database};
use super::pages::{Lines, Memos, Numbers, Tickets, Titles, UNLUCKY};
use super::world::{World, keys, text, told};
use crate::admin::Action;
use crate::admin::model::Erased;
use crate::admin::objects::ModelObject;

in_each_database! {
    async fn parts_in_order(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        assert_eq!(clerk.keys::<Memos>("sort=title").await, ["1", "13", "2", "3"]);
        assert_eq!(clerk.keys::<Memos>("sort=-author_id,title").await, ["13", "3", "1", "2"]);
        assert_eq!(clerk.keys::<Memos>("sort=-id&per_page=3&page=2").await, ["1"]);
        let listed = clerk.list::<Memos>("per_page=1&page=9").await.unwrap();
        assert_eq!((listed.total, listed.records.len()), (4, 0));
    }

    async fn filters_narrow(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        for (query, expected) in [
            ("filter.status=posted", vec!["3"]),
            ("filter.status.is_not=posted", vec!["1", "2", "13"]),
            ("filter.secret.at_least=20", vec!["1", "13"]),
            ("filter.secret.less_than=20", vec!["3"]),
            ("filter.secret.is_empty=true", vec!["2"]),
            ("filter.title.contains=ap", vec!["1", "13"]),
            ("filter.title.contains=_%25", vec!["3"]),
            ("filter.title.starts_with=p", vec!["2", "3"]),
            ("filter.title.starts_with=p&filter.status=draft", vec!["2"]),
            ("filter.title.at_least=pears&filter.title.at_most=pears", vec!["2"]),
            ("search=ears", vec!["2"]),
            ("search=nothing", vec![]),
        ] {
            assert_eq!(clerk.keys::<Memos>(&format!("{query}&sort=id")).await, expected, "{query}");
        }
        assert_eq!(clerk.keys::<Titles>("filter.title=pears").await, ["2"]);
        // Of columns that are no texts, the search finds what is equal.
        assert_eq!(clerk.keys::<Numbers>("search=30").await, ["1"]);
        assert_eq!(clerk.keys::<Numbers>("search=3").await, [""; 0]);
        assert_eq!(clerk.keys::<Numbers>("search=pears").await, ["2"]);
        // All of them must be readable: a search that leaves one out is another one.
        let portal = world.portal().list::<Numbers>("search=pears").await;
        assert_eq!(told(portal), "may not read secret");
    }

    async fn what_is_not_understood_is_an_error(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        for (query, expected) in [
            ("filter.colour=red", "list: `filter.colour`: `colour` is no field of the list"),
            ("sort=colour", "list: `sort`: `colour` is no field of the list"),
            ("filter.secret=x", "list: `filter.secret`: expected a whole number"),
            ("filter.secret.at_least=", "list: `filter.secret.at_least`: expected a value, or `is_empty=true`"),
            ("filter.title=", "list: `filter.title`: expected a value, or `is_empty=true`"),
            ("filter.title.contains=", "list: `filter.title.contains`: expected a value, or `is_empty=true`"),
            ("filter.title.is_empty=1", "list: `filter.title.is_empty`: expected true or false"),
            ("filter.secret.contains=1", "list: `filter.secret.contains`: is for texts alone"),
            ("filter.status=open", "list: `filter.status`: expected one of draft, posted"),
            ("filter.title=%00", "list: `filter.title`: must not contain the character NUL"),
            ("filter.title.contains=%00", "list: `filter.title.contains`: must not contain the character NUL"),
            ("search=%00", "list: `search`: must not contain the character NUL"),
        ] {
            assert_eq!(told(clerk.list::<Memos>(query).await), expected, "{query}");
        }
        assert_eq!(
            told(clerk.list::<Titles>("filter.status=draft").await),
            "list: `filter.status`: the list is not filtered by `status`"
        );
        assert_eq!(
            told(clerk.list::<Titles>("search=x").await),
            "list: `search`: the list is not searched"
        );
    }

    async fn hidden_fields_are_absent_and_unusable(place: &Place) {
        let world = World::new(place).await;
        let portal = world.portal();
        let listed = portal.list::<Memos>("").await.unwrap();
        let (hidden, rest) = (4, [0, 1, 2, 3, 5]);
        // By the title: the page sorts by the secret first, which would tell of it.
        let records = listed.records.iter().map(|it| &*it.key).collect::<Vec<_>>();
        assert_eq!(records, ["2", "1"]);
        for record in &listed.records {
            assert_eq!(record.values[hidden], None);
            assert!(rest.iter().all(|at| record.values[*at].is_some()));
        }
        let read = portal_read(&portal, "1").await.unwrap();
        assert_eq!(read.values[hidden], None);
        for query in [
            "filter.secret=30",
            "filter.secret=x",
            "filter.secret.is_empty=true",
            "sort=secret",
            "filter.title=apples&sort=title,-secret",
        ] {
            assert_eq!(told(portal.list::<Memos>(query).await), "may not read secret", "{query}");
        }
        let clerk = world.clerk();
        assert_eq!(clerk.keys::<Memos>("filter.secret=30").await, ["1"]);
        // The order of the page, where all of it may be known; NULLs are where the database puts them.
        let mut sorted = clerk.keys::<Memos>("").await;
        sorted.retain(|it| it != "2");
        assert_eq!(sorted, ["1", "13", "3"]);
    }

    async fn the_page_has_a_say(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        assert_eq!(told(clerk.list::<Memos>("search=forbidden").await), "denied: 403 Forbidden");
        let page: &dyn ModelObject = &Erased::<Memos>::NEW;
        let read = page.read(&clerk.env, &clerk.db, "13").await;
        assert_eq!(told(read), "denied: 403 Forbidden");
        let titles: &dyn ModelObject = &Erased::<Titles>::NEW;
        let read = titles.read(&clerk.env, &clerk.db, "1").await;
        assert_eq!(told(read), "denied: 403 Forbidden");
        for (action, is_open) in [
            (Action::Open, true),
            (Action::List, true),
            (Action::Filter, true),
            (Action::Create, true),
            (Action::Read, false),
            (Action::Update, false),
            (Action::Delete, false),
            (Action::Submit, false),
            (Action::Custom("x"), false),
        ] {
            let could = titles.could(&clerk.env, &clerk.db, action).await;
            assert_eq!(could.is_ok(), is_open, "{action}");
        }
    }

    async fn what_the_rules_never_allow_is_refused_beforehand(place: &Place) {
        let world = World::new(place).await;
        let portal = world.portal();
        let memos: &dyn ModelObject = &Erased::<Memos>::NEW;
        let tickets: &dyn ModelObject = &Erased::<Tickets>::NEW;
        for (page, action, is_open) in [
            (memos, Action::List, true),
            (memos, Action::Update, true),
            (memos, Action::Delete, false),
            (tickets, Action::Create, true),
            (tickets, Action::List, false),
            (tickets, Action::Read, false),
        ] {
            let could = page.could(&portal.env, &portal.db, action).await;
            assert_eq!(could.is_ok(), is_open, "{} {action}", page.model());
        }
    }

    async fn buttons_are_where_they_would_do_something(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let may = |listed: crate::admin::objects::Listed| {
            let records = listed.records.into_iter();
            records.map(|it| (it.key, it.may_update, it.may_delete)).collect::<Vec<_>>()
        };
        let listed = clerk.list::<Memos>("sort=id").await.unwrap();
        let of = |key: &str, update, delete| (key.to_owned(), update, delete);
        assert_eq!(may(listed), [
            of("1", true, true),
            of("2", true, true),
            of("3", false, false),
            of("13", false, false),
        ]);
        let listed = world.portal().list::<Memos>("sort=id").await.unwrap();
        assert_eq!(may(listed), [of("1", true, false), of("2", true, false)]);
        // Not offered at all.
        let listed = clerk.list::<Titles>("").await.unwrap();
        assert!(may(listed).iter().all(|(_, update, delete)| !update && !delete));

        // A rule that looks at the memo: one query for the whole list.
        let lines: &dyn ModelObject = &Erased::<Lines>::NEW;
        for (memo_id, code) in [("1", "a,b"), ("3", "a")] {
            let entered = text(&[("memo_id", memo_id), ("code", code)]);
            lines.create(&clerk.env, &clerk.db, entered).await.unwrap();
        }
        let listed = clerk.list::<Lines>("sort=memo_id").await.unwrap();
        assert_eq!(may(listed), [of("1,a~2Cb", true, true), of("3,a", false, false)]);
        let deleted = lines.delete(&clerk.env, &clerk.db, &keys(&["1,a~2Cb"])).await;
        assert_eq!(deleted.unwrap(), 1);
    }
}

async fn portal_read(
    portal: &super::world::Caller,
    key: &str,
) -> Result<crate::admin::objects::Record, crate::admin::objects::PageError> {
    let page: &dyn ModelObject = &Erased::<Memos>::NEW;
    assert_ne!(key, UNLUCKY.to_string());
    page.read(&portal.env, &portal.db, key).await
}
