//! The cells of the matrix.

use maud::{Markup, html};

use crate::admin::access::{Allowed, CellGrant, MatrixCell, RuleSql};

/// What a group may do: in words, so that no colour is needed to see it.
pub(super) fn cell(cell: &MatrixCell) -> Markup {
    html! {
        td data-allowed=(cell.allowed.name()) {
            @match cell.allowed {
                Allowed::No => span.none { "no" },
                Allowed::Yes => {
                    strong { "yes" } " "
                    @if let Some(all) = all(cell) { (mark(&all.via)) }
                }
                Allowed::Where => {
                    @for (at, grant) in cell.grants.iter().enumerate() {
                        @if at > 0 { div.or { "or" } }
                        @match &grant.rule {
                            Some(rule) => { "where " (self::rule(rule)) },
                            None => "all that the rules for everybody leave",
                        }
                        " " (mark(&grant.via))
                    }
                }
            }
        }
    }
}

/// The grant of all records that is nearest.
fn all(cell: &MatrixCell) -> Option<&CellGrant> {
    let all = cell.grants.iter().filter(|it| it.rule.is_none());
    all.min_by_key(|it| it.via.len())
}

/// Whether it is a group's own, or by which groups it comes.
pub(super) fn mark(via: &[&str]) -> Markup {
    html! {
        @if via.is_empty() { span.mark { "own" } }
        @else { span.mark.inherited { "inherited from " (via.join(" › ")) } }
    }
}

/// In words; in SQL for those who want to know exactly.
pub(super) fn rule(rule: &RuleSql) -> Markup {
    html! {
        (rule.words)
        details { summary { "SQL" } pre tabindex="0" { code { (rule.sql) } } }
    }
}
