//! All models of a program, gathered by the linker.

use std::fmt;

use super::{Access, ModelAccess, Op, words};

/// One model with access rules, wherever it is declared in the program.
pub struct ModelEntry {
    rules: fn() -> ModelRules,
    module: &'static str,
    file: &'static str,
    line: u32,
}

inventory::collect!(ModelEntry);

/// All models of the program that have access rules, by name and place.
#[must_use]
pub fn models() -> Vec<&'static ModelEntry> {
    let mut all = inventory::iter::<ModelEntry>().collect::<Vec<_>>();
    all.sort_by_key(|it| ((it.rules)().name, it.module, it.line));
    all
}

impl ModelEntry {
    pub(crate) const fn new<M: ModelAccess>(
        module: &'static str,
        file: &'static str,
        line: u32,
    ) -> Self {
        Self {
            rules: || ModelRules::of(M::ACCESS),
            module,
            file,
            line,
        }
    }

    /// What is declared of it, in words.
    #[must_use]
    pub fn rules(&self) -> ModelRules {
        (self.rules)()
    }

    /// The module of the struct.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.module
    }

    /// Where the struct stands: the file and the line.
    #[must_use]
    pub fn place(&self) -> (&'static str, u32) {
        (self.file, self.line)
    }
}

impl fmt::Debug for ModelEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rules().fmt(f)
    }
}

/// What is declared of a model, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelRules {
    /// The name: that of its table.
    pub name: &'static str,
    /// What its doc comment says, in one line.
    pub description: &'static str,
    /// The grants, in the order of declaration.
    pub grants: Vec<RuleWords>,
    /// The restrictions, in the order of declaration.
    pub restrictions: Vec<RuleWords>,
}

/// A grant or a restriction, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    /// Whom it is for; a restriction is for everybody.
    pub group: Option<&'static str>,
    /// The operations it is about, in the order of `CRUD`.
    pub ops: Vec<Op>,
    /// What has to hold of the record; nothing if it is about all of them.
    pub rule: Option<String>,
}

impl ModelRules {
    fn of<M>(access: &'static Access<M>) -> Self {
        let ops = |ops: super::Ops| Op::ALL.into_iter().filter(|op| ops.contains(*op)).collect();
        let grants = access.grants.iter().map(|grant| RuleWords {
            group: Some(grant.group.name()),
            ops: ops(grant.ops),
            rule: grant.rule.as_ref().map(words::of),
        });
        let restrictions = access.restrictions.iter().map(|restriction| RuleWords {
            group: None,
            ops: ops(restriction.ops),
            rule: Some(words::of(&restriction.rule)),
        });
        Self {
            name: access.name,
            description: access.description,
            grants: grants.collect(),
            restrictions: restrictions.collect(),
        }
    }
}
