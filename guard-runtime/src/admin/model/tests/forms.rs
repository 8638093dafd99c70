//! Forms and actions.

use serde_json::json;

use super::databases::Place;
use super::form_pages::{Announcement, OfChosen, OfOne, OfPage};
use super::world::{World, json as members, keys, text, told};
use crate::admin::objects::{ActionObject, Entered, FormObject};
use crate::admin::other::{ErasedAction, ErasedForm};

const FORM: &dyn FormObject = &ErasedForm::<Announcement>::NEW;

async fn submit(entered: Entered) -> Result<String, String> {
    let world = World::new(&Place::memory()).await;
    let clerk = world.clerk();
    let done = FORM.submit(&clerk.env, &clerk.db, entered).await;
    match done {
        Ok(done) => Ok(done.message().to_owned()),
        error => Err(told(error)),
    }
}

#[actix_web::test]
async fn a_form_is_its_struct() {
    let expected = "Announcement { text: \"a\\nb\", times: 3, weight: None, urgent: false, \
                    at: 2026-11-21T14:30:00Z, colour: Red, more: None }";
    let entered = text(&[
        ("text", "a\r\nb"),
        ("times", "3"),
        ("weight", ""),
        ("at", "2026-11-21T14:30"),
        ("colour", "red"),
    ]);
    assert_eq!(submit(entered).await.unwrap(), expected);
    let entered = members(json!({
        "text": "a", "times": 3, "weight": 1, "urgent": false, "at": "2026-11-21T14:30:00+01:00",
        "colour": "blue", "more": {"x": 1},
    }));
    let expected = "Announcement { text: \"a\", times: 3, weight: Some(1.0), urgent: false, \
                    at: 2026-11-21T13:30:00Z, colour: Blue, more: Some(Object {\"x\": Number(1)}) }";
    assert_eq!(submit(entered).await.unwrap(), expected);
}

#[actix_web::test]
async fn mistakes_are_at_their_fields() {
    let good = [
        ("text", "a"),
        ("times", "3"),
        ("at", "2026-11-21T14:30"),
        ("colour", "red"),
    ];
    for (more, expected) in [
        (&[("urgent", "maybe")][..], "urgent expected true or false"),
        (&[("nothing", "x")], "nothing is no field of this form"),
        (&[("times", "4")], "times is entered twice"),
        (
            &[("weight", "x"), ("more", "{")],
            "weight expected a number; more expected JSON",
        ),
        // What the page says of it.
        (&[("urgent", "on")], "urgent nothing is"),
    ] {
        let entered = good.iter().chain(more).copied().collect::<Vec<_>>();
        assert_eq!(submit(text(&entered)).await, Err(expected.to_owned()));
    }
    for (field, value, expected) in [
        ("text", "", "text is required"),
        ("text", "forbidden", "denied: 403 Forbidden"),
        // The types of the struct, which are not named.
        ("times", "300", "times is no value that this field can have"),
        ("times", "-1", "times is no value that this field can have"),
        (
            "colour",
            "green",
            "colour is no value that this field can have",
        ),
        ("colour", "pink", "colour expected one of red, blue, green"),
        (
            "at",
            "2026-11-21",
            "at expected a day and a time, as 2026-11-21T14:30",
        ),
    ] {
        let entered = good.map(|(name, given)| (name, if name == field { value } else { given }));
        assert_eq!(
            submit(text(&entered)).await,
            Err(expected.to_owned()),
            "{field}: {value}"
        );
    }
    assert_eq!(
        submit(Vec::new()).await,
        Err("text is required; times is required; at is required; colour is required".to_owned())
    );
}

#[actix_web::test]
async fn actions_have_as_many_records_as_they_are_made_for() {
    let world = World::new(&Place::memory()).await;
    let clerk = world.clerk();
    let page: &dyn ActionObject = &ErasedAction::<OfPage>::NEW;
    let one: &dyn ActionObject = &ErasedAction::<OfOne>::NEW;
    let chosen: &dyn ActionObject = &ErasedAction::<OfChosen>::NEW;
    for (action, ids, expected) in [
        (page, &[][..], Ok("[]")),
        (page, &["1"], Err("no records are chosen for this")),
        (one, &[], Err("no record is chosen")),
        (one, &["1"], Ok("[1]")),
        (one, &["1", "1"], Ok("[1]")),
        (one, &["1", "2"], Err("one record is chosen for this")),
        (chosen, &[], Err("no record is chosen")),
        (chosen, &["2", "1", "2"], Ok("[2, 1]")),
        (chosen, &["1", "13"], Err("denied: 403 Forbidden")),
        (chosen, &["1", "x"], Err("no such key")),
    ] {
        let done = action
            .run(&clerk.env, &clerk.db, &keys(ids), Vec::new())
            .await;
        let done = match done {
            Ok(done) => Ok(done.message().to_owned()),
            error => Err(told(error)),
        };
        let expected = expected.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(done, expected, "{ids:?}");
    }
    let entered = text(&[("x", "1")]);
    let done = page.run(&clerk.env, &clerk.db, &[], entered).await;
    assert_eq!(told(done), "x is no field of this form");
}
