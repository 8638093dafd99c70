//! Finds out why.

use std::sync::Arc;

use super::find::{gates, leaf};
use super::steps::Case;
use super::{About, Answered, Asker, Question, Step, Verdict};
use crate::User;
use crate::admin::access::sources::{env_of, is_active, limit_of};
use crate::admin::access::{Account, AskError, Sources, Wanted};
use crate::env::{Env, EnvError};
use crate::gate::{Asked, Requirement};
use crate::routes::Mounted;
use crate::scope::{ProjectKey, ProjectScope, ScopeEntry, ScopeLimit};

impl Sources<'_> {
    /// Why somebody may or may not do something, and the smallest change that would let them. `mounted`
    /// are the routes whose prefixes and layers are known, as for [`routes`](crate::admin::access::routes()).
    ///
    /// # Errors
    ///
    /// [`AskError::Unknown`] if there is no such user, token, route or record,
    /// [`AskError::Unavailable`] if a source does not answer, and [`AskError::Denied`] for a record that
    /// the caller may not be told of.
    pub async fn explain(
        &self,
        question: &Question,
        mounted: &[Mounted],
    ) -> Result<Verdict, AskError> {
        let (account, user, token) = self.asker(&question.who).await?;
        let mut verdict = Verdict {
            account,
            token: token.as_ref().map(|it| it.id.clone()),
            about: question.to_string(),
            answer: Answered::No,
            steps: Vec::new(),
            smallest_change: Vec::new(),
            outlook: None,
            explanation: None,
        };
        // Asked before anything else, so that who is blocked makes no route known.
        let gates = gates(&question.about, mounted)?;
        if token.as_ref().is_some_and(|it| !is_active(it)) {
            let step = Step::new(Answered::No, "the token");
            verdict
                .steps
                .push(step.because("it has expired or was revoked"));
            verdict
                .smallest_change
                .push(vec!["use another token".to_owned()]);
            return Ok(verdict);
        }
        let limit = token.map(|it| limit_of(self.vocabulary.scopes, &it));
        let env = match env_of(user.clone(), limit.clone()) {
            Ok(env) => env,
            Err(error) => {
                let step = Step::new(Answered::No, "the account").because(error.to_string());
                verdict.steps.push(step);
                if error == EnvError::Blocked {
                    verdict
                        .smallest_change
                        .push(vec!["not be blocked".to_owned()]);
                }
                return Ok(verdict);
            }
        };
        match (&question.about, gates) {
            (About::Route(..), Some(gates)) => {
                self.at_gates(
                    &mut verdict,
                    &user,
                    (&env, limit.as_ref()),
                    question,
                    &gates,
                )
                .await?;
            }
            (About::Wanted(Wanted::Model(model, op)), _) => {
                self.of_model(&mut verdict, model, *op, &env);
            }
            (About::Record(Wanted::Model(model, op), id), _) => {
                self.of_record(&mut verdict, (model, *op, id), env).await?;
            }
            (About::Wanted(wanted), _) => match leaf(wanted) {
                Some(leaf) => {
                    let env = (&env, limit.as_ref());
                    self.at_gates(&mut verdict, &user, env, question, &[&leaf])
                        .await?;
                }
                None => self.of_stored_role(&mut verdict, &user, wanted).await?,
            },
            (About::Record(..), _) => return Err(AskError::Unknown("record")),
            (About::Route(..), None) => return Err(AskError::Unknown("route")),
        }
        Ok(verdict)
    }

    async fn asker(
        &self,
        who: &Asker,
    ) -> Result<(Account, User, Option<crate::tokens::StoredToken>), AskError> {
        let (id, token) = match who {
            Asker::User(id) => (id.clone(), None),
            Asker::Token(id) => {
                let tokens = self.tokens.ok_or(AskError::Unknown("token"))?;
                let token = tokens.find(id).get().await?;
                let token = token.ok_or(AskError::Unknown("token"))?;
                (token.owner.clone(), Some(token))
            }
        };
        let found = self.accounts.find(&id).get().await?;
        let (account, user) = found.ok_or(AskError::Unknown("user"))?;
        Ok((account, user, token))
    }

    async fn at_gates(
        &self,
        verdict: &mut Verdict,
        user: &User,
        (env, limit): (&Env, Option<&ScopeLimit>),
        question: &Question,
        gates: &[&Requirement],
    ) -> Result<(), AskError> {
        let mut asked = Asked::of(env);
        asked.projects = self.projects_of(env, question, gates).await?;
        let account = verdict.account.clone();
        let case = Case {
            sources: self,
            account: &account,
            user,
            asked,
            is_token: limit.is_some(),
        };
        verdict.answer = match gates {
            // Strict mode lets nothing out of there.
            [] => Answered::Unknown,
            _ => Answered::Yes,
        };
        for gate in gates {
            verdict.steps.extend(case.steps(gate).await?);
            // A gate that cannot be decided is not one that refuses; both let nobody through.
            match (case.answer(gate), verdict.answer) {
                (Answered::Yes, _) | (_, Answered::Unknown) => {}
                (answer, _) => verdict.answer = answer,
            }
        }
        if verdict.answer == Answered::No {
            verdict.smallest_change = case.smallest(gates);
        }
        Ok(())
    }

    async fn projects_of(
        &self,
        env: &Env,
        question: &Question,
        gates: &[&Requirement],
    ) -> Result<Vec<(ProjectKey, Arc<ProjectScope>)>, AskError> {
        let (Some(directory), Some(id)) = (self.projects, &question.project) else {
            return Ok(Vec::new());
        };
        let mut scopes = Vec::<&'static ScopeEntry>::new();
        for gate in gates {
            gate.for_each_project(&mut |scope| {
                if !scopes.iter().any(|it| std::ptr::eq(*it, scope)) {
                    scopes.push(scope);
                }
            });
        }
        let mut projects = Vec::new();
        for scope in scopes {
            let found = directory.find(scope.name, id, env.user()).get().await?;
            let resolved = ProjectScope::resolve(env, scope, id, found.as_ref());
            let key = ProjectKey {
                scope,
                id: id.clone(),
            };
            projects.push((key, Arc::new(resolved)));
        }
        Ok(projects)
    }
}
