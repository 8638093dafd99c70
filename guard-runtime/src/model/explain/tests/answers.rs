//! What is answered as a whole: groups, what is not known, what can be said without a record.

use super::super::super::generated::{EnvValue, Operand};
use super::super::super::{Access, Dialect, Op, Rows};
use super::super::{Reach, SmallestChange};
use super::declare::{
    NUMBER, TEXT, UID, access, all, grant, in_companies, is, number, owner_is_of_company, restrict,
    state,
};
use super::model::{OTHERS, Thing};
use crate::group::groups;
use crate::{Env, User};

#[test]
fn groups_are_joined_where_they_can_be() {
    let state = state();
    let told = |access: &'static Access<Thing>, env: &Env| {
        access
            .explain(
                Dialect::Sqlite,
                env,
                Op::Read,
                &state.thing,
                &Rows::default(),
            )
            .to_string()
    };
    let env = state.env().unwrap();
    let either = access(
        vec![grant("clerk", is(NUMBER, UID)), grant("boss", None)],
        vec![],
    );
    assert_eq!(
        told(either, &env),
        "thing: read is denied\n  grant to clerk (the user is in it), where n is the user's id: no\
         \n    n is 4, the user's id is 7\n  grant to boss (the user is not in it)\n\
         smallest change: n would have to be 7\n  or: the user would have to be in boss"
    );
    assert!(
        told(either, &env.sudo("test"))
            .starts_with("thing: read is allowed\n  the rules are lifted: test\n  grant to clerk")
    );
    let both = access(
        vec![grant("boss", is(NUMBER, UID))],
        vec![restrict(in_companies(NUMBER))],
    );
    assert!(told(both, &env).ends_with(
        "\nsmallest change: the user would have to be in boss, and n would have to be 7, and the \
         user's companies would have to include 7"
    ));
    // Who works here is no customer, and a group of another declaration is nobody's here.
    let portal = access(vec![grant("core_portal", None)], vec![]);
    let closed = "no change would allow it: the user cannot be in ";
    assert!(told(portal, &env).ends_with(&format!("{closed}core_portal")));
    let foreign = User::new(7).with_groups(OTHERS.get("editor").unwrap().closure());
    assert!(
        told(either, &Env::of(foreign).unwrap())
            .ends_with(&format!("{closed}boss; the user cannot be in clerk"))
    );
    let nothing = access(vec![], vec![]);
    assert_eq!(
        told(nothing, &env),
        "thing: read is denied\nno change would allow it: there is no grant for read"
    );
}

#[test]
fn what_nobody_has_said_is_not_guessed() {
    let state = state();
    let env = state.env().unwrap();
    let explain = |grants| {
        let access = access(grants, vec![]);
        access.explain(
            Dialect::Sqlite,
            &env,
            Op::Read,
            &state.thing,
            &Rows::default(),
        )
    };
    let told = explain(vec![grant("clerk", owner_is_of_company())]);
    assert!(told.to_string().ends_with(
        "    owner_id is 3, the rows of `owner` are not at hand\n\
         smallest change: not known, the rows of `owner` are not at hand"
    ));
    // One change is the least there can be.
    let told = explain(vec![
        grant("clerk", owner_is_of_company()),
        grant("boss", None),
    ]);
    let SmallestChange::OneOf { ways } = told.smallest_change else {
        panic!("{told}");
    };
    assert_eq!(ways.len(), 1);
    let two = all(vec![is(NUMBER, number(1)), is(TEXT, Operand::Text("a"))]);
    let told = explain(vec![
        grant("clerk", owner_is_of_company()),
        grant("clerk", two),
    ]);
    assert!(matches!(
        told.smallest_change,
        SmallestChange::Unknown { .. }
    ));
}

#[test]
fn without_a_record_it_is_told_what_it_depends_on() {
    let access = access(
        vec![grant("clerk", is(NUMBER, UID)), grant("auditor", None)],
        vec![restrict(in_companies(NUMBER))],
    );
    let told = |env: &Env| access.explain_without_record(Dialect::Postgres, env, Op::Read);
    let outlook = told(&state().env().unwrap());
    assert_eq!(outlook.reach, Reach::Depends);
    assert_eq!(
        outlook.to_string(),
        "thing: read depends on the record\n  \
         grant to clerk (the user is in it), where n is the user's id\n  \
         grant to auditor (the user is not in it)\n  \
         restriction n is one of the user's companies"
    );
    assert_eq!(outlook.restrictions[0].sql, r#"("thing"."n" IN ($1, $2))"#);
    let stranger = Env::of(User::new(1).in_group(groups::core_portal)).unwrap();
    assert_eq!(told(&stranger).reach, Reach::Nothing);
    assert_eq!(told(&stranger.sudo("test")).reach, Reach::Everything);
    let json = serde_json::to_value(told(&stranger)).unwrap();
    assert_eq!(json["reach"], "nothing");
    assert_eq!(
        json["grants"][1],
        serde_json::json!({"group": "auditor", "held": false})
    );
}

#[test]
fn as_json_it_fits_into_a_problem() {
    let mut state = state();
    state.thing.n = None;
    state.cids = (0..20).map(crate::Id::from).collect();
    let contact = Operand::Env(&EnvValue::CONTACT_ID);
    let rule = all(vec![is(NUMBER, contact), in_companies(NUMBER)]);
    let access = access(vec![grant("clerk", rule)], vec![]);
    let env = state.env().unwrap();
    let told = access.explain(
        Dialect::Postgres,
        &env,
        Op::Read,
        &state.thing,
        &state.rows(),
    );
    assert!(
        told.to_string()
            .contains("companies are 0, 1, 2, 3, 4, 5, 6, 7 and 12 more\n")
    );
    let json = serde_json::to_value(&told).unwrap();
    assert_eq!(json["op"], "read");
    assert_eq!(json["truth"], "unknown");
    let rule = &json["grants"][0]["rule"];
    assert_eq!(
        rule["words"],
        "n is the user's contact and n is one of the user's companies"
    );
    // What is absent makes the rule unknown for every record.
    assert!(rule["sql"].as_str().unwrap().starts_with("((1 = 0 AND "));
    assert_eq!(rule["values"].as_array().unwrap().len(), 20);
    assert_eq!(
        rule["statements"][0],
        serde_json::json!({
            "words": "n is the user's contact",
            "truth": "unknown",
            "sides": [{"name": "n", "value": null}, {"name": "the user's contact"}],
        })
    );
    assert_eq!(json["smallest_change"]["answer"], "one_of");
    let change = &json["smallest_change"]["ways"][0][0];
    assert_eq!(change["kind"], "field");
    assert_eq!(change["field"], "n");
}
