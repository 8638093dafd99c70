//! The rules of a model, one by one.

use super::steps::words;
use super::{Answered, Step};
use crate::User;
use crate::admin::access::{Account, Sources};
use crate::model::{Explanation, Kleene, ModelEntry, Op};

impl Sources<'_> {
    /// What each grant and each restriction comes to, in the order of declaration; `told` is what they say
    /// of a record, if it is about one.
    pub(super) fn of_rules(
        &self,
        (account, user): (&Account, &User),
        (model, op): (&ModelEntry, Op),
        told: Option<&Explanation>,
    ) -> Vec<Step> {
        let rules = model.rules_in(self.vocabulary.dialect);
        let grants = rules.grants.iter().filter(|it| it.ops.contains(&op));
        let grants = grants.enumerate().filter_map(|(position, grant)| {
            let group = grant.group_ref?;
            let said = told.and_then(|it| it.grants.get(position)?.rule.as_ref());
            let answer = match user.groups().holds(group) {
                Err(_) => Answered::Unknown,
                Ok(false) => Answered::No,
                Ok(true) if grant.rule.is_none() => Answered::Yes,
                Ok(true) => said.map_or(Answered::Depends, |it| of(it.truth)),
            };
            let where_rule = grant.rule.iter().map(|it| format!(", where {it}"));
            let what = format!("grant to `{}`", group.name());
            let step = Step::new(answer, what + &where_rule.collect::<String>());
            let by = self.by_groups(account, user, group);
            let why = by.iter().map(|how| words(how, group.name()));
            let step = why.fold(step, Step::because);
            Some(match answer {
                Answered::Unknown if said.is_none() => {
                    step.because("the model and the user name groups of two declarations")
                }
                _ => step,
            })
        });
        let restrictions = rules.restrictions.iter();
        let restrictions = restrictions.filter(|it| it.ops.contains(&op));
        let restrictions = restrictions.enumerate().filter_map(|(position, it)| {
            let said = told.and_then(|it| it.restrictions.get(position));
            let answer = said.map_or(Answered::Depends, |it| of(it.truth));
            let words = it.rule.as_ref()?;
            Some(Step::new(
                answer,
                format!("restriction for everybody: {words}"),
            ))
        });
        grants.chain(restrictions).collect()
    }
}

fn of(truth: Kleene) -> Answered {
    match truth {
        Kleene::True => Answered::Yes,
        Kleene::False => Answered::No,
        Kleene::Unknown => Answered::Unknown,
    }
}
