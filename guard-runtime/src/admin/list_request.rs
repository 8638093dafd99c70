//! What is asked of a list: which part, in which order, of which records.

use super::{FilterOp, FilterTerm, ListError};

/// The most records that one page of a list may have.
pub const MOST_PER_PAGE: u64 = 200;
const PER_PAGE: u64 = 25;
/// Of longer queries the address bars of some browsers keep a part.
const LONGEST_TEXT: usize = 1_000;

/// What is asked of a list, as the query string says it.
///
/// | parameter | meaning | default |
/// |---|---|---|
/// | `page` | which part, from 1 | 1 |
/// | `per_page` | how many records a part has, up to 200 | 25 |
/// | `sort` | fields in order, `-` for descending: `-due_on,number` | that of the page |
/// | `search` | a text that one of the searched fields contains | none |
/// | `filter.status` | the field has this value | none |
/// | `filter.total.at_least` | with one of the [operators](FilterOp) | none |
///
/// Each stands once. Anything else is 400: a filter that is not understood must not be dropped, or more is
/// shown than was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListRequest {
    /// Which part, from 1.
    pub page: u64,
    /// How many records a part has.
    pub per_page: u64,
    /// Fields in order; `true` for descending.
    pub sort: Vec<(String, bool)>,
    /// What one of the searched fields contains.
    pub search: Option<String>,
    /// The filters, in the order of the query string.
    pub filters: Vec<FilterTerm>,
}

impl ListRequest {
    /// Reads a query string.
    ///
    /// # Errors
    ///
    /// The first parameter that is unknown, stands twice or cannot be read.
    pub fn parse(query: &str) -> Result<Self, ListError> {
        let mut request = Self::default();
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if seen.contains(&name) {
                return Err(ListError::new(&name, "stands twice"));
            }
            if value.len() > LONGEST_TEXT {
                let why = format!("has more than {LONGEST_TEXT} bytes");
                return Err(ListError::new(&name, why));
            }
            request.take(&name, &value)?;
            seen.push(name);
        }
        Ok(request)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), ListError> {
        match name {
            "page" => self.page = number(name, value, u64::MAX / MOST_PER_PAGE)?,
            "per_page" => self.per_page = number(name, value, MOST_PER_PAGE)?,
            "sort" => self.sort = sort(name, value)?,
            // A form sends the fields that nothing was entered into, too.
            "search" => self.search = Some(value.to_owned()).filter(|it| !it.is_empty()),
            _ => {
                let Some(filter) = name.strip_prefix("filter.") else {
                    return Err(ListError::new(name, "is no parameter of a list"));
                };
                let (field, op) = filter.split_once('.').unwrap_or((filter, "is"));
                let known = FilterOp::ALL.iter().find(|(name, _)| *name == op);
                let Some((_, op)) = known else {
                    let names = FilterOp::ALL.map(|(name, _)| name).join(", ");
                    return Err(ListError::new(name, format!("expected one of {names}")));
                };
                self.filters.push(FilterTerm {
                    field: field.to_owned(),
                    op: *op,
                    value: value.to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Whether it asks for some of the records only.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.search.is_some() || !self.filters.is_empty()
    }

    pub(super) fn offset(&self) -> u64 {
        self.page.saturating_sub(1).saturating_mul(self.per_page)
    }

    /// How many parts there are.
    pub(super) fn parts(&self, total: u64) -> u64 {
        total.div_ceil(self.per_page.max(1)).max(1)
    }
}

impl Default for ListRequest {
    fn default() -> Self {
        Self {
            page: 1,
            per_page: PER_PAGE,
            sort: Vec::new(),
            search: None,
            filters: Vec::new(),
        }
    }
}

fn number(name: &str, value: &str, most: u64) -> Result<u64, ListError> {
    let number = value.parse().ok().filter(|it| (1..=most).contains(it));
    number.ok_or_else(|| ListError::new(name, format!("expected a number from 1 to {most}")))
}

fn sort(name: &str, value: &str) -> Result<Vec<(String, bool)>, ListError> {
    let mut fields = Vec::<(String, bool)>::new();
    for part in value.split(',') {
        let (field, descending) = match part.strip_prefix('-') {
            Some(field) => (field, true),
            None => (part, false),
        };
        if field.is_empty() || fields.iter().any(|(known, _)| known == field) {
            let why = "expected names of fields, each once: `-due_on,number`";
            return Err(ListError::new(name, why));
        }
        fields.push((field.to_owned(), descending));
    }
    Ok(fields)
}
