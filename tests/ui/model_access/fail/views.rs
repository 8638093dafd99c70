//! What serde is told of fields that may be hidden.
use guard_runtime::model_access;
use serde::{Serialize, Serializer};

fn cents<S: Serializer>(_: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("cents")
}

#[model_access(grant(core_internal, R), read(none, cost, note))]
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase", into = "String")]
struct Product {
    #[serde(serialize_with = "cents")]
    price: i64,
    #[serde(rename = "costs", serialize_with = "cents")]
    cost: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl From<Product> for String {
    fn from(_: Product) -> Self {
        Self::new()
    }
}

fn main() {}
