//! The same rules as conditions.

use guard_runtime::model::{Datum, Dialect, Op, SqlCondition, decide};

use crate::models::{Order, SaleInvoice};
use crate::people::{customer, env, seller};

/// Without collations, which the tests of the SQL itself are about.
fn text(condition: &SqlCondition) -> String {
    let text = condition.text.replace(r#" COLLATE "C""#, "");
    text.replace(" COLLATE BINARY", "")
}

#[test]
fn a_rule_is_a_condition_in_each_dialect() {
    let read = decide::<SaleInvoice>(&env(customer()), Op::Read);
    let postgres = read.sql(Dialect::Postgres);
    assert_eq!(
        text(&postgres),
        r#"(("sale_invoice"."contact_id" = $1 AND "sale_invoice"."status" NOT IN ($2, $3) AND "sale_invoice"."company_id" IN ($4)))"#
    );
    assert_eq!(
        postgres.values,
        [
            Datum::Integer(30),
            Datum::from("draft"),
            Datum::from("void"),
            Datum::Integer(1)
        ]
    );
    assert_eq!(
        text(&read.sql(Dialect::Sqlite)),
        r#"(("sale_invoice"."contact_id" = ? AND "sale_invoice"."status" NOT IN (?, ?) AND "sale_invoice"."company_id" IN (?)))"#
    );
    assert_eq!(
        read.sql(Dialect::MySql).text,
        "((`sale_invoice`.`contact_id` = ? AND CAST(`sale_invoice`.`status` AS BINARY) NOT IN (?, ?) AND `sale_invoice`.`company_id` IN (?)))"
    );
}

#[test]
fn precedence_is_that_of_rust() {
    let update = decide::<SaleInvoice>(&env(seller()), Op::Update);
    assert_eq!(
        text(&update.sql_of(Dialect::Postgres, "i", 3)),
        r#"((("i"."salesperson_id" = $4 OR ("i"."team_id" IS NULL AND "i"."archived" <> $5)) AND "i"."company_id" IN ($6, $7) AND "i"."status" <> $8))"#
    );
}

#[test]
fn related_rows_are_asked_for_in_one_condition() {
    let update = decide::<Order>(&env(seller()), Op::Update);
    assert_eq!(
        update.sql(Dialect::Postgres).text,
        r#"(EXISTS (SELECT 1 FROM "order_line" AS "guard_related" WHERE "guard_related"."order_id" = "order"."id" AND ("guard_related"."product_id" = $1 AND "guard_related"."quantity" > $2)))"#
    );
}
