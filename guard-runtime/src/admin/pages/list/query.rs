//! Queries of lists: as links write them, and as the form sends them.

use crate::admin::objects::Field;
use crate::admin::pages::link;
use crate::admin::{FilterOp, ListError, ListRequest};
use crate::model::FieldSet;

/// With the question mark; nothing where all is as if nothing was asked.
pub(super) fn of(request: &ListRequest) -> String {
    let usual = ListRequest::default();
    let (page, per_page) = (request.page.to_string(), request.per_page.to_string());
    let sort = sort(request);
    let mut pairs = Vec::new();
    if request.page != usual.page {
        pairs.push(("page".to_owned(), page));
    }
    if request.per_page != usual.per_page {
        pairs.push(("per_page".to_owned(), per_page));
    }
    if !sort.is_empty() {
        pairs.push(("sort".to_owned(), sort));
    }
    if let Some(search) = &request.search {
        pairs.push(("search".to_owned(), search.clone()));
    }
    for term in &request.filters {
        pairs.push((term.parameter(), term.value.clone()));
    }
    if pairs.is_empty() {
        return String::new();
    }
    let pairs = pairs.iter().map(|(name, value)| (&**name, &**value));
    format!("?{}", link::query(pairs))
}

/// The same with amounts of money as they are stored: people write them as they read them. What the user may
/// not read is refused later, whatever it is compared with.
pub(super) fn stored(
    request: &ListRequest,
    fields: &[Field],
    readable: &FieldSet,
) -> Result<ListRequest, ListError> {
    let mut request = request.clone();
    for term in &mut request.filters {
        let mut known = (0..).zip(fields);
        let known = known.find(|(at, it)| it.name == term.field && readable.has(*at));
        let money = known.and_then(|(_, it)| it.money);
        let is_amount = term.op != FilterOp::IsEmpty && !term.value.is_empty();
        if let Some(money) = money.filter(|_| is_amount) {
            let amount = money.read(&term.value);
            let amount = amount.map_err(|why| ListError::new(&term.parameter(), why))?;
            term.value = amount.to_string();
        }
    }
    Ok(request)
}

/// The order as the parameter writes it.
pub(super) fn sort(request: &ListRequest) -> String {
    let fields = request.sort.iter().map(|(field, descending)| {
        let sign = if *descending { "-" } else { "" };
        format!("{sign}{field}")
    });
    fields.collect::<Vec<_>>().join(",")
}

/// The query of a form in which operators and values are fields of their own, written as links do it; nothing
/// for what no such form has sent. A field into which nothing was entered is no filter; anything that is not
/// understood goes on as it is, to be refused.
pub(super) fn of_form(query: &str) -> Option<String> {
    let mut terms = Vec::<(String, String, Option<String>)>::new();
    let mut others = Vec::new();
    let mut is_form = false;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if let Some(field) = name.strip_prefix("how.") {
            is_form = true;
            terms.push((field.to_owned(), value.into_owned(), None));
        } else if let Some(field) = name.strip_prefix("with.") {
            is_form = true;
            let mut open = terms.iter_mut().rev();
            match open.find(|(of, _, with)| of == field && with.is_none()) {
                Some((.., with)) => *with = Some(value.into_owned()),
                None => terms.push((field.to_owned(), "is".into(), Some(value.into_owned()))),
            }
        } else if name != "search" || !value.is_empty() {
            others.push((name.into_owned(), value.into_owned()));
        }
    }
    let terms = terms.into_iter().filter_map(|(field, how, with)| {
        let (how, with) = match &*how {
            "empty" => ("is_empty", "true".to_owned()),
            "filled" => ("is_empty", "false".to_owned()),
            how => (how, with.filter(|it| !it.is_empty())?),
        };
        Some((format!("filter.{field}.{how}"), with))
    });
    others.extend(terms);
    let pairs = others.iter().map(|(name, value)| (&**name, &**value));
    is_form.then(|| link::query(pairs))
}

#[cfg(test)]
mod tests {
    use super::{of, of_form};
    use crate::admin::ListRequest;

    #[test]
    fn links_say_what_they_were_read_from() {
        for query in [
            "",
            "?page=2&per_page=50&sort=-a%2Cb&search=x+%26y&filter.a=1&filter.b.at_least=2",
            "?filter.a.is_empty=true",
        ] {
            let request = ListRequest::parse(query.trim_start_matches('?')).unwrap();
            assert_eq!(of(&request), query);
        }
    }

    #[test]
    fn a_form_becomes_a_link() {
        for (form, link) in [
            ("page=2&search=x", None),
            ("search=&how.a=is&with.a=", Some("")),
            (
                "how.a=at_least&with.a=1&how.a=at_most&with.a=9",
                Some("filter.a.at_least=1&filter.a.at_most=9"),
            ),
            (
                "how.a=empty&with.a=7&how.b=filled",
                Some("filter.a.is_empty=true&filter.b.is_empty=false"),
            ),
            ("sort=-a&with.a=1", Some("sort=-a&filter.a.is=1")),
        ] {
            assert_eq!(of_form(form).as_deref(), link, "{form}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused_and_not_dropped() {
        for form in [
            "how.a=drop&with.a=1",
            "how.a=is&with.a=1&x=2",
            "how.a=is&with.a=1&how.a=is&with.a=2",
        ] {
            let link = of_form(form).unwrap();
            assert!(ListRequest::parse(&link).is_err(), "{form} → {link}");
        }
    }
}
