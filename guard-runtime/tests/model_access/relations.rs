//! What is said of related rows.

use guard_runtime::User;
use guard_runtime::model::{Kleene, ModelEntry, Op, Rows, decide, models};

use crate::models::{Contact, Order, OrderLine};
use crate::people::{customer, env, seller};

fn order(contact_id: Option<i64>) -> Order {
    Order {
        id: 1,
        contact_id,
        child_id: Some(2),
    }
}

fn contact(id: i64, company_id: Option<i64>) -> Contact {
    Contact {
        id,
        company_id,
        blocked: false,
        name: "Ada".to_owned(),
    }
}

fn line(order_id: i64, product_id: i64, quantity: i32) -> OrderLine {
    OrderLine {
        order_id,
        product_id,
        quantity,
    }
}

fn says(user: User, op: Op, order: &Order, rows: &Rows) -> Kleene {
    decide::<Order>(&env(user), op).test(order, rows)
}

#[test]
fn a_related_row_is_found_by_its_key() {
    let contacts = || vec![contact(5, Some(1)), contact(6, Some(9)), contact(7, None)];
    let rows = Rows::default().with(contacts());
    for (contact_id, expected) in [
        (Some(5), Kleene::True),
        (Some(6), Kleene::False),
        (Some(7), Kleene::Unknown),
        (Some(8), Kleene::Unknown),
        (None, Kleene::Unknown),
    ] {
        let found = says(seller(), Op::Read, &order(contact_id), &rows);
        assert_eq!(found, expected, "{contact_id:?}");
    }
    let blocked = Contact {
        blocked: true,
        ..contact(5, Some(1))
    };
    let rows = Rows::default().with(vec![blocked]);
    assert_eq!(
        says(seller(), Op::Read, &order(Some(5)), &rows),
        Kleene::False
    );
}

#[test]
fn any_of_many_rows_suffices() {
    for (lines, update, delete) in [
        (vec![], false, true),
        (vec![line(1, 3, 2)], false, false),
        (vec![line(1, 3, 2), line(1, 3, 3)], true, false),
        (vec![line(1, 3, 2), line(1, 4, 3)], false, false),
        (vec![line(2, 3, 3)], false, true),
    ] {
        let text = format!("{lines:?}");
        let rows = Rows::default().with(lines);
        let allows = |op| says(seller(), op, &order(None), &rows).is_true();
        assert_eq!(
            (allows(Op::Update), allows(Op::Delete)),
            (update, delete),
            "{text}"
        );
    }
}

#[test]
fn all_that_a_rule_may_say_it_says_of_related_rows() {
    let rows = Rows::default().with(vec![
        contact(3, Some(3)),
        contact(4, Some(5)),
        contact(5, None),
    ]);
    let reads = |id| says(customer(), Op::Read, &order(Some(id)), &rows).is_true();
    assert_eq!([3, 4, 5].map(reads), [true, false, false]);
    let creates = |id| says(seller(), Op::Create, &order(Some(id)), &rows).is_true();
    assert_eq!([3, 5, 6].map(creates), [true, true, false]);
}

#[test]
fn a_model_may_be_related_to_itself() {
    let child = Order {
        id: 2,
        contact_id: None,
        child_id: None,
    };
    let rows = Rows::default().with(vec![child]);
    assert!(says(customer(), Op::Update, &order(None), &rows).is_true());
}

#[test]
fn models_may_be_related_to_each_other() {
    let all = models().into_iter();
    let contact = all.map(ModelEntry::rules).find(|it| it.name == "contact");
    let restriction = &contact.expect("the contact").restrictions[0];
    assert_eq!(
        restriction.rule.as_deref(),
        Some("one of orders: child_id is empty")
    );
}
