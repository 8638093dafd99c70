//! Tables of users in memory, and what `Accounts` does by itself.

use guard_runtime::admin::access::{Account, Accounts, AccountsError, Part};
use guard_runtime::tokens::StoreError;
use guard_runtime::{Answer, Id, User};

use crate::world::person;

/// A table, and whether it answers.
pub(crate) struct Table {
    pub(crate) people: Vec<(Account, User)>,
    /// Fails when this account is looked for.
    pub(crate) breaks_at: Option<Id>,
}

impl Table {
    pub(crate) fn of(people: Vec<(Account, User)>) -> Self {
        Self {
            people,
            breaks_at: None,
        }
    }
}

impl Accounts for Table {
    fn list<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<Account>, StoreError>> {
        let all = self.people.iter().map(|(account, _)| account.clone());
        let found = all.filter(|it| it.name.contains(search));
        Answer::Now(Ok(Part::of(found.collect(), limit, offset)))
    }

    fn find<'a>(&'a self, id: &'a Id) -> Answer<'a, Result<Option<(Account, User)>, StoreError>> {
        if self.breaks_at.as_ref() == Some(id) {
            return Answer::Now(Err(StoreError::new("password=hunter2 refused")));
        }
        let mut people = self.people.iter();
        Answer::Now(Ok(people.find(|(it, _)| it.id == *id).cloned()))
    }
}

#[actix_web::test]
async fn groups_can_be_read_only_unless_the_application_changes_them() {
    let table = Table::of(vec![person(7, &["sales_user"], &[])]);
    let set = table.set_groups(&Id::from(7), &[], &[]).get().await;
    assert!(matches!(set, Err(AccountsError::ReadOnly)));
    assert_eq!(
        AccountsError::ReadOnly.to_string(),
        "this application keeps its groups elsewhere"
    );
}

#[actix_web::test]
async fn one_that_is_gone_in_between_is_left_out() {
    struct Gone(Table);
    impl Accounts for Gone {
        fn list<'a>(
            &'a self,
            search: &'a str,
            limit: u64,
            offset: u64,
        ) -> Answer<'a, Result<Part<Account>, StoreError>> {
            self.0.list(search, limit, offset)
        }

        fn find<'a>(
            &'a self,
            id: &'a Id,
        ) -> Answer<'a, Result<Option<(Account, User)>, StoreError>> {
            match id.as_i64() {
                Some(2) => Answer::Now(Ok(None)),
                _ => self.0.find(id),
            }
        }
    }
    let table = Gone(Table::of((1..4).map(|id| person(id, &[], &[])).collect()));
    let users = table.users("", 25, 0).get().await.unwrap();
    let ids = users.items.iter().map(|(it, _)| it.id.as_i64());
    assert_eq!(ids.collect::<Vec<_>>(), [Some(1), Some(3)]);
    assert_eq!(users.total, 3);
}

#[test]
fn a_part_of_a_list_is_never_more_than_is_allowed() {
    let all = (0..500).collect::<Vec<_>>();
    for (limit, offset, first, count) in [
        (25, 0, Some(0), 25),
        (u64::MAX, 0, Some(0), 200),
        (25, 490, Some(490), 10),
        (25, 500, None, 0),
        (25, u64::MAX, None, 0),
        (0, 0, None, 0),
    ] {
        let part = Part::of(all.clone(), limit, offset);
        assert_eq!(
            (part.items.first().copied(), part.items.len()),
            (first, count)
        );
        assert_eq!(part.total, 500);
    }
}
