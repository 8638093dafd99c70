//! Records as JSON.

use serde_json::{Map, Value as Json, json};

use crate::admin::ListRequest;
use crate::admin::objects::{Field, Listed, ModelObject, Record};

/// `{"key": "7", "values": {…}, "may": {"update": true, "delete": false}}`; hidden fields are absent.
pub(super) fn record(object: &dyn ModelObject, record: Record) -> Json {
    of_fields(&object.fields(), record)
}

fn of_fields(fields: &[Field], record: Record) -> Json {
    let fields = fields.iter().zip(record.values);
    let values = fields.filter_map(|(field, value)| Some((field.name.to_owned(), value?)));
    json!({
        "key": record.key,
        "values": values.collect::<Map<_, _>>(),
        "may": { "update": record.may_update, "delete": record.may_delete },
    })
}

/// `{"total": 3, "page": 1, "per_page": 25, "records": […]}`
pub(super) fn list(object: &dyn ModelObject, request: &ListRequest, listed: Listed) -> Json {
    let fields = object.fields();
    let records = listed.records.into_iter();
    json!({
        "total": listed.total,
        "page": request.page,
        "per_page": request.per_page,
        "records": records.map(|it| of_fields(&fields, it)).collect::<Vec<_>>(),
    })
}
