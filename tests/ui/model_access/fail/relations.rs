//! Relations, and what is said of related rows.
use guard_runtime::model_access;

#[model_access(grant(core_internal, R))]
struct Contact {
    id: i64,
    company_id: i64,
    name: String,
}

#[model_access(grant(core_internal, R))]
struct Line {
    order_id: i64,
    product_id: i64,
    quantity: i64,
}

struct Undeclared {
    id: i64,
}

#[model_access(
    grant(core_internal, R),
    related(contact: Contact, contact_id == id),
    related(lines: [Line], id == order_id),
    restrict(contct.company_id == env.cid),
    restrict(line.any(product_id == 3)),
    restrict(contact.any(company_id == env.cid)),
    restrict(lines.product_id == 3),
    restrict(contact == env.contact_id),
    restrict(contact.is_none()),
    restrict(contact.company_id == company_id),
    restrict(contact.address.street == "x"),
    restrict(lines.any(product.price == 3)),
    restrict(lines.any(lines.any(product_id == 3))),
    restrict(lines.all(product_id == 3)),
    restrict(company_id.any(id == 3)),
    restrict(lines.any(|line| line.product_id == 3)),
    restrict(lines.any()),
    restrict(lines.any(product_id = 3)),
)]
struct Order {
    id: i64,
    contact_id: i64,
    company_id: i64,
}

#[model_access(
    grant(core_internal, R),
    related(contact: Contact),
    related(contact_id: Contact, contact_id == id),
    related(partner: Contact, contact_id = id),
    related(env: Contact, contact_id == id),
    related(twice: Contact, contact_id == id),
    related(twice: Contact, contact_id == id),
    related(other: "contact", contact_id == id),
    related(third: Contact, contact_id == id, id == id),
    related(Contact, contact_id == id),
    related(fourth: Self, contact_id == id),
    related(fifth: Contact, contact_id == where),
    related(where: Contact, contact_id == id),
    related(sixth: Contact, contact_id = = id),
    restrict(unknown.company_id == env.cid),
)]
struct Declarations {
    id: i64,
    contact_id: i64,
}

#[model_access(
    grant(core_internal, R),
    related(contact: Contact, contact_id == ident),
    restrict(contact.compny_id == env.cid),
    restrict(contact.name == 3),
)]
struct OfCompiler {
    id: i64,
    contact_id: i64,
}

#[model_access(
    grant(core_internal, R),
    related(other: Undeclared, other_id == id),
    restrict(other.id == 3),
)]
struct Unprotected {
    id: i64,
    other_id: i64,
}

#[model_access(
    grant(core_internal, R),
    related(contact: Contact, name == id),
    restrict(contact.id == 3),
)]
struct Mixed {
    id: i64,
    name: String,
}

fn main() {}
