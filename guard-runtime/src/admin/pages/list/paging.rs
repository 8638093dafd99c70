//! The way through a list that is shown in parts.

use maud::{Markup, html};

use super::{List, query};
use crate::admin::ListRequest;
use crate::admin::pages::value::grouped;

const PER_PAGE: [u64; 3] = [25, 50, 100];

impl List<'_> {
    pub(super) fn paging(&self) -> Markup {
        let request = self.request;
        let total = self.listed.total;
        let last = request.parts(total);
        let path = self.asked.page.href();
        let at = |page: u64| {
            let there = ListRequest {
                page,
                ..request.clone()
            };
            format!("{path}{}", query::of(&there))
        };
        let of = |per_page: u64| {
            let there = ListRequest {
                page: 1,
                per_page,
                ..request.clone()
            };
            format!("{path}{}", query::of(&there))
        };
        let here = request.page;
        html! {
            nav.paging aria-label="Parts of the list" {
                p { (range(request, self.listed.records.len(), total)) }
                @if last > 1 {
                    p {
                        @if here > 1 {
                            a href=(at(1)) { "First" } " "
                            a href=(at(here - 1)) rel="prev" { "Previous" } " "
                        }
                        "Page " (grouped(here)) " of " (grouped(last))
                        @if here < last {
                            " " a href=(at(here + 1)) rel="next" { "Next" }
                            " " a href=(at(last)) { "Last" }
                        }
                    }
                }
                @if total > 25 {
                    p {
                        "Per page:"
                        @for per_page in PER_PAGE {
                            " " a href=(of(per_page)) aria-current=[(per_page == request.per_page).then_some("true")] { (per_page) }
                        }
                    }
                }
            }
        }
    }
}

/// `26–50 of 3,120`
fn range(request: &ListRequest, shown: usize, total: u64) -> String {
    let shown = u64::try_from(shown).unwrap_or(u64::MAX);
    let first = request.offset().saturating_add(1);
    let last = request.offset().saturating_add(shown);
    match shown {
        0 => format!("none of {}", grouped(total)),
        1 => format!("{} of {}", grouped(first), grouped(total)),
        _ => format!("{}–{} of {}", grouped(first), grouped(last), grouped(total)),
    }
}

#[cfg(test)]
mod tests {
    use super::range;
    use crate::admin::ListRequest;

    #[test]
    fn the_part_is_said() {
        for (query, shown, total, expected) in [
            ("", 25, 3_120, "1–25 of 3,120"),
            ("page=2&per_page=50", 50, 3_120, "51–100 of 3,120"),
            ("page=125", 20, 3_120, "3,101–3,120 of 3,120"),
            ("", 1, 1, "1 of 1"),
            ("page=3", 1, 51, "51 of 51"),
            ("page=9", 0, 51, "none of 51"),
        ] {
            let request = ListRequest::parse(query).unwrap();
            assert_eq!(range(&request, shown, total), expected, "{query}");
        }
    }
}
