//! From a permission's position to its scope, resource and verb, and back.

use proptest::prelude::*;

use super::{CRUD, GET, ScopeShape, large, large_shape, listed, schema, shape, shapes, small};
use crate::scope::{PermissionSet, Scopes, Verb};

/// Compares a schema with what its shape lists.
fn check(scopes: &'static Scopes, shape: &[ScopeShape]) {
    let expected = listed(shape);
    let permissions = scopes.permissions().collect::<Vec<_>>();
    assert_eq!(permissions.len(), expected.len());
    for ((permission, (scope, resource, verb)), index) in permissions.iter().zip(&expected).zip(0..)
    {
        assert_eq!(permission.index(), index);
        assert_eq!(permission.scope(), scope);
        assert_eq!(permission.resource(), resource);
        assert_eq!(permission.verb(), *verb);
        let entry = shape.iter().find(|it| it.name == *scope).unwrap();
        assert_eq!(permission.param(), entry.param);
        assert_eq!(permission.is_global(), entry.param.is_none());
        let project_scope = permission.project_scope().map(|it| it.name);
        assert_eq!(project_scope, entry.param.map(|_| scope.as_str()));
        assert_eq!(scopes.get(scope, resource, *verb), Some(*permission));
        assert_eq!(scopes.parse(&permission.to_string()), Ok(*permission));
        assert_eq!(permission.to_string(), format!("{scope}.{resource}:{verb}"));
    }
    for scope in shape {
        for (resource, verbs) in &scope.resources {
            for verb in Verb::ALL {
                let offers = verbs & verb.bit() != 0;
                assert_eq!(scopes.get(&scope.name, resource, verb).is_some(), offers);
            }
        }
    }
    assert_eq!(PermissionSet::all(scopes).len(), expected.len());
    let behind = u32::try_from(expected.len()).unwrap();
    assert!(scopes.locate(behind).is_none() && scopes.locate(u32::MAX).is_none());
}

/// What a scope inherits, by names alone.
fn inherited(shape: &[ScopeShape], of: &ScopeShape, held: &[String]) -> Vec<String> {
    let gives = |verb: Verb| {
        let mut from = of.inherits.iter();
        from.any(|(scope, resource)| held.contains(&format!("{scope}.{resource}:{verb}")))
    };
    let mut all = listed(shape)
        .into_iter()
        .filter(|(scope, _, verb)| *scope == of.name && gives(*verb))
        .map(|(scope, resource, verb)| format!("{scope}.{resource}:{verb}"))
        .collect::<Vec<_>>();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_schema(shape in shapes()) {
        check(schema(&shape), &shape);
    }

    #[test]
    fn what_is_inherited(shape in shapes(), chosen in proptest::collection::vec(any::<bool>(), 1000)) {
        let scopes = schema(&shape);
        let held = scopes.permissions().zip(chosen).filter(|(_, is_held)| *is_held);
        let held = held.map(|(permission, _)| permission).collect::<PermissionSet>();
        for (of, entry) in shape.iter().zip(scopes.entries()).filter(|(it, _)| it.param.is_some()) {
            let bits = scopes.inherited(entry, &held);
            let set = PermissionSet::from_bits(scopes, bits);
            prop_assert_eq!(set.to_strings(), inherited(&shape, of, &held.to_strings()));
        }
    }
}

#[test]
fn one_permission_and_none() {
    for shape in [
        vec![],
        vec![shape("nothing", None, &[], &[])],
        vec![shape("one", None, &[], &[("only", GET)])],
        vec![
            shape("nothing", None, &[], &[]),
            shape("one", Some("id"), &[], &[("only", 8)]),
            shape("nothing_either", Some("id"), &[], &[]),
        ],
        vec![
            shape("a", None, &[], &[("x", CRUD)]),
            shape("empty", None, &[], &[]),
            shape("also_empty", Some("id"), &[], &[]),
            shape(
                "b",
                Some("id"),
                &[("a", "x")],
                &[("x", GET), ("y", 8), ("z", CRUD)],
            ),
        ],
    ] {
        check(schema(&shape), &shape);
    }
}

#[test]
fn more_than_a_word() {
    assert!(large().permissions().count() > 64);
    check(large(), &large_shape());
}

#[test]
fn more_than_four_thousand() {
    let many = |name: &str, param, count: u16| ScopeShape {
        name: name.to_owned(),
        param,
        inherits: vec![("first".to_owned(), "r0".to_owned())],
        resources: (0..count).map(|it| (format!("r{it}"), CRUD)).collect(),
    };
    let shape = [
        many("first", None, 600),
        many("nothing", None, 0),
        many("second", Some("id"), 500),
        many("last", Some("id"), 1),
    ];
    let scopes = schema(&shape);
    assert_eq!(scopes.permissions().count(), 4404);
    check(scopes, &shape);
    let last = scopes.parse("last.r0:DELETE").unwrap();
    let set = PermissionSet::of(last);
    assert_eq!((last.index(), set.len()), (4403, 1));
    assert_eq!(set.to_string(), "last.r0:DELETE");
}

#[test]
fn a_scope_of_the_same_name_in_two_declarations_is_two_scopes() {
    let (one, other) = (small().scope("project"), super::twin().scope("project"));
    assert!(!std::ptr::eq(one.unwrap(), other.unwrap()));
    assert!(small().scope("Project").is_none());
    assert_eq!(
        small().scope("project").unwrap().inherits(),
        [("admin", "projects")]
    );
}
