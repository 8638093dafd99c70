//! The list of invoices: filtered, sorted, a page at a time.

use actix_web::{get, web};
use guard_runtime::records::{Filter, Find, GuardedDb, Page, ReadableOf, field};
use guard_runtime::requires_user;
use serde::Deserialize;

use crate::app::data::invoice::{self, Column};
use crate::app::data::invoice_status::Status;
use crate::app::failure::Failure;
use crate::app::listing::{Part, Sort};

/// `?status=posted&min_total=100000`: those of which all of it is true.
#[derive(Deserialize)]
pub(super) struct Wanted {
    status: Option<Status>,
    company: Option<i64>,
    contact: Option<i64>,
    /// Customers may not filter by it, or they would find out who it is.
    salesperson: Option<i64>,
    min_total: Option<i64>,
}

impl Wanted {
    fn filters(&self) -> impl Iterator<Item = Filter<Column>> {
        let filters = [
            self.status.map(|it| field(Column::Status).eq(it)),
            self.company.map(|it| field(Column::CompanyId).eq(it)),
            self.contact.map(|it| field(Column::ContactId).eq(it)),
            self.salesperson
                .map(|it| field(Column::SalespersonId).eq(it)),
            self.min_total
                .map(|it| field(Column::TotalCents).at_least(it)),
        ];
        filters.into_iter().flatten()
    }
}

#[requires_user]
#[get("/api/invoices")]
pub(super) async fn list_invoices(
    wanted: web::Query<Wanted>,
    sort: web::Query<Sort>,
    part: web::Query<Part>,
    db: GuardedDb,
) -> Result<web::Json<Page<ReadableOf<invoice::Entity>>>, Failure> {
    let invoices = db.find::<invoice::Entity>();
    let invoices = wanted.filters().fold(invoices, Find::filter);
    let invoices = sort.of(invoices, Column::Id)?;
    Ok(web::Json(part.of(invoices).await?))
}
