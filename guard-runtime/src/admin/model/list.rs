//! Lists: what is asked of them, as a query of the guarded database.

use sea_orm::sea_query::Order;

use super::column::{Column, columns, named, refused};
use super::filter::{filter, search};
use super::offer::offered;
use super::record::records;
use super::{EntityOf, ModelOf};
use crate::admin::objects::{Listed, PageError};
use crate::admin::{Action, FilterTerm, ListError, ListRequest, MOST_PER_PAGE, ModelPage};
use crate::env::Env;
use crate::model::{FieldSet, ModelAccess as _};
use crate::records::{AccessError, Find, GuardedDb};

/// Drivers count rows with a sign.
const FARTHEST: u64 = i64::MAX.unsigned_abs();

/// A part of the records, as it was asked for.
pub(super) async fn list<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    request: &ListRequest,
) -> Result<Listed, PageError> {
    offered::<P>(Action::List)?;
    P::has_list_permission(env, Some(request)).await?;
    let columns = columns::<P>();
    let readable = ModelOf::<P>::ACCESS.readable(env);
    check::<P>(&columns, request, &readable)?;
    let mut find = db.find::<EntityOf<P>>();
    for term in &request.filters {
        find = find.filter(filter(
            column(&columns, &term.parameter(), &term.field)?,
            term,
        )?);
    }
    if let Some(text) = &request.search {
        let searched = P::SHOWN.search.iter();
        let searched = searched.map(|name| column(&columns, "search", name));
        find = find.filter(search(&searched.collect::<Result<Vec<_>, _>>()?, text)?);
    }
    find = sorted::<P>(find, &columns, request, &readable)?;
    let limit = request.per_page.min(MOST_PER_PAGE);
    let page = find.raw_page(limit, request.offset().min(FARTHEST));
    let (page, fields) = page.await?;
    Ok(Listed {
        total: page.total,
        records: records::<P>(env, db, &page.items, &fields).await?,
    })
}

/// Refuses what the page does not offer, and then what the user may not read: what a value means to such
/// a field is nothing to tell.
fn check<P: ModelPage>(
    columns: &[Column<EntityOf<P>>],
    request: &ListRequest,
    readable: &FieldSet,
) -> Result<(), PageError> {
    let shown = P::SHOWN;
    let mut wanted = Vec::new();
    for term in &request.filters {
        let FilterTerm { field, .. } = term;
        column(columns, &term.parameter(), field)?;
        if !shown.filter.is_empty() && !shown.filter.contains(&&**field) {
            let why = format!("the list is not filtered by `{field}`");
            return Err(ListError::new(&term.parameter(), why).into());
        }
        wanted.push(&**field);
    }
    for (field, _) in &request.sort {
        let known = column(columns, "sort", field)?;
        if !known.kind.is_compared() {
            let why = format!("there is no order of `{field}`");
            return Err(ListError::new("sort", why).into());
        }
        wanted.push(field);
    }
    if request.search.is_some() {
        wanted.extend(shown.search);
    }
    let fields = refused(columns, &wanted, readable);
    if fields.is_empty() {
        return Ok(());
    }
    Err(PageError::Access(AccessError::Fields {
        model: ModelOf::<P>::ACCESS.name(),
        fields,
        write: false,
    }))
}

/// In the order that was asked for, or else in that of the page, as far as the user may know of it.
fn sorted<P: ModelPage>(
    mut find: Find<EntityOf<P>>,
    columns: &[Column<EntityOf<P>>],
    request: &ListRequest,
    readable: &FieldSet,
) -> Result<Find<EntityOf<P>>, ListError> {
    let order = |is_descending| {
        if is_descending {
            Order::Desc
        } else {
            Order::Asc
        }
    };
    for (field, is_descending) in &request.sort {
        let place = column(columns, "sort", field)?.place;
        let place = place.ok_or_else(|| unknown("sort", field))?;
        find = find.order_by(place, order(*is_descending));
    }
    let by_page = P::SHOWN.sort.iter().filter(|_| request.sort.is_empty());
    for (field, is_descending) in by_page {
        let found = named(columns, field).filter(|(at, _)| readable.has(*at));
        let found = found.filter(|(_, column)| column.kind.is_compared());
        if let Some(place) = found.and_then(|(_, column)| column.place) {
            find = find.order_by(place, order(*is_descending));
        }
    }
    Ok(find)
}

fn column<'a, E: sea_orm::EntityTrait>(
    columns: &'a [Column<E>],
    parameter: &str,
    name: &str,
) -> Result<&'a Column<E>, ListError> {
    let found = named(columns, name);
    found
        .map(|(_, column)| column)
        .ok_or_else(|| unknown(parameter, name))
}

fn unknown(parameter: &str, name: &str) -> ListError {
    ListError::new(parameter, format!("`{name}` is no field of the list"))
}
