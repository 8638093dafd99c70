//! The expansion adds no warning to a crate that forbids them.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unused,
    unreachable_pub,
    unused_qualifications,
    rust_2018_idioms,
    unsafe_code,
    let_underscore,
    nonstandard_style,
    future_incompatible
)]
#![forbid(unsafe_code)]

use guard_runtime::model::{ModelAccess, Op, Shown, decide};
use guard_runtime::{Env, User, model_access};

guard_runtime::define_groups! {
    /// Groups.
    pub mod groups {
        /// Sells.
        sales_user: core_internal,
        /// Leads.
        sales_manager: sales_user,
        /// Of another kind.
        r#type,
    }
}

guard_runtime::define_env! {
    /// What rules may ask.
    pub mod attributes {
        /// The sales region.
        region: String,
        /// The teams led.
        team_ids: [i64],
        /// Around.
        r#loop: Option<i32>,
    }
}

/// What a customer owes.
#[model_access(
    table = "invoices",
    grant(sales_manager, CRUD),
    grant(sales_user, CRU, where salesperson_id == env.uid || team_id.is_none()),
    grant(r#type, R, where r#type == env.r#loop && !(archived || number.starts_with("X"))),
    grant(core_portal, R, where contact_id == env.contact_id && true),
    restrict(env.cids.contains(company_id)),
    restrict(UD, ["draft", "sent"].contains(number) || [-1, 2].contains(total)),
    restrict(U, total >= -7 && env.team_ids.contains(team_id) && number.starts_with(env.region)),
    restrict(D, contact.company_id == env.cid && !lines.any(quantity > 2 && note.is_some())),
    read(sales_manager, margin, note),
    read(none, secret),
    write(sales_manager, margin),
    filled(secret),
    related(contact: contact::Model, contact_id == id),
    related(lines: [Line], id == invoice_id),
    related(unused: Line, id == invoice_id),
)]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Its number.
    pub id: i64,
    salesperson_id: i64,
    team_id: Option<i64>,
    pub(crate) contact_id: Option<i64>,
    company_id: i32,
    number: String,
    archived: bool,
    total: i64,
    margin: i64,
    #[serde(rename = "remark")]
    note: Option<String>,
    secret: String,
    r#type: u8,
}

#[model_access(grant(core_internal, R))]
#[derive(Debug)]
pub(crate) struct Line {
    invoice_id: i64,
    quantity: i32,
    note: Option<String>,
}

mod contact {
    #[guard_runtime::model_access(nobody)]
    #[derive(Debug)]
    pub(super) struct Model {
        pub(super) id: i64,
        pub(super) company_id: Option<i64>,
    }
}

/// Declarations elsewhere, found by relative paths.
pub mod elsewhere {
    use guard_runtime::define_groups;

    mod access {
        super::define_groups! {
            pub(crate) mod groups { warehouse }
        }

        guard_runtime::define_env! {
            pub(crate) mod attributes { floor: i32 }
        }
    }

    #[guard_runtime::model_access(
        groups = access::groups,
        env = self::access::attributes,
        grant(warehouse, R, where floor == env.floor),
        grant(core_internal, R),
        read(warehouse, floor),
    )]
    #[derive(Debug)]
    struct Shelf {
        floor: i16,
    }

    /// Uses it.
    #[must_use]
    pub fn floor() -> String {
        format!("{:?}", Shelf { floor: 3 })
    }
}

macro_rules! declare {
    ($name:ident { $($field:ident: $ty:ty),* } $rule:expr) => {
        #[model_access(grant(sales_user, R, where $rule), read(none, $($field),*))]
        #[derive(Debug)]
        struct $name {
            $($field: $ty),*
        }
    };
}

declare!(Made { one: i64, two: Option<String> } one == env.uid && two.is_none());

macro_rules! declare_of_a_company {
    ($rule:expr) => {
        #[model_access(grant(sales_user, R, where $rule && company_id == env.cid))]
        #[derive(Debug)]
        struct OfACompany {
            public: bool,
            shared: bool,
            company_id: i64,
        }
    };
}

declare_of_a_company!(public || shared);

fn what_a_macro_is_given_stays_together() {
    let user = User::new(7).in_group(groups::sales_user).with_companies([1]);
    let read = decide::<OfACompany>(&Env::of(user).expect("an env"), Op::Read);
    let allows = |public, shared, company_id| {
        read.allows(&OfACompany { public, shared, company_id })
    };
    assert!(allows(true, false, 1) && allows(false, true, 1));
    assert!(!allows(true, false, 2) && !allows(false, true, 2) && !allows(false, false, 1));
}

/// Says itself how it is shown.
#[model_access(
    grant(sales_user, R, where parent.id == 2),
    read(none, old),
    related(parent: r#loop, id == id),
)]
#[allow(non_camel_case_types)]
pub struct r#loop {
    /// Its number.
    pub id: i64,
    /// Its number of old.
    pub old: i64,
}

impl std::fmt::Debug for r#loop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("loop")
    }
}

fn in_a_function() -> bool {
    #[model_access(grant(sales_user, R, where id == env.uid))]
    #[derive(Debug)]
    struct Local {
        id: i64,
    }

    let user = User::new(7).in_group(groups::sales_manager);
    let env = Env::of(user).expect("an env");
    decide::<Local>(&env, Op::Read).allows(&Local { id: 7 })
}

fn main() {
    assert!(in_a_function());
    what_a_macro_is_given_stays_together();
    let view = |it: InvoiceView| matches!(it.margin, Shown::Hidden);
    let made = Made { one: 1, two: None };
    let env = Env::of(User::new(7).with(attributes::region("north".to_owned())));
    let fields = Made::ACCESS.readable(&env.expect("an env"));
    drop((made.readable(&fields), view, attributes::r#loop(None), elsewhere::floor()));
}
