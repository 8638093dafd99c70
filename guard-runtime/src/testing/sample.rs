//! Paths to ask for, made of route patterns.

/// What stands for a parameter, one after the other, until the pattern matches.
pub(super) const VALUES: [&str; 4] = ["1", "a", "A", "00000000-0000-4000-8000-000000000000"];

/// `/orders/{id:\d+}` becomes `/orders/1`.
pub(super) fn fill(pattern: &str, value: &str) -> String {
    let (mut path, mut depth) = (String::new(), 0_usize);
    for character in pattern.chars() {
        match character {
            '{' => {
                if depth == 0 {
                    path.push_str(value);
                }
                depth += 1;
            }
            '}' => depth = depth.saturating_sub(1),
            // The tail of a path: what follows the parameter's braces.
            '*' if path.ends_with(value) && pattern.ends_with("}*") => {}
            character if depth == 0 => path.push(character),
            _ => {}
        }
    }
    if path.is_empty() {
        "/".to_owned()
    } else {
        path
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn parameters_get_values() {
        for (pattern, path) in [
            ("/orders", "/orders"),
            ("/orders/{id}", "/orders/1"),
            (
                "/orders/{id:\\d+}/lines/{line:[0-9]{1,3}}",
                "/orders/1/lines/1",
            ),
            ("/files/{tail}*", "/files/1"),
            ("/files/{tail:.*}", "/files/1"),
            ("", "/"),
        ] {
            assert_eq!(fill(pattern, "1"), path);
        }
    }
}
