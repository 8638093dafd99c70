//! What was done, said once on the page that is shown next.

/// One of a few sentences: a link of somebody else's must not put words into our mouth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Created,
    Saved,
    Changed,
    Deleted,
    SignedOut,
    ViewEnded,
}

/// The parameter of the query.
const NAME: &str = "said";

impl Said {
    const ALL: [(&'static str, Self); 6] = [
        ("created", Self::Created),
        ("saved", Self::Saved),
        ("changed", Self::Changed),
        ("deleted", Self::Deleted),
        ("signed-out", Self::SignedOut),
        ("view-ended", Self::ViewEnded),
    ];

    /// The sentence.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Created => "Created.",
            Self::Saved => "Saved.",
            Self::Changed => "Changed.",
            Self::Deleted => "Deleted.",
            Self::SignedOut => "You are signed out.",
            Self::ViewEnded => "You see the site as yourself again.",
        }
    }

    /// The path, with this to be said there.
    pub(super) fn at(self, path: &str) -> String {
        let named = Self::ALL.iter().find(|(_, it)| *it == self);
        let word = named.map_or("", |(word, _)| word);
        format!("{path}?{NAME}={word}")
    }

    /// Takes it out of a query. A word that is not known says nothing; a second one stays.
    pub(super) fn take(query: &str) -> (Option<Self>, String) {
        let mut said = None;
        let mut is_taken = false;
        let mut rest = Vec::new();
        for pair in query.split('&').filter(|it| !it.is_empty()) {
            match pair.split_once('=') {
                Some((NAME, word)) if !is_taken => {
                    is_taken = true;
                    let known = Self::ALL.iter().find(|(known, _)| *known == word);
                    said = known.map(|(_, said)| *said);
                }
                _ => rest.push(pair),
            }
        }
        (said, rest.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn only_known_words_are_said() {
        for (_, said) in Said::ALL {
            let path = said.at("/admin/notes");
            let (_, query) = path.split_once('?').unwrap();
            assert_eq!(Said::take(query), (Some(said), String::new()));
        }
        for query in [
            "said=Your account is closed",
            "said=",
            "said=Saved",
            "said=%73aved",
        ] {
            assert_eq!(Said::take(query), (None, String::new()), "{query}");
        }
    }

    #[test]
    fn the_rest_of_the_query_stays() {
        let (said, rest) = Said::take("page=2&said=saved&sort=-a&&said=deleted&saidx=1&said");
        assert_eq!(said, Some(Said::Saved));
        assert_eq!(rest, "page=2&sort=-a&said=deleted&saidx=1&said");
    }
}
