//! What to try as each of the accounts, and what it shows: of the route, the model, the record, the field.

/// One request, and its answer.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) status: u16,
    /// What the answer shows.
    pub(super) shows: &'static str,
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) body: &'a str,
}

type Row = (u16, &'static str, &'static str, &'static str, &'static str);

const TICKET: &str = r#"{"subject":"Grinder jams","body":"It stops after ten seconds."}"#;
const SETTING: &str = r#"{"key":"sales.currency","value":"EUR"}"#;
const MODULE: &str = r#"{"name":"invoicing"}"#;
const INVOICE: &str =
    r#"{"contact_id":1,"due_on":"2026-12-31","lines":[{"product_id":1,"quantity":6}]}"#;
const NOTE: &str = r#"{"internal_note":"Promised to pay on Friday."}"#;
const PAID: &str = r#"{"status":"paid"}"#;
const HANDED_ON: &str = r#"{"salesperson_id":2}"#;
const UNBLOCKED: &str = r#"{"blocked":false}"#;

#[rustfmt::skip]
const NOBODY: &[Row] = &[
    (200, "route: open to everybody", "GET", "/api/health", ""),
    (200, "field: retail prices", "GET", "/api/catalog?limit=1", ""),
    (401, "route: for users", "GET", "/api/my-profile", ""),
    (401, "route: for users", "GET", "/api/invoices", ""),
];

#[rustfmt::skip]
const SALES: &[Row] = &[
    (200, "route: for users", "GET", "/api/my-profile", ""),
    (200, "record: her own in her company", "GET", "/api/invoices?limit=1", ""),
    (200, "field: with costs and notes", "GET", "/api/invoices/240", ""),
    (404, "record: a colleague's", "GET", "/api/invoices/18", ""),
    (404, "record: her own, in a company that is not hers", "GET", "/api/invoices/14", ""),
    (201, "record: a draft of her own", "POST", "/api/invoices", INVOICE),
    (200, "record: posted, so she may change it", "PATCH", "/api/invoices/240", NOTE),
    (403, "record: allowed before, and not after", "PATCH", "/api/invoices/240", PAID),
    (403, "field: managers hand invoices on", "PATCH", "/api/invoices/240", HANDED_ON),
    (403, "record: paid, so she may not change it", "PATCH", "/api/invoices/1", NOTE),
    (403, "record: what is posted is not deleted", "DELETE", "/api/invoices/240", ""),
    (200, "record: all of her company", "GET", "/api/orders?limit=1", ""),
    (403, "record: not her company", "GET", "/api/orders?company=2", ""),
    (200, "route: for sales", "GET", "/api/products?limit=1", ""),
    (403, "route: not for sales", "POST", "/api/settings/update", SETTING),
];

#[rustfmt::skip]
const MANAGER: &[Row] = &[
    (200, "record: all of his companies", "GET", "/api/invoices?status=posted&company=2&min_total=100000&sort=-total_cents&limit=1", ""),
    (200, "record: both are his to mark", "POST", "/api/invoices/paid", r#"{"ids":[6,18]}"#),
    (404, "record: one is of another company, so neither is marked", "POST", "/api/invoices/paid", r#"{"ids":[2,12]}"#),
    (409, "one is a draft, so neither is marked", "POST", "/api/invoices/paid", r#"{"ids":[2,7]}"#),
    (403, "record: what is paid is not deleted", "DELETE", "/api/invoices/1", ""),
    (200, "field: what he may read he may sum up", "GET", "/api/reports/invoices?costs=true", ""),
    (200, "record: of that company alone", "GET", "/api/orders?company=2&limit=1", ""),
    (200, "route: for his role", "GET", "/api/reports/margins", ""),
    (403, "route: for administrators", "GET", "/api/admin/gates", ""),
];

#[rustfmt::skip]
const ADMIN: &[Row] = &[
    (200, "model: she is not in sales, so there are none", "GET", "/api/invoices", ""),
    (200, "route: for settings", "POST", "/api/settings/update", SETTING),
    (200, "route: for modules", "POST", "/api/modules/install", MODULE),
    (200, "field: all but the password", "GET", "/api/admin/users/8", ""),
    (404, "record: not hers, and she is told why", "GET", "/api/invoices/240", ""),
    (200, "why a customer may not delete it", "GET", "/api/invoices/240/access?user=5&operation=delete", ""),
    (200, "field: one she may write", "POST", "/api/admin/users/6/blocked", UNBLOCKED),
];

#[rustfmt::skip]
const CLERK: &[Row] = &[
    (200, "model: he is not in sales, so there are none", "GET", "/api/invoices", ""),
    (404, "model: so there is not this one either", "GET", "/api/invoices/240", ""),
    (403, "model: nor may he write one", "POST", "/api/invoices", INVOICE),
    (200, "field: names and addresses", "GET", "/api/users?limit=1", ""),
    (403, "route: not for him", "GET", "/api/products?limit=1", ""),
];

#[rustfmt::skip]
const PORTAL: &[Row] = &[
    (200, "record: her own that are not drafts", "GET", "/api/invoices?limit=1", ""),
    (200, "field: without costs, notes, and who sells", "GET", "/api/invoices/240", ""),
    (404, "record: a draft", "GET", "/api/invoices/719", ""),
    (404, "record: another customer's", "GET", "/api/invoices/138", ""),
    (403, "field: what she may not read she may not sort by", "GET", "/api/invoices?sort=-cost_cents", ""),
    (403, "field: nor filter by", "GET", "/api/invoices?salesperson=1", ""),
    (403, "field: nor sum up", "GET", "/api/reports/invoices?costs=true", ""),
    (403, "model: customers write no invoices", "POST", "/api/invoices", INVOICE),
    (403, "model: she may read it, and no more", "DELETE", "/api/invoices/240", ""),
    (200, "record: her own", "GET", "/api/orders?limit=1", ""),
    (201, "record: for herself", "POST", "/api/tickets", TICKET),
    (200, "field: wholesale prices", "GET", "/api/catalog?limit=1", ""),
    (403, "route: for us", "GET", "/api/users", ""),
];

#[rustfmt::skip]
const PORTAL2: &[Row] = &[
    (200, "record: his own", "GET", "/api/invoices/138", ""),
    (404, "record: another customer's", "GET", "/api/invoices/240", ""),
    (200, "record: his own", "GET", "/api/orders?limit=1", ""),
];

#[rustfmt::skip]
const GUEST: &[Row] = &[
    (200, "field: retail prices", "GET", "/api/catalog?limit=1", ""),
    (403, "route: for users", "GET", "/api/invoices", ""),
    (403, "route: for users", "GET", "/api/orders", ""),
];

#[rustfmt::skip]
const SCANNER: &[Row] = &[
    (200, "route: for the warehouse", "GET", "/api/stock?limit=1", ""),
    (200, "field: names and addresses", "GET", "/api/users?limit=1", ""),
    (200, "model: it is not in sales, so there are none", "GET", "/api/invoices", ""),
    (200, "route: for users", "GET", "/api/my-profile", ""),
];

/// What to try; by nobody, with an empty name.
pub(super) fn of(login: &str) -> impl Iterator<Item = Call<'static>> {
    let rows = match login {
        "" => NOBODY,
        "sales" => SALES,
        "manager" => MANAGER,
        "admin" => ADMIN,
        "clerk" => CLERK,
        "portal" => PORTAL,
        "portal2" => PORTAL2,
        "guest" => GUEST,
        "scanner" => SCANNER,
        _ => &[],
    };
    rows.iter().map(|(status, shows, method, path, body)| Call {
        status: *status,
        shows,
        method,
        path,
        body,
    })
}
