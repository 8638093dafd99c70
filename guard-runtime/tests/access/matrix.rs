//! The matrix of a program.

use guard_runtime::admin::access::{Allowed, Matrix, MatrixModel, RuleSql};
use guard_runtime::model::Dialect;

use crate::world::vocabulary;

fn invoice(matrix: &Matrix) -> &MatrixModel {
    matrix
        .models
        .iter()
        .find(|it| it.name == "invoice")
        .unwrap()
}

fn rule(matrix: &Matrix, op: &str, group: &str) -> RuleSql {
    let cell = matrix.cell("invoice", op, group).unwrap();
    cell.grants[0].rule.clone().unwrap()
}

#[test]
fn rules_stand_in_it_in_words_and_in_sql() {
    let matrix = Matrix::of(&vocabulary());
    let own = rule(&matrix, "read", "sales_user");
    assert_eq!(
        own.words,
        r#"salesperson_id is the user's id and status is not "it's""#
    );
    assert_eq!(
        own.sql,
        r#"("invoice"."salesperson_id" = :uid AND "invoice"."status" <> 'it''s')"#
    );
    let portal = rule(&matrix, "read", "partner");
    assert_eq!(
        portal.sql,
        r#"("invoice"."contact_id" = :contact_id OR "invoice"."status" IN ('a', 'b'))"#
    );
    let model = invoice(&matrix);
    let restrictions = model.rows.iter().map(|it| it.restrictions.len());
    assert_eq!(restrictions.collect::<Vec<_>>(), [0, 1, 0, 1]);
    assert_eq!(
        model.rows[1].restrictions[0].sql,
        r#"("invoice"."company_id" IN (:cids) OR "invoice"."company_id" IS NULL)"#
    );
    assert_eq!(
        model.rows[3].restrictions[0].sql,
        r#"(NOT substr("invoice"."number", 1, length('X')) = 'X' AND "invoice"."status" <> 'posted')"#
    );
}

#[test]
fn sql_is_that_of_the_database() {
    let postgres = Matrix::of(&vocabulary().dialect(Dialect::Postgres));
    assert_eq!(
        invoice(&postgres).rows[3].restrictions[0].sql,
        r#"(NOT starts_with("invoice"."number", 'X') AND "invoice"."status" <> 'posted')"#
    );
    let mysql = Matrix::of(&vocabulary().dialect(Dialect::MySql));
    assert_eq!(
        rule(&mysql, "read", "sales_user").sql,
        "(`invoice`.`salesperson_id` = :uid AND `invoice`.`status` <> 'it''s')"
    );
}

#[test]
fn own_and_inherited_are_told_apart() {
    let matrix = Matrix::of(&vocabulary());
    let cell = |op, group| matrix.cell("invoice", op, group).unwrap();
    let director = cell("read", "director");
    assert_eq!(director.allowed, Allowed::Where);
    assert!(!director.own);
    let ways = director.grants.iter().map(|it| it.via.join(" > "));
    assert_eq!(
        ways.collect::<Vec<_>>(),
        ["accountant", "sales_manager > sales_user"]
    );
    assert!(cell("create", "accountant").own);
    assert_eq!(cell("create", "accountant").allowed, Allowed::Yes);
    assert_eq!(cell("delete", "accountant").allowed, Allowed::Where);
    assert_eq!(cell("create", "sales_user").allowed, Allowed::No);
}

#[test]
fn fields_that_not_all_may_read_are_in_it() {
    let matrix = Matrix::of(&vocabulary());
    let fields = &invoice(&matrix).fields;
    let names = fields.iter().map(|it| (it.field, it.access));
    assert_eq!(
        names.collect::<Vec<_>>(),
        [("cost", "read"), ("cost", "write")]
    );
    let readers = fields[0]
        .groups
        .iter()
        .map(|it| (it.group, it.via.join(" > ")));
    assert_eq!(
        readers.collect::<Vec<_>>(),
        [
            ("sales_manager", String::new()),
            ("director", "sales_manager".to_owned())
        ]
    );
    assert!(fields[1].groups.is_empty());
    let csv = matrix.to_csv();
    assert!(
        csv.contains("invoice,write,cost,(everybody),no,,,,\r\n"),
        "{csv}"
    );
    assert!(csv.contains("invoice,read,cost,director,yes,inherited,sales_manager,,\r\n"));
}

#[test]
fn two_exports_are_the_same() {
    let (one, other) = (Matrix::of(&vocabulary()), Matrix::of(&vocabulary()));
    assert_eq!(one.to_json(), other.to_json());
    assert_eq!(one.to_csv(), other.to_csv());
    let names = one.groups.iter().map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(
        names[3..],
        [
            "sales_user",
            "sales_manager",
            "accountant",
            "director",
            "partner"
        ]
    );
}
