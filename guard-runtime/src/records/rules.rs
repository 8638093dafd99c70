//! The rules of a model, for one env and in one database.

use sea_orm::sea_query::{Condition, Value};
use sea_orm::{ConnectionTrait, EntityTrait, IdenStatic, QueryFilter as _};

use super::key::has_key;
use super::values::condition;
use super::{AccessError, GuardedDb};
use crate::Env;
use crate::model::{Access, Decision, Dialect, Explanation, FieldSet, ModelAccess, Op, Rows};

/// What one env may do with the records of an entity.
pub(super) struct Rules<E: EntityTrait<Model: ModelAccess>> {
    pub(super) env: Env,
    /// Whether the caller is told why something is refused.
    is_told: bool,
    dialect: Dialect,
    access: &'static Access<E::Model>,
}

impl<E: EntityTrait<Model: ModelAccess>> Rules<E> {
    /// The rules for the env that the database has; an error if there is none.
    pub(super) fn of(db: &GuardedDb) -> Result<Self, AccessError> {
        let access = E::Model::ACCESS;
        let (env, dialect) = (db.env()?, db.executor.dialect()?);
        // Whoever writes the trait by hand may make the two differ, and then a rule is about another
        // table.
        if access.table().name != E::default().table_name() {
            return Err(AccessError::Broken(
                "the rules of a model are about another table than its entity",
            ));
        }
        Ok(Self {
            is_told: db.audience.has(&env),
            env,
            dialect,
            access,
        })
    }

    pub(super) fn model(&self) -> &'static str {
        self.access.name()
    }

    pub(super) fn decide(&self, op: Op) -> Decision<E::Model> {
        self.access.decide(&self.env, op)
    }

    /// The condition that the rules put on the rows.
    pub(super) fn condition(&self, op: Op) -> Condition {
        condition(self.decide(op).sql(self.dialect))
    }

    pub(super) fn forbidden(&self, op: Op) -> AccessError {
        let model = self.model();
        AccessError::Forbidden {
            model,
            op,
            explanation: None,
        }
    }

    pub(super) fn not_found(&self) -> AccessError {
        let model = self.model();
        AccessError::NotFound {
            model,
            explanation: None,
        }
    }

    /// Refuses what cannot be allowed for any record.
    pub(super) fn could(&self, op: Op) -> Result<(), AccessError> {
        if self.decide(op).is_nothing() {
            Err(self.forbidden(op))
        } else {
            Ok(())
        }
    }

    /// Refuses columns that are not in the set of fields.
    pub(super) fn check(
        &self,
        columns: impl IntoIterator<Item = E::Column>,
        write: bool,
    ) -> Result<(), AccessError> {
        let allowed = if write {
            self.access.writable(&self.env)
        } else {
            self.access.readable(&self.env)
        };
        if allowed.is_all() {
            return Ok(());
        }
        let mut refused = Vec::new();
        for column in columns {
            let Some((position, field)) = self.field(column) else {
                return Err(AccessError::Broken(
                    "a column of an entity is no field of its model",
                ));
            };
            if !allowed.has(position) && !refused.contains(&(position, field)) {
                refused.push((position, field));
            }
        }
        if refused.is_empty() {
            return Ok(());
        }
        refused.sort_unstable();
        Err(AccessError::Fields {
            model: self.model(),
            fields: refused.into_iter().map(|(_, field)| field).collect(),
            write,
        })
    }

    /// What the user may write of these columns.
    pub(super) fn writable(&self, columns: impl Iterator<Item = E::Column>) -> Vec<&'static str> {
        let allowed = self.access.writable(&self.env);
        let fields = columns.filter_map(|column| self.field(column));
        let fields = fields.filter(|(position, _)| allowed.has(*position));
        fields.map(|(_, field)| field).collect()
    }

    /// The position and the name of a column's field.
    fn field(&self, column: E::Column) -> Option<(u32, &'static str)> {
        let mut fields = (0..).zip(self.access.fields());
        let found = fields.find(|(_, field)| field.column == column.as_str());
        found.map(|(position, field)| (position, field.field))
    }

    /// The refusal of this, with the reason for callers who are told. Rules that ask for related rows
    /// are explained by [`GuardedDb::explain`] alone, which looks at them.
    pub(super) fn refused(&self, error: AccessError, op: Op, model: &E::Model) -> AccessError {
        if self.is_told && !self.access.looks_elsewhere(op) {
            error.because(Some(self.explain(&self.env, op, model, &Rows::default())))
        } else {
            error
        }
    }

    /// What there is behind a record that is not found: the same error, explained to callers who are
    /// told.
    pub(super) async fn hidden(
        &self,
        connection: &impl ConnectionTrait,
        key: &[Value],
    ) -> Result<AccessError, AccessError> {
        let error = self.not_found();
        if !self.is_told {
            return Ok(error);
        }
        let found = E::find().filter(has_key::<E>(key)).one(connection).await?;
        Ok(match found {
            Some(model) => self.refused(error, Op::Read, &model),
            None => error,
        })
    }

    /// Why an env may do this with a record, or why not.
    pub(super) fn explain(&self, env: &Env, op: Op, model: &E::Model, rows: &Rows) -> Explanation {
        self.access.explain(self.dialect, env, op, model, rows)
    }

    pub(super) fn readable(&self) -> FieldSet {
        self.access.readable(&self.env)
    }
}
