//! What has changed, for people: what widened first, and loud.

use std::fmt;

use super::{Effect, GateChange, GateDiff, GateRow};

impl Effect {
    fn heading(self) -> &'static str {
        match self {
            Self::Widened => "WIDENED: lets in more than before",
            Self::Incomparable => "WIDENED AND NARROWED: lets in others than before",
            Self::Unknown => "CANNOT TELL, so taken as WIDENED: too many groups and roles",
            Self::Uncovered => "A LAYER IS GONE: what it covered has lost a gate",
            Self::Opened => "NEW AND OPEN to everybody",
            Self::Narrowed => "narrowed: lets in less than before",
            Self::Added => "new",
            Self::Removed => "removed: the handler is gone, or its gate",
            Self::Equivalent => "moved or rewritten: lets in the same as before",
        }
    }
}

impl fmt::Display for GateDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("no gate has changed\n");
        }
        let mut last = None;
        for change in self.changes() {
            if last != Some(change.effect) {
                let separator = if last.is_some() { "\n" } else { "" };
                writeln!(f, "{separator}{}", change.effect.heading())?;
                last = Some(change.effect);
            }
            change.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for GateChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => {
                writeln!(f, "  {}", Subject(after))?;
                let (was, is) = (Subject(before).name(), Subject(after).name());
                if was != is || before.place != after.place {
                    writeln!(f, "    was called {was} ({})", before.place)?;
                } else if before.file != after.file {
                    writeln!(f, "    stood in {}", before.file)?;
                }
                writeln!(f, "    before  {}", before.requirement)?;
                writeln!(f, "    now     {}", after.requirement)?;
            }
            (Some(row), None) | (None, Some(row)) => {
                writeln!(f, "  {}\n    demands {}", Subject(row), row.requirement)?;
            }
            (None, None) => {}
        }
        if let Some(caller) = &self.lets_in {
            writeln!(f, "    lets in, for example: {caller}")?;
        }
        if let Some(caller) = &self.keeps_out {
            writeln!(f, "    keeps out, for example: {caller}")?;
        }
        Ok(())
    }
}

/// `orders::list, GET /orders (attribute, src/orders.rs:7)`
struct Subject<'a>(&'a GateRow);

impl Subject<'_> {
    fn name(&self) -> String {
        let (name, routes) = (self.0.full_name(), self.0.routes_text());
        match (name.is_empty(), routes.is_empty()) {
            (true, _) => "a layer".to_owned(),
            (false, true) => name,
            (false, false) => format!("{name}, {routes}"),
        }
    }
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({}, {})",
            self.name(),
            self.0.place,
            self.0.location()
        )
    }
}
