//! The models that are asked about.

use guard_runtime::model_access;
use serde::Serialize;

/// What a customer owes.
/// In cents.
#[model_access(
    grant(sales_manager, CRUD),
    grant(sales_user, CRU, where salesperson_id == env.uid || (team_id.is_none() && !archived)),
    grant(core_portal, R, where contact_id == env.contact_id && !["draft", "void"].contains(status)),
    grant(auditor, R),
    restrict(env.cids.contains(company_id)),
    restrict(UD, status != "posted"),
    restrict(D, number.starts_with("S") && total_cents <= 0),
    read(sales_manager, margin_cents),
    read(auditor, margin_cents, secret),
    write(sales_manager, status),
    write(none, note),
    filled(created_on),
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(title = "Invoice")]
pub(crate) struct SaleInvoice {
    pub(crate) id: i64,
    pub(crate) salesperson_id: i32,
    pub(crate) team_id: Option<i64>,
    pub(crate) contact_id: Option<i64>,
    pub(crate) company_id: i64,
    pub(crate) number: String,
    pub(crate) status: String,
    pub(crate) archived: bool,
    pub(crate) total_cents: i64,
    #[serde(rename = "profit")]
    pub(crate) margin_cents: i64,
    pub(crate) secret: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) created_on: String,
}

pub(crate) fn invoice() -> SaleInvoice {
    SaleInvoice {
        id: 1,
        salesperson_id: 7,
        team_id: Some(4),
        contact_id: Some(30),
        company_id: 1,
        number: "S1".to_owned(),
        status: "sent".to_owned(),
        archived: false,
        total_cents: 0,
        margin_cents: 5,
        secret: Some("x".to_owned()),
        note: None,
        created_on: "2024-01-01".to_owned(),
    }
}

#[model_access(
    table = "visits",
    grant(core_internal, R, where env.region == region || env.team_ids.contains(team_id)),
    grant(core_portal, R, where level == env.level && level.is_some()),
    grant(core_public, R, where region.starts_with(env.region) && !env.boss),
    restrict(env.boss || env.level.is_some() || region != "secret"),
    restrict(U, env.uid != env.contact_id),
)]
#[derive(Debug)]
pub(crate) struct Visit {
    pub(crate) region: String,
    pub(crate) team_id: Option<i32>,
    pub(crate) level: Option<i64>,
}

#[model_access(
    nobody,
    restrict(orders.any(child_id.is_none())),
    related(orders: [Order], id == contact_id),
)]
#[derive(Debug)]
pub(crate) struct Contact {
    pub(crate) id: i64,
    pub(crate) company_id: Option<i64>,
    pub(crate) blocked: bool,
    pub(crate) name: String,
}

#[model_access(grant(core_internal, CRUD))]
#[derive(Debug)]
pub(crate) struct OrderLine {
    pub(crate) order_id: i64,
    pub(crate) product_id: i64,
    pub(crate) quantity: i32,
}

#[model_access(
    table = "order",
    grant(core_internal, R, where contact.company_id == env.cid && !contact.blocked),
    grant(core_internal, U, where lines.any(product_id == 3 && quantity > 2)),
    grant(core_internal, D, where !lines.any(true)),
    grant(core_internal, C, where contact.company_id.is_none() || contact.name.starts_with("A")),
    grant(core_portal, R, where [3, 4].contains(contact.id) && contact.id == contact.company_id),
    grant(core_portal, U, where child.id == 2),
    related(contact: Contact, contact_id == id),
    related(lines: [OrderLine], id == order_id),
    related(child: Order, child_id == id),
)]
#[derive(Debug)]
pub(crate) struct Order {
    pub(crate) id: i64,
    pub(crate) contact_id: Option<i64>,
    pub(crate) child_id: Option<i64>,
}
