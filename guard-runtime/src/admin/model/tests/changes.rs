//! Creating, changing and deleting: what is stored, and what is refused with nothing stored.

use serde_json::json;

use super::databases::{Place, in_each_database};
use super::models::memo;
use super::pages::{Lines, Memos, Tickets, Titles, Wide};
use super::world::{Caller, World, json as members, keys, text, told};
use crate::admin::model::Erased;
use crate::admin::objects::{Entered, ModelObject, PageError};

const MEMO: &dyn ModelObject = &Erased::<Memos>::NEW;

async fn create(caller: &Caller, entered: Entered) -> Result<String, PageError> {
    let created = MEMO.create(&caller.env, &caller.db, entered).await?;
    Ok(created.map_or_else(|| "unseen".to_owned(), |it| it.key))
}

async fn update(caller: &Caller, ids: &[&str], entered: Entered) -> Result<u64, PageError> {
    MEMO.update(&caller.env, &caller.db, &keys(ids), entered)
        .await
}

async fn delete(caller: &Caller, ids: &[&str]) -> Result<u64, PageError> {
    MEMO.delete(&caller.env, &caller.db, &keys(ids)).await
}

in_each_database! {
    async fn a_new_record_has_what_was_entered_and_what_the_page_fills_in(place: &Place) {
        let world = World::new(place).await;
        let key = create(&world.portal(), text(&[("title", "figs")])).await.unwrap();
        let stored = world.memos().await.pop().unwrap();
        assert_eq!(stored.id.to_string(), key);
        assert_eq!((stored.author_id, &*stored.title, &*stored.status), (7, "figs", "draft"));
    }

    async fn what_is_stored_and_not_to_be_read_is_not_shown(place: &Place) {
        let world = World::new(place).await;
        let tickets: &dyn ModelObject = &Erased::<Tickets>::NEW;
        let portal = world.portal();
        let created = tickets.create(&portal.env, &portal.db, text(&[("text", "x")])).await;
        assert!(created.unwrap().is_none());
        let clerk = world.clerk();
        let key = "00000000-0000-0000-0000-000000000007";
        assert_eq!(clerk.keys::<Tickets>("").await, [key]);
        // The page does not offer to read.
        let titles: &dyn ModelObject = &Erased::<Titles>::NEW;
        let created = titles.create(&clerk.env, &clerk.db, text(&[("title", "figs")])).await;
        assert!(created.unwrap().is_none());
        assert_eq!(world.memos().await.last().unwrap().author_id, 99);
        // The same key again.
        let again = tickets.create(&clerk.env, &clerk.db, text(&[("text", "y")])).await;
        assert_eq!(told(again), "id is taken already");
    }

    async fn all_mistakes_are_said_at_once(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let entered = text(&[
            ("secret", "x"),
            ("status", "open"),
            ("nothing", ""),
            ("id", "5"),
            ("body", "a"),
            ("body", "b"),
        ]);
        assert_eq!(
            told(create(&clerk, entered).await),
            "secret expected a whole number; status expected one of draft, posted; \
             nothing is no field of this model; id is not entered here; body is entered twice; \
             title is required"
        );
        let wide: &dyn ModelObject = &Erased::<Wide>::NEW;
        let created = wide.create(&clerk.env, &clerk.db, text(&[("code", "")])).await;
        assert_eq!(
            told(created),
            "code is required; small is required; whole is required; flag is required"
        );
        let titles: &dyn ModelObject = &Erased::<Titles>::NEW;
        let entered = text(&[("title", "x"), ("body", "y")]);
        let created = titles.create(&clerk.env, &clerk.db, entered).await;
        assert_eq!(told(created), "body is not entered here");
        assert_eq!(told(update(&clerk, &["1"], Vec::new()).await), "nothing to change");
        let changed = update(&clerk, &["1"], text(&[("title", ""), ("id", "2")])).await;
        assert_eq!(told(changed), "title is required; id is not entered here");
        assert_eq!(world.memos().await.len(), 4);
    }

    async fn fields_that_may_not_be_written_are_refused(place: &Place) {
        let world = World::new(place).await;
        let (portal, clerk) = (world.portal(), world.clerk());
        let before = world.memos().await;
        for (caller, entered, fields) in [
            (&portal, json!({"title": "x", "secret": 1}), "secret"),
            (&portal, json!({"title": "x", "secret": "nonsense"}), "secret"),
            (&portal, json!({"title": "x", "secret": null}), "secret"),
            (&portal, json!({"status": "posted", "secret": 1}), "status, secret"),
            (&clerk, json!({"title": "x", "author_id": 8}), "author_id"),
        ] {
            let expected = format!("may not write {fields}");
            let created = create(caller, members(entered.clone())).await;
            assert_eq!(told(created), expected, "{entered}");
            let updated = update(caller, &["1"], members(entered.clone())).await;
            assert_eq!(told(updated), expected, "{entered}");
        }
        assert_eq!(world.memos().await, before);
    }

    async fn many_are_changed_or_none(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let before = world.memos().await;
        let entered = || text(&[("title", "same")]);
        for (ids, expected) in [
            (["1", "3"], "the user may not update this `memo`"),
            (["3", "1"], "the user may not update this `memo`"),
            (["1", "4"], "there is no such `memo`"),
            (["1", "13"], "denied: 403 Forbidden"),
            (["1", "x"], "no such key"),
        ] {
            assert_eq!(told(update(&clerk, &ids, entered()).await), expected, "{ids:?}");
        }
        for (ids, expected) in [
            (["1", "3"], "the user may not delete this `memo`"),
            (["1", "4"], "there is no such `memo`"),
            (["1", "13"], "denied: 403 Forbidden"),
            (["1", "~"], "no such key"),
        ] {
            assert_eq!(told(delete(&clerk, &ids).await), expected, "{ids:?}");
        }
        // Those of others are not there.
        let portal = world.portal();
        let changed = update(&portal, &["1", "3"], entered()).await;
        assert_eq!(told(changed), "there is no such `memo`");
        assert_eq!(told(delete(&portal, &["1"]).await), "the user may not delete this `memo`");
        let forbidden = text(&[("title", "forbidden")]);
        assert_eq!(told(update(&clerk, &["1"], forbidden.clone()).await), "denied: 403 Forbidden");
        assert_eq!(told(create(&clerk, forbidden).await), "denied: 403 Forbidden");
        assert_eq!(world.memos().await, before);

        assert_eq!(update(&clerk, &["2", "1", "2"], entered()).await.unwrap(), 2);
        let after = world.memos().await;
        let shown = |it: &memo::Model| (it.title.clone(), it.body.clone());
        let changed = ("same".to_owned(), Some("changed".to_owned()));
        assert_eq!((shown(&after[0]), shown(&after[1])), (changed.clone(), changed));
        assert_eq!(after[2..], before[2..]);
        assert_eq!(delete(&clerk, &["1", "2"]).await.unwrap(), 2);
        assert_eq!(world.memos().await, before[2..]);
    }

    async fn a_change_out_of_reach_is_undone(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let before = world.memos().await;
        // Posted ones may not be changed, also not by the change that posts them.
        let posted = text(&[("status", "posted")]);
        let changed = update(&clerk, &["1", "2"], posted).await;
        assert_eq!(told(changed), "the user may not update this `memo`");
        assert_eq!(world.memos().await, before);
    }

    async fn some_are_chosen_and_not_too_many(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let many = (1..=201).map(|it| it.to_string()).collect::<Vec<_>>();
        let many = many.iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(told(delete(&clerk, &[]).await), "no record is chosen");
        assert_eq!(told(delete(&clerk, &many).await), "at most 200 records at once");
        let same = vec!["2"; 300];
        assert_eq!(delete(&clerk, &same).await.unwrap(), 1);
    }

    async fn keys_of_several_columns(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let lines: &dyn ModelObject = &Erased::<Lines>::NEW;
        let entered = text(&[("memo_id", "1"), ("code", "a/b ü"), ("text", "x")]);
        let created = lines.create(&clerk.env, &clerk.db, entered).await.unwrap().unwrap();
        assert_eq!(created.key, "1,a~2Fb~20~C3~BC");
        let key = keys(&[&created.key]);
        let changed = lines.update(&clerk.env, &clerk.db, &key, text(&[("text", "y")])).await;
        assert_eq!(changed.unwrap(), 1);
        let read = lines.read(&clerk.env, &clerk.db, &created.key).await.unwrap();
        assert_eq!(read.values[2], Some(json!("y")));
        let moved = lines.update(&clerk.env, &clerk.db, &key, text(&[("code", "c")])).await;
        assert_eq!(told(moved), "code is not entered here");
        assert_eq!(lines.delete(&clerk.env, &clerk.db, &key).await.unwrap(), 1);
        let read = lines.read(&clerk.env, &clerk.db, &created.key).await;
        assert_eq!(told(read), "there is no such `line`");
    }
}
