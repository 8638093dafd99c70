//! What a set of permissions has in common with other collections.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{Permission, PermissionSet};

impl PartialEq for PermissionSet {
    fn eq(&self, other: &Self) -> bool {
        self.is_subset(other) && other.is_subset(self)
    }
}

impl Eq for PermissionSet {}

impl FromIterator<Permission> for PermissionSet {
    fn from_iter<T: IntoIterator<Item = Permission>>(permissions: T) -> Self {
        let mut set = Self::default();
        set.extend(permissions);
        set
    }
}

impl Extend<Permission> for PermissionSet {
    fn extend<T: IntoIterator<Item = Permission>>(&mut self, permissions: T) {
        for permission in permissions {
            self.insert(permission);
        }
    }
}

/// The string forms, sorted and separated by blanks: the `scope` of OAuth 2.0 (RFC 6749 section
/// 3.3).
impl fmt::Display for PermissionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_strings().join(" "))
    }
}

impl fmt::Debug for PermissionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for PermissionSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.to_strings())
    }
}
