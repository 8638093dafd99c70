//! The operations of a document.

use std::fmt;

use utoipa::openapi::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};

/// Where an operation stands: `GET /orders/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    pub(super) path: String,
    pub(super) method: String,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// All operations, by path and method.
pub(super) fn operations(document: &OpenApi) -> Vec<(Address, &Operation)> {
    let mut all = Vec::new();
    for (path, item) in &document.paths.paths {
        let PathItem {
            get,
            put,
            post,
            delete,
            options,
            head,
            patch,
            trace,
            query,
            additional_operations,
            ..
        } = item;
        let known = [
            ("GET", get),
            ("PUT", put),
            ("POST", post),
            ("DELETE", delete),
            ("OPTIONS", options),
            ("HEAD", head),
            ("PATCH", patch),
            ("TRACE", trace),
            ("QUERY", query),
        ];
        let known = known
            .into_iter()
            .filter_map(|(method, operation)| Some((method, operation.as_ref()?)));
        let more = additional_operations.iter();
        let more = more.map(|(method, operation)| (method.as_str(), operation));
        all.extend(known.chain(more).map(|(method, operation)| {
            let (path, method) = (path.clone(), method.to_uppercase());
            (Address { path, method }, operation)
        }));
    }
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

/// The operation at an address.
pub(super) fn operation_mut<'a>(
    document: &'a mut OpenApi,
    address: &Address,
) -> Option<&'a mut Operation> {
    let item = document.paths.paths.get_mut(&address.path)?;
    match address.method.as_str() {
        "GET" => item.get.as_mut(),
        "PUT" => item.put.as_mut(),
        "POST" => item.post.as_mut(),
        "DELETE" => item.delete.as_mut(),
        "OPTIONS" => item.options.as_mut(),
        "HEAD" => item.head.as_mut(),
        "PATCH" => item.patch.as_mut(),
        "TRACE" => item.trace.as_mut(),
        "QUERY" => item.query.as_mut(),
        other => {
            let mut more = item.additional_operations.iter_mut();
            more.find_map(|(method, it)| method.eq_ignore_ascii_case(other).then_some(it))
        }
    }
}
