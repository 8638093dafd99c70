//! Models, records, and roles that are in no gate.

use super::{Answered, Step, Verdict, change};
use crate::User;
use crate::admin::access::{AskError, Sources, Wanted};
use crate::env::Env;
use crate::model::{ModelEntry, Op, Reach};

impl Sources<'_> {
    pub(super) fn of_model(&self, verdict: &mut Verdict, model: &ModelEntry, op: Op, env: &Env) {
        let outlook = model.outlook(self.vocabulary.dialect, env, op);
        verdict.answer = match outlook.reach {
            Reach::Nothing => Answered::No,
            Reach::Depends => Answered::Depends,
            Reach::Everything => Answered::Yes,
        };
        let who = (&verdict.account, env.user());
        verdict.steps = self.of_rules(who, (model, op), None);
        verdict.smallest_change = change::of_outlook(&outlook);
        verdict.outlook = Some(outlook);
    }

    pub(super) async fn of_record(
        &self,
        verdict: &mut Verdict,
        (model, op, id): (&ModelEntry, Op, &str),
        env: Env,
    ) -> Result<(), AskError> {
        let records = self.records.ok_or(AskError::Unknown("record"))?;
        let user = env.user().clone();
        let why = records.explain((model.name(), op, id), env).await?;
        let who = (&verdict.account, &user);
        verdict.steps = self.of_rules(who, (model, op), Some(&why));
        verdict.answer = if why.allowed {
            Answered::Yes
        } else {
            Answered::No
        };
        verdict.smallest_change = Verdict::told(&why.smallest_change);
        verdict.explanation = Some(Box::new(why));
        Ok(())
    }

    /// A role that people define is in no gate, so that it is asked of the store.
    pub(super) async fn of_stored_role(
        &self,
        verdict: &mut Verdict,
        user: &User,
        wanted: &Wanted,
    ) -> Result<(), AskError> {
        let has = !self.how(wanted, &verdict.account, user).await?.is_empty();
        verdict.answer = if has { Answered::Yes } else { Answered::No };
        verdict
            .steps
            .push(Step::new(verdict.answer, wanted.to_string()));
        if let (false, Wanted::Role(role)) = (has, wanted) {
            let change = format!("have the role `{}`", role.name());
            verdict.smallest_change = vec![vec![change]];
        }
        Ok(())
    }
}
