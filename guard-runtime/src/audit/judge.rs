//! Which handlers have no gate.

use super::Finding;
use super::files::Source;
use super::imports::Imports;
use super::macros::HiddenRoute;
use super::seen::{At, Function, Registration, Seen};
use super::walk::walk;

/// The attributes to choose from.
const GATES: &str = "`#[requires_internal]`, `#[requires_user]`, `#[requires_group(…)]`, \
                     `#[requires_role(…)]`, `#[requires_scope(…)]`, `#[allows_public]` or `#[no_auth]`";

/// All findings, by file and position.
pub(super) fn findings(sources: &[Source]) -> Vec<Finding> {
    let (mut imports, mut seen) = (Imports::of(sources), Seen::default());
    for source in sources {
        walk(source, &mut imports, &mut seen);
    }
    let routed = seen.functions.iter().filter_map(of_function);
    let hidden = seen.in_macros.iter().map(of_macro);
    let registered = seen.registrations.iter();
    let registered = registered.filter_map(|it| of_registration(it, &seen.functions));
    let mut findings = routed.chain(hidden).chain(registered).collect::<Vec<_>>();
    findings.sort_by(|one, other| {
        (&one.file, one.line, one.column).cmp(&(&other.file, other.line, other.column))
    });
    findings
}

fn finding(at: &At, handler: &str, problem: String, help: String) -> Finding {
    Finding {
        file: at.file.clone(),
        line: at.line,
        column: at.column,
        handler: handler.to_owned(),
        problem,
        help,
    }
}

fn of_function(function: &Function) -> Option<Finding> {
    let route = function.marks.ungated_route()?;
    let (name, route) = (&function.name, &route.text);
    let problem = if function.marks.is_gated_sometimes() {
        format!("`{name}` has a gate under another condition than its route `#[{route}]`")
    } else {
        format!("`{name}` has a route and no gate")
    };
    let help = format!("write {GATES} of `guard_runtime` above `#[{route}]`");
    Some(finding(&function.at, name, problem, help))
}

fn of_macro(hidden: &HiddenRoute) -> Finding {
    let name = hidden.handler.as_deref().unwrap_or("a handler");
    let problem = match &hidden.handler {
        Some(name) => format!("`{name}`, in a macro, has a route and no gate"),
        None => "a handler, in a macro, has a route and no gate".to_owned(),
    };
    let help = format!("write {GATES} in the same row as `#[{}]`", hidden.text);
    finding(&hidden.at, name, problem, help)
}

fn of_registration(registration: &Registration, functions: &[Function]) -> Option<Finding> {
    let Some([near, far]) = &registration.paths else {
        return Some(finding(
            &registration.at,
            "a closure",
            "a closure is registered without a gate".to_owned(),
            "wrap it: `requires_user().handler(|| …)`, or `no_auth().handler(|| …)`".to_owned(),
        ));
    };
    let mut candidates = candidates(near, &registration.module, functions);
    if candidates.is_empty() {
        candidates = self::candidates(far, &registration.module, functions);
    }
    let ungated = candidates.into_iter().find(|it| !it.marks.is_gated())?;
    let (name, at) = (&ungated.name, &ungated.at);
    let stands = format!("{}:{}:{}", at.file, at.line, at.column);
    let problem = if ungated.marks.is_gated_sometimes() {
        format!("`{name}` is registered here and has a gate only under a condition")
    } else {
        format!("`{name}` is registered here without a gate")
    };
    let help = format!(
        "write {GATES} above it ({stands}), or wrap it here: `requires_user().handler({name})`"
    );
    Some(finding(&registration.at, name, problem, help))
}

/// The functions that a path may mean: those it names exactly; if there are none, those that have
/// its last name, because imports cannot all be followed.
fn candidates<'a>(
    path: &[String],
    here: &[String],
    functions: &'a [Function],
) -> Vec<&'a Function> {
    let Some((name, module)) = path.split_last() else {
        return Vec::new();
    };
    // Under a route attribute it is no function any more, and cannot be registered.
    let named = functions
        .iter()
        .filter(|it| it.name == *name && it.marks.routes.is_empty());
    let named = named.collect::<Vec<_>>();
    let exact = absolute(module, here);
    let choose = |fits: &dyn Fn(&Function) -> bool| {
        let chosen = named.iter().copied().filter(|it| fits(it));
        Some(chosen.collect::<Vec<_>>()).filter(|chosen| !chosen.is_empty())
    };
    choose(&|it| it.module == exact)
        .or_else(|| choose(&|it| !module.is_empty() && it.module.ends_with(module)))
        .unwrap_or(named)
}

fn absolute(module: &[String], here: &[String]) -> Vec<String> {
    let mut absolute = here.to_vec();
    for name in module {
        match name.as_str() {
            "crate" => absolute.truncate(1),
            "self" => {}
            "super" => {
                absolute.pop();
            }
            name => absolute.push(name.to_owned()),
        }
    }
    absolute
}
