//! Whether a request for a token makes sense: all mistakes at once.

use super::{NewToken, creator};
use crate::env::Env;
use crate::scope::{Permission, PermissionSet, ScopeEntry};
use crate::tokens::TokenMistakeKind as Kind;
use crate::tokens::access_tokens::Inner;
use crate::tokens::requested::{Requested, RequestedProject};
use crate::tokens::{TokenMistake, TokenProject};

const TITLE: usize = 100;
const DESCRIPTION: usize = 1000;
/// Each of them is looked up.
const PROJECTS: usize = 100;
/// Each of them may be a mistake, and is then explained.
const PERMISSIONS: usize = 1000;

pub(super) fn check(
    inner: &Inner,
    env: &Env,
    new: &NewToken,
    now: i64,
) -> Result<Requested, Vec<TokenMistake>> {
    let mut check = Check {
        inner,
        mistakes: Vec::new(),
    };
    check.texts(new);
    check.lifetime(env, new.expires_at, now);
    let global = check.permissions(&new.permissions, "#/permissions", None);
    let projects = check.projects(&new.projects);
    if check.mistakes.is_empty() {
        Ok(Requested::new(global, projects))
    } else {
        Err(check.mistakes)
    }
}

struct Check<'a> {
    inner: &'a Inner,
    mistakes: Vec<TokenMistake>,
}

impl Check<'_> {
    fn note(&mut self, pointer: impl Into<String>, kind: Kind) {
        let pointer = pointer.into();
        self.mistakes.push(TokenMistake { pointer, kind });
    }

    fn texts(&mut self, new: &NewToken) {
        let (title, description) = (new.title.trim(), new.description.trim());
        if title.is_empty() {
            self.note("#/title", Kind::Blank);
        }
        if title.chars().nth(TITLE).is_some() {
            self.note("#/title", Kind::TooLong(TITLE));
        }
        if title.contains(|it: char| it.is_control() || is_turning(it)) {
            self.note("#/title", Kind::Characters);
        }
        if description.chars().nth(DESCRIPTION).is_some() {
            self.note("#/description", Kind::TooLong(DESCRIPTION));
        }
        let is_odd = |it: char| it.is_control() && !it.is_whitespace() || is_turning(it);
        if description.contains(is_odd) {
            self.note("#/description", Kind::Characters);
        }
    }

    fn lifetime(&mut self, env: &Env, expires_at: i64, now: i64) {
        let latest = now.saturating_add(self.inner.longest);
        if expires_at <= now {
            self.note("#/expires_at", Kind::Past);
        } else if expires_at > latest {
            self.note("#/expires_at", Kind::TooLate(latest));
        } else if let Some(latest) = creator::end(env)
            && expires_at > latest
        {
            self.note("#/expires_at", Kind::OutlivesCreator(latest));
        }
    }

    /// The permissions that these texts name, all of this scope, or global ones.
    fn permissions(
        &mut self,
        texts: &[String],
        pointer: &str,
        scope: Option<&ScopeEntry>,
    ) -> PermissionSet {
        let mut permissions = PermissionSet::default();
        if texts.len() > PERMISSIONS {
            self.note(pointer, Kind::TooLong(PERMISSIONS));
            return permissions;
        }
        for (at, text) in texts.iter().enumerate() {
            let parsed = self.inner.schema.parse(text).map_err(Kind::Permission);
            match parsed.and_then(|it| belongs(it, scope)) {
                Ok(permission) => permissions.insert(permission),
                Err(kind) => self.note(format!("{pointer}/{at}"), kind),
            }
        }
        permissions
    }

    fn projects(&mut self, projects: &[TokenProject]) -> Vec<RequestedProject> {
        if projects.len() > PROJECTS {
            self.note("#/projects", Kind::TooLong(PROJECTS));
            return Vec::new();
        }
        let mut requested = Vec::<RequestedProject>::new();
        for (at, it) in projects.iter().enumerate() {
            let scope = self.inner.schema.scope(&it.scope);
            let Some(scope) = scope.filter(|it| it.param.is_some()) else {
                self.note(format!("#/projects/{at}/scope"), Kind::UnknownScope);
                continue;
            };
            let is_same = |other: &RequestedProject| {
                std::ptr::eq(other.scope, scope) && other.project == it.project
            };
            if requested.iter().any(is_same) {
                self.note(format!("#/projects/{at}/project"), Kind::Repeated);
            }
            let pointer = format!("#/projects/{at}/permissions");
            requested.push(RequestedProject {
                scope,
                project: it.project.clone(),
                permissions: self.permissions(&it.permissions, &pointer, Some(scope)),
            });
        }
        requested
    }
}

/// What breaks a line, or makes what follows read in another order: a title stands in lists beside
/// what others wrote.
fn is_turning(it: char) -> bool {
    matches!(it, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn belongs(permission: Permission, scope: Option<&ScopeEntry>) -> Result<Permission, Kind> {
    match scope {
        None if permission.is_global() => Ok(permission),
        None => Err(Kind::NotGlobal),
        Some(scope) if permission.scope() == scope.name => Ok(permission),
        Some(_) => Err(Kind::OtherScope),
    }
}
