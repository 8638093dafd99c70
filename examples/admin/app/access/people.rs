//! The table of users, as the pages about access see it.

use guard_runtime::admin::access::{
    Account, Accounts as Listed, AccountsError, MOST_AT_ONCE, Part,
};
use guard_runtime::tokens::StoreError;
use guard_runtime::{Answer, Id, User};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set, TransactionTrait,
};

use crate::app::accounts::Accounts;
use crate::app::data::{membership, user};
use crate::app::permissions::permitted;

/// The accounts, with the groups that are stored for them.
pub(super) struct People {
    db: DatabaseConnection,
    /// What makes users of them, as for the directory that the gates ask.
    accounts: Accounts,
}

impl People {
    pub(super) fn new(db: DatabaseConnection) -> Self {
        let accounts = Accounts::new(db.clone());
        Self { db, accounts }
    }

    async fn part(&self, search: &str, limit: u64, offset: u64) -> Result<Part<Account>, DbErr> {
        let mut found = user::Entity::find();
        if !search.is_empty() {
            let texts = [user::Column::Name, user::Column::Login, user::Column::Email];
            let any = texts
                .into_iter()
                .fold(Condition::any(), |any, text| any.add(text.contains(search)));
            found = found.filter(any);
        }
        let total = found.clone().count(&self.db).await?;
        let part = found.order_by_asc(user::Column::Name);
        let part = part.order_by_asc(user::Column::Id);
        let part = part.limit(limit.min(MOST_AT_ONCE)).offset(offset);
        let mut items = Vec::new();
        for stored in part.all(&self.db).await? {
            let groups = groups_of(&self.db, stored.id).await?;
            items.push(account(stored, groups));
        }
        Ok(Part { items, total })
    }

    async fn one(&self, id: i64) -> Result<Option<(Account, User)>, DbErr> {
        let stored = user::Entity::find_by_id(id).one(&self.db).await?;
        let known = self.accounts.user(id).await?;
        let Some((stored, user)) = stored.zip(known) else {
            return Ok(None);
        };
        let groups = groups_of(&self.db, id).await?;
        Ok(Some((account(stored, groups), permitted(user))))
    }

    async fn put(&self, id: i64, before: &[String], after: &[String]) -> Result<(), AccountsError> {
        let failed = |error: DbErr| AccountsError::Store(StoreError::new(error));
        // Dropped on the way, it is undone.
        let transaction = self.db.begin().await.map_err(failed)?;
        let stored = user::Entity::find_by_id(id).one(&transaction).await;
        if stored.map_err(failed)?.is_none() {
            return Err(AccountsError::Gone);
        }
        let mut before = before.to_vec();
        before.sort();
        if groups_of(&transaction, id).await.map_err(failed)? != before {
            return Err(AccountsError::Changed);
        }
        let all = membership::Entity::delete_many().filter(membership::Column::UserId.eq(id));
        all.exec(&transaction).await.map_err(failed)?;
        let rows = after.iter().map(|name| membership::ActiveModel {
            user_id: Set(id),
            group_name: Set(name.clone()),
        });
        let rows = rows.collect::<Vec<_>>();
        if !rows.is_empty() {
            let insert = membership::Entity::insert_many(rows);
            insert.exec(&transaction).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)
    }
}

async fn groups_of(db: &impl ConnectionTrait, id: i64) -> Result<Vec<String>, DbErr> {
    membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupName)
        .filter(membership::Column::UserId.eq(id))
        .order_by_asc(membership::Column::GroupName)
        .into_tuple()
        .all(db)
        .await
}

fn account(stored: user::Model, groups: Vec<String>) -> Account {
    let account = Account::new(stored.id, stored.name).in_groups(groups);
    account.known_by(stored.email)
}

impl Listed for People {
    fn list<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<Account>, StoreError>> {
        Answer::later(async move {
            let part = self.part(search, limit, offset).await;
            part.map_err(StoreError::new)
        })
    }

    fn find<'a>(&'a self, id: &'a Id) -> Answer<'a, Result<Option<(Account, User)>, StoreError>> {
        Answer::later(async move {
            match id.as_i64() {
                Some(id) => self.one(id).await.map_err(StoreError::new),
                None => Ok(None),
            }
        })
    }

    fn set_groups<'a>(
        &'a self,
        id: &'a Id,
        before: &'a [String],
        after: &'a [String],
    ) -> Answer<'a, Result<(), AccountsError>> {
        Answer::later(async move {
            let id = id.as_i64().ok_or(AccountsError::Gone)?;
            self.put(id, before, after).await
        })
    }
}
