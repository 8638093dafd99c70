//! `any(…)` and `all(…)` against a direct evaluation, over every combination of groups and roles.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]
#![allow(
    clippy::nonminimal_bool,
    clippy::overly_complex_bool_expr,
    reason = "conditions are written as the gates are"
)]

mod support;

use guard_runtime::{
    Env, Requirement, User, env_ctx, gates, requires_group, requires_role, requires_user,
};
use proptest::prelude::*;
use support::{groups, roles};

/// A gate, the same written as a plain condition over (sales, manager, support, auditor, editor,
/// publisher), and its text.
type Case = (&'static str, fn([bool; 6]) -> bool, &'static str);

macro_rules! cases {
    ($($name:ident: [$($gate:meta),*] $text:literal => |$facts:pat_param| $condition:expr;)*) => {
        $($(#[$gate])* async fn $name() -> &'static str { stringify!($name) })*

        fn cases() -> Vec<Case> {
            // Used, so that the registry is not the only one to know them.
            $(let _ = $name;)*
            vec![$((stringify!($name), |$facts| $condition, $text)),*]
        }
    };
}

cases! {
    one: [requires_group(auditor)] "group:auditor" => |[_, _, _, a, _, _]| a;
    listed: [requires_group(sales, auditor)] "all(group:sales, group:auditor)"
        => |[s, m, _, a, _, _]| (s || m) && a;
    either: [requires_group(any(manager, auditor))] "any(group:manager, group:auditor)"
        => |[_, m, _, a, _, _]| m || a;
    // Without the parentheses, `a || b && c` would let managers in who audit nothing.
    any_then_all: [requires_group(any(manager, support), auditor)]
        "all(any(group:manager, group:support), group:auditor)"
        => |[_, m, p, a, _, _]| (m || p) && a;
    nested: [requires_group(any(auditor, all(sales, any(manager, auditor))))]
        "any(group:auditor, all(group:sales, any(group:manager, group:auditor)))"
        => |[s, m, _, a, _, _]| a || ((s || m) && (m || a));
    deep: [requires_group(all(any(all(any(manager)))))] "group:manager"
        => |[_, m, _, _, _, _]| m;
    roles_too: [requires_role(any(editor, publisher))] "any(role:editor, role:publisher)"
        => |[_, _, _, _, e, p]| e || p;
    stacked: [requires_group(any(sales, auditor)), requires_role(editor), requires_user]
        "all(any(group:sales, group:auditor), role:editor, user)"
        => |[s, m, p, a, e, _]| (s || m || a) && e && (s || m || p);
    // More than the eight that one tuple holds.
    ten: [requires_group(any(unit_a, unit_b, unit_c, unit_d, unit_e, manager, support, unit_f,
        auditor, sales))]
        "any(group:unit_a, group:unit_b, group:unit_c, group:unit_d, group:unit_e, group:manager, group:support, group:unit_f, group:auditor, group:sales)"
        => |[s, m, p, a, _, _]| s || m || p || a;
}

fn requirement(name: &str) -> &'static Requirement {
    let gates = gates();
    let gate = gates.iter().find(|gate| gate.handler == name);
    gate.expect("a row for each handler").requirement
}

/// The user with these groups and roles, or none where groups exclude each other.
fn user(facts: [bool; 6]) -> Option<User> {
    let [sales, manager, support, auditor, editor, publisher] = facts;
    let mut user = User::new(7);
    if sales {
        user = user.in_group(groups::sales);
    }
    if manager {
        user = user.in_group(groups::manager);
    }
    if support {
        user = user.in_group(groups::support);
    }
    if auditor {
        user = user.in_group(groups::auditor);
    }
    if editor {
        user = user.with_role(roles::editor);
    }
    if publisher {
        user = user.with_role(roles::publisher);
    }
    user.check().is_ok().then_some(user)
}

/// Decides as a request would be decided, over the middleware's own path.
fn passes(name: &str, user: User) -> bool {
    let requirement = requirement(name);
    let env = Env::of(user).expect("a user who may sign in");
    env_ctx::sync_scope(env, || {
        requirement.missing(&env_ctx::get().expect("an env"))
    })
    .is_empty()
}

#[test]
fn every_combination_of_facts() {
    let mut both = (0, 0);
    for (name, condition, text) in cases() {
        assert_eq!(requirement(name).to_string(), text);
        for bits in 0_u8..64 {
            let facts = std::array::from_fn(|fact| bits >> fact & 1 == 1);
            let Some(user) = user(facts) else { continue };
            assert_eq!(passes(name, user), condition(facts), "{name} {facts:?}");
            if condition(facts) {
                both.0 += 1;
            } else {
                both.1 += 1;
            }
        }
    }
    // Neither all nor none, or the comparison would show nothing.
    assert!(both.0 > 100 && both.1 > 100, "{both:?}");
}

/// A tree over six facts, and its direct evaluation.
#[derive(Clone, Debug)]
enum Tree {
    Fact(usize),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

impl Tree {
    fn holds(&self, facts: [bool; 6]) -> bool {
        match self {
            Self::Fact(fact) => facts.get(*fact).copied().unwrap_or(false),
            Self::All(parts) => parts.iter().all(|part| part.holds(facts)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(facts)),
        }
    }

    /// The same as a requirement. It lives as long as the test, as those of a program do.
    fn requirement(&self) -> &'static Requirement {
        use guard_runtime::{Group, Role};

        let leak = |parts: &[Tree]| -> &'static [&'static Requirement] {
            Vec::leak(parts.iter().map(Tree::requirement).collect())
        };
        Box::leak(Box::new(match self {
            Self::Fact(0) => Requirement::Group(groups::sales::GROUP),
            Self::Fact(1) => Requirement::Group(groups::manager::GROUP),
            Self::Fact(2) => Requirement::Group(groups::support::GROUP),
            Self::Fact(3) => Requirement::Group(groups::auditor::GROUP),
            Self::Fact(4) => Requirement::Role(roles::editor::ROLE),
            Self::Fact(_) => Requirement::Role(roles::publisher::ROLE),
            Self::All(parts) => Requirement::All(leak(parts)),
            Self::Any(parts) => Requirement::Any(leak(parts)),
        }))
    }
}

fn trees() -> impl Strategy<Value = Tree> {
    (0_usize..6)
        .prop_map(Tree::Fact)
        .prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::All),
                prop::collection::vec(inner, 0..4).prop_map(Tree::Any),
            ]
        })
}

proptest! {
    #[test]
    fn generated_trees(tree in trees(), facts in any::<[bool; 6]>()) {
        if let Some(user) = user(facts) {
            // Who is in `manager` is in `sales`: the facts follow the implication.
            let [sales, manager, rest @ ..] = facts;
            let [a, b, c, d] = rest;
            let implied = [sales || manager, manager, a, b, c, d];
            let env = Env::of(user).expect("facts that do not contradict each other");
            let missing = tree.requirement().missing(&env);
            prop_assert_eq!(missing.is_empty(), tree.holds(implied), "{:?}", tree);
        }
    }
}
