//! What widens, compared with the decision that real gates make about real users.

use proptest::prelude::*;

use super::compare::{Caller, Shift, Side, compare};
use super::tree::record_implications;
use super::{Implications, RequirementTree};
use crate::gate::Asked;
use crate::group::{BUILT_IN, GroupRef, Groups};
use crate::names::{Entry, NameRef, Names};
use crate::role::Roles;
use crate::{Env, Requirement, User};

static GROUPS: Groups = Names::new(
    "tests",
    BUILT_IN,
    &[
        Entry::new("sales", "", &[0]),
        Entry::new("manager", "", &[3]),
        Entry::new("support", "", &[1]),
        Entry::new("auditor", "", &[]),
        Entry::new("lead", "", &[6]),
    ],
);

static ROLES: Roles = Names::new("tests", &[], &[Entry::new("editor", "", &[])]);

/// Names of all stored sets of groups and roles, as bits.
const STORED: u32 = 1 << 9;

fn user(stored: u32) -> User {
    let chosen = |(_, bit): &(_, u32)| stored >> bit & 1 == 1;
    let groups = GROUPS
        .entries()
        .map(|entry| entry.name)
        .zip(0..)
        .filter(chosen);
    let (groups, _) = GROUPS.set(groups.map(|(name, _)| name));
    let roles = ROLES
        .entries()
        .map(|entry| entry.name)
        .zip(8..)
        .filter(chosen);
    let (roles, _) = ROLES.set(roles.map(|(name, _)| name));
    User::new("somebody").with_groups(groups).with_roles(roles)
}

fn passes(gate: &Requirement, user: &User) -> bool {
    let env = Env::of(user.clone());
    gate.ignores_caller() || env.is_ok_and(|env| gate.allows(&Asked::of(&env)) == Ok(true))
}

fn passes_anonymous(gate: &Requirement) -> bool {
    let guest = Env::guest(User::guest());
    gate.ignores_caller() || (!gate.demands_user() && gate.allows(&Asked::of(&guest)) == Ok(true))
}

/// Whether anybody at all passes `after` and not `before`, asked one by one.
fn gains(before: &Requirement, after: &Requirement) -> bool {
    (!passes_anonymous(before) && passes_anonymous(after))
        || (!before.ignores_caller() && after.ignores_caller())
        || (0..STORED)
            .map(user)
            .any(|it| !passes(before, &it) && passes(after, &it))
}

fn is_example(caller: &Caller, before: &Requirement, after: &Requirement) -> bool {
    match caller {
        Caller::Anonymous => !passes_anonymous(before) && passes_anonymous(after),
        Caller::Unseen => !before.ignores_caller() && after.ignores_caller(),
        Caller::Member(names) => {
            let of = |kind| names.iter().filter_map(move |name| name.strip_prefix(kind));
            let (groups, unknown) = GROUPS.set(of("group:"));
            let (roles, unknown_roles) = ROLES.set(of("role:"));
            let user = User::new("somebody").with_groups(groups).with_roles(roles);
            assert!(unknown.is_empty() && unknown_roles.is_empty());
            !passes(before, &user) && passes(after, &user)
        }
    }
}

fn shift(before: &Requirement, after: &Requirement) -> Shift {
    let [before, after] = [before, after].map(|gate| {
        let mut implies = Implications::new();
        record_implications(gate, &mut implies);
        (RequirementTree::from(gate), implies)
    });
    let [before, after] = [&before, &after].map(|(tree, implies)| Side { tree, implies });
    compare(before, after).expect("few names")
}

const fn group(index: u32) -> Requirement {
    Requirement::Group(GroupRef::new(&GROUPS, index))
}

static PORTAL: Requirement = group(1);

/// Internal and portal exclude each other.
static NOBODY: Requirement = Requirement::All(&[&Requirement::Internal, &PORTAL]);

