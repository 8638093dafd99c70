//! A database with tables and rows, and the guarded one before it.

use guard_runtime::Env;
use guard_runtime::records::GuardedDb;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel, ModelTrait, Schema,
};

use crate::databases::Place;
use crate::models::tag::link;
use crate::models::{campaign, contact, invoice, line, memo, tag, wish};
use crate::people::{admin, manager, nobody, portal, seller};
use crate::rows::{ABROAD, OWN, contacts, invoices, lines, memos};

/// Tables with their rows, and the guarded database before them.
pub(crate) struct World {
    /// Without any rule.
    pub(crate) raw: DatabaseConnection,
    pub(crate) guarded: GuardedDb,
}

/// Those that refer to others come first.
const TABLES: [&str; 8] = [
    "wish",
    "memo",
    "invoice_tag",
    "line",
    "tag",
    "invoice",
    "contact",
    "campaign",
];

impl World {
    /// In a place of its own.
    pub(crate) async fn new(place: &Place) -> Self {
        let raw = place.open().await;
        table::<campaign::Entity>(&raw).await;
        table::<contact::Entity>(&raw).await;
        table::<invoice::Entity>(&raw).await;
        table::<line::Entity>(&raw).await;
        table::<tag::Entity>(&raw).await;
        table::<link::Entity>(&raw).await;
        table::<memo::Entity>(&raw).await;
        table::<wish::Entity>(&raw).await;
        let guarded = GuardedDb::new(raw.clone());
        let world = Self { raw, guarded };
        world.fill().await;
        world
    }

    /// The rows as they are at first.
    pub(crate) async fn fill(&self) {
        let name = "spring".to_owned();
        self.put([campaign::Model { id: 1, name }]).await;
        self.put(contacts()).await;
        self.put(invoices()).await;
        self.put(lines()).await;
        let name = "urgent".to_owned();
        self.put([tag::Model { id: 1, name }]).await;
        let links = [OWN, ABROAD];
        self.put(links.map(|invoice_id| link::Model {
            invoice_id,
            tag_id: 1,
        }))
        .await;
        self.put(memos()).await;
    }

    /// Adds rows past all rules.
    pub(crate) async fn put<M>(&self, models: impl IntoIterator<Item = M>)
    where
        M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    {
        let models = models.into_iter().map(M::into_active_model);
        M::Entity::insert_many(models)
            .exec_without_returning(&self.raw)
            .await
            .unwrap();
    }

    /// The rows again as they are at first.
    pub(crate) async fn refill(&self) {
        self.clear(&TABLES).await;
        self.fill().await;
    }

    /// The same, with nothing that refers to invoices.
    pub(crate) async fn refill_alone(&self) {
        self.refill().await;
        self.clear(&TABLES[2..4]).await;
    }

    pub(crate) async fn drop_table(&self, name: &str) {
        let drop = format!("DROP TABLE {name}");
        self.raw.execute_unprepared(&drop).await.unwrap();
    }

    async fn clear(&self, tables: &[&str]) {
        for name in tables {
            let delete = format!("DELETE FROM {name}");
            self.raw.execute_unprepared(&delete).await.unwrap();
        }
    }

    /// All rows of all tables, as they are stored.
    pub(crate) async fn rows(&self) -> Vec<String> {
        let mut rows = Vec::new();
        rows.extend(all::<campaign::Entity>(&self.raw).await);
        rows.extend(all::<contact::Entity>(&self.raw).await);
        rows.extend(all::<invoice::Entity>(&self.raw).await);
        rows.extend(all::<line::Entity>(&self.raw).await);
        rows.extend(all::<tag::Entity>(&self.raw).await);
        rows.extend(all::<link::Entity>(&self.raw).await);
        rows.extend(all::<memo::Entity>(&self.raw).await);
        rows.extend(all::<wish::Entity>(&self.raw).await);
        rows.sort();
        rows
    }

    pub(crate) fn of(&self, env: Env) -> GuardedDb {
        self.guarded.with_env(env)
    }

    pub(crate) fn seller(&self) -> GuardedDb {
        self.of(seller())
    }

    pub(crate) fn manager(&self) -> GuardedDb {
        self.of(manager())
    }

    pub(crate) fn admin(&self) -> GuardedDb {
        self.of(admin())
    }

    pub(crate) fn portal(&self) -> GuardedDb {
        self.of(portal())
    }

    pub(crate) fn sudo(&self) -> GuardedDb {
        self.of(nobody().sudo("to test it"))
    }
}

async fn table<E: EntityTrait>(db: &DatabaseConnection) {
    let schema = Schema::new(db.get_database_backend());
    let create = schema.create_table_from_entity(E::default());
    db.execute(&create).await.unwrap();
}

async fn all<E: EntityTrait>(db: &DatabaseConnection) -> Vec<String> {
    let name = E::default().table_name().to_owned();
    let rows = E::find().all(db).await.unwrap();
    rows.into_iter()
        .map(|row| format!("{name} {row:?}"))
        .collect()
}
