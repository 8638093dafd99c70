//! Whether a user has changed.

use std::sync::Arc;

use super::{Fields, User};

impl User {
    /// Whether this is the same user in every respect, the application's attributes included: those
    /// have to be the very same values.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        if Arc::ptr_eq(&self.0, &other.0) {
            return true;
        }
        // Named one by one, so that a new field is not forgotten.
        let Fields {
            id,
            name,
            groups,
            roles,
            role_permissions,
            permissions,
            companies,
            contact,
            blocked,
            attributes,
        } = &*self.0;
        let other = &*other.0;
        let mut pairs = attributes.iter().zip(&other.attributes);
        *id == other.id
            && *name == other.name
            && *groups == other.groups
            && *roles == other.roles
            && *role_permissions == other.role_permissions
            && *permissions == other.permissions
            && *companies == other.companies
            && *contact == other.contact
            && *blocked == other.blocked
            && attributes.len() == other.attributes.len()
            && pairs.all(|(mine, other)| mine.0 == other.0 && Arc::ptr_eq(&mine.1, &other.1))
    }
}

#[cfg(test)]
mod tests {
    use crate::{PermissionSet, RoleSet, User, groups};

    #[test]
    fn any_difference_makes_another_user() {
        #[derive(Debug)]
        struct Locale;

        let plain = || User::new(7).named("Ada");
        let user = plain().with(Locale);
        assert!(plain().is_same(&plain()));
        assert!(user.is_same(&user.clone()));
        for other in [
            User::new(8).named("Ada"),
            User::new(7).named("Eve"),
            plain().in_group(groups::core_internal),
            plain().in_group(groups::core_portal),
            plain().with_companies([1]),
            plain().with_contact(1),
            plain().blocked(true),
            plain().with_roles_as(RoleSet::default(), PermissionSet::default()),
            user.clone(),
            user.clone().blocked(true),
        ] {
            assert!(!other.is_same(&plain()), "{other:?}");
            assert!(!plain().is_same(&other), "{other:?}");
        }
        assert!(!user.is_same(&plain().with(Locale)));
    }
}
