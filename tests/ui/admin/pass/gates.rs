//! Gates above and below an attribute, in every order.
#![deny(warnings)]

use guard_runtime::admin::{App, Declared, Node, Site, admin_app, admin_site};
use guard_runtime::{allows_public, requires_group, requires_internal, requires_role, requires_user};

guard_runtime::define_groups! {
    mod groups { sales: core_internal, support: core_internal }
}

guard_runtime::define_roles! {
    mod roles { editor }
}

#[admin_site(path = "/plain")]
struct Plain;

impl Site for Plain {}

#[admin_site(path = "/sales")]
#[requires_group(sales)]
struct AddsUp;

impl Site for AddsUp {}

#[allows_public]
#[admin_site(path = "/public")]
struct Open;

impl Site for Open {}

macro_rules! apps {
    ($($name:ident { $(#[$attr:meta])* })*) => {$(
        $(#[$attr])*
        struct $name;

        impl App for $name {}
    )*};
}

apps! {
    First { #[requires_user] #[requires_role(editor)] #[admin_app(under = Plain)] }
    Second { #[requires_role(editor)] #[requires_user] #[admin_app(under = Plain)] }
    Third { #[requires_user] #[admin_app(under = Plain)] #[requires_role(editor)] }
    Fourth { #[requires_role(editor)] #[admin_app(under = Plain)] #[requires_user] }
    Fifth { #[admin_app(under = Plain)] #[requires_user] #[requires_role(editor)] }
    Sixth { #[admin_app(under = Plain)] #[requires_role(editor)] #[requires_user] }
    Documented {
        /// One.
        #[requires_user]
        /// Two.
        #[guard_runtime::admin::admin_app(under = Plain)]
        #[derive(Clone)]
        #[guard_runtime::requires_role(editor)]
        /// Three.
    }
    Independent {
        #[allows_public]
        #[admin_app(under = Plain, independent = "for everybody")]
    }
}

mod elsewhere {
    use guard_runtime::admin::App;
    use guard_runtime::admin::admin_app as part;
    use guard_runtime::requires_group as members;

    #[part(under = super::Plain)]
    pub(super) struct Imported;

    impl App for Imported {}

    #[members(any(sales, support), groups = super::groups)]
    #[guard_runtime::admin::admin_app(under = crate::Plain, slug = "other")]
    pub(super) struct Renamed;

    impl App for Renamed {}
}

#[requires_internal]
#[admin_app(under = Plain)]
pub struct Public;

impl App for Public {}

#[requires_user]
#[admin_app(under = Plain)]
#[cfg(any())]
struct Never;

#[cfg(any())]
impl App for Never {}

fn gates(node: &'static Node) -> Vec<String> {
    let mut gates = node.gates().iter().map(ToString::to_string).collect::<Vec<_>>();
    gates.sort();
    gates
}

fn main() {
    assert_eq!(gates(Plain::NODE), ["internal"]);
    assert_eq!(gates(AddsUp::NODE), ["group:sales", "internal"]);
    assert_eq!(gates(Open::NODE), ["public"]);
    for node in [
        First::NODE,
        Second::NODE,
        Third::NODE,
        Fourth::NODE,
        Fifth::NODE,
        Sixth::NODE,
        Documented::NODE,
    ] {
        assert_eq!(gates(node), ["role:editor", "user"], "{}", node.title());
    }
    assert_eq!(Documented.clone().description(), "One. Two. Three.");
    assert_eq!(gates(Independent::NODE), ["public"]);
    assert!(gates(elsewhere::Imported::NODE).is_empty());
    assert_eq!(gates(elsewhere::Renamed::NODE), ["any(group:sales, group:support)"]);
    assert_eq!(gates(Public::NODE), ["internal"]);

    #[admin_app(under = Plain)]
    #[requires_user]
    struct Local;

    impl App for Local {}
    assert_eq!(gates(Local::NODE), ["user"]);
}

impl Documented {
    fn description(&self) -> &'static str {
        Self::NODE.description()
    }
}
