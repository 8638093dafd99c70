//! Paths of operations, prefixes of scopes.

/// A pattern of actix-web as utoipa writes it: `/orders/{id:\d+}` is `/orders/{id}`.
pub(super) fn plain(pattern: &str) -> String {
    let (mut path, mut depth, mut skipping) = (String::new(), 0_usize, false);
    for character in pattern.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 1 => skipping = true,
            _ => {}
        }
        if depth == 0 {
            skipping = false;
        }
        if !skipping {
            path.push(character);
        }
    }
    path.replace("{_}", "{arg0}")
}

/// Whether two paths are one; a slash at the end makes no difference in a document.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// What is left of a path below the prefix of a scope.
pub(super) fn below<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = path;
    for part in prefix.split('/').filter(|part| !part.is_empty()) {
        let after = rest.strip_prefix('/')?;
        let end = after.find('/').unwrap_or(after.len());
        let (first, remaining) = after.split_at_checked(end)?;
        // The scope and the handler may name a parameter differently.
        let is_parameter = |part: &str| part.starts_with('{') && part.ends_with('}');
        if first != part && !(is_parameter(first) && is_parameter(part)) {
            return None;
        }
        rest = remaining;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_become_plain() {
        for (pattern, path) in [
            ("/orders", "/orders"),
            ("/orders/{id:\\d{1,3}}/lines", "/orders/{id}/lines"),
            ("/files/{_:.*}", "/files/{arg0}"),
            ("/times/12:30", "/times/12:30"),
        ] {
            assert_eq!(plain(pattern), path);
        }
    }

    #[test]
    fn paths_are_below_whole_segments() {
        for (path, prefix, expected) in [
            ("/admin/users", "/admin", Some("/users")),
            ("/admin", "/admin/", Some("")),
            ("/administrators", "/admin", None),
            ("/users", "", Some("/users")),
            ("/users", "/", Some("/users")),
            (
                "/projects/{id}/files",
                "/projects/{project_id}",
                Some("/files"),
            ),
            ("/projects/new", "/projects/{project_id}", None),
            ("/a", "/a/b", None),
        ] {
            assert_eq!(below(path, prefix), expected, "{path} {prefix}");
        }
    }
}
