//! Fields that some groups alone may read, or write.

use serde::Serialize;

use crate::admin::access::implied;
use crate::group::Groups;
use crate::model::FieldWords;

/// A field that not all may read, or write, who may the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MatrixField {
    /// The name of the field.
    pub field: &'static str,
    /// `read` or `write`.
    pub access: &'static str,
    /// Who may, in the order of declaration; nobody if there is none.
    pub groups: Vec<FieldHolder>,
}

/// A group that may read or write a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FieldHolder {
    /// The group.
    pub group: &'static str,
    /// The way from it to the group that is named with the field; empty if it is the one.
    pub via: Vec<&'static str>,
}

impl MatrixField {
    pub(super) fn of(groups: &'static Groups, words: &FieldWords) -> Self {
        let named = words.groups.iter();
        let named = named.filter(|it| implied::is_of(groups, **it));
        let ways = |from: &'static str| {
            let ways = named.clone();
            let ways = ways.filter_map(|to| implied::way(groups, from, to.name()));
            ways.min_by_key(Vec::len)
        };
        let holders = groups.entries().filter_map(|entry| {
            Some(FieldHolder {
                group: entry.name,
                via: ways(entry.name)?,
            })
        });
        Self {
            field: words.field,
            access: if words.write { "write" } else { "read" },
            groups: holders.collect(),
        }
    }
}
