//! What an operation demands, as a sentence.

use std::collections::BTreeSet;

use super::demand::{Callers, Demand};
use crate::gate::Requirement;

const ANONYMOUS: &str = "Open to everybody.";
const EVERYBODY: &str = "Open to everybody; signing in is optional.";
const NOBODY: &str = "Nobody may call this.";
const REQUIRED: &str = "Required permissions: ";

/// One paragraph of Markdown.
pub(super) fn sentence(demand: &Demand) -> String {
    match demand.callers() {
        Callers::Anonymous => return ANONYMOUS.to_owned(),
        Callers::Everybody => return EVERYBODY.to_owned(),
        Callers::Nobody => return NOBODY.to_owned(),
        Callers::With(_) => {}
    }
    let conjuncts = demand.conjuncts();
    let alone = conjuncts.len() == 1;
    let texts = conjuncts.into_iter().map(|it| words(it, alone));
    let texts = texts.collect::<BTreeSet<_>>().into_iter();
    let texts = texts.collect::<Vec<_>>().join(", ");
    format!("{REQUIRED}{texts}.")
}

/// Whether a paragraph is such a sentence, of this demand or of another one.
pub(crate) fn is_of_ours(paragraph: &str) -> bool {
    [ANONYMOUS, EVERYBODY, NOBODY].contains(&paragraph) || paragraph.starts_with(REQUIRED)
}

/// `` `a` or (`b` and `c`) ``; in brackets unless it stands alone.
fn words(requirement: &Requirement, alone: bool) -> String {
    let (parts, conjunction) = match requirement {
        Requirement::All(parts) => (parts, " and "),
        Requirement::Any(parts) => (parts, " or "),
        atom => return format!("`{atom}`"),
    };
    let words = parts.iter().map(|part| words(part, false));
    let words = words.collect::<BTreeSet<_>>().into_iter();
    let text = words.collect::<Vec<_>>().join(conjunction);
    if alone { text } else { format!("({text})") }
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::docs::openapi::demand::Demand;
    use crate::gate::Requirement::{self, All, Any, Internal, NoAuth, Public, SignedIn, User};

    #[test]
    fn sentences() {
        for (gates, expected) in [
            (&[&User][..], "Required permissions: `user`."),
            (
                &[&User, &Internal, &User],
                "Required permissions: `internal`, `user`.",
            ),
            (
                &[&Any(&[&User, &All(&[&SignedIn, &Internal])])],
                "Required permissions: (`internal` and `signed_in`) or `user`.",
            ),
            (
                &[&SignedIn, &Any(&[&User, &Internal])],
                "Required permissions: (`internal` or `user`), `signed_in`.",
            ),
            (
                &[&User, &Any(&[&Public, &Internal])],
                "Required permissions: `user`.",
            ),
            (&[&Public], "Open to everybody; signing in is optional."),
            (
                &[&Public, &NoAuth],
                "Open to everybody; signing in is optional.",
            ),
            (&[&NoAuth], "Open to everybody."),
            (&[&Any(&[])], "Nobody may call this."),
        ] as [(&[&'static Requirement], &str); 9]
        {
            let demand = Demand::of(gates.iter().copied());
            assert_eq!(sentence(&demand), expected);
        }
    }
}
