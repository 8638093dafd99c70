//! Columns of every type, through the database and back.

use serde_json::{Value as Json, json};

use super::databases::{Place, in_each_database};
use super::pages::{Odd, Wide};
use super::world::{World, json as members, keys, text};
use crate::admin::Input;
use crate::admin::model::Erased;
use crate::admin::objects::{ModelObject, Record};

/// A value in each column.
const FULL: [(&str, &str); 21] = [
    ("code", "abc"),
    ("note", "two\r\nlines"),
    ("small", "-3"),
    ("whole", "5"),
    ("big", "-9223372036854775808"),
    ("count", "7"),
    ("cents", "1250"),
    ("narrow", "0.5"),
    ("double", "2.5"),
    ("price", "12.50"),
    ("flag", "on"),
    ("day", "2026-11-21"),
    ("clock", "14:30"),
    ("naive", "2026-11-21T14:30"),
    ("utc", "2026-11-21T14:30"),
    ("zoned", "2026-11-21T14:30:00+01:00"),
    ("token", "67e55044-10b1-426f-9247-bb680e5fe0c8"),
    ("data", "{\"a\": null}"),
    ("colour", "blue"),
    ("mood", "good"),
    ("level", "9"),
];

fn shown(record: &Record) -> Json {
    let page: &dyn ModelObject = &Erased::<Wide>::NEW;
    let fields = page.fields();
    let members = fields.iter().zip(&record.values);
    let members = members.map(|(field, value)| (field.name.to_owned(), value.clone().unwrap()));
    Json::Object(members.collect())
}

#[test]
fn fields_say_how_they_are_entered() {
    let page: &dyn ModelObject = &Erased::<Wide>::NEW;
    let fields = page.fields();
    let of = |name: &str| fields.iter().find(|it| it.name == name).unwrap();
    assert_eq!(of("cents").label, "In cents");
    assert_eq!(of("code").label, "Code");
    assert_eq!(of("note").input, Input::LongText);
    assert_eq!(of("price").input, Input::Number);
    assert_eq!(of("utc").input, Input::DateTime);
    assert_eq!(of("bytes").input, Input::Text);
    let names = |of: fn(&crate::admin::objects::Field) -> bool| {
        let fields = fields.iter().filter(|it| of(it));
        fields.map(|it| it.name).collect::<Vec<_>>()
    };
    assert_eq!(names(|it| it.required), ["code", "small", "whole", "flag"]);
    assert_eq!(names(|it| !it.editable), ["id", "bytes"]);
    assert_eq!(names(|it| it.is_key), ["id"]);
}

#[test]
fn types_that_are_not_understood_are_shown_alone() {
    let page: &dyn ModelObject = &Erased::<Odd>::NEW;
    let fields = page.fields().into_iter().filter(|it| it.editable);
    assert_eq!(fields.map(|it| it.name).collect::<Vec<_>>(), ["text"]);
}

