//! Who there is.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use guard_runtime::admin::Accounts as SignInAccounts;
use guard_runtime::admin::access::{Account, Accounts, AccountsError, Part, RoleNames};
use guard_runtime::tokens::StoreError;
use guard_runtime::{Answer, AuthError, Directory, Id, Identity, RoleCatalog, User};

use crate::{groups, roles, scopes};

/// The table of users: a clone shares it.
#[derive(Clone)]
pub struct People(Arc<Mutex<BTreeMap<i64, Person>>>);

#[derive(Clone)]
struct Person {
    name: &'static str,
    groups: Vec<String>,
    roles: Vec<String>,
}

impl Default for People {
    fn default() -> Self {
        let all: [(i64, &str, &[&str], &[&str]); 8] = [
            (1, "Ada <b>", &["auditor"], &[]),
            (2, "Sam", &["seller"], &["keeper"]),
            (3, "Ivy", &["core_internal"], &[]),
            (4, "Pam", &["core_portal"], &[]),
            (5, "=HYPERLINK(\"x\")", &["manager"], &[]),
            (6, "Cyd", &["auditor", "manager"], &["keeper"]),
            (7, "Old", &["core_internal", "gone"], &["gone"]),
            (8, "Una", &["auditor", "manager"], &["keeper"]),
        ];
        let texts = |all: &[&str]| all.iter().map(ToString::to_string).collect();
        let all = all.map(|(id, name, groups, roles)| {
            let (groups, roles) = (texts(groups), texts(roles));
            (
                id,
                Person {
                    name,
                    groups,
                    roles,
                },
            )
        });
        Self(Arc::new(Mutex::new(all.into())))
    }
}

pub fn catalog() -> RoleCatalog {
    RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA)
}

impl People {
    fn by_id(&self, id: &Id) -> Option<(Account, User)> {
        let number = id.as_text().parse::<i64>().ok()?;
        let person = self.0.lock().unwrap().get(&number)?.clone();
        let (set, _) = groups::SCHEMA.set(person.groups.iter().map(String::as_str));
        let user = User::new(number).named(person.name).with_groups(set);
        let user = catalog().assign(user, person.roles.iter().map(String::as_str));
        let account = Account::new(number, person.name).in_groups(person.groups);
        Some((account.known_by("\"><i>"), user))
    }

    /// The groups and roles that are stored for somebody.
    pub fn stored(&self, id: i64) -> (Vec<String>, Vec<String>) {
        let all = self.0.lock().unwrap();
        (all[&id].groups.clone(), all[&id].roles.clone())
    }
}

impl Directory for People {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let found = identity.subject.as_ref().and_then(|id| self.by_id(id));
        Answer::Now(Ok(found.map(|(_, user)| user)))
    }
}

impl SignInAccounts for People {
    fn check<'a>(&'a self, name: &'a str, _: &'a str) -> Answer<'a, Result<Option<Id>, AuthError>> {
        let names = ["ada", "sam", "ivy", "pam", "max", "cyd", "old", "una"];
        let at = names.iter().position(|it| *it == name);
        Answer::Now(Ok(at.map(|at| Id::from(i64::try_from(at).unwrap() + 1))))
    }
}

impl Accounts for People {
    fn list<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<Account>, StoreError>> {
        if search == "down" {
            return Answer::Now(Err(StoreError::new("the secret reason")));
        }
        let ids = self.0.lock().unwrap().keys().copied().collect::<Vec<_>>();
        let all = ids.into_iter().filter_map(|id| self.by_id(&Id::from(id)));
        let all = all.map(|(account, _)| account);
        let all = all.filter(|it| it.name.contains(search));
        Answer::Now(Ok(Part::of(all.collect(), limit, offset)))
    }

    fn find<'a>(&'a self, id: &'a Id) -> Answer<'a, Result<Option<(Account, User)>, StoreError>> {
        Answer::Now(Ok(self.by_id(id)))
    }

    fn set_groups<'a>(
        &'a self,
        id: &'a Id,
        before: &'a [String],
        after: &'a [String],
    ) -> Answer<'a, Result<(), AccountsError>> {
        let mut all = self.0.lock().unwrap();
        let person = all.get_mut(&id.as_i64().unwrap()).unwrap();
        // Somebody is always faster with this one.
        if person.groups != before || person.name == "Ivy" {
            return Answer::Now(Err(AccountsError::Changed));
        }
        person.groups = after.to_vec();
        Answer::Now(Ok(()))
    }
}

impl RoleNames for People {
    fn names_of<'a>(&'a self, user: &'a Id) -> Answer<'a, Result<Vec<String>, StoreError>> {
        let all = self.0.lock().unwrap();
        let number = user.as_text().parse::<i64>().unwrap();
        Answer::Now(Ok(all[&number].roles.clone()))
    }

    fn set_role<'a>(
        &'a self,
        user: &'a Id,
        role: &'a str,
        has: bool,
    ) -> Answer<'a, Result<(), AccountsError>> {
        let mut all = self.0.lock().unwrap();
        let roles = &mut all.get_mut(&user.as_i64().unwrap()).unwrap().roles;
        roles.retain(|it| it != role);
        if has {
            roles.push(role.to_owned());
        }
        Answer::Now(Ok(()))
    }
}
