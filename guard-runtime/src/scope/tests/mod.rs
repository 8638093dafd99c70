//! Schemas made by hand or at random, for the tests of this folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod access;
mod algebra;
mod index;
mod limit;
mod strings;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Permission, PermissionSet, ResourceEntry, ScopeEntry, Scopes, Verb};

/// A resource: its name and the mask of its verbs.
type ResourceShape = (String, u8);

/// A scope: its name, its path parameter, what it inherits, its resources.
#[derive(Clone, Debug)]
struct ScopeShape {
    name: String,
    param: Option<&'static str>,
    inherits: Vec<(String, String)>,
    resources: Vec<ResourceShape>,
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn leak_all<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    Vec::leak(items.into_iter().collect())
}

/// A schema of this shape, numbered as the macro numbers them.
fn schema(shape: &[ScopeShape]) -> &'static Scopes {
    let mut first = 0;
    let mut scopes = Vec::new();
    for scope in shape {
        let mut resources = Vec::new();
        for (name, verbs) in &scope.resources {
            resources.push(ResourceEntry::new(leak(name), "", "", *verbs, first));
            first += verbs.count_ones();
        }
        let inherits = scope.inherits.iter();
        scopes.push(ScopeEntry::new(
            leak(&scope.name),
            "",
            "",
            scope.param,
            leak_all(inherits.map(|(scope, resource)| (leak(scope), leak(resource)))),
            leak_all(resources),
        ));
    }
    Box::leak(Box::new(Scopes::new("tests", leak_all(scopes))))
}

fn shape(
    name: &str,
    param: Option<&'static str>,
    inherits: &[(&str, &str)],
    resources: &[(&str, u8)],
) -> ScopeShape {
    let owned = |(name, verbs): &(&str, u8)| ((*name).to_owned(), *verbs);
    let both = |(one, two): &(&str, &str)| ((*one).to_owned(), (*two).to_owned());
    ScopeShape {
        name: name.to_owned(),
        param,
        inherits: inherits.iter().map(both).collect(),
        resources: resources.iter().map(owned).collect(),
    }
}

const GET: u8 = 1;
const UPDATE: u8 = 4;
const GU: u8 = GET | UPDATE;
const CRUD: u8 = 15;

/// Two global scopes, and two scopes of projects.
fn small() -> &'static Scopes {
    static SMALL: LazyLock<&'static Scopes> = LazyLock::new(make_small);
    *SMALL
}

/// The same names as [`small`], in another declaration.
fn twin() -> &'static Scopes {
    static TWIN: LazyLock<&'static Scopes> = LazyLock::new(make_small);
    *TWIN
}

fn make_small() -> &'static Scopes {
    schema(&[
        shape(
            "admin",
            None,
            &[],
            &[("configuration", GU), ("projects", CRUD)],
        ),
        shape("user", None, &[], &[("tokens", CRUD)]),
        shape(
            "project",
            Some("project_id"),
            &[("admin", "projects")],
            &[("root", 13), ("models", CRUD), ("log", GET)],
        ),
        shape("team", Some("team_id"), &[], &[("root", GU)]),
    ])
}

fn large_shape() -> Vec<ScopeShape> {
    let names = ["one", "two", "three"];
    let scope = |name: &&str| ScopeShape {
        name: (*name).to_owned(),
        param: (*name == "three").then_some("id"),
        inherits: Vec::new(),
        resources: (0..20_u8)
            .map(|position| (format!("r{position}"), position % 15 + 1))
            .collect(),
    };
    names.iter().map(scope).collect()
}

/// More than a hundred permissions: bits beyond the first word.
fn large() -> &'static Scopes {
    static LARGE: LazyLock<&'static Scopes> = LazyLock::new(|| schema(&large_shape()));
    *LARGE
}

/// The permission of this string form.
fn named(schema: &'static Scopes, text: &str) -> Permission {
    schema.parse(text).expect(text)
}

/// The permissions of these string forms.
fn set(schema: &'static Scopes, texts: &str) -> PermissionSet {
    let texts = texts.split_whitespace();
    texts.map(|text| named(schema, text)).collect()
}

/// A set with the names of what is in it, which know nothing of bits.
type Modelled = (PermissionSet, BTreeSet<String>);

fn modelled(schema: &'static Scopes, chosen: &[Index]) -> Modelled {
    let all = schema.permissions().collect::<Vec<_>>();
    let chosen = chosen.iter().map(|index| all[index.index(all.len())]);
    let chosen = chosen.collect::<Vec<_>>();
    let names = chosen.iter().map(ToString::to_string).collect();
    (chosen.into_iter().collect(), names)
}

/// Some of the permissions of a schema.
fn some_of(schema: fn() -> &'static Scopes) -> impl Strategy<Value = Modelled> {
    let chosen = proptest::collection::vec(any::<Index>(), 0..60);
    chosen.prop_map(move |chosen| modelled(schema(), &chosen))
}

fn names_of(set: &PermissionSet) -> BTreeSet<String> {
    set.iter().map(|it| it.to_string()).collect()
}

/// Schemas of a few scopes, some of them empty, and any verbs.
fn shapes() -> impl Strategy<Value = Vec<ScopeShape>> {
    let resources = proptest::collection::vec(1..=CRUD, 0..40);
    let scope = (resources, any::<bool>(), any::<bool>());
    proptest::collection::vec(scope, 0..6).prop_map(|scopes| {
        let count = scopes.len();
        let scopes = scopes.into_iter().enumerate();
        let shape = |(number, (verbs, is_global, inherits)): (usize, (Vec<u8>, bool, bool))| {
            let resources = verbs.into_iter().enumerate();
            ScopeShape {
                name: format!("scope{number}"),
                param: (!is_global).then_some("id"),
                // Of any resource, be it missing or a project's own: what is not there gives nothing.
                inherits: (0..count)
                    .filter(|_| inherits)
                    .map(|other| (format!("scope{other}"), "r1".to_owned()))
                    .collect(),
                resources: resources
                    .map(|(position, verbs)| (format!("r{position}"), verbs))
                    .collect(),
            }
        };
        scopes.map(shape).collect()
    })
}

/// Scope, resource and verb of all permissions of a shape, in order.
fn listed(shape: &[ScopeShape]) -> Vec<(String, String, Verb)> {
    let mut all = Vec::new();
    for scope in shape {
        for (resource, verbs) in &scope.resources {
            for (position, verb) in Verb::ALL.into_iter().enumerate() {
                if verbs >> position & 1 == 1 {
                    all.push((scope.name.clone(), resource.clone(), verb));
                }
            }
        }
    }
    all
}
