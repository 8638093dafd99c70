//! All endpoints that are known.

use super::row::{OpenTo, RouteRow, text};
use crate::gate::Requirement;
use crate::routes::{Kind, Mounted, Routes, join, mounted_by};
use crate::{GateEntry, GateReport, Place};

/// Every endpoint that is known: those of [`gates()`](crate::gates()), and those that were
/// [mounted](crate::routes::Gated::mounted), which know the prefixes and the gates of the scopes around
/// them. What is open to everybody stands first; the order does not change between runs.
///
/// ```
/// use guard_runtime::admin::access::{OpenTo, routes};
/// use guard_runtime::{allows_public, requires_internal};
///
/// #[requires_internal]
/// #[actix_web::get("/settings")]
/// async fn settings() -> &'static str {
///     "settings"
/// }
///
/// #[allows_public]
/// #[actix_web::get("/catalogue")]
/// async fn catalogue() -> &'static str {
///     "catalogue"
/// }
///
/// let routes = routes(&[]);
/// let paths: Vec<_> = routes.iter().map(|it| it.path.as_str()).collect();
/// assert_eq!(paths, ["/catalogue", "/settings"]);
/// assert_eq!(routes[0].open_to, OpenTo::Public);
/// # let _ = (settings, catalogue);
/// ```
#[must_use]
pub fn routes(mounted: &[Mounted]) -> Vec<RouteRow> {
    of(&crate::gates(), mounted)
}

/// What a function registers, as [`routes`] takes it: the one that is given to
/// [`gated`](crate::routes::gated).
///
/// ```
/// use guard_runtime::admin::access::{registered, routes};
/// use guard_runtime::routes::{self as registration, Routes};
/// use guard_runtime::{allows_public, requires_internal};
///
/// #[allows_public]
/// #[actix_web::get("/settings")]
/// async fn settings() -> &'static str {
///     "settings"
/// }
///
/// fn register(routes: &mut Routes<'_>) {
///     routes.service(registration::scope("/api").service(settings).gate(requires_internal()));
/// }
///
/// let routes = routes(&registered(register));
/// assert_eq!(routes[0].path, "/api/settings");
/// assert_eq!(routes[0].gate, "all(internal, public)");
/// ```
pub fn registered(register: impl FnOnce(&mut Routes<'_>)) -> Vec<Mounted> {
    mounted_by(register)
}

fn of(gates: &[GateEntry], mounted: &[Mounted]) -> Vec<RouteRow> {
    let mut rows = Vec::<RouteRow>::new();
    let mut found = Vec::new();
    for it in mounted {
        let known = entries_of(gates, it);
        rows.extend(of_mounted(gates, &known, it));
        found.extend(known);
    }
    for entry in gates {
        // What is mounted is known better from there.
        if !found.iter().any(|it| std::ptr::eq(*it, entry)) {
            let here = of_entry(entry, "", &[]).into_iter();
            rows.extend(here.filter(|row| !is_mounted(entry, row, mounted)));
        }
    }
    rows.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
    rows.dedup();
    rows
}

/// What is known of the handler: by its name; if there is none, by that of one inside a function.
fn entries_of<'a>(gates: &'a [GateEntry], mounted: &Mounted) -> Vec<&'a GateEntry> {
    let exact = gates.iter().filter(|it| full_name(it) == mounted.handler);
    let exact = exact.collect::<Vec<_>>();
    if !exact.is_empty() {
        return exact;
    }
    let is_inside = |it: &&GateEntry| {
        let within = mounted.handler.strip_prefix(it.module);
        let within = within.and_then(|rest| rest.strip_prefix("::"));
        let before = within.and_then(|rest| rest.strip_suffix(it.handler));
        !it.handler.is_empty() && before.is_some_and(|before| before.ends_with("::"))
    };
    let inside = gates.iter().filter(is_inside).collect::<Vec<_>>();
    match inside.as_slice() {
        [_] => inside,
        // Which of them it is would be a guess.
        _ => Vec::new(),
    }
}

/// Whether it is a page of a site that is mounted, be it below a prefix.
fn is_mounted(entry: &GateEntry, row: &RouteRow, mounted: &[Mounted]) -> bool {
    entry.place == Place::Page
        && mounted.iter().any(|it| {
            it.handler == entry.handler
                && it.path.ends_with(&row.path)
                && matches!(it.kind, Kind::Route(Some(method), Some(gate))
                    if method == row.method && gate == entry.requirement)
        })
}

fn of_mounted(gates: &[GateEntry], known: &[&GateEntry], mounted: &Mounted) -> Vec<RouteRow> {
    let mut before = mounted.layers.clone();
    let handler = mounted.handler.to_owned();
    match mounted.kind {
        Kind::Service if known.is_empty() => vec![RouteRow {
            path: mounted.path.clone(),
            ..row(handler, before, None)
        }],
        Kind::Service => {
            let rows = known.iter();
            let rows = rows.flat_map(|it| of_entry(it, &mounted.path, &mounted.layers));
            rows.collect()
        }
        Kind::Route(method, gate) => {
            match gate {
                Some(gate) => before.push(gate),
                None => before.extend(known.iter().map(|it| it.requirement)),
            }
            let is_here = |it: &&GateEntry| {
                let mut routes = it.routes.iter();
                let is_method = |known| method.is_none_or(|method| method == known);
                routes.any(|(known, path)| is_method(*known) && mounted.path.ends_with(path))
                    && it.handler == mounted.handler
            };
            let page = || gates.iter().find(is_here);
            vec![RouteRow {
                method: method.unwrap_or("any").to_owned(),
                path: mounted.path.clone(),
                ..row(handler, before, known.first().copied().or_else(page))
            }]
        }
    }
}

fn of_entry(entry: &GateEntry, prefix: &str, layers: &[&'static Requirement]) -> Vec<RouteRow> {
    let mut before = layers.to_vec();
    before.push(entry.requirement);
    let bare = row(full_name(entry), before, Some(entry));
    if entry.routes.is_empty() {
        return vec![bare];
    }
    let routes = entry.routes.iter();
    let routes = routes.map(|(method, path)| RouteRow {
        method: (*method).to_owned(),
        path: join(prefix, path),
        ..bare.clone()
    });
    routes.collect()
}

fn row(handler: String, gates: Vec<&'static Requirement>, entry: Option<&GateEntry>) -> RouteRow {
    // The report knows how to name a file without naming the machine.
    let report = entry.cloned().into_iter().collect::<GateReport>();
    let location = report.rows().first().map(crate::GateRow::location);
    RouteRow {
        method: String::new(),
        path: String::new(),
        handler,
        gate: text(&gates),
        open_to: OpenTo::of(&gates),
        place: entry.map(|it| it.place),
        location: location.unwrap_or_default(),
        gates,
    }
}

fn full_name(entry: &GateEntry) -> String {
    if entry.module.is_empty() || entry.handler.is_empty() {
        entry.handler.to_owned()
    } else {
        format!("{}::{}", entry.module, entry.handler)
    }
}
