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

/// How many characters to insert, remove or replace to turn `from` into `to` (Levenshtein).
fn edits(from: &str, to: &str) -> usize {
    let to = to.chars().collect::<Vec<_>>();
    let mut row = (0..=to.len()).collect::<Vec<_>>();
    for (above_first, a) in from.chars().enumerate() {
        let mut diagonal = above_first;
        let mut left = above_first + 1;
        let mut next = vec![left];
        for (b, above) in to.iter().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(a != *b))
                .min(above + 1)
                .min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
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
