//! One hop to related rows.

use std::fmt;

use super::Kleene;
use super::bind::bind;
use super::bound::Bound;
use super::column::Column;
use super::datum::Datum;
use super::explain::{Lowered, Lowering, Of};
#[cfg(feature = "sea-orm")]
use super::look::{Join, Looked};
use super::outline::Outline;
use super::rows::Rows;
use super::rule::Rule;
use super::sql::Writer;
use super::table::Table;
use crate::Env;

/// What a rule says of related rows, whatever model they are of.
pub trait Hop<M>: Send + Sync {
    /// With the values of an env; the negation of it if it is not `wanted`.
    #[doc(hidden)]
    fn bind(&self, env: &Env, wanted: bool) -> Box<dyn BoundHop<M>>;
    /// In words; the negation of it if it is not `wanted`.
    #[doc(hidden)]
    fn words(&self, wanted: bool) -> String;
    /// As SQL to be read; the negation of it if it is not `wanted`.
    #[doc(hidden)]
    fn outline(&self, wanted: bool, outline: &mut Outline<'_>);
    /// Notes what it looks at.
    #[doc(hidden)]
    #[cfg(feature = "sea-orm")]
    fn look(&self, looked: &mut Looked);
    /// Taken apart, to explain it.
    #[doc(hidden)]
    fn lower(&self, of: Of<'_, M>, wanted: bool, lowering: &mut Lowering<'_>) -> Lowered;
}

/// The same for one env.
pub trait BoundHop<M>: Send + Sync {
    #[doc(hidden)]
    fn test(&self, row: &M, rows: &Rows) -> Kleene;
    #[doc(hidden)]
    fn write(&self, writer: &mut Writer<'_>);
}

/// A relation to rows of another model, and what is said of them.
pub struct Relation<M: 'static, O: 'static> {
    /// How rules call it.
    pub(crate) name: &'static str,
    /// Whether `any` row suffices; else it is a statement about the one there is.
    pub(crate) any: bool,
    pub(crate) ours: &'static Column<M>,
    pub(crate) table: &'static Table,
    pub(crate) theirs: &'static Column<O>,
    pub(crate) rule: Rule<O>,
}

impl<M, O: Send + Sync> Hop<M> for Relation<M, O> {
    fn bind(&self, env: &Env, wanted: bool) -> Box<dyn BoundHop<M>> {
        // Of many rows, that none is so has to be known of each of them.
        let rule = bind(&self.rule, env, wanted);
        Box::new(BoundRelation {
            ours: self.ours,
            table: self.table,
            theirs: self.theirs,
            rule,
            each: self.any && !wanted,
            any: self.any,
        })
    }

    fn words(&self, wanted: bool) -> String {
        super::words::related(self, wanted)
    }

    fn outline(&self, wanted: bool, outline: &mut Outline<'_>) {
        let each = self.any && !wanted;
        if each {
            outline.push("NOT ");
        }
        outline.related((self.ours, self.table, self.theirs), |outline| {
            if each {
                outline.push("(");
            }
            outline.rule(&self.rule, wanted);
            if each {
                outline.push(") IS NOT TRUE");
            }
        });
    }

    #[cfg(feature = "sea-orm")]
    fn look(&self, looked: &mut Looked) {
        let mut inner = Looked::default();
        inner.add(&self.rule);
        looked.joins.push(Join {
            ours: self.ours.name,
            table: *self.table,
            theirs: self.theirs.name,
            many: self.any,
            looked: inner,
        });
    }

    fn lower(&self, of: Of<'_, M>, wanted: bool, lowering: &mut Lowering<'_>) -> Lowered {
        lowering.relation(self, of, wanted)
    }
}

struct BoundRelation<M: 'static, O: 'static> {
    ours: &'static Column<M>,
    table: &'static Table,
    theirs: &'static Column<O>,
    rule: Bound<O>,
    /// Whether the rule has to hold of each related row; else of one of them.
    each: bool,
    /// Whether there may be none.
    any: bool,
}

impl<M, O: Send + Sync> BoundHop<M> for BoundRelation<M, O> {
    fn test(&self, row: &M, rows: &Rows) -> Kleene {
        let Some(others) = rows.of::<O>() else {
            return Kleene::Unknown;
        };
        let key = Datum::of(self.ours.value(row));
        let related = others.iter().filter(|other| {
            let theirs = self.theirs.value(other);
            let ordering = key.as_ref().and_then(|key| key.compare(theirs));
            ordering.is_some_and(std::cmp::Ordering::is_eq)
        });
        let mut truths = related.map(|other| self.rule.test(other, rows));
        if self.each {
            return truths.fold(Kleene::True, Kleene::and);
        }
        let found = truths.next();
        match found {
            None if self.any => Kleene::False,
            None => Kleene::Unknown,
            Some(first) => truths.fold(first, Kleene::or),
        }
    }

    fn write(&self, writer: &mut Writer<'_>) {
        writer.push(if self.each {
            "NOT EXISTS (SELECT 1 FROM "
        } else {
            "EXISTS (SELECT 1 FROM "
        });
        let inner = writer.related(self.table);
        writer.push(" WHERE ");
        writer.joined_by(inner, self.theirs, self.ours);
        writer.push(" AND ");
        writer.within(inner, |writer| {
            if self.each {
                writer.push("(");
                writer.rule(&self.rule);
                writer.push(") IS NOT TRUE");
            } else {
                writer.rule(&self.rule);
            }
        });
        writer.push(")");
    }
}

impl<M, O> fmt::Debug for Relation<M, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
