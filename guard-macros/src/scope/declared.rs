//! The text in which a declaration travels to gates, as one token however large it is:
//! `admin:0 configuration:5 projects:15;project/6 root:13`. A scope says where its permissions
//! begin, behind `:` if it is global and `/` if it is of projects; a resource its mask of verbs.

use std::fmt::Write;

use proc_macro2::Ident;

use super::declaration::Scope;
use crate::tokens::{is_same, spelled};

/// All scopes of a declaration.
#[derive(Clone, Copy)]
pub(crate) struct Declared<'a>(pub(crate) &'a str);

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct DeclaredScope<'a> {
    pub(super) name: &'a str,
    pub(super) is_global: bool,
    first: u32,
    resources: &'a str,
}

/// One resource.
#[derive(Clone, Copy)]
pub(super) struct DeclaredResource<'a> {
    pub(super) name: &'a str,
    pub(super) verbs: u8,
    /// The position of its first permission.
    pub(super) first: u32,
}

pub(super) fn write(scopes: &[Scope]) -> String {
    let mut text = String::new();
    let mut position = 0;
    for scope in scopes {
        if !text.is_empty() {
            text.push(';');
        }
        let kind = if scope.is_global() { ':' } else { '/' };
        // Writing to a string does not fail.
        let _ = write!(text, "{}{kind}{position}", spelled(&scope.name));
        for resource in &scope.resources {
            let verbs = resource.mask();
            let _ = write!(text, " {}:{verbs}", spelled(&resource.name));
            position += verbs.count_ones();
        }
    }
    text
}

impl<'a> Declared<'a> {
    pub(super) fn scopes(self) -> impl Iterator<Item = DeclaredScope<'a>> {
        self.0.split(';').filter_map(|scope| {
            let (head, resources) = scope.split_once(' ').unwrap_or((scope, ""));
            let (name, first) = head.split_once([':', '/'])?;
            Some(DeclaredScope {
                name,
                is_global: head.contains(':'),
                first: first.parse().ok()?,
                resources,
            })
        })
    }

    pub(super) fn scope(self, asked: &Ident) -> Option<DeclaredScope<'a>> {
        let asked = asked.to_string();
        self.scopes().find(|scope| is_same(&asked, scope.name))
    }
}

impl<'a> DeclaredScope<'a> {
    pub(super) fn resources(self) -> impl Iterator<Item = DeclaredResource<'a>> {
        let rows = self.resources.split_ascii_whitespace();
        rows.scan(self.first, |position, row| {
            let (name, verbs) = row.split_once(':')?;
            let verbs = verbs.parse::<u8>().ok()?;
            let first = *position;
            *position += verbs.count_ones();
            Some(DeclaredResource { name, verbs, first })
        })
    }

    pub(super) fn resource(self, asked: &Ident) -> Option<DeclaredResource<'a>> {
        let asked = asked.to_string();
        self.resources().find(|it| is_same(&asked, it.name))
    }
}

impl DeclaredResource<'_> {
    /// The position of one of its permissions, if it offers the verb.
    pub(super) fn position(self, bit: u8) -> Option<u32> {
        let before = self.verbs & (bit - 1);
        (self.verbs & bit != 0).then(|| self.first + before.count_ones())
    }

    /// The positions of all its permissions.
    pub(super) fn positions(self) -> impl Iterator<Item = u32> {
        self.first..self.first + self.verbs.count_ones()
    }
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::Declared;

    #[test]
    fn counts_permissions_in_the_order_of_verbs() {
        let declared = Declared("admin:0 tools:5 r#type:8;empty:3;project/3 root:7");
        let find = |scope: &str, resource: &str, bit| {
            let scope = declared.scope(&format_ident!("{scope}"))?;
            scope.resource(&format_ident!("{resource}"))?.position(bit)
        };
        for (scope, resource, bit, position) in [
            ("admin", "tools", 1, Some(0)),
            ("admin", "tools", 2, None),
            ("admin", "tools", 4, Some(1)),
            ("admin", "r#type", 8, Some(2)),
            ("admin", "type", 8, None),
            ("r#project", "root", 4, Some(5)),
            ("empty", "root", 1, None),
            ("adm", "tools", 1, None),
        ] {
            assert_eq!(find(scope, resource, bit), position, "{scope}.{resource}");
        }
        let kinds = declared.scopes().map(|it| (it.name, it.is_global));
        let expected = [("admin", true), ("empty", true), ("project", false)];
        assert!(kinds.eq(expected));
    }
}
