//! Tables as comma-separated values.

/// What spreadsheets take for the beginning of a formula, and the full-width forms of it:
/// <https://owasp.org/www-community/attacks/CSV_Injection>.
const FORMULA: [char; 10] = [
    '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// A table as comma-separated values (RFC 4180), its heading first.
///
/// A cell that a spreadsheet could take for a formula gets a `'` in front, as OWASP asks for: names that
/// people have typed in run nothing on the machine of whoever opens the export.
pub(in crate::admin) struct Csv(String);

impl Csv {
    pub(in crate::admin) fn new(heading: &[&str]) -> Self {
        let mut csv = Self(String::new());
        csv.line(heading.iter().copied());
        csv
    }

    pub(in crate::admin) fn line<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (position, cell) in cells.into_iter().enumerate() {
            if position > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    pub(in crate::admin) fn into_text(self) -> String {
        self.0
    }

    fn cell(&mut self, text: &str) {
        // Blanks in front do not help: some programs trim them.
        let first = text
            .trim_start_matches([' ', '\n', '\u{a0}'])
            .chars()
            .next();
        let is_formula = first.is_some_and(|it| FORMULA.contains(&it)) || text.starts_with('\n');
        if !is_formula && !text.contains([',', '"', '\r', '\n', ';', '\t']) {
            return self.0.push_str(text);
        }
        self.0.push('"');
        if is_formula {
            self.0.push('\'');
        }
        self.0.push_str(&text.replace('"', "\"\""));
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::Csv;

    #[test]
    fn nothing_runs_and_nothing_begins_a_cell() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("a\r\nb", "\"a\r\nb\""),
            ("a;b", "\"a;b\""),
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("  =1", "\"'  =1\""),
            ("\u{ff1d}1", "\"'\u{ff1d}1\""),
            ("=1\",\"=2", "\"'=1\"\",\"\"=2\""),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            let mut csv = Csv::new(&["heading"]);
            csv.line([cell, "last"]);
            assert_eq!(
                csv.into_text(),
                format!("heading\r\n{expected},last\r\n"),
                "{cell:?}"
            );
        }
    }
}
