//! The rows and envs that rules are compared with.

use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};

use super::own_keys::{fresh, with_keys};
use super::related::{Others, add_held};
use super::rows::{combined, unvaried, varied};
use super::wishes::Wishes;
use super::{Disagreement, RuleComparison, envs};
use crate::Env;
use crate::model::look::{Join, Looked};
use crate::model::{Access, Dialect, ModelAccess, Op, Rows, decide};

/// So many rows of sample rows, before each of their columns is changed.
const COMBINED: usize = 1_500;
/// So many rows are changed column by column.
const BASES: usize = 12;
/// So many rows are found by others of the same model.
const OWN_KEYS: usize = 16;

pub(super) struct Prepared<E: EntityTrait<Model: ModelAccess>> {
    pub(super) rows: Vec<E::Model>,
    pub(super) envs: Vec<Env>,
    pub(super) others: Vec<Box<dyn Others>>,
    /// The same, and the rows themselves if rules look at more of them.
    pub(super) related: Rows,
    pub(super) looked: Looked,
    pub(super) backend: DbBackend,
    pub(super) dialect: Dialect,
}

impl<E: EntityTrait<Model: ModelAccess>> Prepared<E> {
    pub(super) fn of(
        given: RuleComparison<E>,
        db: &impl ConnectionTrait,
    ) -> Result<Self, Disagreement> {
        let access = E::Model::ACCESS;
        let model = access.name();
        let RuleComparison {
            rows: samples,
            envs,
            related: mut others,
        } = given;
        for (is_empty, of) in [(samples.is_empty(), "row"), (envs.is_empty(), "env")] {
            if is_empty {
                return Err(Disagreement::Nothing { model, of });
            }
        }
        let table = E::default().table_name();
        if access.table().name != table {
            return Err(Disagreement::OtherTable { model, table });
        }
        let backend = db.get_database_backend();
        let dialect = match backend {
            DbBackend::Postgres => Dialect::Postgres,
            DbBackend::Sqlite => Dialect::Sqlite,
            _ => return Err(Disagreement::OtherDatabase),
        };
        let looked = Looked::of(access, &Op::ALL);
        let envs = envs::variants(
            &envs,
            &access.grants.iter().map(|it| it.group).collect::<Vec<_>>(),
        );
        let (own, foreign): (Vec<_>, Vec<_>) = looked
            .joins
            .iter()
            .partition(|it| it.table == access.table());
        let mine = own.iter().map(|it| &it.looked).chain([&looked]);
        let mut wishes = Wishes::of(&mine.collect::<Vec<_>>(), &envs);
        for join in &own {
            wishes.add(join.theirs, []);
        }
        add_held::<E>(&mut wishes, &samples);
        unrelated(access, &foreign, &others)?;
        let mut related = Rows::default();
        for other in &mut others {
            let mine = foreign
                .iter()
                .copied()
                .filter(|it| it.table == other.table());
            other.make(&mine.collect::<Vec<_>>(), &mut wishes, &envs, backend);
            related = other.add_to(related);
        }
        for join in &own {
            wishes.add(join.theirs, wishes.values(join.ours).to_vec());
            wishes.add(join.ours, wishes.values(join.theirs).to_vec());
            let fresh = fresh::<E>(&samples, join, backend);
            wishes.add(join.ours, fresh.into_iter().flatten().take(OWN_KEYS));
        }
        let mut rows = combined::<E>(&samples, &wishes, COMBINED, backend);
        let bases = bases::<E>(&rows, &envs, &related);
        rows.extend(varied::<E>(&bases, &wishes, backend));
        for join in own.iter().filter(|it| !it.many) {
            rows = with_keys::<E>(rows, join, backend);
        }
        if let Some(column) = unvaried::<E>(&rows, &wishes) {
            return Err(Disagreement::Unvaried { model, column });
        }
        if !own.is_empty() {
            related = related.with(rows.clone());
        }
        Ok(Self {
            rows,
            envs,
            others,
            related,
            looked,
            backend,
            dialect,
        })
    }
}

/// Fails if rules look at rows of a table that nobody has given.
fn unrelated<M>(
    access: &Access<M>,
    joins: &[&Join],
    others: &[Box<dyn Others>],
) -> Result<(), Disagreement> {
    let model = access.name();
    let is_given = |table| {
        others
            .iter()
            .any(|it| it.table() == table && !it.is_empty())
    };
    match joins.iter().map(|it| it.table).find(|it| !is_given(*it)) {
        Some(table) => Err(Disagreement::Unrelated {
            model,
            table: table.name,
        }),
        None => Ok(()),
    }
}

/// Rows to change column by column: the first, and one for each case that some are allowed in, so that
/// a change makes a difference.
fn bases<E: EntityTrait<Model: ModelAccess>>(
    rows: &[E::Model],
    envs: &[Env],
    related: &Rows,
) -> Vec<E::Model> {
    let mut bases = vec![0];
    for env in envs {
        for op in Op::ALL {
            let decision = decide::<E::Model>(env, op);
            if decision.is_nothing() || decision.is_everything() || bases.len() == BASES {
                continue;
            }
            let allowed = rows
                .iter()
                .position(|row| decision.allows_with(row, related));
            bases.extend(allowed.filter(|it| !bases.contains(it)));
        }
    }
    let bases = bases.into_iter().filter_map(|it| rows.get(it));
    bases.cloned().collect()
}
