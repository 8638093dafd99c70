//! All models of a program.

use guard_runtime::model::{ModelAccess, Op, models};

use crate::models::{Contact, SaleInvoice, Visit};

#[test]
fn models_are_listed_with_their_rules() {
    let names = models()
        .iter()
        .map(|it| it.rules().name)
        .collect::<Vec<_>>();
    assert_eq!(
        names,
        ["contact", "order", "order_line", "sale_invoice", "visits"]
    );
    let entry = models()
        .into_iter()
        .find(|it| it.rules().name == "sale_invoice")
        .unwrap();
    assert_eq!(entry.module(), "model_access::models");
    let (file, line) = entry.place();
    let source = include_str!("models.rs");
    assert!(file.ends_with("models.rs"));
    let declared = source
        .lines()
        .nth(usize::try_from(line).unwrap() - 1)
        .unwrap();
    assert!(declared.contains("struct SaleInvoice"), "{declared}");
    let rules = entry.rules();
    assert_eq!(rules.description, "What a customer owes. In cents.");
    assert_eq!(rules.grants.len(), 4);
    assert_eq!(rules.grants[2].group, Some("core_portal"));
    assert_eq!(rules.grants[2].ops, [Op::Read]);
    assert_eq!(
        rules.grants[2].rule.as_deref(),
        Some(r#"contact_id is the user's contact and status is none of ["draft", "void"]"#)
    );
    assert_eq!(rules.restrictions[1].ops, [Op::Update, Op::Delete]);
}

#[test]
fn tables_and_columns_have_names() {
    assert_eq!(Visit::ACCESS.name(), "visits");
    assert_eq!(SaleInvoice::ACCESS.table().name, "sale_invoice");
    let columns = Contact::ACCESS
        .fields()
        .iter()
        .map(|it| (it.field, it.column));
    let columns = columns.collect::<Vec<_>>();
    assert_eq!(
        columns,
        [
            ("id", "id"),
            ("company_id", "company_id"),
            ("blocked", "blocked"),
            ("name", "name")
        ]
    );
}
