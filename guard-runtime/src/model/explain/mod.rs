//! Why an env may do something with a record, or why not, and what would allow it.
//!
//! The rules are walked as they were declared, and not in the form that decides: what is told here
//! is a second opinion, and tests compare the two.

mod case;
mod change;
mod display;
mod explanation;
mod gather;
mod lower;
mod outlook;
mod range;
mod scene;
mod seen;
mod smallest;
mod tell;
#[cfg(test)]
mod tests;
mod tree;
mod truth;
mod world;

pub use change::{Change, ChangeKind};
pub use explanation::{
    ExplainedGrant, ExplainedRule, Explanation, RelatedRow, RuleText, Side, Statement,
};
pub(super) use lower::{Lowered, Lowering, Of};
pub use outlook::{DeclaredGrant, Outlook, Reach};
pub use seen::Seen;
pub use smallest::SmallestChange;

use super::bind::bind;
use super::rule::Rule;
use super::{Access, Dialect, Kleene, ModelAccess, Op, Rows, sql, words};
use crate::Env;
use case::{Case, Standing};
use tree::Tree;

/// Why an env may do something with a record, or why not, and the smallest change that would allow
/// it; conditions in the SQL of `SQLite`. For a list, [`Op::Read`] says why a row is missing.
///
/// `rows` are the rows of other models that rules look at, as for
/// [`Decision::allows_with`](super::Decision::allows_with). For a change, ask about the record as it
/// was and as it would be.
///
/// What it returns holds values of the record: show it to those who may see everything.
///
/// ```
/// use guard_runtime::model::{Op, Rows, explain, model_access};
/// use guard_runtime::{Env, User, groups};
///
/// #[model_access(
///     table = "note",
///     grant(core_portal, RU, where author_id == env.uid),
///     restrict(env.cids.contains(company_id)),
/// )]
/// struct Note {
///     author_id: i64,
///     company_id: i64,
/// }
///
/// let ada = User::new(7).in_group(groups::core_portal).with_companies([1, 2]);
/// let note = Note { author_id: 4, company_id: 2 };
/// let why = explain(&Env::of(ada)?, Op::Read, &note, &Rows::default());
/// assert!(!why.allowed);
/// assert_eq!(why.to_string(), "\
/// note: read is denied
///   grant to core_portal (the user is in it), where author_id is the user's id: no
///     author_id is 4, the user's id is 7
///   restriction company_id is one of the user's companies: yes
/// smallest change: author_id would have to be 7");
/// # Ok::<(), guard_runtime::EnvError>(())
/// ```
#[must_use]
pub fn explain<M: ModelAccess>(env: &Env, op: Op, record: &M, rows: &Rows) -> Explanation {
    M::ACCESS.explain(Dialect::Sqlite, env, op, record, rows)
}

/// What can be said without a record: whether the user could ever do it; conditions in the SQL of
/// `SQLite`.
///
/// ```
/// use guard_runtime::model::{Op, Reach, explain_without_record, model_access};
/// use guard_runtime::{Env, User, groups};
///
/// #[model_access(table = "note", grant(core_internal, CRUD))]
/// struct Note {
///     text: String,
/// }
///
/// let ada = User::new(7).in_group(groups::core_portal);
/// let read = explain_without_record::<Note>(&Env::of(ada)?, Op::Read);
/// assert_eq!(read.reach, Reach::Nothing);
/// assert_eq!(read.to_string(), "\
/// note: read is denied for every record
///   grant to core_internal (the user is not in it)");
/// # Ok::<(), guard_runtime::EnvError>(())
/// ```
#[must_use]
pub fn explain_without_record<M: ModelAccess>(env: &Env, op: Op) -> Outlook {
    M::ACCESS.explain_without_record(Dialect::Sqlite, env, op)
}

impl<M: ModelAccess> Access<M> {
    /// The same as [`explain`], with conditions for this database.
    #[must_use]
    pub fn explain(
        &'static self,
        dialect: Dialect,
        env: &Env,
        op: Op,
        record: &M,
        rows: &Rows,
    ) -> Explanation {
        let case = Case::of(self, env, op, record, rows);
        let rule = |rule: &Rule<M>, tree: &Tree| ExplainedRule {
            rule: self.text(dialect, env, rule),
            truth: case.world.truth(tree),
            statements: tell::statements(tree, &case.scene, &case.world),
        };
        let grants = self.grants.iter().filter(|it| it.ops.contains(op));
        let grants = grants
            .zip(&case.grants)
            .map(|(grant, asked)| ExplainedGrant {
                group: asked.group,
                held: asked.standing == Standing::Held,
                rule: grant
                    .rule
                    .as_ref()
                    .zip(asked.tree.as_ref())
                    .map(|(it, tree)| rule(it, tree)),
            });
        let restrictions = self.restrictions.iter().filter(|it| it.ops.contains(op));
        let restrictions = restrictions.zip(&case.restrictions);
        let elevation = env.elevation().map(str::to_owned);
        let truth = match elevation {
            Some(_) => Kleene::True,
            None => case.truth(),
        };
        let smallest_change = if truth.is_true() {
            SmallestChange::None
        } else {
            case.smallest_change()
        };
        Explanation {
            model: self.name,
            op,
            allowed: truth.is_true(),
            truth,
            elevation,
            grants: grants.collect(),
            restrictions: restrictions
                .map(|(it, tree)| rule(&it.rule, tree))
                .collect(),
            smallest_change,
        }
    }

    fn text(&self, dialect: Dialect, env: &Env, rule: &Rule<M>) -> RuleText {
        let condition = sql::write(&bind(rule, env, true), dialect, self.table.name, 0);
        RuleText {
            words: words::of(rule),
            sql: condition.text,
            values: condition.values.iter().map(Seen::from).collect(),
        }
    }
}
