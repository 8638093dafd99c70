//! Names that are easily taken for each other: parts of other names, keywords, scopes and resources that
//! are called the same.

use guard_runtime::{gates, requires_scope};

mod odd {
    guard_runtime::define_scopes! {
        /// What may be allowed.
        pub(crate) mod scopes {
            empty {}
            r#type { r#match: GET, r#type: UPDATE | GET, matches: DELETE }
            admin { admin: GET, min: GET | CREATE, admi: DELETE, _x: GET, x_: GET, x: UPDATE | DELETE }
            adm { admin: UPDATE | GET, admin2: GET }
            r#raw(id) inherits adm.admin { r#raw: DELETE | GET, ra: CREATE }
            hollow(id) {}
        }
    }

    guard_runtime::define_roles! {
        /// Who may do what.
        pub(crate) mod roles {
            scopes = crate::names::odd::scopes,
            mixed { admin.x = [DELETE], adm.* = UPDATE, r#type.r#type = * },
            all_of_raw { raw.* = * },
            ra { r#raw.r#ra = [CREATE] },
            x { r#admin.r#x = [UPDATE] },
        }
    }
}

#[requires_scope(
    r#type.r#match = GET, r#type.r#type = [UPDATE, GET], r#type.matches = DELETE,
    admin.admin = GET, r#admin.r#min = CREATE, admin.x = [UPDATE, DELETE], admin.x_ = GET, admin._x = GET,
    adm.admin = GET, adm.admin2 = GET, raw.raw = DELETE, r#raw.ra = CREATE, scopes = odd::scopes
)]
async fn gated() {}

#[test]
fn each_name_is_itself_alone() {
    let _ = gated;
    let gates = gates();
    let found = gates.iter().find(|it| it.handler == "gated").expect("one");
    let demanded = "type.match:GET, type.type:UPDATE, type.type:GET, type.matches:DELETE, \
         admin.admin:GET, admin.min:CREATE, admin.x:UPDATE, admin.x:DELETE, admin.x_:GET, \
         admin._x:GET, adm.admin:GET, adm.admin2:GET, raw.raw:DELETE, raw.ra:CREATE";
    assert_eq!(found.requirement.to_string(), format!("all({demanded})"));
    for (role, permissions) in [
        (
            "mixed",
            "adm.admin:UPDATE admin.x:DELETE type.type:GET type.type:UPDATE",
        ),
        ("all_of_raw", "raw.ra:CREATE raw.raw:DELETE raw.raw:GET"),
        ("ra", "raw.ra:CREATE"),
        ("x", "admin.x:UPDATE"),
    ] {
        let role = odd::roles::SCHEMA.get(role).expect(role);
        assert_eq!(role.permissions().to_string(), permissions);
    }
    for permission in odd::scopes::SCHEMA.permissions() {
        let read = odd::scopes::SCHEMA.parse(&permission.to_string());
        assert_eq!(read, Ok(permission));
    }
}
