//! Rules that have nothing in common, each of which is mended by itself.

use std::collections::HashSet;

use super::super::scene::Scene;
use super::super::tree::Tree;
use super::var::Var;
use super::vars;

/// The rules, those together that look at the same.
pub(super) fn split<'t>(trees: &[&'t Tree], scene: &Scene) -> Vec<Vec<&'t Tree>> {
    let mut parts: Vec<(HashSet<Var>, Vec<&Tree>)> = Vec::new();
    for tree in trees {
        let mut links = Vec::new();
        vars::links(tree, scene, &mut links);
        let mut links = HashSet::from_iter(links);
        let mut joined = vec![*tree];
        let mut apart = Vec::new();
        for (others, trees) in parts {
            if links.is_disjoint(&others) {
                apart.push((others, trees));
            } else {
                links.extend(others);
                // The order of declaration stays.
                joined.splice(0..0, trees);
            }
        }
        apart.push((links, joined));
        parts = apart;
    }
    parts.into_iter().map(|(_, trees)| trees).collect()
}
