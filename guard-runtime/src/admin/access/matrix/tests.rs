//! The matrix of hostile declarations.

use super::build::matrix;
use super::{Allowed, Matrix};
use crate::Group as _;
use crate::group::{BUILT_IN, GroupRef, Groups, groups};
use crate::model::{FieldWords, ModelRules, Op, RuleWords};
use crate::names::Entry;

static OURS: Groups = Groups::new(
    "ours",
    BUILT_IN,
    &[
        Entry::new("sales_user", "=cmd|' /C calc'!A0", &[0]),
        Entry::new("sales_manager", "Leads \"sales\",\nand so on.", &[3]),
    ],
);
/// The same names in another order, and one that is a circle.
static THEIRS: Groups = Groups::new(
    "theirs",
    BUILT_IN,
    &[
        Entry::new("sales_manager", "", &[0]),
        Entry::new("sales_user", "", &[5]),
        Entry::new("round", "", &[4]),
    ],
);

fn grant(group: GroupRef, ops: &[Op], rule: Option<&str>) -> RuleWords {
    RuleWords {
        group: Some(group.name()),
        group_ref: Some(group),
        ops: ops.to_vec(),
        rule: rule.map(str::to_owned),
        sql: rule.map(|it| format!("sql of {it}")),
    }
}

fn of(grants: Vec<RuleWords>, restrictions: Vec<RuleWords>, fields: Vec<FieldWords>) -> Matrix {
    let rules = ModelRules {
        name: "note",
        description: "",
        grants,
        restrictions,
        fields,
    };
    matrix(&OURS, [("app", rules)].into_iter())
}

fn row(matrix: &Matrix, op: &str) -> Vec<&'static str> {
    let mut rows = matrix.models[0].rows.iter();
    let row = rows.find(|it| it.op == op).unwrap();
    row.cells.iter().map(|it| it.allowed.name()).collect()
}

#[test]
fn grants_count_for_who_implies_their_group() {
    let user = OURS.get("sales_user").unwrap();
    let all = of(
        vec![
            grant(user, &[Op::Read, Op::Update], Some("mine")),
            grant(OURS.get("sales_manager").unwrap(), &[Op::Read], None),
            grant(groups::core_portal::GROUP, &[Op::Create], None),
        ],
        Vec::new(),
        Vec::new(),
    );
    // core_internal, core_portal, core_public, sales_user, sales_manager
    assert_eq!(row(&all, "create"), ["no", "yes", "no", "no", "no"]);
    assert_eq!(row(&all, "read"), ["no", "no", "no", "where", "yes"]);
    assert_eq!(row(&all, "update"), ["no", "no", "no", "where", "where"]);
    assert_eq!(row(&all, "delete"), ["no"; 5]);
    let manager = all.cell("note", "update", "sales_manager").unwrap();
    assert!(!manager.own);
    assert_eq!(manager.grants[0].via, ["sales_user"]);
    let both = all.cell("note", "read", "sales_manager").unwrap();
    assert!(both.own);
    assert_eq!(both.grants.len(), 2);
}

#[test]
fn a_restriction_leaves_no_plain_yes() {
    let user = OURS.get("sales_user").unwrap();
    let restriction = RuleWords {
        group: None,
        group_ref: None,
        ..grant(user, &[Op::Delete], Some("not posted"))
    };
    let all = of(
        vec![grant(user, &Op::ALL, None)],
        vec![restriction],
        Vec::new(),
    );
    assert_eq!(row(&all, "read"), ["no", "no", "no", "yes", "yes"]);
    assert_eq!(row(&all, "delete"), ["no", "no", "no", "where", "where"]);
    assert_eq!(all.models[0].rows[3].restrictions[0].words, "not posted");
    assert!(all.models[0].rows[1].restrictions.is_empty());
}

#[test]
fn a_name_of_another_declaration_grants_nothing() {
    let theirs = THEIRS.get("sales_user").unwrap();
    let field = FieldWords {
        field: "cost",
        write: false,
        groups: vec![theirs],
    };
    let all = of(vec![grant(theirs, &Op::ALL, None)], Vec::new(), vec![field]);
    for op in ["create", "read", "update", "delete"] {
        assert_eq!(row(&all, op), ["no"; 5], "{op}");
    }
    assert_eq!(all.models[0].foreign, ["sales_user"]);
    assert_eq!(all.models[0].fields[0].groups, []);
}

#[test]
fn what_is_built_in_is_of_every_declaration() {
    let internal = THEIRS.get("core_internal").unwrap();
    let all = of(
        vec![grant(internal, &[Op::Read], None)],
        Vec::new(),
        Vec::new(),
    );
    assert_eq!(row(&all, "read"), ["yes", "no", "no", "yes", "yes"]);
    let manager = all.cell("note", "read", "sales_manager").unwrap();
    assert_eq!(manager.grants[0].via, ["sales_user", "core_internal"]);
    assert_eq!(manager.allowed, Allowed::Yes);
}

#[test]
fn exports_run_nothing_and_keep_their_columns() {
    let user = OURS.get("sales_user").unwrap();
    let hostile = "=HYPERLINK(\"http://evil\",\"x\")\r\n+1";
    let all = of(
        vec![grant(user, &[Op::Read], Some(hostile))],
        Vec::new(),
        Vec::new(),
    );
    let csv = all.to_csv();
    let cell = ",\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\r\n+1\",";
    assert_eq!(csv.matches(cell).count(), 2, "{csv}");
    assert_eq!(csv.matches("note,read,,sales_user,where,own,,").count(), 1);
    let json = serde_json::from_str::<serde_json::Value>(&all.to_json()).unwrap();
    assert_eq!(
        json["models"][0]["rows"][1]["cells"][3]["grants"][0]["rule"]["words"],
        hostile
    );
    assert_eq!(json["groups"][3]["description"], "=cmd|' /C calc'!A0");
    assert_eq!(json["models"][0]["rows"][1]["cells"][3]["allowed"], "where");
}

#[test]
fn an_absent_model_has_no_cell() {
    let none = matrix(&OURS, std::iter::empty());
    assert_eq!(none.cell("note", "read", "sales_user"), None);
    assert_eq!(none.to_csv().lines().count(), 1);
}
