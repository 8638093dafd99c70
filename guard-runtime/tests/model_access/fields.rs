//! Fields that not all may read or write.

use guard_runtime::User;
use guard_runtime::model::{ModelAccess, Shown};
use utoipa::PartialSchema;
use utoipa::openapi::schema::Schema;

use crate::models::{SaleInvoice, SaleInvoiceView, invoice};
use crate::people::{auditor, env, manager, seller};

fn seen(user: User) -> SaleInvoiceView {
    let fields = SaleInvoice::ACCESS.readable(&env(user));
    invoice().readable(&fields)
}

#[test]
fn a_hidden_field_is_absent() {
    for (user, margin, secret) in [
        (seller(), None, None),
        (manager(), Some(5), None),
        (auditor(), Some(5), Some(Some("x".to_owned()))),
    ] {
        let view = seen(user);
        assert_eq!(view.margin_cents.get(), margin.as_ref());
        assert_eq!(view.secret.get(), secret.as_ref());
        assert_eq!((view.id, view.number.as_str()), (1, "S1"));
    }
}

#[test]
fn a_view_is_serialized_like_its_struct() {
    let all = serde_json::to_value(seen(auditor())).unwrap();
    assert_eq!(all, serde_json::to_value(invoice()).unwrap());
    let mut some = serde_json::to_value(seen(manager())).unwrap();
    assert_eq!(some["profit"], 5);
    assert_eq!(some["salespersonId"], 7);
    assert!(some.get("secret").is_none());
    some["secret"] = "x".into();
    assert_eq!(some, all);
    assert!(
        serde_json::to_value(seen(seller()))
            .unwrap()
            .get("profit")
            .is_none()
    );
}

#[test]
fn a_view_derives_what_its_struct_does() {
    let view = seen(manager());
    assert_eq!(view, view.clone());
    assert!(format!("{view:?}").contains("secret: (hidden)"));
    assert_ne!(Shown::Shown(5), Shown::Hidden);
}

#[test]
fn what_may_be_written_is_for_those_named() {
    let positions = |user: User| {
        let writable = SaleInvoice::ACCESS.writable(&env(user));
        let fields = SaleInvoice::ACCESS.fields().iter().zip(0..);
        let closed = fields.filter(|(_, position)| !writable.has(*position));
        closed.map(|(entry, _)| entry.field).collect::<Vec<_>>()
    };
    assert_eq!(positions(seller()), ["status", "note", "created_on"]);
    assert_eq!(positions(manager()), ["note", "created_on"]);
    assert!(
        SaleInvoice::ACCESS
            .writable(&env(seller()).sudo("test"))
            .is_all()
    );
}

#[test]
fn a_view_is_documented_like_its_struct_but_for_what_may_be_absent() {
    let schema = |schema| serde_json::to_value::<utoipa::openapi::RefOr<Schema>>(schema).unwrap();
    let (view, all) = (
        schema(SaleInvoiceView::schema()),
        schema(SaleInvoice::schema()),
    );
    assert_eq!(view["properties"], all["properties"]);
    assert_eq!(view["title"], "Invoice");
    let required = |schema: &serde_json::Value| {
        let required = schema["required"].as_array().unwrap().clone();
        required
            .into_iter()
            .filter(|it| it != "profit")
            .collect::<Vec<_>>()
    };
    assert_eq!(required(&view), required(&all));
    assert!(
        !view["required"]
            .as_array()
            .unwrap()
            .contains(&"profit".into())
    );
}
