//! The gates before an operation: found, and never guessed.

use std::collections::BTreeSet;

use utoipa::openapi::path::Operation;

use super::demand::Demand;
use super::error::DocsMistake;
use super::handlers::{Documented, HANDLER, known};
use super::operations::Address;
use super::places::{below, plain, same};
use super::{ByHand, OpenApiGates};
use crate::gate::Requirement;
use crate::routes::{Kind, Mounted, join};

/// The gates given by hand that stand before some operation.
pub(super) type Used<'a> = BTreeSet<&'a str>;

impl OpenApiGates {
    /// All gates before an operation, outermost first.
    pub(super) fn find<'a>(
        &'a self,
        address: &Address,
        operation: &Operation,
        used: &mut Used<'a>,
    ) -> Result<Demand, DocsMistake> {
        let extensions = operation.extensions.as_ref();
        let handler = extensions.and_then(|it| it.get(HANDLER)?.as_str());
        let own = handler.map(known).unwrap_or_default();
        let mut gates = Vec::new();
        for by_hand in &self.by_hand {
            if by_hand.stands_before(address) {
                used.insert(&by_hand.place);
                gates.push(by_hand.gate);
            }
        }
        let handler = handler.unwrap_or_default();
        gates.extend(self.registered(address, handler, &own)?);
        if let [first, more @ ..] = own.as_slice() {
            if more.iter().any(|other| other.gate != first.gate) {
                return Err(ambiguous(address, handler));
            }
            gates.push(first.gate);
        }
        if gates.is_empty() {
            return Err(DocsMistake::Ungated {
                operation: address.to_string(),
            });
        }
        Ok(Demand::of(gates))
    }

    /// What is known from where the handler is registered.
    fn registered(
        &self,
        address: &Address,
        handler: &str,
        own: &[Documented],
    ) -> Result<Vec<&'static Requirement>, DocsMistake> {
        let is_mine = |it: &&Mounted| !own.is_empty() && it.handler == handler;
        let mine = self.mounted.iter().filter(is_mine).collect::<Vec<_>>();
        let here = |exactly| {
            let is_here = move |it: &&Mounted| match it.kind {
                Kind::Route(method, _) => {
                    method.is_none_or(|method| method == address.method)
                        && same(&plain(&it.path), &address.path)
                }
                Kind::Service => {
                    is_mine(it) && is_below(&address.path, &plain(&it.path), own, exactly)
                }
            };
            self.mounted.iter().filter(is_here).collect::<Vec<_>>()
        };
        let mut found = here(true);
        if found.is_empty() {
            found = here(false);
        }
        let gates = |it: &Mounted| {
            let mut gates = it.layers.clone();
            if let Kind::Route(_, Some(gate)) = it.kind {
                gates.push(gate);
            }
            gates
        };
        let mut gates = found.into_iter().map(gates).collect::<Vec<_>>();
        gates.dedup();
        match gates.as_slice() {
            [] if mine.is_empty() => Ok(Vec::new()),
            [] => Err(DocsMistake::Misplaced {
                operation: address.to_string(),
                handler: handler.to_owned(),
                registered: places(&mine, own),
            }),
            [gates] => Ok(gates.clone()),
            _ => Err(ambiguous(address, handler)),
        }
    }
}

impl ByHand {
    fn stands_before(&self, address: &Address) -> bool {
        match &self.method {
            Some(method) => *method == address.method && same(&self.path, &address.path),
            None => below(&address.path, &self.path).is_some(),
        }
    }
}

/// Whether an operation may be the handler's below this prefix. A `context_path` makes the path that
/// utoipa knows longer than the handler's own.
pub(super) fn is_below(path: &str, prefix: &str, own: &[Documented], exactly: bool) -> bool {
    let Some(rest) = below(path, prefix) else {
        return false;
    };
    own.iter().any(|it| {
        let known = it.path.trim_end_matches('/');
        let rest = rest.trim_end_matches('/');
        known == rest || !exactly && known.ends_with(rest) && same(&it.path, path)
    })
}

fn places(mounted: &[&Mounted], own: &[Documented]) -> Vec<String> {
    let place = |it: &&Mounted| match it.kind {
        Kind::Route(method, _) => {
            let method = method.unwrap_or("any method of");
            vec![format!("`{method} {}`", plain(&it.path))]
        }
        Kind::Service => {
            let paths = own.iter().map(|own| join(&plain(&it.path), &own.path));
            paths.map(|path| format!("`{path}`")).collect()
        }
    };
    let places = mounted.iter().flat_map(place).collect::<BTreeSet<_>>();
    places.into_iter().collect()
}

fn ambiguous(address: &Address, handler: &str) -> DocsMistake {
    DocsMistake::Ambiguous {
        operation: address.to_string(),
        handler: handler.to_owned(),
    }
}
