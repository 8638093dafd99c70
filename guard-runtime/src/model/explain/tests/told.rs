//! What is told, as people read it.

use super::super::super::generated::{Comparison, EnvValue, Operand, Rule};
use super::super::super::{Dialect, Op};
use super::declare::{
    NUMBER, TEXT, UID, access, all, any, compare, empty, grant, in_companies, is, not, number,
    owner_is_of_company, part_is, parts, state,
};
use super::dice::leaked;
use super::model::{ID, LEVEL, M, Owner, Part, REGION, S, State, TINY, Thing};

/// The lines below the first, which says that it is denied.
fn lines(rule: Rule<Thing>, state: &State) -> String {
    let access = access(vec![grant("clerk", rule)], vec![]);
    let env = state.env().unwrap();
    let told = access.explain(Dialect::Sqlite, &env, Op::Read, &state.thing, &state.rows());
    let told = told.to_string();
    let begin = "thing: read is denied\n  grant to clerk (the user is in it), where ";
    told.strip_prefix(begin).unwrap_or(&told).to_owned()
}

#[test]
fn each_statement_says_what_it_looks_at_and_what_would_have_to_be() {
    let (m, tiny) = (Operand::Column(&M), Operand::Column(&TINY));
    let contact = Operand::Env(&EnvValue::CONTACT_ID);
    let level = Operand::Env(&LEVEL);
    for (rule, expected) in [
        (
            is(NUMBER, UID),
            "n is the user's id: no\n    n is 4, the user's id is 7\n\
             smallest change: n would have to be 7",
        ),
        (
            in_companies(NUMBER),
            "n is one of the user's companies: no\n    n is 4, the user's companies are 1, 2\n\
             smallest change: n would have to be one of 1, 2\n  \
             or: the user's companies would have to include 4",
        ),
        (
            not(in_companies(Operand::Column(&ID))),
            "id is none of the user's companies: no\n    id is 1, the user's companies are 1, 2\n\
             smallest change: id would have to be none of 1, 2\n  \
             or: the user's companies would have to be without 1",
        ),
        (
            is(NUMBER, contact),
            "n is the user's contact: unknown\n    n is 4, the user's contact is absent\n\
             smallest change: the user's contact would have to be 4",
        ),
        (
            not(is(TEXT, Operand::Text("posted"))),
            "s is not \"posted\": no\n    s is \"posted\"\n\
             smallest change: s would have to be something other than \"posted\"",
        ),
        (
            all(vec![
                compare(m, Comparison::GreaterOrEqual, number(100)),
                compare(m, Comparison::Less, number(200)),
                not(is(m, number(150))),
            ]),
            "m is at least 100 and m is less than 200 and m is not 150: no\n    m is 50\n\
             smallest change: m would have to be at least 100 and less than 200 and something \
             other than 150",
        ),
        (
            Rule::StartsWith(&S, Operand::Text("X")),
            "s begins with \"X\": no\n    s is \"posted\"\n\
             smallest change: s would have to begin with \"X\"",
        ),
        (
            not(Rule::StartsWith(&S, Operand::Text("po"))),
            "s does not begin with \"po\": no\n    s is \"posted\"\n\
             smallest change: s would have to begin otherwise than with \"po\"",
        ),
        (
            empty(NUMBER),
            "n is empty: no\n    n is 4\nsmallest change: n would have to be empty",
        ),
        (
            not(empty(Operand::Env(&REGION))),
            "the user's region is not empty: no\n    the user's region is absent\n\
             smallest change: the user's region would have to have a value",
        ),
        (
            any(vec![
                is(m, number(1)),
                all(vec![is(tiny, level), is(TEXT, Operand::Text("a"))]),
            ]),
            "m is 1 or (tiny is the user's level and s is \"a\"): no\n    m is 50\n    \
             tiny is 0, the user's level is absent\n    s is \"posted\"\n\
             smallest change: m would have to be 1",
        ),
        (
            all(vec![
                is(NUMBER, number(1)),
                is(NUMBER, number(2)),
                is(NUMBER, number(2)),
            ]),
            "n is 1 and n is 2 and n is 2: no\n    n is 4\n\
             no change would allow it: `n is 1 and n is 2 and n is 2` cannot come to hold",
        ),
        (
            // What a `u8` cannot hold it will not.
            compare(tiny, Comparison::Greater, number(255)),
            "tiny is more than 255: no\n    tiny is 0\n\
             no change would allow it: `tiny is more than 255` cannot come to hold",
        ),
        (
            is(UID, number(3)),
            "the user's id is 3: no\n    the user's id is 7\n\
             no change would allow it: `the user's id is 3` cannot come to hold",
        ),
        (
            Rule::Always(false),
            "never: no\nno change would allow it: `never` cannot come to hold",
        ),
    ] {
        assert_eq!(lines(rule, &state()), expected);
    }
}

#[test]
fn related_rows_are_told_one_by_one() {
    let mut state = state();
    let owner = owner_is_of_company;
    assert_eq!(
        lines(owner(), &state),
        "of owner: company is the user's current company: unknown\n    \
         owner_id is 3, `owner` has no row\n\
         smallest change: there would have to be a row of owner with company 1"
    );
    assert_eq!(
        lines(not(owner()), &state),
        "of owner: company is not the user's current company: unknown\n    \
         owner_id is 3, `owner` has no row\n\
         smallest change: there would have to be a row of owner with company 2"
    );
    let name = String::new();
    state.owners = [(3, 2), (4, 1)]
        .map(|(id, company)| Owner {
            id,
            company: Some(company),
            name: name.clone(),
        })
        .into();
    assert_eq!(
        lines(owner(), &state),
        "of owner: company is the user's current company: no\n    owner_id is 3\n      \
         owner.company is 2, the user's current company is 1\n\
         smallest change: owner_id would have to be 4\n  \
         or: owner.company would have to be 1\n  \
         or: the user's current company would have to be 2\n  \
         or: the user's companies would have to be without 1"
    );
    let three_of_two = || parts(Rule::All(leaked(part_is(Some(3), 2))));
    assert_eq!(
        lines(three_of_two(), &state),
        "one of parts: (qty is 3 and kind is 2): no\n    id is 1, `parts` has no row\n\
         smallest change: there would have to be one more row of parts with qty 3 and kind 2"
    );
    let part = |kind| Part {
        thing_id: 1,
        qty: Some(1),
        kind,
    };
    state.parts = (0..6).map(part).collect();
    assert_eq!(
        lines(three_of_two(), &state),
        "one of parts: (qty is 3 and kind is 2): no\n    id is 1\n      \
         parts.qty is 1, parts.kind is 0\n      parts.qty is 1, parts.kind is 1\n      \
         parts.qty is 1\n      and 3 more rows\n\
         smallest change: qty of the row of parts with qty 1 and kind 2 would have to be 3\n  \
         or: there would have to be one more row of parts with qty 3 and kind 2"
    );
    let none_of_two = not(parts(Rule::All(leaked(part_is(None, 2)))));
    assert_eq!(
        lines(none_of_two, &state),
        "none of parts: kind is 2: no\n    id is 1\n      parts.kind is 2\n\
         smallest change: kind of the row of parts with kind 2 would have to be something other \
         than 2\n  \
         or: the row of parts with kind 2 would have to go"
    );
}
