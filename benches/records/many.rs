//! Many models in one program.

use guard_runtime::model_access;

/// Five grants, all of them the user's, and five restrictions.
#[model_access(
    groups = crate::groups,
    grant(sales_user, R, where salesperson_id == env.uid),
    grant(core_internal, R, where approver_id == env.uid),
    grant(sales_user, RU, where status == "open"),
    grant(core_internal, R, where total_cents < 5000),
    grant(sales_user, R, where company_id == env.cid),
    restrict(env.cids.contains(company_id)),
    restrict(!archived),
    restrict(status != "void"),
    restrict(total_cents >= 0),
    restrict(number.starts_with("INV")),
)]
pub(crate) struct TenRules {
    salesperson_id: i64,
    approver_id: Option<i64>,
    status: String,
    total_cents: i64,
    company_id: i64,
    archived: bool,
    number: String,
}

macro_rules! models {
    ($($name:ident)*) => {$(
        #[model_access(
            groups = crate::groups,
            grant(sales_user, CRU, where salesperson_id == env.uid),
            restrict(env.cids.contains(company_id)),
        )]
        #[allow(dead_code, reason = "there only to be many")]
        pub(crate) struct $name {
            salesperson_id: i64,
            company_id: i64,
        }
    )*};
}

/// 198 of them between the first and the last.
macro_rules! two_hundred {
    ($($ten:ident)*) => {
        models!(First);
        $(mod $ten {
            use super::*;
            models!(M0 M1 M2 M3 M4 M5 M6 M7 M8);
        })*
        models!(Last);
    };
}

two_hundred!(a b c d e f g h i j k l m n o p q r s t u v);
