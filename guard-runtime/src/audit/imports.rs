//! What names mean: imports under the same or another name.

use std::collections::HashMap;

use syn::visit::Visit;
use syn::{ItemUse, UseTree, Visibility};

use super::files::Source;
use super::path::unraw;

/// Chains of renamed imports end somewhere; those of broken source may not.
const MAX_HOPS: usize = 8;

/// Imports, by the name they bring: of one module or block, and of those around it.
#[derive(Default)]
pub(super) struct Imports {
    scopes: Vec<HashMap<String, Vec<String>>>,
    /// Names under which a module passes on what it imports, anywhere in the source.
    exported: HashMap<String, Vec<String>>,
}

impl Imports {
    /// With the names that the source exports.
    pub(super) fn of(sources: &[Source]) -> Self {
        let mut exports = Exports(HashMap::new());
        for source in sources {
            exports.visit_file(&source.syntax);
        }
        Self {
            scopes: Vec::new(),
            exported: exports.0,
        }
    }

    pub(super) fn enter<'a>(&mut self, uses: impl Iterator<Item = &'a ItemUse>) {
        let mut scope = HashMap::new();
        for item in uses {
            flatten(&item.tree, &mut Vec::new(), &mut scope);
        }
        self.scopes.push(scope);
    }

    pub(super) fn leave(&mut self) {
        self.scopes.pop();
    }

    /// The path with the imports in sight followed.
    pub(super) fn follow(&self, path: Vec<String>) -> Vec<String> {
        hop(path, |path| self.imported(path))
    }

    /// The path with all imports followed, also those that other modules export.
    pub(super) fn resolve(&self, path: Vec<String>) -> Vec<String> {
        hop(path, |path| {
            self.imported(path).or_else(|| self.exported(path))
        })
    }

    fn imported(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let imported = self.scopes.iter().rev().find_map(|scope| scope.get(first));
        imported.map(|imported| [imported.as_slice(), rest].concat())
    }

    /// Through a module of the crate, or a glob import of it.
    fn exported(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let is_inside = rest.is_empty() || ["crate", "self", "super"].contains(&first.as_str());
        let exported = path.last().filter(|_| is_inside);
        exported.and_then(|last| self.exported.get(last)).cloned()
    }
}

fn hop(mut path: Vec<String>, step: impl Fn(&[String]) -> Option<Vec<String>>) -> Vec<String> {
    for _ in 0..MAX_HOPS {
        match step(&path) {
            Some(next) if next != path => path = next,
            _ => break,
        }
    }
    path
}

struct Exports(HashMap<String, Vec<String>>);

impl<'ast> Visit<'ast> for Exports {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !matches!(item.vis, Visibility::Inherited) {
            let mut names = HashMap::new();
            flatten(&item.tree, &mut Vec::new(), &mut names);
            // Under its own name it needs no following.
            names.retain(|name, path| path.last() != Some(name));
            self.0.extend(names);
        }
    }
}

fn flatten(tree: &UseTree, prefix: &mut Vec<String>, into: &mut HashMap<String, Vec<String>>) {
    let mut bring = |name: String, last: String, prefix: &[String]| {
        let mut path = prefix.to_vec();
        if last != "self" || path.is_empty() {
            path.push(last);
        }
        let name = if name == "self" {
            path.last().cloned().unwrap_or_default()
        } else {
            name
        };
        into.insert(name, path);
    };
    match tree {
        UseTree::Path(path) => {
            prefix.push(unraw(&path.ident));
            flatten(&path.tree, prefix, into);
            prefix.pop();
        }
        UseTree::Name(name) => bring(unraw(&name.ident), unraw(&name.ident), prefix),
        UseTree::Rename(rename) => bring(unraw(&rename.rename), unraw(&rename.ident), prefix),
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, prefix, into);
            }
        }
        UseTree::Glob(_) => {}
    }
}
