//! All models of a program, gathered by the linker.

use std::fmt;

use super::{Access, Dialect, ModelAccess, Op, Outlook, outline, words};
use crate::Env;
use crate::group::GroupRef;

/// One model with access rules, wherever it is declared in the program.
pub struct ModelEntry {
    /// Asked when it is needed: what is wrong with a model is not said twice.
    name: fn() -> &'static str,
    rules: fn(Dialect) -> ModelRules,
    outlook: fn(Dialect, &Env, Op) -> Outlook,
    module: &'static str,
    file: &'static str,
    line: u32,
}

inventory::collect!(ModelEntry);

/// All models of the program that have access rules, by name and place.
#[must_use]
pub fn models() -> Vec<&'static ModelEntry> {
    let mut all = inventory::iter::<ModelEntry>().collect::<Vec<_>>();
    all.sort_by_key(|it| (it.name(), it.module, it.line));
    all
}

impl ModelEntry {
    pub(crate) const fn new<M: ModelAccess>(
        module: &'static str,
        file: &'static str,
        line: u32,
    ) -> Self {
        Self {
            name: || M::ACCESS.name,
            rules: |dialect| ModelRules::of(M::ACCESS, dialect),
            outlook: |dialect, env, op| M::ACCESS.explain_without_record(dialect, env, op),
            module,
            file,
            line,
        }
    }

    /// The name: that of its table.
    #[must_use]
    pub fn name(&self) -> &'static str {
        (self.name)()
    }

    /// What is declared of it; conditions in the SQL of `SQLite`.
    #[must_use]
    pub fn rules(&self) -> ModelRules {
        self.rules_in(Dialect::Sqlite)
    }

    /// What is declared of it, with conditions for this database.
    #[must_use]
    pub fn rules_in(&self, dialect: Dialect) -> ModelRules {
        (self.rules)(dialect)
    }

    /// What can be said of an env without a record, as
    /// [`explain_without_record`](super::explain_without_record) says it.
    #[must_use]
    pub fn outlook(&self, dialect: Dialect, env: &Env, op: Op) -> Outlook {
        (self.outlook)(dialect, env, op)
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
    /// The fields that not all may read, or write, who may the record; in the order of declaration.
    pub fields: Vec<FieldWords>,
}

/// A grant or a restriction, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    /// Whom it is for; a restriction is for everybody.
    pub group: Option<&'static str>,
    /// The same as a value: groups of two declarations may share a name.
    pub group_ref: Option<GroupRef>,
    /// The operations it is about, in the order of `CRUD`.
    pub ops: Vec<Op>,
    /// What has to hold of the record; nothing if it is about all of them.
    pub rule: Option<String>,
    /// The same in SQL to be read, with names in place of what the env gives:
    /// `"invoice"."salesperson_id" = :uid`.
    pub sql: Option<String>,
}

/// A field that some groups alone may read, or write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldWords {
    /// The name of the field.
    pub field: &'static str,
    /// Whether it is about writing; else it is about reading.
    pub write: bool,
    /// Who may; nobody if there is none.
    pub groups: Vec<GroupRef>,
}

impl ModelRules {
    fn of<M>(access: &'static Access<M>, dialect: Dialect) -> Self {
        let ops = |ops: super::Ops| Op::ALL.into_iter().filter(|op| ops.contains(*op)).collect();
        let sql = |rule| outline::of(rule, dialect, access.table.name);
        let grants = access.grants.iter().map(|grant| RuleWords {
            group: Some(grant.group.name()),
            group_ref: Some(grant.group),
            ops: ops(grant.ops),
            rule: grant.rule.as_ref().map(words::of),
            sql: grant.rule.as_ref().map(sql),
        });
        let restrictions = access.restrictions.iter().map(|restriction| RuleWords {
            group: None,
            group_ref: None,
            ops: ops(restriction.ops),
            rule: Some(words::of(&restriction.rule)),
            sql: Some(sql(&restriction.rule)),
        });
        Self {
            name: access.name,
            description: access.description,
            grants: grants.collect(),
            restrictions: restrictions.collect(),
            fields: fields(access),
        }
    }
}

fn fields<M>(access: &'static Access<M>) -> Vec<FieldWords> {
    let mut found = Vec::<((u32, bool), FieldWords)>::new();
    for grant in access.field_grants {
        let key = (grant.field, grant.write);
        let position = usize::try_from(grant.field).ok();
        let Some(field) = position.and_then(|it| access.fields.get(it)) else {
            continue;
        };
        if let Some((_, known)) = found.iter_mut().find(|(known, _)| *known == key) {
            known.groups.extend(grant.group);
            continue;
        }
        let words = FieldWords {
            field: field.field,
            write: grant.write,
            groups: grant.group.into_iter().collect(),
        };
        found.push((key, words));
    }
    found.sort_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, words)| words).collect()
}
