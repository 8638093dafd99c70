//! Records as JSON.

use serde_json::{Map, Value as Json, json};

use crate::admin::ListRequest;
use crate::admin::objects::{Listed, ModelObject, Record};

/// `{"key": "7", "values": {…}, "may": {"update": true, "delete": false}}`; hidden fields are absent.
pub(super) fn record(object: &dyn ModelObject, record: Record) -> Json {
    let fields = object.fields().into_iter().zip(record.values);
    let values = fields.filter_map(|(field, value)| Some((field.name.to_owned(), value?)));
    json!({
        "key": record.key,
        "values": values.collect::<Map<_, _>>(),
        "may": { "update": record.may_update, "delete": record.may_delete },
    })
}

/// `{"total": 3, "page": 1, "per_page": 25, "records": […]}`
pub(super) fn list(object: &dyn ModelObject, request: &ListRequest, listed: Listed) -> Json {
    let records = listed.records.into_iter();
    json!({
        "total": listed.total,
        "page": request.page,
        "per_page": request.per_page,
        "records": records.map(|it| record(object, it)).collect::<Vec<_>>(),
    })
}
