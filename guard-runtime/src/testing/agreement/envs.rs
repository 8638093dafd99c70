//! Envs made of those that are given.

use crate::group::{GroupRef, GroupSet};
use crate::{Env, Id, User};

/// The given ones; and of each, one without companies and in each alone, without groups and in each of
/// these alone, without a contact and attributes, and with ids from the edges.
pub(super) fn variants(given: &[Env], groups: &[GroupRef]) -> Vec<Env> {
    let mut envs = given.to_vec();
    for env in given {
        let users = others(env.user(), groups);
        // Groups that exclude each other are nobody's.
        envs.extend(users.into_iter().filter_map(|user| Env::of(user).ok()));
    }
    envs
}

fn others(user: &User, groups: &[GroupRef]) -> Vec<User> {
    let mut users = vec![
        user.clone().with_companies(Vec::<Id>::new()),
        user.clone().with_groups(GroupSet::default()),
    ];
    for company in user.companies() {
        users.push(user.clone().with_companies([company.clone()]));
    }
    for group in groups {
        let mut alone = GroupSet::default();
        alone.add(*group);
        users.push(user.clone().with_groups(alone));
    }
    users.push(bare(user, user.id().clone()));
    let edges = [0, -1, i64::from(i32::MAX) + 1, i64::MAX].map(Id::from);
    let texts = ["", "007", "nobody"].map(Id::from);
    for id in edges.into_iter().chain(texts) {
        let same = bare(user, id);
        users.push(match user.contact() {
            Some(_) => same.clone().with_contact(same.id().clone()),
            None => same,
        });
    }
    users
}

/// The same groups and companies, and nothing else.
fn bare(user: &User, id: Id) -> User {
    User::new(id)
        .with_groups(user.groups().clone())
        .with_companies(user.companies().iter().cloned())
}
