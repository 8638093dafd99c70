//! Where one goes on after signing in: a page of the site, whoever has written the link.

/// Longer ones are those of nobody who was sent here by us.
const LONGEST: usize = 2_000;

/// The path and query, if it is one of a page of this site. It is never decoded here: a browser decodes
/// nothing in it either before it goes there.
pub(super) fn within(site: &str, next: &str) -> Option<String> {
    let below = next.strip_prefix(site)?;
    let is_below = below.is_empty() || below.starts_with(['/', '?']);
    // Browsers take a backslash for a slash, leave out line ends, and go up for two dots.
    let is_plain = next
        .bytes()
        .all(|it| it.is_ascii_graphic() && it != b'\\' && it != b'#');
    let (path, _) = below.split_once('?').unwrap_or((below, ""));
    let goes_up = path.split('/').any(is_dots);
    let is_sign = ["/sign-in", "/sign-out"].contains(&path);
    let is_fine = is_below && is_plain && !goes_up && !is_sign && !next.contains("//");
    (is_fine && next.len() <= LONGEST).then(|| next.to_owned())
}

/// `.` or `..`, as browsers see them (URL standard, section 4.1).
fn is_dots(segment: &str) -> bool {
    let segment = segment.to_ascii_lowercase().replace("%2e", ".");
    segment == "." || segment == ".."
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn one_goes_on_within_the_site() {
        for next in [
            "/admin",
            "/admin?said=saved",
            "/admin/sales/invoices?filter.status=paid&page=2",
            "/admin/notes/a%2Fb",
            "/admin/notes/..x",
            "/admin/signs",
        ] {
            assert_eq!(within("/admin", next).as_deref(), Some(next));
        }
    }

    #[test]
    fn nobody_is_sent_elsewhere() {
        for next in [
            "",
            "/",
            "admin",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "https:evil.example",
            "https://evil.example/admin",
            "javascript:alert(1)",
            "/administrator",
            "/admin.evil.example",
            "/admin@evil.example",
            "/admin:80",
            "/admin//evil.example",
            "/admin/\\evil.example",
            "/admin/../evil",
            "/admin/..",
            "/admin/./x",
            "/admin/%2e%2E/evil",
            "/admin/.%2e/evil",
            "/admin/x\r\nset-cookie: a=b",
            "/admin/\t/evil.example",
            "/admin/\0",
            " /admin",
            "/admin ",
            "/admin/ä",
            "/admin#//evil.example",
            "/admin?to=//evil.example",
            "/Admin",
            "/admin/sign-in",
            "/admin/sign-in?next=/admin/sign-in",
            "/admin/sign-out",
        ] {
            assert_eq!(within("/admin", next), None, "{next:?}");
        }
        assert_eq!(
            within("/admin", &format!("/admin/{}", "a".repeat(2_000))),
            None
        );
    }
}
