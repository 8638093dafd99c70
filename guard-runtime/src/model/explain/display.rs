//! Explanations as a few lines for people.

use std::fmt;

use super::explanation::{ExplainedGrant, ExplainedRule, Explanation, Side, Statement, yes_or_no};
use super::outlook::{Outlook, Reach};
use super::seen::Seen;
use super::smallest::SmallestChange;

/// Of many related rows, this many are told.
const TOLD: usize = 3;

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answer = if self.allowed { "allowed" } else { "denied" };
        write!(f, "{}: {} is {answer}", self.model, self.op)?;
        if let Some(reason) = &self.elevation {
            write!(f, "\n  the rules are lifted: {reason}")?;
        }
        for grant in &self.grants {
            of_grant(grant, f)?;
        }
        for rule in &self.restrictions {
            write!(f, "\n  restriction {}", rule.rule.words)?;
            of_rule(rule, f)?;
        }
        match &self.smallest_change {
            SmallestChange::None => Ok(()),
            change => write!(f, "\n{change}"),
        }
    }
}

impl fmt::Display for Outlook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answer = match self.reach {
            Reach::Nothing => "is denied for every record",
            Reach::Depends => "depends on the record",
            Reach::Everything => "is allowed for every record",
        };
        write!(f, "{}: {} {answer}", self.model, self.op)?;
        if let Some(reason) = &self.elevation {
            write!(f, "\n  the rules are lifted: {reason}")?;
        }
        for grant in &self.grants {
            begin(grant.group, grant.held, f)?;
            if let Some(rule) = &grant.rule {
                write!(f, ", where {}", rule.words)?;
            }
        }
        for rule in &self.restrictions {
            write!(f, "\n  restriction {}", rule.words)?;
        }
        Ok(())
    }
}

/// A line for each way.
impl fmt::Display for SmallestChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("no change is needed"),
            Self::OneOf { ways } => {
                let mut begin = "smallest change: ";
                for way in ways {
                    let way = way.iter().map(ToString::to_string);
                    let way = way.collect::<Vec<_>>().join(", and ");
                    write!(f, "{begin}{way}")?;
                    begin = "\n  or: ";
                }
                Ok(())
            }
            Self::Impossible { reasons } => {
                write!(f, "no change would allow it: {}", reasons.join("; "))
            }
            Self::Unknown { reason } => write!(f, "smallest change: not known, {reason}"),
        }
    }
}

fn begin(group: &str, held: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let held = if held { "is in it" } else { "is not in it" };
    write!(f, "\n  grant to {group} (the user {held})")
}

fn of_grant(grant: &ExplainedGrant, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    begin(grant.group, grant.held, f)?;
    match &grant.rule {
        None => Ok(()),
        Some(rule) => {
            write!(f, ", where {}", rule.rule.words)?;
            of_rule(rule, f)
        }
    }
}

fn of_rule(rule: &ExplainedRule, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, ": {}", yes_or_no(rule.truth))?;
    if rule.truth.is_true() {
        return Ok(());
    }
    let mut told = Vec::new();
    for statement in rule.statements.iter().filter(|it| !it.truth.is_true()) {
        let line = line(statement);
        if !line.is_empty() && !told.contains(&line) {
            write!(f, "\n    {line}")?;
            told.push(line);
        }
        of_rows(statement, f)?;
    }
    Ok(())
}

/// What stands on the sides of a statement.
fn line(statement: &Statement) -> String {
    let sides = statement.sides.iter().map(Side::to_string);
    let parts = sides.chain(statement.remark.clone());
    parts.collect::<Vec<_>>().join(", ")
}

/// What stands in related rows that a statement does not hold of, a line for each.
fn of_rows(statement: &Statement, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let rows = statement.rows.iter().filter(|it| !it.truth.is_true());
    for row in rows.clone().take(TOLD) {
        let mut told = Vec::new();
        for statement in row.statements.iter().filter(|it| !it.truth.is_true()) {
            let line = line(statement);
            if !line.is_empty() && !told.contains(&line) {
                told.push(line);
            }
        }
        write!(f, "\n      {}", told.join(", "))?;
    }
    match rows.count().saturating_sub(TOLD) {
        0 => Ok(()),
        more => write!(f, "\n      and {more} more rows"),
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is = match &self.value {
            Seen::List(_) => "are",
            _ => "is",
        };
        write!(f, "{} {is} {}", self.name, self.value)
    }
}
