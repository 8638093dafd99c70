//! The query strings of pages about access, read strictly.

use actix_web::http::StatusCode;

use super::super::link;
use super::super::stop::Stop;
use crate::admin::access::QueryError;

/// Of longer ones the address bars of some browsers keep a part.
const LONGEST: usize = 2_000;

/// The parameters of a query string, each once. A field of a form that is left empty is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Query(Vec<(String, String)>);

/// What a page is answered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Page,
    Csv,
    Json,
}

const FORMAT: &str = "format";

impl Query {
    /// Reads it; what the page does not know is an error and not ignored, as whoever misspells a filter
    /// would take all for a part.
    pub(super) fn read(text: &str, known: &[&str]) -> Result<Self, Stop> {
        if text.len() > LONGEST {
            return Err(wrong("query", &format!("longer than {LONGEST} bytes")));
        }
        let mut all = Vec::<(String, String)>::new();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            if !known.contains(&&*name) && name != FORMAT {
                return Err(wrong(&name, "there is no such parameter"));
            }
            if all.iter().any(|(it, _)| *it == name) {
                return Err(wrong(&name, "stands twice"));
            }
            // What was no UTF-8 has become this character, and would be taken for something else.
            if value.contains(['\0', char::REPLACEMENT_CHARACTER]) {
                return Err(wrong(&name, "no text"));
            }
            all.push((name.into_owned(), value.into_owned()));
        }
        all.retain(|(_, value)| !value.is_empty());
        Ok(Self(all))
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.0.iter();
        let (_, value) = all.find(|(known, _)| known == name)?;
        Some(value)
    }

    /// A whole number, counted from one.
    pub(super) fn number(&self, name: &str) -> Result<Option<u64>, Stop> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        let number = text.parse::<u64>().ok().filter(|it| *it < 1 << 32);
        let number = number.filter(|it| it.to_string() == text);
        let number = number.ok_or_else(|| wrong(name, "no number that is meant here"))?;
        Ok(Some(number))
    }

    /// As what it is asked for, of those that the page has.
    pub(super) fn format(&self, has: &[Format]) -> Result<Format, Stop> {
        let format = match self.get(FORMAT) {
            None => return Ok(Format::Page),
            Some("csv") => Format::Csv,
            Some("json") => Format::Json,
            Some(_) => return Err(wrong(FORMAT, "this page has no such format")),
        };
        if has.contains(&format) {
            return Ok(format);
        }
        Err(wrong(FORMAT, "this page has no such format"))
    }

    /// The same without these parameters.
    pub(super) fn without(&self, names: &[&str]) -> Self {
        let rest = self.0.iter();
        let rest = rest.filter(|(name, _)| !names.contains(&name.as_str()));
        Self(rest.cloned().collect())
    }

    /// The same without the format: what is asked.
    pub(super) fn asked(&self) -> Self {
        self.without(&[FORMAT])
    }

    pub(super) fn with(&self, name: &str, value: &str) -> Self {
        let mut more = self.without(&[name]);
        more.0.push((name.to_owned(), value.to_owned()));
        more
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it stands in a link, with the question mark.
    pub(super) fn link(&self) -> String {
        match self.text() {
            text if text.is_empty() => text,
            text => format!("?{text}"),
        }
    }

    pub(super) fn text(&self) -> String {
        let pairs = self.0.iter();
        link::query(pairs.map(|(name, value)| (&**name, &**value)))
    }
}

/// 400, with the parameter.
pub(super) fn wrong(name: &str, why: &str) -> Stop {
    // It may be of any length, and goes into the answer.
    let name = name.chars().take(80).collect::<String>();
    refused(format!("`{}`: {why}", name.escape_debug()))
}

pub(super) fn refused(why: String) -> Stop {
    let title = "This cannot be asked so";
    Stop::Request(StatusCode::BAD_REQUEST, title, why)
}

impl From<QueryError> for Stop {
    fn from(error: QueryError) -> Self {
        refused(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Query};

    #[test]
    fn what_is_not_known_is_no_question() {
        for (text, is_read) in [
            ("", true),
            ("model=note&group=", true),
            ("model=note&format=csv", true),
            ("modle=note", false),
            ("model=", true),
            ("model=a&model=a", false),
            ("model=&model=a", false),
            ("model=%00", false),
            ("model=%ff", false),
            ("format=csv&format=json", false),
        ] {
            let read = Query::read(text, &["model", "group"]);
            assert_eq!(read.is_ok(), is_read, "{text}");
        }
        let long = format!("model={}", "a".repeat(2_000));
        assert!(Query::read(&long, &["model"]).is_err());
    }

    #[test]
    fn links_keep_what_is_asked() {
        let query = Query::read("model=a%26b&group=&format=csv", &["model", "group"]).unwrap();
        assert_eq!(query.format(&[Format::Csv]).unwrap(), Format::Csv);
        assert!(query.format(&[Format::Json]).is_err());
        assert_eq!(query.asked().link(), "?model=a%26b");
        assert_eq!(query.asked().with("page", "2").text(), "model=a%26b&page=2");
        assert_eq!(query.without(&["model", "format"]).link(), "");
    }

    #[test]
    fn numbers_have_one_text() {
        for (text, expected) in [
            ("page=7", Some(Some(7))),
            ("", Some(None)),
            ("page=07", None),
            ("page=-1", None),
            ("page=%2B1", None),
            ("page=99999999999", None),
        ] {
            let query = Query::read(text, &["page"]).unwrap();
            assert_eq!(query.number("page").ok(), expected, "{text}");
        }
    }
}
