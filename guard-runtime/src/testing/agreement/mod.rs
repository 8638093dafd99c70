//! Whether rules mean the same in SQL and in memory, tried on rows of a model.

mod compare;
mod comparison;
mod envs;
mod outcome;
mod own_keys;
mod prepare;
mod related;
mod row;
mod rows;
mod scratch;
mod values;
mod wishes;

use sea_orm::{EntityTrait, TransactionTrait};

use crate::Env;
use crate::model::ModelAccess;
pub use comparison::RuleComparison;
pub use outcome::{Agreement, Disagreement};
pub use row::RowDisagreement;

/// Fails when the rules of an entity do not mean the same in SQL and in memory: see
/// [`RuleComparison`], which also takes rows of other models that rules look at.
///
/// ```
/// use guard_runtime::testing::assert_rules_agree;
/// use guard_runtime::{Env, User, groups};
///
/// mod invoice {
///     use guard_runtime::model_access;
///     use sea_orm::entity::prelude::*;
///
///     #[model_access(
///         grant(core_internal, CRUD),
///         grant(core_portal, R, where contact_id == env.contact_id && status != "draft"),
///         restrict(env.cids.contains(company_id)),
///     )]
///     #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
///     #[sea_orm(table_name = "invoice")]
///     pub struct Model {
///         #[sea_orm(primary_key)]
///         pub id: i64,
///         pub contact_id: Option<i64>,
///         pub company_id: i32,
///         pub status: String,
///     }
///
///     #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
///     pub enum Relation {}
///
///     impl ActiveModelBehavior for ActiveModel {}
/// }
///
/// # async fn test() -> Result<(), Box<dyn std::error::Error>> {
/// let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// let row = invoice::Model {
///     id: 1,
///     contact_id: Some(12),
///     company_id: 2,
///     status: "sent".to_owned(),
/// };
/// let clerk = User::new(7).in_group(groups::core_internal).with_companies([2, 5]);
/// let customer = User::new(8).in_group(groups::core_portal).with_companies([2]).with_contact(12);
/// let envs = [Env::of(clerk)?, Env::of(customer)?];
/// let agreement = assert_rules_agree::<invoice::Entity>(&db, [row], envs).await;
/// assert!(agreement.mixed > 0);
/// # Ok(())
/// # }
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// #     actix_web::rt::System::new().block_on(test())
/// # }
/// ```
///
/// # Panics
///
/// With the [`Disagreement`].
pub async fn assert_rules_agree<E: EntityTrait<Model: ModelAccess>>(
    db: &impl TransactionTrait,
    rows: impl IntoIterator<Item = E::Model>,
    envs: impl IntoIterator<Item = Env>,
) -> Agreement {
    match RuleComparison::<E>::of(rows, envs).run(db).await {
        Ok(agreement) => agreement,
        Err(disagreement) => panic!("{disagreement}"),
    }
}
