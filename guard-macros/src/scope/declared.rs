//! The text in which a declaration travels to gates, as one token however large it is:
//! `admin: configuration:5:0 projects:15:2;project/ root:13:6`. A scope ends in `:` if it is global
//! and in `/` if it is of projects; a resource says its mask of verbs, and where its permissions
//! begin. It is searched and not taken apart: that would cost more the more there is.

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
    /// Each behind a blank.
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
        let _ = write!(text, "{}{kind}", spelled(&scope.name));
        for resource in &scope.resources {
            let verbs = resource.mask();
            let _ = write!(text, " {}:{verbs}:{position}", spelled(&resource.name));
            position += verbs.count_ones();
        }
    }
    text
}

impl<'a> Declared<'a> {
    pub(super) fn scopes(self) -> impl Iterator<Item = DeclaredScope<'a>> {
        self.0.split(';').filter_map(|scope| {
            let kind = scope.find([':', '/'])?;
            let (name, rest) = scope.split_at_checked(kind)?;
            let (kind, resources) = rest.split_at_checked(1)?;
            let is_global = kind == ":";
            Some(DeclaredScope {
                name,
                is_global,
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
        rows.filter_map(|row| {
            let (name, row) = row.split_once(':')?;
            DeclaredResource::read(name, row)
        })
    }

    pub(super) fn resource(self, asked: &Ident) -> Option<DeclaredResource<'a>> {
        let asked = asked.to_string();
        let plain = asked.strip_prefix("r#");
        [Some(asked.as_str()), plain]
            .into_iter()
            .flatten()
            .find_map(|name| {
                let (before, row) = self.resources.split_once(&format!(" {name}:"))?;
                let known = self.resources.get(before.len() + 1..)?.get(..name.len())?;
                let end = row.find(' ').unwrap_or(row.len());
                DeclaredResource::read(known, row.get(..end)?)
            })
    }
}

impl<'a> DeclaredResource<'a> {
    /// What stands behind the name: `5:0`.
    fn read(name: &'a str, row: &str) -> Option<Self> {
        let (verbs, first) = row.split_once(':')?;
        Some(Self {
            name,
            verbs: verbs.parse().ok()?,
            first: first.parse().ok()?,
        })
    }

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
        let declared =
            Declared("admin: pre_tools:15:0 tools:5:4 r#type:8:6;empty:;project/ root:7:7");
        let find = |scope: &str, resource: &str, bit| {
            let scope = declared.scope(&format_ident!("{scope}"))?;
            scope.resource(&format_ident!("{resource}"))?.position(bit)
        };
        for (scope, resource, bit, position) in [
            ("admin", "tools", 1, Some(4)),
            ("admin", "tools", 2, None),
            ("admin", "tools", 4, Some(5)),
            ("admin", "r#type", 8, Some(6)),
            ("admin", "pre_tools", 8, Some(3)),
            ("admin", "pre", 1, None),
            ("admin", "type", 8, None),
            ("r#project", "root", 4, Some(9)),
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
