//! The text that carries a declaration of groups or roles to those who name them.

use super::BUILT_IN;
use super::declaration::Entry;
use crate::tokens::is_same;

/// `sales_user:core_internal sales_manager:sales_user+auditor r#type`
#[derive(Clone, Copy)]
pub(crate) struct Declared<'a>(pub(crate) &'a str);

/// One token however many names: it goes through everything that names one.
pub(super) fn write(entries: &[Entry]) -> String {
    let entries = entries.iter().map(|entry| {
        let implied = entry.implies.iter().map(ToString::to_string);
        match implied.collect::<Vec<_>>().join("+") {
            none if none.is_empty() => entry.name.to_string(),
            implied => format!("{}:{implied}", entry.name),
        }
    });
    entries.collect::<Vec<_>>().join(" ")
}

impl<'a> Declared<'a> {
    fn entries(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let entries = self.0.split_ascii_whitespace();
        entries.map(|entry| entry.split_once(':').unwrap_or((entry, "")))
    }

    /// The names, in the order of declaration; raw where they have to be.
    pub(crate) fn names(self) -> impl Iterator<Item = &'a str> {
        self.entries().map(|(name, _)| name)
    }

    /// Whether who is in `group` is in the `other` one.
    pub(crate) fn implies(self, group: &str, other: &str) -> bool {
        let mut seen = vec![group];
        let mut next = 0;
        while let Some(name) = seen.get(next).copied() {
            if is_same(name, other) || is_same(other, name) {
                return true;
            }
            next += 1;
            let found = self.entries().find(|(known, _)| is_same(name, known));
            let implied = found.map_or("", |(_, implied)| implied);
            for name in implied.split('+').filter(|it| !it.is_empty()) {
                if !seen.contains(&name) {
                    seen.push(name);
                }
            }
        }
        false
    }

    /// Whether there is such a group, declared or built in.
    pub(crate) fn has_group(self, asked: &str) -> bool {
        let mut names = BUILT_IN.into_iter().chain(self.names());
        names.any(|known| is_same(asked, known))
    }
}

#[cfg(test)]
mod tests {
    use super::Declared;

    #[test]
    fn follows_implications() {
        let declared = Declared("user:core_internal manager:user+r#type r#type lead:manager");
        assert_eq!(
            declared.names().collect::<Vec<_>>(),
            ["user", "manager", "r#type", "lead"]
        );
        for (group, other, implied) in [
            ("lead", "core_internal", true),
            ("lead", "type", true),
            ("manager", "r#type", true),
            ("user", "user", true),
            ("user", "manager", false),
            ("core_internal", "user", false),
        ] {
            assert_eq!(declared.implies(group, other), implied, "{group} {other}");
        }
        assert!(declared.has_group("core_portal") && declared.has_group("r#type"));
        assert!(!declared.has_group("core"));
    }
}
