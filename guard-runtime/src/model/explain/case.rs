//! What is asked, with the values taken out of their types.

use super::lower::Lowering;
use super::scene::Scene;
use super::tree::Tree;
use super::world::World;
use crate::group::GroupRef;
use crate::model::{Access, Kleene, Op, Rows};
use crate::{Env, names};

/// One question.
pub(super) struct Case {
    pub(super) op: Op,
    pub(super) scene: Scene,
    pub(super) world: World,
    pub(super) grants: Vec<Asked>,
    pub(super) restrictions: Vec<Tree>,
}

/// A grant for the operation.
pub(super) struct Asked {
    pub(super) group: &'static str,
    pub(super) standing: Standing,
    /// Nothing if it is about all records.
    pub(super) tree: Option<Tree>,
}

/// How the user stands to a group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Held,
    Joinable,
    /// The group excludes one of the user's, or is of another declaration.
    Closed,
}

impl Case {
    pub(super) fn of<M>(
        access: &'static Access<M>,
        env: &Env,
        op: Op,
        record: &M,
        rows: &Rows,
    ) -> Self {
        let mut lowering = Lowering::new(env, rows);
        lower(access, env, op, record, &mut lowering);
        let mut lowering = lowering.again();
        let (grants, restrictions) = lower(access, env, op, record, &mut lowering);
        Self {
            op,
            scene: lowering.scene,
            world: lowering.world,
            grants,
            restrictions,
        }
    }

    /// What the rules come to.
    pub(super) fn truth(&self) -> Kleene {
        let held = self
            .grants
            .iter()
            .filter(|it| it.standing == Standing::Held);
        let granted = held.map(|it| match &it.tree {
            None => Kleene::True,
            Some(tree) => self.world.truth(tree),
        });
        let granted = granted.fold(Kleene::False, Kleene::or);
        let restrictions = self.restrictions.iter().map(|it| self.world.truth(it));
        restrictions.fold(granted, Kleene::and)
    }
}

fn lower<M>(
    access: &'static Access<M>,
    env: &Env,
    op: Op,
    record: &M,
    lowering: &mut Lowering<'_>,
) -> (Vec<Asked>, Vec<Tree>) {
    let mut tree = |rule| lowering.of_record(rule, record);
    let grants = access.grants.iter().filter(|it| it.ops.contains(op));
    let grants = grants.map(|it| Asked {
        group: it.group.name(),
        standing: standing(env, it.group),
        tree: it.rule.as_ref().map(&mut tree),
    });
    let grants = grants.collect();
    let restrictions = access.restrictions.iter();
    let restrictions = restrictions.filter(|it| it.ops.contains(op));
    let restrictions = restrictions.map(|it| tree(&it.rule)).collect();
    (grants, restrictions)
}

pub(super) fn standing(env: &Env, group: GroupRef) -> Standing {
    match env.user().groups().holds(group) {
        Ok(true) => return Standing::Held,
        Err(names::Foreign) => return Standing::Closed,
        Ok(false) => {}
    }
    let mut groups = env.user().groups().clone();
    groups.add(group);
    let joined = env.user().clone().with_groups(groups);
    if joined.check().is_ok() {
        Standing::Joinable
    } else {
        Standing::Closed
    }
}
