//! Names that are no columns.
use guard_runtime::model_access;

#[model_access(
    grant(core_internal, R, where salesperson == env.uid),
    grant(core_portal, R, where self.salesperson_id == env.uid),
    grant(core_public, R, where salesperson_id == uid),
    restrict(compny_id == env.cid && warehouse == 1),
    restrict(salesperson_id == limits::LOWEST),
    restrict(env.cids.contains(compny_id)),
    restrict(archive || !archived),
    restrict(salesperson_id.name == "Ada"),
    read(core_internal, margn),
    write(core_internal, "status"),
    filled(create_on),
    related(contact: Contact, contct_id == id),
)]
struct Invoice {
    id: i64,
    salesperson_id: i64,
    company_id: i64,
    contact_id: i64,
    archived: bool,
    margin: i64,
    status: String,
    created_on: String,
}

#[model_access(grant(core_internal, R, where lines == 2))]
struct NotAllColumns {
    id: i64,
    lines: HasMany<Line>,
}

#[model_access(grant(core_internal, R))]
struct Contact {
    id: i64,
}

struct Line;
struct HasMany<T>(T);

fn main() {}
