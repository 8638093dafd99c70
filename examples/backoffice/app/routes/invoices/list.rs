//! The list of invoices: filtered, sorted, a page at a time.

use actix_web::{get, web};
use guard_runtime::records::{Filter, Find, GuardedDb, Page, ReadableOf, field};
use guard_runtime::requires_user;
use serde::Deserialize;

use crate::app::data::invoice::{self, Column};
use crate::app::data::invoice_status::Status;
use crate::app::failure::Failure;
use crate::app::listing::{Part, Sort};
use crate::app::whole::Whole;

/// `?status=posted&min_total=100000`: those of which all of it is true. What is not known here is
/// refused: a filter that is left out would show more than was asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    status: Option<Status>,
    company: Option<Whole<i64>>,
    contact: Option<Whole<i64>>,
    /// Customers may not filter by it, or they would find out who it is.
    salesperson: Option<Whole<i64>>,
    min_total: Option<Whole<i64>>,
    #[serde(default)]
    sort: Sort,
    limit: Option<Whole<u64>>,
    offset: Option<Whole<u64>>,
}

impl Wanted {
    fn filters(&self) -> impl Iterator<Item = Filter<Column>> {
        let is = |column: Column, wanted: Option<Whole<i64>>| {
            wanted.map(|it| field(column).eq(it.get()))
        };
        let filters = [
            self.status.map(|it| field(Column::Status).eq(it)),
            is(Column::CompanyId, self.company),
            is(Column::ContactId, self.contact),
            is(Column::SalespersonId, self.salesperson),
            self.min_total
                .map(|it| field(Column::TotalCents).at_least(it.get())),
        ];
        filters.into_iter().flatten()
    }
}

#[requires_user]
#[get("/api/invoices")]
pub(super) async fn list_invoices(
    wanted: web::Query<Wanted>,
    db: GuardedDb,
) -> Result<web::Json<Page<ReadableOf<invoice::Entity>>>, Failure> {
    let part = Part::new(wanted.limit, wanted.offset).map_err(Failure::input)?;
    let invoices = db.find::<invoice::Entity>();
    let invoices = wanted.filters().fold(invoices, Find::filter);
    let invoices = wanted.sort.of(invoices, Column::Id)?;
    Ok(web::Json(part.of(invoices).await?))
}