in_each_database! {
    async fn what_is_entered_is_shown(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let page: &dyn ModelObject = &Erased::<Wide>::NEW;
        let created = page.create(&clerk.env, &clerk.db, text(&FULL)).await.unwrap().unwrap();
        let expected = json!({
            "id": 1, "code": "abc", "note": "two\nlines", "small": -3, "whole": 5, "big": i64::MIN,
            "count": 7, "cents": 1250, "narrow": 0.5, "double": 2.5, "price": "12.50", "flag": true,
            "day": "2026-11-21", "clock": "14:30:00", "naive": "2026-11-21T14:30:00",
            "utc": "2026-11-21T14:30:00Z", "zoned": "2026-11-21T13:30:00Z",
            "token": "67e55044-10b1-426f-9247-bb680e5fe0c8", "data": {"a": null}, "colour": "blue",
            "mood": "good", "bytes": null, "level": 9,
        });
        let mut made = shown(&created);
        // In `SQLite` such a number is a float, which forgets the zeros behind it.
        if made["price"] == "12.5" {
            made["price"] = "12.50".into();
        }
        assert_eq!(made, expected);
        assert!(created.may_update && created.may_delete);

        // What is shown can be entered again, as JSON.
        let mut again = shown(&created);
        let object = again.as_object_mut().unwrap();
        for name in ["id", "bytes"] {
            object.remove(name);
        }
        let twin = page.create(&clerk.env, &clerk.db, members(again)).await.unwrap().unwrap();
        let mut twin = shown(&twin);
        twin["id"] = 1.into();
        assert_eq!(twin, shown(&created));
    }

    async fn nothing_is_null_and_defaults_stay(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let page: &dyn ModelObject = &Erased::<Wide>::NEW;
        let required = [("code", "x"), ("small", "0"), ("whole", "0"), ("flag", "false")];
        let empty = FULL.iter().filter(|(name, _)| !required.iter().any(|it| it.0 == *name));
        let empty = empty.filter(|(name, _)| *name != "level").map(|(name, _)| (*name, ""));
        let all = required.into_iter().chain(empty).collect::<Vec<_>>();
        let created = page.create(&clerk.env, &clerk.db, text(&all)).await.unwrap().unwrap();
        let nulls = shown(&created);
        for (name, value) in nulls.as_object().unwrap() {
            let is_null = !["id", "code", "small", "whole", "flag", "level"].contains(&&**name);
            assert_eq!(value.is_null(), is_null, "{name}");
        }
        assert_eq!(nulls["level"], 3);

        // And back: each field alone, from NULL to something and to NULL again.
        for (name, value) in FULL {
            let set = text(&[(name, value)]);
            assert_eq!(page.update(&clerk.env, &clerk.db, &keys(&["1"]), set).await.unwrap(), 1);
            let one = page.read(&clerk.env, &clerk.db, "1").await.unwrap();
            assert!(!shown(&one)[name].is_null(), "{name}");
            if !nulls[name].is_null() {
                continue;
            }
            let unset = text(&[(name, "")]);
            page.update(&clerk.env, &clerk.db, &keys(&["1"]), unset).await.unwrap();
            let one = page.read(&clerk.env, &clerk.db, "1").await.unwrap();
            assert!(shown(&one)[name].is_null(), "{name}");
        }
    }

    async fn every_field_is_filtered_and_sorted_as_far_as_it_can_be(place: &Place) {
        let world = World::new(place).await;
        let clerk = world.clerk();
        let page: &dyn ModelObject = &Erased::<Wide>::NEW;
        page.create(&clerk.env, &clerk.db, text(&FULL)).await.unwrap();
        let least = [("code", "x"), ("small", "0"), ("whole", "0"), ("flag", "false")];
        page.create(&clerk.env, &clerk.db, text(&least)).await.unwrap();
        for (name, value) in FULL.iter().filter(|(name, _)| !["data", "note"].contains(name)) {
            let value = form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>();
            let query = |op: &str| format!("filter.{name}{op}={value}");
            assert_eq!(clerk.keys::<Wide>(&query("")).await, ["1"], "{name}");
            assert_eq!(clerk.keys::<Wide>(&format!("sort=-{name}")).await.len(), 2, "{name}");
            let others = clerk.keys::<Wide>(&query(".is_not")).await;
            assert!(!others.contains(&"1".to_owned()), "{name}");
            if ["flag", "token", "colour", "mood"].contains(name) {
                continue;
            }
            for (op, is_in) in [(".at_least", true), (".at_most", true), (".more_than", false), (".less_than", false)] {
                let found = clerk.keys::<Wide>(&query(op)).await;
                assert_eq!(found.contains(&"1".to_owned()), is_in, "{name}{op}");
            }
        }
        for (name, _) in FULL.iter().chain([("bytes", "")].iter()) {
            let there = clerk.keys::<Wide>(&format!("filter.{name}.is_empty=false")).await;
            assert_eq!(there.contains(&"1".to_owned()), *name != "bytes", "{name}");
        }
    }
}
