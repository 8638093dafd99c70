//! Rules made of bytes.

use super::super::super::generated::{
    self as made, Comparison, EnvList, EnvValue, List, Operand, Rule,
};
use super::dice::{Dice, TEXTS, leaked};
use super::model::{
    COMPANY, FLAG, ID, KIND, LEVEL, M, MARKS, N, NAME, OWNER, OWNER_ID, Owner, Part, QTY, REGION,
    S, THING_ID, TINY, Thing,
};

impl Dice<'_> {
    fn comparison(&mut self) -> Comparison {
        self.of(&[
            Comparison::Equal,
            Comparison::NotEqual,
            Comparison::Less,
            Comparison::LessOrEqual,
            Comparison::Greater,
            Comparison::GreaterOrEqual,
        ])
    }

    fn equality(&mut self) -> Comparison {
        self.of(&[Comparison::Equal, Comparison::NotEqual])
    }

    /// Joined from simpler ones.
    fn joined<X: 'static>(
        &mut self,
        depth: usize,
        rule: fn(&mut Self, usize) -> Rule<X>,
        leaf: fn(&mut Self) -> Rule<X>,
    ) -> Rule<X> {
        let rules = |dice: &mut Self| {
            let count = 2 + dice.pick(2);
            let rules = (0..count).map(|_| rule(dice, depth - 1));
            &**leaked(rules.collect::<Vec<_>>())
        };
        match if depth == 0 { 0 } else { self.pick(6) } {
            0 | 1 => leaf(self),
            2 | 3 => Rule::All(rules(self)),
            4 => Rule::Any(rules(self)),
            _ => Rule::Not(leaked(rule(self, depth - 1))),
        }
    }

    pub(super) fn rule(&mut self, depth: usize) -> Rule<Thing> {
        self.joined(depth, Self::rule, Self::leaf)
    }

    fn leaf(&mut self) -> Rule<Thing> {
        let numbers = [
            Operand::Column(&N),
            Operand::Column(&M),
            Operand::Column(&TINY),
        ];
        let column = self.of(&numbers);
        let cid = Operand::Env(&EnvValue::CID);
        let contact = Operand::Env(&EnvValue::CONTACT_ID);
        let id = self.of(&[Operand::Env(&EnvValue::UID), contact, cid]);
        match self.pick(20) {
            0 => Rule::Compare(column, self.comparison(), Operand::Integer(self.number())),
            1 => Rule::Compare(column, self.equality(), id),
            2 => Rule::Compare(
                Operand::Column(&S),
                self.equality(),
                Operand::Text(self.of(&TEXTS)),
            ),
            3 => Rule::Contains(List::Env(&EnvList::CIDS), column),
            4 => Rule::Compare(Operand::Column(&N), self.comparison(), Operand::Column(&M)),
            5 => Rule::Compare(column, self.comparison(), Operand::Env(&LEVEL)),
            6 => Rule::Compare(Operand::Column(&S), self.equality(), Operand::Env(&REGION)),
            7 => Rule::Contains(List::Env(&MARKS), column),
            8 => Rule::Contains(List::Integers(self.of(&[&[1, 2][..], &[]])), column),
            9 => Rule::Contains(List::Texts(&["a", "b"]), Operand::Column(&S)),
            10 => Rule::IsNone(self.of(&[Operand::Column(&N), Operand::Column(&S), cid, contact])),
            11 => Rule::StartsWith(&S, self.of(&[Operand::Text("a"), Operand::Env(&REGION)])),
            12 => Rule::Compare(
                Operand::Column(&FLAG),
                self.equality(),
                Operand::Boolean(true),
            ),
            13 => Rule::Compare(
                id,
                self.equality(),
                self.of(&[contact, Operand::Integer(2)]),
            ),
            14 => Rule::Contains(List::Env(&EnvList::CIDS), contact),
            17 => Rule::Compare(Operand::Column(&S), self.equality(), id),
            18 => Rule::Contains(List::Env(&EnvList::CIDS), Operand::Column(&S)),
            15 => Rule::Always(self.pick(2) == 1),
            16 => {
                // Both may be related to the same row.
                let (name, ours) = self.of(&[("owner", &OWNER_ID), ("payer", &N)]);
                let rule = self.of_owner(1);
                Rule::Related(leaked(made::relation(name, false, ours, &OWNER, rule)))
            }
            _ => Rule::Related(leaked(made::relation(
                "parts",
                true,
                &ID,
                &THING_ID,
                self.of_part(1),
            ))),
        }
    }

    /// About two columns alone.
    pub(super) fn of_numbers(&mut self, depth: usize) -> Rule<Thing> {
        self.joined(depth, Self::of_numbers, |dice| {
            let column = dice.of(&[Operand::Column(&N), Operand::Column(&M)]);
            match dice.pick(6) {
                0 | 1 => Rule::Compare(column, dice.comparison(), Operand::Integer(dice.number())),
                2 => Rule::Contains(List::Env(&EnvList::CIDS), column),
                3 => Rule::Compare(column, dice.comparison(), Operand::Column(&M)),
                4 => Rule::IsNone(Operand::Column(&N)),
                _ => Rule::Contains(List::Integers(&[1, 2]), column),
            }
        })
    }

    fn of_owner(&mut self, depth: usize) -> Rule<Owner> {
        self.joined(depth, Self::of_owner, |dice| match dice.pick(4) {
            0 => Rule::Compare(
                Operand::Column(&COMPANY),
                dice.equality(),
                Operand::Env(&EnvValue::CID),
            ),
            1 => Rule::Contains(List::Env(&EnvList::CIDS), Operand::Column(&COMPANY)),
            2 => Rule::Compare(Operand::Column(&NAME), dice.equality(), Operand::Text("a")),
            _ => Rule::IsNone(Operand::Column(&COMPANY)),
        })
    }

    fn of_part(&mut self, depth: usize) -> Rule<Part> {
        self.joined(depth, Self::of_part, |dice| {
            let column = dice.of(&[Operand::Column(&QTY), Operand::Column(&KIND)]);
            match dice.pick(3) {
                0 => Rule::Compare(column, dice.comparison(), Operand::Integer(dice.number())),
                1 => Rule::Compare(column, dice.equality(), Operand::Env(&LEVEL)),
                _ => Rule::IsNone(Operand::Column(&QTY)),
            }
        })
    }
}
