//! What one env may do with the records of a model.

use std::fmt;

use super::bind::bind;
use super::bound::Bound;
use super::sql::{self, Dialect, SqlCondition};
use super::{Access, Kleene, ModelAccess, Op, Rows};
use crate::Env;

/// Which records of a model an env may create, read, update or delete: the rules of the model with
/// the env's values in them.
///
/// `allowed(record) = (one of the grants of the user's groups) and (all restrictions)`. Without a
/// grant nothing is allowed; what cannot be evaluated is not allowed. With [`Env::sudo`] everything
/// is.
///
/// ```
/// use guard_runtime::model::{Dialect, Op, decide, model_access};
/// use guard_runtime::{Env, User, groups};
///
/// #[model_access(
///     table = "note",
///     grant(core_portal, RU, where author_id == env.uid),
///     restrict(env.cids.contains(company_id)),
/// )]
/// struct Note {
///     author_id: i64,
///     company_id: Option<i64>,
/// }
///
/// let user = User::new(7).in_group(groups::core_portal).with_companies([1, 2]);
/// let read = decide::<Note>(&Env::of(user)?, Op::Read);
/// assert!(read.allows(&Note { author_id: 7, company_id: Some(2) }));
/// assert!(!read.allows(&Note { author_id: 7, company_id: None }));
///
/// let sql = read.sql(Dialect::Postgres);
/// assert_eq!(
///     sql.text,
///     r#"(("note"."author_id" = $1 AND "note"."company_id" IN ($2, $3)))"#
/// );
/// # Ok::<(), guard_runtime::EnvError>(())
/// ```
pub struct Decision<M: 'static> {
    rule: Bound<M>,
}

/// What this env may do with the records of a model, as far as this operation goes.
#[must_use]
pub fn decide<M: ModelAccess>(env: &Env, op: Op) -> Decision<M> {
    M::ACCESS.decide(env, op)
}

impl<M> Access<M> {
    /// What this env may do, as far as this operation goes.
    #[must_use]
    pub fn decide(&'static self, env: &Env, op: Op) -> Decision<M> {
        if env.elevation().is_some() {
            return Decision { rule: Bound::TRUE };
        }
        let grants = self.grants_for(env, op).map(|grant| match &grant.rule {
            None => Bound::TRUE,
            Some(rule) => bind(rule, env, true),
        });
        let granted = Bound::any(grants);
        if matches!(granted, Bound::Always(Kleene::False)) {
            return Decision { rule: granted };
        }
        let restrictions = self.restrictions.iter();
        let restrictions = restrictions.filter(|it| it.ops.contains(op));
        let restrictions = restrictions.map(|it| bind(&it.rule, env, true));
        let rule = Bound::all(std::iter::once(granted).chain(restrictions));
        Decision { rule }
    }
}

impl<M: ModelAccess> Decision<M> {
    /// Whether the record is allowed. Rules that look at related rows are unknown here, and so not
    /// allowed: [`allows_with`](Self::allows_with) takes those rows.
    #[must_use]
    pub fn allows(&self, record: &M) -> bool {
        const NONE: Rows = Rows::none();
        self.rule.holds(record, &NONE)
    }

    /// Whether the record is allowed, given the rows of other models that may be related to it.
    #[must_use]
    pub fn allows_with(&self, record: &M, rows: &Rows) -> bool {
        self.rule.holds(record, rows)
    }

    /// What the rules say of the record.
    #[must_use]
    pub fn test(&self, record: &M, rows: &Rows) -> Kleene {
        self.rule.test(record, rows)
    }

    /// Whether every record is allowed.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        matches!(self.rule, Bound::Always(Kleene::True))
    }

    /// Whether it is known without looking that no record is allowed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self.rule, Bound::Always(Kleene::False | Kleene::Unknown))
    }

    /// The condition for the `WHERE` clause of a query on the model's table.
    #[must_use]
    pub fn sql(&self, dialect: Dialect) -> SqlCondition {
        self.sql_of(dialect, M::ACCESS.table.name, 0)
    }

    /// The same where the table has an alias, and where `before` places stand before the first of
    /// the condition's (`PostgreSQL` numbers them).
    #[must_use]
    pub fn sql_of(&self, dialect: Dialect, alias: &str, before: usize) -> SqlCondition {
        sql::write(&self.rule, dialect, alias, before)
    }
}

impl<M: ModelAccess> fmt::Debug for Decision<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sql(Dialect::Sqlite).text)
    }
}
