//! What is compared, and how it is asked for.

use std::fmt;

use sea_orm::{EntityTrait, TransactionSession as _, TransactionTrait};

use super::prepare::Prepared;
use super::related::{Filled, Others};
use super::{Agreement, Disagreement};
use crate::Env;
use crate::model::ModelAccess;

/// Compares what the rules of an entity mean in SQL with what they mean in memory.
///
/// Of the given rows it makes hostile ones: NULL in each column that takes it, the values that the rules
/// and the envs name, their neighbours and twins in case, blanks and Unicode, wildcards of `LIKE`, the
/// edges of integers, and combinations of these. Of the given envs it makes others: without companies
/// and in each one alone, without groups and in each one alone that has a grant, without a contact and
/// attributes, with ids from the edges. For each env and each operation the rows that the database
/// returns must be those that the predicate allows.
///
/// The rows are put in temporary tables, which hide the application's own from the one transaction that
/// all happens in, and are gone when it is undone at the end. No row of the application's is read
/// or written. In `PostgreSQL` the columns have the types and collations of the application's table, where
/// the database has it; else those of the entity. `MySQL` is not tried.
///
/// Rules that look at rows of other models need some of these as well:
///
/// ```
/// use guard_runtime::testing::RuleComparison;
/// # use guard_runtime::{Env, User, groups};
/// #
/// # mod contact {
/// #     use guard_runtime::model_access;
/// #     use sea_orm::entity::prelude::*;
/// #
/// #     #[model_access(grant(core_internal, CRUD))]
/// #     #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
/// #     #[sea_orm(table_name = "contact")]
/// #     pub struct Model {
/// #         #[sea_orm(primary_key)]
/// #         pub id: i64,
/// #         pub company_id: Option<i32>,
/// #     }
/// #
/// #     #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
/// #     pub enum Relation {}
/// #
/// #     impl ActiveModelBehavior for ActiveModel {}
/// # }
///
/// mod order {
/// #   use guard_runtime::model_access;
/// #   use sea_orm::entity::prelude::*;
/// #
///     #[model_access(
///         grant(core_internal, R, where contact.company_id == env.cid),
///         related(contact: super::contact::Model, contact_id == id),
///     )]
///     // …
/// #   #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
/// #   #[sea_orm(table_name = "order")]
/// #   pub struct Model {
/// #       #[sea_orm(primary_key)]
/// #       pub id: i64,
/// #       pub contact_id: Option<i64>,
/// #   }
/// #
/// #   #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
/// #   pub enum Relation {}
/// #
/// #   impl ActiveModelBehavior for ActiveModel {}
/// }
///
/// # async fn test() -> Result<(), Box<dyn std::error::Error>> {
/// # let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// # let clerk = Env::of(User::new(7).in_group(groups::core_internal).with_companies([2]))?;
/// let order = order::Model { id: 1, contact_id: Some(12) };
/// let contact = contact::Model { id: 12, company_id: Some(2) };
/// let agreement = RuleComparison::<order::Entity>::of([order], [clerk])
///     .related::<contact::Entity>([contact])
///     .run(&db)
///     .await?;
/// assert!(agreement.mixed > 0);
/// # Ok(())
/// # }
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// #     actix_web::rt::System::new().block_on(test())
/// # }
/// ```
pub struct RuleComparison<E: EntityTrait<Model: ModelAccess>> {
    pub(super) rows: Vec<E::Model>,
    pub(super) envs: Vec<Env>,
    pub(super) related: Vec<Box<dyn Others>>,
}

impl<E: EntityTrait<Model: ModelAccess>> RuleComparison<E> {
    /// With rows and envs to start from: one row that somebody may read, and an env for each kind of
    /// user, are enough.
    pub fn of(
        rows: impl IntoIterator<Item = E::Model>,
        envs: impl IntoIterator<Item = Env>,
    ) -> Self {
        Self {
            rows: rows.into_iter().collect(),
            envs: envs.into_iter().collect(),
            related: Vec::new(),
        }
    }

    /// With rows of another model that rules look at. They are changed as the others are, and found by
    /// the keys that the relations name.
    #[must_use]
    pub fn related<R: EntityTrait<Model: ModelAccess>>(
        mut self,
        rows: impl IntoIterator<Item = R::Model>,
    ) -> Self {
        let rows = rows.into_iter().collect();
        self.related.push(Box::new(Filled::<R>::of(rows)));
        self
    }

    /// Compares.
    ///
    /// # Errors
    ///
    /// A row on which the two disagree. Comparing proves nothing and is an error too where, for an
    /// operation whose rules look at a column, all rows are allowed or none in every case; where such a
    /// column holds the same in all rows; where there is no row or no env; where rules look at rows of another model and there are none. And the
    /// database may fail.
    pub async fn run(self, db: &impl TransactionTrait) -> Result<Agreement, Disagreement> {
        let failed = |error| Disagreement::Database {
            sql: "BEGIN".to_owned(),
            error,
        };
        let transaction = db.begin().await.map_err(failed)?;
        let outcome = match Prepared::<E>::of(self, &transaction) {
            Ok(prepared) => prepared.compare(&transaction).await,
            Err(disagreement) => Err(disagreement),
        };
        let undone = transaction.rollback().await;
        // What was found out first counts.
        let agreement = outcome?;
        undone.map_err(|error| Disagreement::Database {
            sql: "ROLLBACK".to_owned(),
            error,
        })?;
        Ok(agreement)
    }
}

impl<E: EntityTrait<Model: ModelAccess>> fmt::Debug for RuleComparison<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleComparison")
            .field("rows", &self.rows)
            .field("envs", &self.envs)
            .finish_non_exhaustive()
    }
}
