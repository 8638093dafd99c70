//! What was demanded, what is missing, and why: for callers who have signed in.

use super::Denied;
use crate::scope::Permission;

/// For callers who have signed in.
#[derive(Clone, Default)]
pub(super) struct Lacking {
    required: Vec<String>,
    missing: Vec<String>,
    /// The permissions with which the request would pass, for the challenge.
    scope: String,
    /// Why, for those who may know.
    explanation: Option<serde_json::Value>,
}

impl Denied {
    /// What the gate demands, sorted; empty unless the caller has signed in.
    #[must_use]
    pub fn required(&self) -> &[String] {
        self.lacking.as_ref().map_or(&[], |it| &it.required)
    }

    /// What of it the caller lacks, sorted; empty unless the caller has signed in.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        self.lacking.as_ref().map_or(&[], |it| &it.missing)
    }

    pub(crate) fn lacking(mut self, required: Vec<String>, missing: Vec<String>) -> Self {
        let lacking = self.lacking.get_or_insert_default();
        lacking.required = required;
        lacking.missing = missing;
        self
    }

    /// Says why. An explanation that cannot be written is left out.
    #[cfg(feature = "sea-orm")]
    pub(crate) fn explained(mut self, why: &impl serde::Serialize) -> Self {
        self.lacking.get_or_insert_default().explanation = serde_json::to_value(why).ok();
        self
    }

    /// Why, where the caller may know: see `GuardedDb::explain_to`.
    #[must_use]
    pub fn explanation(&self) -> Option<&serde_json::Value> {
        self.lacking.as_ref()?.explanation.as_ref()
    }

    /// Names what a token would need: the permissions of all gates on the way, outermost first.
    pub(crate) fn demanding(mut self, permissions: impl Iterator<Item = Permission>) -> Self {
        let mut names = Vec::new();
        for permission in permissions {
            let name = permission.to_string();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.lacking.get_or_insert_default().scope = names.join(" ");
        self
    }

    /// What goes into `scope="…"` of the challenge (RFC 6750 section 3), outermost gate first; empty
    /// if no permission is demanded, or the caller has not signed in.
    #[must_use]
    pub fn scope(&self) -> &str {
        self.lacking.as_ref().map_or("", |it| &it.scope)
    }
}
