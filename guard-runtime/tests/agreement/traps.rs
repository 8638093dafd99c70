//! Where SQL surprises with what is not there and with numbers: each case by name, with the rows that
//! are to be allowed written down.

use crate::asked::Asked;
use crate::cell::Cell;
use crate::databases::{Place, in_each_database};
use crate::plan::{Declared, Given, Plan, Sign, Source, Team};
use crate::short::{column, differs, env, granted, literal, not, numbers, same, texts, things};

in_each_database! {
    async fn not_equal_does_not_match_null(place: &Place) {
        let asked = Asked::of(place, things("owner id", [Some(7), Some(8), None])).await;
        let is_seven = || same(column("owner id"), literal(7));
        asked.expect(is_seven(), &[1]).await;
        asked.expect(not(is_seven()), &[2]).await;
        asked.expect(differs(column("owner id"), literal(7)), &[2]).await;
        asked.expect(not(not(is_seven())), &[1]).await;
        asked.expect(Plan::Or(vec![is_seven(), not(is_seven())]), &[1, 2]).await;
        asked.expect(not(Plan::And(vec![is_seven(), Plan::Constant(true)])), &[2]).await;
    }

    async fn not_in_a_list_with_null_is_not_known(place: &Place) {
        let mut asked = Asked::of(place, things("owner id", [Some(1), Some(2), None])).await;
        let listed = || Plan::Among(Source::Levels, column("owner id"));
        asked.caller.levels = Some(vec![1.into(), Cell::Nothing]);
        asked.expect(listed(), &[1]).await;
        asked.expect(not(listed()), &[]).await;
        asked.caller.levels = Some(vec![1.into()]);
        asked.expect(not(listed()), &[2]).await;
        // An id that no number is, is one that is not known.
        asked.caller.cids = vec!["1".to_owned(), "west".to_owned()];
        asked.expect(Plan::Among(Source::Cids, column("owner id")), &[1]).await;
        asked.expect(not(Plan::Among(Source::Cids, column("owner id"))), &[]).await;
    }

    async fn what_the_env_does_not_have_is_not_null(place: &Place) {
        let mut asked = Asked::of(place, things("owner id", [Some(7), None])).await;
        for given in [Given::Contact, Given::Level] {
            let is_it = || same(column("owner id"), env(given));
            asked.expect(is_it(), &[]).await;
            asked.expect(not(is_it()), &[]).await;
            asked.expect(Plan::Or(vec![is_it(), not(is_it())]), &[]).await;
            asked.expect(Plan::Missing(env(given)), &[1, 2]).await;
            asked.expect(Plan::Or(vec![is_it(), Plan::Missing(column("owner id"))]), &[2]).await;
        }
        asked.caller.level = Some(Cell::Nothing);
        asked.expect(same(column("owner id"), env(Given::Level)), &[]).await;
        asked.caller.contact = Some("7".to_owned());
        asked.expect(same(column("owner id"), env(Given::Contact)), &[1]).await;
    }

    async fn integers_have_edges(place: &Place) {
        let edges = [i64::MIN, -1, 0, i64::MAX].map(i128::from);
        let asked = Asked::of(place, things("big", edges)).await;
        let (least, greatest) = (literal(edges[0]), literal(edges[3]));
        asked.expect(Plan::Compare(column("big"), Sign::LessOrEqual, least), &[1]).await;
        asked.expect(Plan::Compare(column("big"), Sign::GreaterOrEqual, greatest), &[4]).await;
        asked.expect(Plan::Compare(literal(-1), Sign::Less, column("big")), &[3, 4]).await;
        // Columns of different widths.
        asked.expect(same(column("big"), column("small")), &[3]).await;
        asked.expect(Plan::Compare(column("tiny"), Sign::Greater, column("big")), &[1, 2]).await;
    }

    async fn an_id_beyond_32_bits_is_not_cut_off(place: &Place) {
        let mut asked = Asked::of(place, things("small", [7, i128::from(i32::MAX)])).await;
        asked.caller.cids = vec!["4294967303".to_owned(), "9223372036854775807".to_owned()];
        "4294967303".clone_into(&mut asked.caller.uid);
        for name in ["small", "tiny", "small?"] {
            asked.expect(Plan::Among(Source::Cids, column(name)), &[]).await;
            asked.expect(same(column(name), env(Given::Uid)), &[]).await;
        }
        asked.expect(not(Plan::Among(Source::Cids, column("small"))), &[1, 2]).await;
        asked.expect(Plan::Compare(column("small"), Sign::Less, env(Given::Uid)), &[1, 2]).await;
        asked.expect(differs(column("small?"), env(Given::Uid)), &[]).await;
    }

    async fn an_empty_list_holds_nothing(place: &Place) {
        let mut asked = Asked::of(place, things("owner id", [Some(1), None])).await;
        asked.caller.cids.clear();
        asked.caller.levels = Some(Vec::new());
        for list in [Source::Cids, Source::Levels, numbers([])] {
            asked.expect(Plan::Among(list.clone(), column("owner id")), &[]).await;
            asked.expect(not(Plan::Among(list, column("owner id"))), &[1]).await;
        }
        asked.expect(Plan::Among(texts([]), column("order")), &[]).await;
    }

    async fn of_an_absent_list_nobody_knows_what_it_lacks(place: &Place) {
        let mut asked = Asked::of(place, things("owner id", [Some(1), None])).await;
        asked.caller.levels = None;
        let among = || Plan::Among(Source::Levels, column("owner id"));
        asked.expect(among(), &[]).await;
        asked.expect(not(among()), &[]).await;
    }

    async fn a_lone_false_rule_does_not_vanish(place: &Place) {
        let asked = Asked::of(place, things("big", [1, 2])).await;
        let never = Plan::Constant(false);
        asked.expect(never.clone(), &[]).await;
        asked.expect(Plan::Or(Vec::new()), &[]).await;
        asked.expect(not(Plan::And(Vec::new())), &[]).await;
        asked.expect(same(env(Given::Contact), literal(7)), &[]).await;
        asked.expect(not(same(env(Given::Contact), literal(7))), &[]).await;
        let mut declared = granted(Plan::Constant(true));
        asked.expect_of(&declared, &[1, 2]).await;
        declared.restrictions = vec![never];
        asked.expect_of(&declared, &[]).await;
        declared.grants.clear();
        declared.restrictions.clear();
        asked.expect_of(&declared, &[]).await;
    }

    async fn a_rule_of_a_group_that_is_not_theirs_grants_nothing(place: &Place) {
        let asked = Asked::of(place, things("big", [1, 2])).await;
        let rule = || Some(same(column("big"), literal(1)));
        let foreign = (Team::Public, None);
        let mut declared = Declared { grants: vec![foreign], restrictions: Vec::new() };
        asked.expect_of(&declared, &[]).await;
        declared.grants.push((Team::Portal, rule()));
        asked.expect_of(&declared, &[1]).await;
    }
}
