//! What is said of grants and restrictions.

use proc_macro2::{Ident, Span, TokenTree};
use syn::Error;

use crate::diagnostics::with_help;
use crate::model::Grant;

const FORM: &str =
    "write `grant(sales_user, CRU)`, or `grant(sales_user, CRU, where owner_id == env.uid)`";
const RESTRICT: &str = "write `restrict(env.cids.contains(company_id))`, or `restrict(UD, !archived)` for \
                        some operations";

pub(crate) fn empty(word: &Ident) -> Error {
    with_help(word.span(), "`grant` names no group", FORM)
}

pub(crate) fn expected_group(at: Span) -> Error {
    let help = "name one group; for several, write a grant for each";
    with_help(at, "expected a group", help)
}

pub(crate) fn expected_ops(at: Span, group: Option<&Ident>) -> Error {
    let help = match group {
        Some(group) => format!("write letters of `CRUD` behind the group: `grant({group}, R)`"),
        None => FORM.to_owned(),
    };
    with_help(at, "expected operations", help)
}

pub(crate) fn expected_where(at: Span, item: &[TokenTree]) -> Error {
    let help = match item {
        [TokenTree::Ident(word), ..] if word == "if" || word == "when" => {
            format!("write `where` in place of `{word}`")
        }
        _ => "a rule begins with `where`: `grant(sales_user, CRU, where owner_id == env.uid)`"
            .to_owned(),
    };
    with_help(at, "expected `where`", help)
}

pub(crate) fn more(at: Span) -> Error {
    let help = "join conditions with `&&` and `||`";
    with_help(at, "unexpected text after the rule", help)
}

pub(crate) fn restricts_nothing(at: Span) -> Error {
    with_help(at, "`restrict` has no rule", RESTRICT)
}

pub(crate) fn restricts_other(at: Span) -> Error {
    let help = "what comes first of two is letters of `CRUD`; conditions are joined with `&&`";
    with_help(at, "expected operations", help)
}

pub(crate) fn restricts_without_rule(ops: &Ident) -> Error {
    let help = format!("write `restrict({ops}, !archived)`; where nobody may, grant nothing");
    with_help(
        ops.span(),
        format_args!("`restrict({ops})` has no rule"),
        help,
    )
}

pub(crate) fn restricts_where(at: Span) -> Error {
    let help = "remove the word: all of `restrict(…)` is a rule";
    with_help(at, "unexpected `where`", help)
}

pub(crate) fn nothing_granted() -> Error {
    let help =
        "write `grant(sales_user, CRU)`, or `nobody` if only `sudo` is to get at the records";
    with_help(
        Span::call_site(),
        "`model_access` grants nothing to anybody",
        help,
    )
}

pub(crate) fn nobody_and_grants(at: Span) -> Error {
    with_help(at, "`nobody` contradicts the grants", "keep what is meant")
}

pub(crate) fn covered(grant: &Grant, wider: &Grant) -> Error {
    let (group, other, ops) = (&grant.group, &wider.group, grant.ops.letters());
    let by = if group == other {
        "by another grant".to_owned()
    } else {
        format!("as `{group}` implies `{other}`")
    };
    let help = "remove it: grants add up, and none takes away what another gives";
    with_help(
        group.span(),
        format_args!("`{group}` has {ops} anyway, {by}"),
        help,
    )
}
