//! Operation ids, which have to be unique in a document.

use std::collections::BTreeMap;

use utoipa::openapi::OpenApi;

use super::handlers::HANDLER;
use super::operations::{Address, operation_mut, operations};

/// Gives operations whose handlers are of one name the names of their modules as well, then the
/// method, then the path, until all differ. Ids that the user wrote stay.
pub(super) fn distinguish(document: &mut OpenApi) {
    let longer: [fn(&Named) -> String; 3] = [
        |it| it.with_module(),
        |it| format!("{}_{}", it.with_module(), it.address.method.to_lowercase()),
        |it| format!("{}_{}", it.with_module(), word(&it.address.to_string())),
    ];
    for id in longer {
        for named in repeated(document) {
            if let Some(operation) = operation_mut(document, &named.address) {
                operation.operation_id = Some(id(&named));
            }
        }
    }
}

/// An operation whose id is made of its handler's name.
struct Named {
    address: Address,
    handler: String,
}

impl Named {
    /// `my_app::orders::list` is `orders_list`.
    fn with_module(&self) -> String {
        let inside = self.handler.split_once("::");
        word(inside.map_or(self.handler.as_str(), |(_, inside)| inside))
    }
}

/// The operations that share their id with another one.
fn repeated(document: &OpenApi) -> Vec<Named> {
    let mut by_id = BTreeMap::<_, Vec<_>>::new();
    for (address, operation) in operations(document) {
        if let Some(id) = &operation.operation_id {
            by_id.entry(id).or_default().push((address, operation));
        }
    }
    let repeated = by_id.into_iter().filter(|(_, same)| same.len() > 1);
    let named = repeated.flat_map(|(id, same)| {
        same.into_iter().filter_map(move |(address, operation)| {
            let handler = operation.extensions.as_ref()?.get(HANDLER)?.as_str()?;
            let name = handler.rsplit("::").next()?;
            let named = Named {
                address,
                handler: handler.to_owned(),
            };
            let ours = id == name || id.starts_with(&named.with_module());
            ours.then_some(named)
        })
    });
    named.collect()
}

/// Letters, digits and single underscores.
fn word(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric() && character != '_');
    let words = words.filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}
