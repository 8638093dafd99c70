//! Where gated handlers are registered, and behind which gates of scopes.

use crate::gate::Requirement;

/// Something that is registered, with what is known of it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mounted {
    /// The name of the handler's type.
    pub(crate) handler: &'static str,
    /// The prefixes of the scopes around it; for a route, with its own path.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    /// The gates of the scopes around it, outermost first.
    pub(crate) layers: Vec<&'static Requirement>,
    /// Whether it shows something to people: then it needs no documentation.
    pub(crate) is_page: bool,
}

/// What is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A handler that knows its own path.
    Service,
    /// A handler at a path; `None` stands for every method.
    Route(Option<&'static str>, Option<&'static Requirement>),
}

impl Mounted {
    pub(crate) fn service(handler: &'static str) -> Self {
        Self {
            handler,
            path: String::new(),
            kind: Kind::Service,
            layers: Vec::new(),
            is_page: false,
        }
    }

    /// A route of an admin site.
    #[cfg(feature = "admin")]
    pub(crate) fn page(
        title: &'static str,
        path: String,
        method: &'static str,
        gate: &'static Requirement,
    ) -> Self {
        Self {
            handler: title,
            path,
            kind: Kind::Route(Some(method), Some(gate)),
            layers: Vec::new(),
            is_page: true,
        }
    }

    /// A route of an admin site for programs.
    #[cfg(feature = "admin")]
    pub(crate) fn for_programs(self) -> Self {
        Self {
            is_page: false,
            ..self
        }
    }

    /// The same, inside a scope.
    pub(crate) fn below(mut self, prefix: &str, layers: &[&'static Requirement]) -> Self {
        self.path = join(prefix, &self.path);
        self.layers.splice(0..0, layers.iter().copied());
        self
    }
}

/// As actix-web joins them: one slash between the two, and a missing first one is added.
pub(crate) fn join(prefix: &str, path: &str) -> String {
    let prefix = prefix.trim_end_matches('/');
    let mut joined = String::new();
    for part in [prefix, path] {
        if !part.is_empty() && !part.starts_with('/') {
            joined.push('/');
        }
        joined.push_str(part);
    }
    joined
}
