//! Records, envs and models made of bytes.

use super::super::super::generated as made;
use super::super::super::{Access, Op};
use super::model::{GROUPS, Owner, Part, State, Thing, table};
use crate::Id;

/// What happens is up to the bytes; without any left it is the simplest.
pub(super) struct Dice<'a>(pub(super) &'a [u8]);

pub(super) fn leaked<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

pub(super) const TEXTS: [&str; 5] = ["a", "ab", "b", "", "1"];

impl Dice<'_> {
    pub(super) fn pick(&mut self, count: usize) -> usize {
        match self.0.split_first() {
            None => 0,
            Some((first, rest)) => {
                self.0 = rest;
                usize::from(*first) % count
            }
        }
    }

    pub(super) fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.pick(all.len())].clone()
    }

    pub(super) fn number(&mut self) -> i64 {
        self.of(&[1, 2, 3, 0])
    }

    pub(super) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.pick(3) > 0).then(|| make(self))
    }

    pub(super) fn several<T>(
        &mut self,
        most: usize,
        mut make: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = self.pick(most + 1);
        (0..count).map(|_| make(self)).collect()
    }

    fn text(&mut self) -> String {
        self.of(&TEXTS).to_owned()
    }

    /// Numbers, and what is none.
    fn id(&mut self) -> Id {
        self.of(&[1, 2, 3]
            .map(Id::from)
            .into_iter()
            .chain([Id::from("a")])
            .collect::<Vec<_>>())
    }

    pub(super) fn state(&mut self) -> State {
        let mut owners = self.several(2, |dice| Owner {
            id: dice.number(),
            company: dice.maybe(Self::number),
            name: dice.text(),
        });
        // The relation to them is to one.
        owners.dedup_by_key(|it| it.id);
        State {
            thing: Thing {
                id: self.of(&[1, 2]),
                n: self.maybe(Self::number),
                m: self.number(),
                tiny: self.of(&[0, 1, 255]),
                s: self.maybe(Self::text),
                flag: self.pick(2) == 1,
                owner_id: self.maybe(Self::number),
            },
            owners,
            parts: self.several(2, |dice| Part {
                thing_id: dice.of(&[1, 2]),
                qty: dice.maybe(Self::number),
                kind: dice.number(),
            }),
            uid: self.number(),
            groups: self.of(&[
                vec!["clerk"],
                vec![],
                vec!["boss"],
                vec!["core_portal"],
                vec!["auditor"],
            ]),
            cids: self.several(2, Self::id),
            contact: self.maybe(Self::id),
            level: self.maybe(Self::number),
            region: self.maybe(Self::text),
            marks: self.several(2, |dice| dice.maybe(Self::number)),
        }
    }

    pub(super) fn access(&mut self) -> &'static Access<Thing> {
        let names = ["clerk", "boss", "core_portal", "auditor"];
        let grants = 1 + self.pick(3);
        let grants = (0..grants).map(|_| {
            let group = self.of(&names);
            let group = GROUPS.get(group).unwrap();
            let ops = self.of(&[15, 15, 15, 13]);
            let rule = (self.pick(5) > 0).then(|| self.rule(2));
            made::grant(group, ops, rule)
        });
        let grants = leaked(grants.collect::<Vec<_>>());
        let restrictions = self.several(2, |dice| made::restriction(15, dice.rule(1)));
        let restrictions = leaked(restrictions);
        leaked(made::access(
            "",
            table("thing"),
            &[],
            grants,
            restrictions,
            &[],
        ))
    }

    pub(super) fn op(&mut self) -> Op {
        self.of(&[Op::Read, Op::Update])
    }
}
