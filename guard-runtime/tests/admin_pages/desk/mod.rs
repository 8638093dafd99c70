//! A desk where orders are taken: its records refer to each other and cost something.

pub mod models;

use guard_runtime::admin::{
    Admin, Done, Mistakes, ModelPage, PageAction, RunError, Site, admin_site, model_page,
    page_action,
};
use guard_runtime::records::{AccessError, GuardedDb};
use guard_runtime::{AccessControl, Env, requires_group};
use sea_orm::{DatabaseConnection, EntityTrait, IntoActiveModel};
use serde::Deserialize;

use crate::browser::{World, world_of};
use crate::server::{database, served, table};
use models::{agent, customer, order};

/// Where orders are taken.
#[admin_site(path = "/admin")]
pub struct Desk;

impl Site for Desk {}

/// Who sells: for managers alone.
#[requires_group(manager)]
#[model_page(under = Desk, model = agent, list(name), refers(favourite_id = Customers))]
pub struct Agents;

impl ModelPage for Agents {}

/// Who buys.
#[model_page(under = Desk, model = customer, list(name, agent_id), refers(agent_id = Agents))]
pub struct Customers;

impl ModelPage for Customers {}

/// What is bought.
#[model_page(
    under = Desk,
    model = order,
    list(number, customer_id, total, tip),
    filter(customer_id, total),
    form(number, customer_id, total, tip, ceiling, last_day),
    label(last_day = "Last day"),
    refers(customer_id = Customers),
    money(total = "EUR", tip = "JPY", ceiling = "EUR"),
)]
pub struct Orders;

impl ModelPage for Orders {
    async fn check(_: &Env, db: &GuardedDb, order: &order::ActiveModel) -> Result<(), RunError> {
        let mut mistakes = Mistakes::none();
        let total = order.total.try_as_ref().copied().unwrap_or_default();
        if total < 0 {
            mistakes.at("total", "must not be <b>negative</b>");
        }
        // Refused without a reason is refused all the same.
        if total == 777 {
            return Err(RunError::Invalid(mistakes));
        }
        if let Some(Some(ceiling)) = order.ceiling.try_as_ref()
            && total > *ceiling
        {
            mistakes.at("ceiling", "is exceeded");
        }
        if let (Some(first), Some(Some(last))) =
            (order.first_day.try_as_ref(), order.last_day.try_as_ref())
            && last < first
        {
            mistakes.at("last_day", "is before the first day");
        }
        if let Some(Some(customer)) = order.customer_id.try_as_ref() {
            match db.get::<customer::Entity>(*customer).await {
                Err(AccessError::NotFound { .. }) => mistakes.at("customer_id", "is nobody"),
                found => drop(found?),
            }
        }
        mistakes.result()
    }

    fn fill_new(_: &Env, new: &mut order::ActiveModel) {
        new.first_day = sea_orm::Set(10);
    }
}

/// Ships an order.
#[page_action(on = Orders, target = one)]
#[derive(Deserialize)]
pub struct Ship {
    by: String,
    on: String,
}

impl PageAction for Ship {
    async fn run(self, _: &Env, _: &GuardedDb, _: &[i64]) -> Result<Done, RunError> {
        let mut mistakes = Mistakes::none();
        if self.by == "pigeon" {
            mistakes.at("by", "is no way");
        }
        if self.on == "Sunday" {
            mistakes.at("on", "is no day");
            mistakes.whole("Not so.");
        }
        mistakes.result()?;
        Ok(Done::said("Shipped."))
    }
}

/// Customer 1 is of Sam, who is 2, and 2 of nobody; order 4 refers to a customer who is not there.
pub async fn desk() -> World {
    desk_of(database().await).await
}

pub async fn desk_of(raw: DatabaseConnection) -> World {
    table(&raw, agent::Entity).await;
    table(&raw, customer::Entity).await;
    table(&raw, order::Entity).await;
    let agent = agent::Model {
        id: 2,
        name: "Sam <i>".to_owned(),
        favourite_id: Some(1),
    };
    insert(&raw, agent).await;
    for (id, name, agent_id) in [
        (1, "<script>alert(1)</script>", Some(2)),
        (2, "Bo & Co", None),
    ] {
        let name = name.to_owned();
        insert(&raw, customer::Model { id, name, agent_id }).await;
    }
    for (id, customer) in [(1, 1), (2, 1), (3, 2), (4, 99), (5, 1)] {
        let order = order::Model {
            id,
            number: format!("O-{id}"),
            customer_id: Some(customer),
            total: 123_450 * id,
            tip: (id == 2).then_some(1_500),
            ceiling: (id == 3).then_some(400_000),
            first_day: 10 * id,
            last_day: Some(1_000),
        };
        insert(&raw, order).await;
    }
    let (access, admin): (AccessControl, Admin<Desk>) = served(&raw);
    world_of(raw, access, admin).await
}

async fn insert<M, A>(raw: &DatabaseConnection, model: M)
where
    M: IntoActiveModel<A>,
    A: sea_orm::ActiveModelTrait + sea_orm::ActiveModelBehavior + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let insert = A::Entity::insert(model.into_active_model());
    insert.exec_without_returning(raw).await.unwrap();
}

/// What is stored of an order.
pub async fn stored(world: &World, id: i64) -> order::Model {
    let found = order::Entity::find_by_id(id).one(&world.raw).await;
    found.unwrap().unwrap()
}
