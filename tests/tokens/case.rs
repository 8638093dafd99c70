//! A token, and what it has coming.

/// The answers a token gets at a closed and at an open gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// 200 at both.
    Accepted,
    /// 401 `invalid_token` at the closed gate; a guest at the open one.
    Invalid,
    /// 400 `invalid_request` at both: it is not even written like a credential.
    Malformed,
    /// 403 at both: the account is blocked.
    Blocked,
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) token: String,
    pub(crate) expected: Expected,
}

/// The cases of one class.
#[derive(Default)]
pub(crate) struct Cases {
    class: &'static str,
    pub(crate) all: Vec<Case>,
}

impl Cases {
    pub(crate) fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    pub(crate) fn add(&mut self, name: &str, token: String, expected: Expected) {
        self.all.push(Case {
            name: format!("{}: {name}", self.class),
            token,
            expected,
        });
    }

    pub(crate) fn good(&mut self, name: &str, token: String) {
        self.add(name, token, Expected::Accepted);
    }

    pub(crate) fn bad(&mut self, name: &str, token: String) {
        self.add(name, token, Expected::Invalid);
    }
}