fn gate() -> impl Strategy<Value = Requirement> {
    let leaf = prop_oneof![
        Just(Requirement::NoAuth),
        Just(Requirement::Public),
        Just(Requirement::User),
        Just(Requirement::Internal),
        (0..8_u32).prop_map(group),
        Just(Requirement::Role(NameRef::new(&ROLES, 0))),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let parts = prop::collection::vec(inner, 0..4).prop_map(|parts| {
            let parts = parts.into_iter().map(|part| &*Box::leak(Box::new(part)));
            &*Box::leak(parts.collect())
        });
        (any::<bool>(), parts).prop_map(|(all, parts)| {
            if all {
                Requirement::All(parts)
            } else {
                Requirement::Any(parts)
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn as_real_gates_decide(before in gate(), after in gate()) {
        let shift = shift(&before, &after);
        prop_assert_eq!(shift.gained.is_some(), gains(&before, &after), "{:?}", shift);
        prop_assert_eq!(shift.lost.is_some(), gains(&after, &before), "{:?}", shift);
        if let Some(caller) = &shift.gained {
            prop_assert!(is_example(caller, &before, &after), "{:?}", caller);
        }
        if let Some(caller) = &shift.lost {
            prop_assert!(is_example(caller, &after, &before), "{:?}", caller);
        }
    }

    #[test]
    fn nothing_changes_from_a_gate_to_itself(gate in gate()) {
        prop_assert_eq!(shift(&gate, &gate), Shift::default());
    }
}

#[test]
fn the_known_order() {
    use Requirement::{Internal, NoAuth, Public, User};
    let (core_internal, sales, manager) = (group(0), group(3), group(4));
    for (before, after, gains, loses) in [
        (&Public, &NoAuth, true, false),
        (&User, &Public, true, false),
        (&Internal, &User, true, false),
        (&PORTAL, &User, true, false),
        (&Internal, &core_internal, false, false),
        (&sales, &Internal, true, false),
        (&manager, &sales, true, false),
        (&PORTAL, &Internal, true, true),
        (&Requirement::Any(&[&Internal, &User]), &User, false, false),
        (
            &Requirement::All(&[&Internal, &User]),
            &Internal,
            false,
            false,
        ),
        (&Requirement::Any(&[]), &Internal, true, false),
        (&Requirement::Any(&[]), &NOBODY, false, false),
    ] {
        let shift = shift(before, after);
        assert_eq!(
            shift.gained.is_some(),
            gains,
            "{before} to {after}: {shift:?}"
        );
        assert_eq!(
            shift.lost.is_some(),
            loses,
            "{before} to {after}: {shift:?}"
        );
    }
}

#[test]
fn examples_are_short_and_say_most() {
    let member = |names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned());
        Some(Caller::Member(names.collect()))
    };
    let gained = |before: &_, after: &_| shift(before, after).gained;
    let any = Requirement::Any(&[]);
    assert_eq!(gained(&any, &group(3)), member(&["group:sales"]));
    assert_eq!(
        gained(&group(3), &Requirement::Internal),
        member(&["group:core_internal"])
    );
    assert_eq!(gained(&any, &Requirement::NoAuth), Some(Caller::Anonymous));
    assert_eq!(
        gained(&Requirement::Public, &Requirement::NoAuth),
        Some(Caller::Unseen)
    );
}

#[test]
fn a_group_that_brings_more_widens() {
    let gate = RequirementTree::Internal;
    let named = RequirementTree::Any(vec![gate, RequirementTree::Group("auditor".to_owned())]);
    let both = RequirementTree::All(vec![
        RequirementTree::Internal,
        RequirementTree::Group("auditor".to_owned()),
    ]);
    let implies = |implied: &[&str]| {
        let implied = implied.iter().map(|name| (*name).to_owned());
        Implications::from([("auditor".to_owned(), implied.collect())])
    };
    let (before, after) = (implies(&[]), implies(&["core_internal"]));
    let compare = |tree, implies, other| {
        let (before, after) = (
            Side { tree, implies },
            Side {
                tree,
                implies: other,
            },
        );
        compare(before, after).expect("few names")
    };
    let shift = compare(&named, &before, &after);
    assert!(shift.gained.is_none());
    // The groups of this user exclude each other now.
    let lost = ["group:core_portal", "group:auditor"].map(str::to_owned);
    assert_eq!(shift.lost, Some(Caller::Member(lost.to_vec())));
    let shift = compare(&both, &before, &after);
    assert_eq!(
        shift.gained,
        Some(Caller::Member(vec!["group:auditor".to_owned()]))
    );
    assert!(shift.lost.is_none());
    // A list that does not name the group does not know: the other one does.
    let silent = Implications::new();
    assert_eq!(compare(&both, &silent, &after), Shift::default());
}

#[test]
fn too_many_names_are_not_tried() {
    let names = (0..14).map(|number| RequirementTree::Group(format!("group_{number}")));
    let many = RequirementTree::Any(names.collect());
    let implies = Implications::new();
    let side = |tree| Side {
        tree,
        implies: &implies,
    };
    assert_eq!(compare(side(&many), side(&RequirementTree::Internal)), None);
}
