//! One row of the list.

use std::path::Path;

use super::RequirementTree;
use crate::{GateEntry, Place};

/// One gate of the program, as a row of a [`GateReport`](super::GateReport).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GateRow {
    /// What it demands.
    pub requirement: RequirementTree,
    /// Methods and paths, where a route attribute stands below the gate; without the prefixes of
    /// scopes.
    pub routes: Vec<(String, String)>,
    /// The handler's name; empty for a layer.
    pub handler: String,
    /// The module it stands in; empty where it was made by hand.
    pub module: String,
    /// The source file, with forward slashes.
    pub file: String,
    /// The line in it.
    pub line: u32,
    /// What it stands on.
    pub place: Place,
}

impl GateRow {
    pub(super) fn of(entry: &GateEntry) -> Self {
        let routes = entry.routes.iter();
        Self {
            requirement: RequirementTree::from(entry.requirement),
            routes: routes
                .map(|(method, path)| ((*method).to_owned(), (*path).to_owned()))
                .collect(),
            handler: entry.handler.to_owned(),
            module: entry.module.to_owned(),
            file: portable(entry.file),
            line: entry.line,
            place: entry.place,
        }
    }

    /// `my_app::orders::list`; empty for a layer.
    #[must_use]
    pub fn full_name(&self) -> String {
        if self.module.is_empty() || self.handler.is_empty() {
            self.handler.clone()
        } else {
            format!("{}::{}", self.module, self.handler)
        }
    }

    /// `src/orders.rs:7`
    #[must_use]
    pub fn location(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    /// `GET /orders, HEAD /orders`; empty where no route attribute stands below the gate.
    #[must_use]
    pub fn routes_text(&self) -> String {
        let routes = self.routes.iter();
        let routes = routes.map(|(method, path)| format!("{method} {path}"));
        routes.collect::<Vec<_>>().join(", ")
    }

    /// Open to everybody first; the line counts only between rows that differ in nothing else.
    pub(super) fn sort_key(&self) -> impl Ord {
        let closed = match &self.requirement {
            open if open.ignores_caller() => 0,
            open if !open.demands_user() => 1,
            _ => 2,
        };
        (
            closed,
            self.file.clone(),
            self.full_name(),
            self.routes.clone(),
            self.place.to_string(),
            self.line,
            self.requirement.clone(),
        )
    }
}

/// A path that means the same on every machine. The compiler names files of the workspace by
/// relative paths, those of other crates by absolute ones.
fn portable(file: &str) -> String {
    let slashes = file.replace('\\', "/");
    let is_absolute = Path::new(file).is_absolute()
        || slashes.starts_with('/')
        || slashes.chars().nth(1) == Some(':');
    if !is_absolute {
        return slashes;
    }
    let parts = slashes.split('/').collect::<Vec<_>>();
    let source = parts.iter().rposition(|part| *part == "src");
    let from = source.unwrap_or(parts.len()).saturating_sub(1);
    parts.get(from..).unwrap_or_default().join("/")
}

#[cfg(test)]
mod tests {
    use super::portable;

    #[test]
    fn paths_name_no_machine() {
        for (file, expected) in [
            ("src/main.rs", "src/main.rs"),
            ("src\\orders\\mod.rs", "src/orders/mod.rs"),
            (
                "/home/ada/shop-1.2.0/src/pages/list.rs",
                "shop-1.2.0/src/pages/list.rs",
            ),
            ("C:\\code\\shop\\src\\lib.rs", "shop/src/lib.rs"),
            ("/tmp/one.rs", "one.rs"),
            ("/src/one.rs", "/src/one.rs"),
        ] {
            assert_eq!(portable(file), expected);
        }
    }
}
