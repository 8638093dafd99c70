//! Each env and each operation: which rows the database returns, and which the predicate allows.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, ModelTrait as _, Statement};

use super::prepare::Prepared;
use super::rows::column;
use super::scratch::{self, NUMBER, quoted};
use super::values::datum;
use super::{Agreement, Disagreement, RowDisagreement};
use crate::model::look::Looked;
use crate::model::{Access, Decision, ModelAccess, Op, SqlCondition, Table, decide};
use crate::{Env, records};

/// Rows by their numbers. Many envs have the same condition, which is asked once.
type Answers = HashMap<String, Arc<HashSet<i64>>>;

impl<E: EntityTrait<Model: ModelAccess>> Prepared<E> {
    pub(super) async fn compare(
        self,
        db: &impl ConnectionTrait,
    ) -> Result<Agreement, Disagreement> {
        self.fill(db).await?;
        let mut answers = Answers::new();
        let mut agreement = Agreement {
            model: E::Model::ACCESS.name(),
            rows: self.rows.len(),
            envs: self.envs.len(),
            cases: 0,
            mixed: 0,
        };
        let mut vacuous = Vec::new();
        for op in Op::ALL {
            let mut mixed = 0;
            for env in &self.envs {
                let decision = decide::<E::Model>(env, op);
                let chosen = self.chosen(db, &decision, &mut answers).await?;
                self.check(env, op, &decision, &chosen)?;
                agreement.cases += 1;
                mixed += usize::from(!chosen.is_empty() && chosen.len() < self.rows.len());
            }
            agreement.mixed += mixed;
            if mixed == 0 && Looked::of(E::Model::ACCESS, &[op]).is_at_rows() {
                vacuous.push(op);
            }
        }
        if vacuous.is_empty() {
            Ok(agreement)
        } else {
            let model = agreement.model;
            Err(Disagreement::Vacuous {
                model,
                ops: vacuous,
            })
        }
    }

    async fn fill(&self, db: &impl ConnectionTrait) -> Result<(), Disagreement> {
        let backend = self.backend;
        let exists = exists(db, E::Model::ACCESS.table()).await?;
        let mut statements = vec![scratch::statements::<E>(&self.rows, backend, exists)];
        for other in &self.others {
            let exists = self::exists(db, other.table()).await?;
            statements.push(other.statements(backend, exists));
        }
        for statements in statements {
            for statement in statements.map_err(|error| failed("", error))? {
                let sql = statement.sql.clone();
                let done = db.execute_raw(statement).await;
                done.map_err(|error| failed(&sql, error))?;
            }
        }
        Ok(())
    }

    /// The numbers of the rows that the database returns.
    async fn chosen(
        &self,
        db: &impl ConnectionTrait,
        decision: &Decision<E::Model>,
        answers: &mut Answers,
    ) -> Result<Arc<HashSet<i64>>, Disagreement> {
        let condition = self.condition(decision);
        let key = format!("{condition:?}");
        if let Some(known) = answers.get(&key) {
            return Ok(Arc::clone(known));
        }
        let table = E::Model::ACCESS.table().name;
        let select = Query::select()
            .column((table, NUMBER))
            .from(table)
            .cond_where(records::condition(condition))
            .take();
        let statement = self.backend.build(&select);
        let sql = statement.sql.clone();
        let rows = numbers(db, statement)
            .await
            .map_err(|error| failed(&sql, error))?;
        let rows = Arc::new(rows);
        answers.insert(key, Arc::clone(&rows));
        Ok(rows)
    }

    fn condition(&self, decision: &Decision<E::Model>) -> SqlCondition {
        let mut condition = decision.sql(self.dialect);
        for join in &self.looked.joins {
            // Temporary tables are in no schema of the application's.
            if let Some(schema) = join.table.schema {
                let table = quoted(join.table.name);
                let named = format!("{}.{table} AS ", quoted(schema));
                condition.text = condition.text.replace(&named, &format!("{table} AS "));
            }
        }
        condition
    }

    /// Compares the rows of one case.
    fn check(
        &self,
        env: &Env,
        op: Op,
        decision: &Decision<E::Model>,
        chosen: &HashSet<i64>,
    ) -> Result<(), Disagreement> {
        let rows = self.rows.iter().zip(0_i64..);
        let differ = rows.filter(|(row, number)| {
            decision.allows_with(row, &self.related) != chosen.contains(number)
        });
        let mut differ = differ.peekable();
        let Some((row, number)) = differ.peek().copied() else {
            return Ok(());
        };
        Err(Disagreement::Row(Box::new(RowDisagreement {
            model: E::Model::ACCESS.name(),
            op,
            env: format!("{env:?}"),
            row: format!("{row:?}"),
            related: self.found(row),
            rules: rules(E::Model::ACCESS, env, op),
            condition: self.condition(decision),
            by_sql: chosen.contains(&number),
            by_predicate: decision.test(row, &self.related),
            count: differ.count(),
        })))
    }

    /// The related rows, in words.
    fn found(&self, row: &E::Model) -> Vec<String> {
        let joins = self.looked.joins.iter().filter_map(|join| {
            let key = datum(&row.get(column::<E>(join.ours)?))?;
            let others = self.others.iter().filter(|it| it.table() == join.table);
            Some(
                others
                    .flat_map(|it| it.found(join, &key))
                    .collect::<Vec<_>>(),
            )
        });
        let mut found = joins.flatten().collect::<Vec<_>>();
        // Several rules may look at the same.
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The grants and restrictions that count, in words.
fn rules<M>(access: &'static Access<M>, env: &Env, op: Op) -> Vec<String> {
    let grants = access.grants_for(env, op).map(|grant| match &grant.rule {
        Some(rule) => format!("grant to {}, where {rule:?}", grant.group.name()),
        None => format!("grant to {}", grant.group.name()),
    });
    let restrictions = access.restrictions.iter().filter(|it| it.ops.contains(op));
    let restrictions = restrictions.map(|it| format!("restriction: {:?}", it.rule));
    grants.chain(restrictions).collect()
}

async fn numbers(db: &impl ConnectionTrait, statement: Statement) -> Result<HashSet<i64>, DbErr> {
    let rows = db.query_all_raw(statement).await?;
    rows.iter().map(|row| row.try_get("", NUMBER)).collect()
}

async fn exists(db: &impl ConnectionTrait, table: Table) -> Result<bool, Disagreement> {
    let found = scratch::exists(db, table).await;
    found.map_err(|error| failed(table.name, error))
}

fn failed(sql: &str, error: DbErr) -> Disagreement {
    let sql = sql.to_owned();
    Disagreement::Database { sql, error }
}
