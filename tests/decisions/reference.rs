//! The rules of scopes and projects, read slowly: strings and sets of strings, and nothing of the
//! runtime.

use std::collections::BTreeMap;

use crate::world::{Asked, Credential, Limit, Names, Person, Place, World};

/// Every resource with the verbs it offers.
const RESOURCES: [(&str, &[&str]); 8] = [
    ("admin.configuration", &["GET", "UPDATE"]),
    ("admin.projects", &["GET", "CREATE", "UPDATE", "DELETE"]),
    ("admin.tools", &["GET", "UPDATE"]),
    ("user.tokens", &["GET", "CREATE", "DELETE"]),
    ("project.root", &["GET", "UPDATE", "DELETE"]),
    ("project.models", &["GET", "CREATE", "UPDATE", "DELETE"]),
    ("project.log", &["GET"]),
    ("team.root", &["GET", "UPDATE"]),
];

/// Roles as lists of permissions; the last two are defined at run time.
const ROLES: [(&str, &str); 10] = [
    (
        "administrator",
        "admin.configuration:GET admin.configuration:UPDATE admin.projects:GET admin.projects:CREATE \
         admin.projects:UPDATE admin.projects:DELETE admin.tools:GET admin.tools:UPDATE \
         user.tokens:GET user.tokens:CREATE user.tokens:DELETE",
    ),
    (
        "operator",
        "admin.tools:GET admin.tools:UPDATE admin.configuration:GET",
    ),
    ("manager", "admin.projects:GET admin.projects:UPDATE"),
    (
        "reader",
        "project.root:GET project.models:GET project.log:GET",
    ),
    ("modeller", "project.models:CREATE project.models:UPDATE"),
    (
        "owner",
        "project.root:GET project.root:UPDATE project.root:DELETE project.models:GET \
         project.models:CREATE project.models:UPDATE project.models:DELETE project.log:GET",
    ),
    ("player", "team.root:GET"),
    ("editor", ""),
    ("auditor", "admin.configuration:GET user.tokens:GET"),
    ("janitor", "project.models:DELETE project.log:GET"),
];

/// What each group brings, the built-in ones and those of the tests.
const GROUPS: [(&str, &[&str]); 7] = [
    ("core_public", &[]),
    ("core_portal", &[]),
    ("core_internal", &[]),
    ("sales", &["core_internal"]),
    ("manager", &["sales", "core_internal"]),
    ("support", &["core_portal"]),
    ("auditor", &[]),
];

pub(crate) fn all() -> Names {
    let of = |(resource, verbs): (&str, &[&str])| {
        let verbs = verbs.iter();
        verbs
            .map(|verb| format!("{resource}:{verb}"))
            .collect::<Vec<_>>()
    };
    RESOURCES.into_iter().flat_map(of).collect()
}

pub(crate) fn role(name: &str) -> Names {
    let found = ROLES.iter().find(|(known, _)| *known == name);
    let permissions = found.map_or("", |(_, permissions)| *permissions);
    permissions.split_whitespace().map(str::to_owned).collect()
}

fn is_of_projects(permission: &str) -> bool {
    permission.starts_with("project.") || permission.starts_with("team.")
}

/// What a token's texts allow: those that are permissions, whatever the case of the verb.
fn known<'a>(texts: impl IntoIterator<Item = &'a str>) -> Names {
    let written = |text: &str| match text.split_once(':') {
        Some((resource, verb)) => format!("{resource}:{}", verb.to_ascii_uppercase()),
        None => text.to_owned(),
    };
    let texts = texts.into_iter().map(written).collect::<Names>();
    &texts & &all()
}

/// The user and the limit of the credential, or the answer where there is no user.
fn signed_in<'a>(
    world: &'a World,
    credential: &Credential,
) -> Result<(&'a Person, String, Option<Limit>), u16> {
    let (name, limit) = match credential {
        Credential::Nothing | Credential::Bad | Credential::Expired(_) => return Err(401),
        Credential::Session(name) => (name, None),
        Credential::Claims(name, claims) => {
            let everywhere = known(claims.split(' ')).into_iter().collect();
            let projects = Vec::new();
            (
                name,
                Some(Limit {
                    everywhere,
                    projects,
                }),
            )
        }
        Credential::Limited(name, limit) => (name, Some(limit.clone())),
    };
    let person = world.people.get(name).ok_or(401_u16)?;
    if person.is_blocked {
        return Err(403);
    }
    Ok((person, name.clone(), limit))
}

fn groups_of(person: &Person) -> Names {
    let mut groups = Names::new();
    for group in &person.groups {
        groups.insert(group.clone());
        let implied = GROUPS.iter().find(|(name, _)| name == group);
        groups.extend(
            implied
                .expect("a group")
                .1
                .iter()
                .map(|it| (*it).to_owned()),
        );
    }
    groups
}

fn is_internal(person: &Person) -> bool {
    groups_of(person).contains("core_internal")
}

/// What may be done outside of projects.
fn global(person: &Person, limit: Option<&Limit>) -> Names {
    let mut held = known(person.extra.iter().map(String::as_str));
    for name in &person.roles {
        held.extend(role(name));
    }
    held.retain(|it| !is_of_projects(it));
    match limit {
        None => held,
        Some(limit) => &held & &known(limit.everywhere.iter().map(String::as_str)),
    }
}

