//! The nearest known name, for "did you mean".

/// The candidate nearest to `asked`, if one is near enough to be a likely typo.
pub(crate) fn closest<'a>(
    asked: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = asked.chars().count().max(3) / 3;
    let asked = asked.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (edits(&asked, &candidate.to_lowercase()), candidate))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// How many characters to insert, remove, replace or swap with their neighbour to turn `from` into
/// `to` (optimal string alignment).
fn edits(from: &str, to: &str) -> usize {
    let to = to.chars().collect::<Vec<_>>();
    let mut above = (0..=to.len()).collect::<Vec<_>>();
    let mut two_above = Vec::new();
    let mut previous = None;
    for (row, a) in from.chars().enumerate() {
        let mut left = row + 1;
        let mut current = vec![left];
        for (column, b) in to.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
            let mut least = (at(&above, column) + usize::from(a != *b))
                .min(at(&above, column + 1) + 1)
                .min(left + 1);
            if let Some(before) = column.checked_sub(1)
                && previous == Some(*b)
                && to.get(before) == Some(&a)
            {
                least = least.min(at(&two_above, before).saturating_add(1));
            }
            left = least;
            current.push(left);
        }
        two_above = std::mem::replace(&mut above, current);
        previous = Some(a);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{closest, edits};

    #[test]
    fn counts_edits() {
        for (a, b, count) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("flaw", "lawn", 2),
            ("salse", "sales", 1),
            ("ab", "ba", 1),
        ] {
            assert_eq!(edits(a, b), count, "{a} -> {b}");
            assert_eq!(edits(b, a), count, "{b} -> {a}");
        }
    }

    #[test]
    fn suggests_likely_typos_only() {
        let groups = ["sales_user", "sales_manager", "auditor"];
        assert_eq!(closest("sales_usr", groups), Some("sales_user"));
        assert_eq!(closest("Auditor", groups), Some("auditor"));
        assert_eq!(closest("warehouse", groups), None);
    }
}
