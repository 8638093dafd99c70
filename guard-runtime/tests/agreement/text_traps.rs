//! Where SQL surprises with texts: each case by name, with the rows that are to be allowed written down.

use crate::asked::Asked;
use crate::databases::{Place, in_each_database};
use crate::plan::{Given, Hop, Plan, Source};
use crate::short::{
    column, differs, env, literal, not, owner, part, position, same, texts, things,
};
use crate::tables::{Part, Thing};

in_each_database! {
    async fn nothing_in_a_prefix_is_special(place: &Place) {
        let values = ["a%b", "axb", "a_b", "A%b", "%", "", "a\\%"];
        let asked = Asked::of(place, things("na\"me", values)).await;
        let begins = |prefix: &str| Plan::Begins(position::<Thing>("na\"me"), literal(prefix));
        asked.expect(begins("a%"), &[1]).await;
        asked.expect(begins("a_"), &[3]).await;
        asked.expect(begins("%"), &[5]).await;
        asked.expect(begins("a\\"), &[7]).await;
        asked.expect(not(begins("a")), &[4, 5, 6]).await;
        asked.expect(begins(""), &[1, 2, 3, 4, 5, 6, 7]).await;
        asked.expect(not(begins("")), &[]).await;
        let empty = Plan::Begins(position::<Thing>("order"), literal(""));
        asked.expect(empty, &[]).await;
    }

    async fn trailing_blanks_count(place: &Place) {
        let mut asked = Asked::of(place, things("big", [0])).await;
        // `SQLite` is told of the second not to count them.
        for name in ["na\"me", "Code"] {
            asked.refill(things(name, ["a", "a ", " a", "a\t", ""])).await;
            asked.expect(same(column(name), literal("a")), &[1]).await;
            asked.expect(same(column(name), literal("a ")), &[2]).await;
            asked.expect(differs(column(name), literal("a")), &[2, 3, 4, 5]).await;
            asked.expect(Plan::Among(texts(["a", " "]), column(name)), &[1]).await;
            asked.expect(Plan::Begins(position::<Thing>(name), literal("a ")), &[2]).await;
        }
    }

    async fn case_counts(place: &Place) {
        let mut asked = Asked::of(place, things("big", [0])).await;
        // `SQLite` is told of the second not to let it count.
        for name in ["order", "owner_code"] {
            let values = ["ab", "AB", "aB", "\u{e9}", "\u{c9}", "e\u{301}"];
            asked.refill(things(name, values)).await;
            asked.expect(same(column(name), literal("ab")), &[1]).await;
            asked.expect(same(literal("AB"), column(name)), &[2]).await;
            asked.expect(differs(column(name), literal("ab")), &[2, 3, 4, 5, 6]).await;
            asked.expect(Plan::Among(texts(["AB", "\u{e9}"]), column(name)), &[2, 4]).await;
            asked.expect(not(Plan::Among(texts(["AB"]), column(name))), &[1, 3, 4, 5, 6]).await;
            let begins = |prefix: &str| Plan::Begins(position::<Thing>(name), literal(prefix));
            asked.expect(begins("a"), &[1, 3]).await;
            asked.expect(not(begins("A")), &[1, 3, 4, 5, 6]).await;
            asked.expect(begins("e"), &[6]).await;
        }
        // Two columns, one of which `SQLite` is told of.
        let mut world = things("order", ["ab", "ab"]);
        world.things[0][position::<Thing>("owner_code")] = "AB".into();
        world.things[1][position::<Thing>("owner_code")] = "ab".into();
        asked.refill(world).await;
        asked.expect(same(column("order"), column("owner_code")), &[2]).await;
        asked.expect(same(column("owner_code"), column("order")), &[2]).await;
        asked.expect(differs(column("owner_code"), column("order")), &[1]).await;
    }

    async fn related_rows_are_found_by_the_very_same_text(place: &Place) {
        let mut world = things("owner_code", [Some("ab"), Some("AB"), Some("ab "), None]);
        world.owners = vec![owner(1, "AB"), owner(2, "ab ")];
        let asked = Asked::of(place, world).await;
        let of_owner = |id: i128| same(crate::plan::Side::Column(0), literal(id));
        let hop = |plan| Plan::Hop(Hop::OwnerByCode, Box::new(plan));
        asked.expect(hop(of_owner(1)), &[2]).await;
        asked.expect(not(hop(of_owner(1))), &[3]).await;
        asked.expect(hop(Plan::Constant(true)), &[2, 3]).await;
    }

    async fn none_of_many_is_known_of_each(place: &Place) {
        let mut world = things("big", [0, 0, 0, 0]);
        let parts = [(1, Some("x")), (2, Some("y")), (2, None), (3, Some("y"))];
        world.parts = parts.map(|(thing, note)| part(thing, note)).to_vec();
        let asked = Asked::of(place, world).await;
        let note = || crate::plan::Side::Column(position::<Part>("note"));
        let any = |plan| Plan::Hop(Hop::Parts, Box::new(plan));
        asked.expect(any(same(note(), literal("x"))), &[1]).await;
        // Of the second thing's parts, one may be an x.
        asked.expect(not(any(same(note(), literal("x")))), &[3, 4]).await;
        asked.expect(any(not(same(note(), literal("x")))), &[2, 3]).await;
        asked.expect(any(Plan::Missing(note())), &[2]).await;
        asked.expect(not(any(Plan::Constant(true))), &[4]).await;
    }

    async fn a_text_that_a_database_cannot_hold_is_equal_to_none(place: &Place) {
        let mut asked = Asked::of(place, things("order", [Some("a"), Some(""), None])).await;
        let nul = "a\0";
        nul.clone_into(&mut asked.caller.uid);
        asked.caller.region = Some(nul.into());
        asked.caller.names = Some(vec![nul.into(), "".into()]);
        for given in [Given::Uid, Given::Region] {
            asked.expect(same(column("order"), env(given)), &[]).await;
            asked.expect(differs(column("order"), env(given)), &[1, 2]).await;
            let begins = || Plan::Begins(position::<Thing>("order"), env(given));
            asked.expect(begins(), &[]).await;
            asked.expect(not(begins()), &[1, 2]).await;
        }
        let listed = || Plan::Among(Source::Names, column("order"));
        asked.expect(listed(), &[2]).await;
        asked.expect(not(listed()), &[1]).await;
        asked.caller.names = Some(vec![nul.into()]);
        asked.expect(listed(), &[]).await;
        asked.expect(not(listed()), &[1, 2]).await;
    }
}