/// What may be done in a project; `None` if it does not exist for this user.
fn in_project(
    (person, name, limit): (&Person, &str, Option<&Limit>),
    (scope, id): (&str, &str),
    place: Option<&Place>,
) -> Option<Names> {
    let place = place?;
    let of_scope = |it: &String| it.split_once('.').is_some_and(|(of, _)| of == scope);

    let mut inherited = Names::new();
    if scope == "project" {
        for verb in ["GET", "CREATE", "UPDATE", "DELETE"] {
            if global(person, limit).contains(&format!("admin.projects:{verb}")) {
                let offering = all().into_iter().filter(of_scope);
                inherited.extend(offering.filter(|it| it.ends_with(verb)));
            }
        }
    }

    let is_open = place.is_internal && is_internal(person);
    let membership = place.members.get(name);
    let mut own = Names::new();
    if let Some(roles) = membership {
        for name in roles {
            own.extend(role(name));
        }
    } else if is_open {
        own.extend(known(place.visitors.iter().map(String::as_str)));
    }
    own.retain(of_scope);

    let mut is_visible = membership.is_some() || is_open;
    if let Some(limit) = limit {
        let mut allowed = known(limit.everywhere.iter().map(String::as_str));
        let mut is_named = allowed.iter().any(of_scope);
        for (in_scope, in_id, permissions) in &limit.projects {
            if in_scope == scope && in_id == id {
                is_named = true;
                allowed.extend(known(permissions.iter().map(String::as_str)));
            }
        }
        own = if is_named {
            &own & &allowed
        } else {
            Names::new()
        };
        is_visible = if is_named { is_visible } else { is_open };
    }
    let scope = &inherited | &own;
    (is_visible || !scope.is_empty()).then_some(scope)
}

/// What the user may do outside of projects, as a handler sees it.
pub(crate) fn list_global(world: &World, asked: &Asked) -> Result<Names, u16> {
    let (person, _, limit) = signed_in(world, &asked.credential)?;
    gate_is_open_to_signed_in(person)?;
    Ok(global(person, limit.as_ref()))
}

/// What the user may do in a project, as a handler sees it.
pub(crate) fn list_project(
    world: &World,
    asked: &Asked,
    scope: &str,
    id: &str,
) -> Result<Names, u16> {
    let (person, name, limit) = signed_in(world, &asked.credential)?;
    gate_is_open_to_signed_in(person)?;
    let place = world.projects.get(&(scope.to_owned(), id.to_owned()));
    in_project((person, &name, limit.as_ref()), (scope, id), place).ok_or(404)
}

fn gate_is_open_to_signed_in(person: &Person) -> Result<(), u16> {
    if is_guest(person) { Err(403) } else { Ok(()) }
}

fn is_guest(person: &Person) -> bool {
    groups_of(person).iter().eq(["core_public"])
}

/// The status of a request.
pub(crate) fn decide(world: &World, asked: &Asked) -> u16 {
    let (person, name, limit) = match signed_in(world, &asked.credential) {
        Ok(found) => found,
        Err(status) => return status,
    };
    let mut projects = BTreeMap::new();
    for scope in ["project", "team"] {
        if !asked.gate.contains(&format!("{scope}.")) {
            continue;
        }
        let Some(id) = asked.path.get(scope) else {
            return 500;
        };
        if world.is_down {
            return 503;
        }
        let place = world.projects.get(&(scope.to_owned(), id.clone()));
        let found = in_project((person, &name, limit.as_ref()), (scope, id), place);
        projects.insert(scope.to_owned(), found);
    }
    let atom = |text: &str| {
        let groups = groups_of(person);
        if let Some(group) = text.strip_prefix("group:") {
            return groups.contains(group);
        }
        if let Some(role) = text.strip_prefix("role:") {
            return person.roles.iter().any(|it| it == role);
        }
        match text {
            "signed_in" => !is_guest(person),
            "user" => groups.contains("core_internal") || groups.contains("core_portal"),
            "internal" => groups.contains("core_internal"),
            permission => match permission.split_once('.') {
                Some((scope @ ("project" | "team"), _)) => projects[scope]
                    .as_ref()
                    .is_some_and(|it| it.contains(permission)),
                _ => global(person, limit.as_ref()).contains(permission),
            },
        }
    };
    if holds(&asked.gate, &atom) {
        200
    } else if projects.values().any(Option::is_none) {
        404
    } else {
        403
    }
}

/// Whether `all(a, any(b, c))` is true.
fn holds(gate: &str, atom: &dyn Fn(&str) -> bool) -> bool {
    let inner = |name: &str| {
        let inner = gate.strip_prefix(name)?.strip_prefix('(')?;
        inner.strip_suffix(')')
    };
    if let Some(parts) = inner("all") {
        return split(parts).into_iter().all(|part| holds(part, atom));
    }
    if let Some(parts) = inner("any") {
        return split(parts).into_iter().any(|part| holds(part, atom));
    }
    atom(gate)
}

/// What stands between the outermost commas.
fn split(parts: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in parts.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                found.push(parts[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(parts[start..].trim());
    found
}
