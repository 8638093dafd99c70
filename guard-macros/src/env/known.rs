//! The values of the env that a rule may name.

use proc_macro2::Ident;

use crate::diagnostics::Errors;
use crate::diagnostics::model::env as say;
use crate::model::Kind;
use crate::tokens::is_same;

/// What the env of every application has, whether it is a list, and the kind if it is no id.
pub(crate) const BUILT_IN: [&str; 4] = ["uid", "cid", "cids", "contact_id"];

/// What is known of the env.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// The text of the application's declaration; nothing if it has not been asked.
    pub(crate) declared: Option<&'a str>,
}

/// One value of the env.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    pub(crate) is_built_in: bool,
    /// Nothing if that is not known yet.
    pub(crate) is_list: Option<bool>,
    pub(crate) kind: Option<Kind>,
}

impl Known<'_> {
    /// What the name stands for; that there is no such value is noted.
    pub(crate) fn find(self, name: &Ident, errors: &mut Errors) -> Option<Found> {
        if BUILT_IN.iter().any(|it| name == it) {
            return Some(Found {
                is_built_in: true,
                is_list: Some(name == "cids"),
                kind: Some(Kind::Id),
            });
        }
        let Some(declared) = self.declared else {
            return Some(Found {
                is_built_in: false,
                is_list: None,
                kind: None,
            });
        };
        let asked = name.to_string();
        let mut entries = declared.split_ascii_whitespace().filter_map(Found::read);
        let found = entries.find(|(known, _)| is_same(&asked, known));
        if found.is_none() {
            let known = declared.split_ascii_whitespace().filter_map(Found::read);
            let known = BUILT_IN.into_iter().chain(known.map(|(name, _)| name));
            errors.push(say::unknown(name, &known.collect::<Vec<_>>()));
        }
        found.map(|(_, found)| found)
    }
}

impl Found {
    /// `region:String`, `team_ids:[i64`
    pub(super) fn read(entry: &str) -> Option<(&str, Self)> {
        let (name, ty) = entry.split_once(':')?;
        let item = ty.strip_prefix('[');
        let found = Self {
            is_built_in: false,
            is_list: Some(item.is_some()),
            kind: Kind::of_name(item.unwrap_or(ty)),
        };
        Some((name, found))
    }
}
