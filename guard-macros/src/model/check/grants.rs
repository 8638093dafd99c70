//! Groups that are not declared, and grants that say nothing new.

use crate::diagnostics::model::grant as say;
use crate::diagnostics::{Errors, unknown_name};
use crate::model::access::{Access, Declarations};
use crate::model::grant::Grant;
use crate::names::{BUILT_IN, Declared, Sort};

pub(super) fn check(access: &Access, known: Declarations<'_>, errors: &mut Errors) {
    // Without the declaration, the groups that it does not declare are not known.
    let declared = known.groups.map(Declared);
    if let Some(declared) = declared {
        check_names(access, declared, errors);
    }
    check_covered(access, declared.unwrap_or(Declared("")), errors);
    let request = &access.request;
    match request.nobody {
        Some(at) if request.tries_to_grant => errors.push(say::nobody_and_grants(at)),
        None if !request.tries_to_grant => errors.push(say::nothing_granted()),
        _ => {}
    }
}

fn check_names(access: &Access, declared: Declared<'_>, errors: &mut Errors) {
    let known = || declared.names().chain(BUILT_IN).collect::<Vec<_>>();
    for group in access.groups() {
        if !declared.has_group(&group.to_string()) {
            errors.push(unknown_name(group, Sort::Group, &known()));
        }
    }
}

fn check_covered(access: &Access, declared: Declared<'_>, errors: &mut Errors) {
    let grants = &access.request.grants;
    for (position, grant) in grants.iter().enumerate() {
        let mut earlier = grants.iter().take(position);
        let mut later = grants.iter().skip(position + 1);
        let covers = |it: &&Grant| covers(it, grant, declared);
        if let Some(earlier) = earlier.find(covers) {
            errors.push(say::covered(grant, earlier));
        } else if let Some(later) =
            later.find(|it| covers(it) && !self::covers(grant, it, declared))
        {
            errors.push(say::covered(grant, later));
        }
    }
}

/// Whether who has the `wider` grant has all that the other one gives.
fn covers(wider: &Grant, grant: &Grant, declared: Declared<'_>) -> bool {
    let text = |it: &Grant| it.rule.as_ref().map(|it| it.text.clone());
    let same_rows = wider.rule.is_none() || text(wider) == text(grant);
    let (group, other) = (grant.group.to_string(), wider.group.to_string());
    same_rows && wider.ops.has_all_of(grant.ops) && declared.implies(&group, &other)
}
