//! Grants and restrictions, as a table: record × user → operations.

use guard_runtime::User;
use guard_runtime::model::{Op, decide};

use crate::models::{SaleInvoice, invoice};
use crate::people::{auditor, customer, env, manager, seller};

/// The letters of what the user may do with the record.
fn may(user: &User, record: &SaleInvoice) -> String {
    let env = env(user.clone());
    let ops = Op::ALL.into_iter();
    let allowed = ops.filter(|op| decide::<SaleInvoice>(&env, *op).allows(record));
    allowed.map(Op::letter).collect()
}

#[test]
fn each_user_gets_what_is_declared() {
    let users = [seller(), manager(), customer(), auditor(), User::guest()];
    let rows: [(&str, SaleInvoice, [&str; 5]); 11] = [
        ("theirs", invoice(), ["CRU", "CRUD", "R", "R", ""]),
        (
            "a colleague's",
            SaleInvoice {
                salesperson_id: 8,
                ..invoice()
            },
            ["", "CRUD", "R", "R", ""],
        ),
        (
            "of no team",
            SaleInvoice {
                salesperson_id: 8,
                team_id: None,
                ..invoice()
            },
            ["CRU", "CRUD", "R", "R", ""],
        ),
        (
            "of no team, archived",
            SaleInvoice {
                salesperson_id: 8,
                team_id: None,
                archived: true,
                ..invoice()
            },
            ["", "CRUD", "R", "R", ""],
        ),
        (
            "of another company of the seller",
            SaleInvoice {
                company_id: 2,
                ..invoice()
            },
            ["CRU", "", "", "R", ""],
        ),
        (
            "of a strange company",
            SaleInvoice {
                company_id: 9,
                ..invoice()
            },
            ["", "", "", "", ""],
        ),
        (
            "posted",
            SaleInvoice {
                status: "posted".to_owned(),
                ..invoice()
            },
            ["CR", "CR", "R", "R", ""],
        ),
        (
            "a draft",
            SaleInvoice {
                status: "draft".to_owned(),
                ..invoice()
            },
            ["CRU", "CRUD", "", "R", ""],
        ),
        (
            "of another contact",
            SaleInvoice {
                contact_id: Some(31),
                ..invoice()
            },
            ["CRU", "CRUD", "", "R", ""],
        ),
        (
            "of no contact",
            SaleInvoice {
                contact_id: None,
                ..invoice()
            },
            ["CRU", "CRUD", "", "R", ""],
        ),
        (
            "numbered otherwise",
            SaleInvoice {
                number: "s1".to_owned(),
                ..invoice()
            },
            ["CRU", "CRU", "R", "R", ""],
        ),
    ];
    for (what, record, expected) in rows {
        let found = users.each_ref().map(|user| may(user, &record));
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn groups_count_with_what_they_imply() {
    // What a manager may not by the manager's own grant, they may by that of those they lead.
    let manager = env(manager());
    let decision = decide::<SaleInvoice>(&manager, Op::Read);
    assert!(!decision.is_nothing() && !decision.is_everything());
    assert!(decide::<SaleInvoice>(&env(User::new(3)), Op::Read).is_nothing());
}

#[test]
fn sudo_gets_at_everything() {
    let env = env(User::guest()).sudo("test");
    for op in Op::ALL {
        assert!(decide::<SaleInvoice>(&env, op).is_everything(), "{op}");
    }
}
