//! Which row of one list is which row of the other.

use std::collections::BTreeMap;

use super::GateRow;

/// Rows that are the same gate, before and after; then those that only one list has.
pub(super) struct Pairs<'a> {
    pub(super) both: Vec<(&'a GateRow, &'a GateRow)>,
    pub(super) removed: Vec<&'a GateRow>,
    pub(super) added: Vec<&'a GateRow>,
}

/// Pairs rows by what they are called; what is left, by less and less. A handler that was renamed
/// or moved is then still compared with itself.
pub(super) fn pair<'a>(before: &'a [GateRow], after: &'a [GateRow]) -> Pairs<'a> {
    let mut pairs = Pairs {
        both: Vec::new(),
        removed: before.iter().collect(),
        added: after.iter().collect(),
    };
    pairs.sort_by_line();
    pairs.by(|row| Some(format!("{} {} {}", name(row), row.routes_text(), row.place)));
    pairs.by(|row| has_name(row).then(|| format!("{} {}", name(row), row.place)));
    pairs.by(|row| has_name(row).then(|| name(row)));
    pairs.by(|row| (!row.routes.is_empty()).then(|| row.routes_text()));
    pairs
}

/// A layer is known by its file.
fn name(row: &GateRow) -> String {
    if has_name(row) {
        row.full_name()
    } else {
        row.file.clone()
    }
}

fn has_name(row: &GateRow) -> bool {
    !row.handler.is_empty()
}

impl<'a> Pairs<'a> {
    /// Rows of one name are counted in the order of their lines, whatever they demand.
    fn sort_by_line(&mut self) {
        for rows in [&mut self.removed, &mut self.added] {
            rows.sort_by_key(|row| (row.file.as_str(), row.line));
        }
    }

    fn by(&mut self, key: impl Fn(&GateRow) -> Option<String>) {
        let mut groups = BTreeMap::<_, (Vec<_>, Vec<_>)>::new();
        let is_known = |row: &mut &GateRow| key(row).is_some();
        for row in self.removed.extract_if(.., is_known) {
            groups.entry(key(row)).or_default().0.push(row);
        }
        for row in self.added.extract_if(.., is_known) {
            groups.entry(key(row)).or_default().1.push(row);
        }
        for (before, after) in groups.into_values() {
            self.align(&before, &after);
        }
        self.sort_by_line();
    }

    /// Pairs rows of one name. Equal ones at both ends belong together, so that one more or one
    /// less shifts no other; between them the order counts, so that an exchange shows.
    fn align(&mut self, before: &[&'a GateRow], after: &[&'a GateRow]) {
        let equal = |(one, other): &(&&GateRow, &&GateRow)| one.requirement == other.requirement;
        let start = before.iter().zip(after).take_while(equal).count();
        let (head, before) = before.split_at(start);
        let (same, after) = after.split_at(start);
        self.both
            .extend(head.iter().copied().zip(same.iter().copied()));

        let ends = before.iter().rev().zip(after.iter().rev());
        let end = ends.take_while(equal).count();
        let (before, tail) = before.split_at(before.len() - end);
        let (after, same) = after.split_at(after.len() - end);
        self.both
            .extend(tail.iter().copied().zip(same.iter().copied()));

        let paired = before.len().min(after.len());
        self.both
            .extend(before.iter().copied().zip(after.iter().copied()));
        self.removed.extend(before.iter().skip(paired));
        self.added.extend(after.iter().skip(paired));
    }
}
