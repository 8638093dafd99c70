//! Alternatives that are more than anybody reads.

use actix_web::{Responder, get};
use guard_runtime::docs::OpenApiGates;
use guard_runtime::{allows_public, any, requires_scope};
use serde_json::json;

use super::{document, operation_of};

guard_runtime::define_scopes! {
    /// Many permissions.
    pub(crate) mod many {
        /// Letters.
        letters {
            /// A.
            a: GET | UPDATE,
            /// B.
            b: GET | UPDATE,
            /// C.
            c: GET | UPDATE,
            /// D.
            d: GET | UPDATE,
            /// E.
            e: GET | UPDATE,
            /// F.
            f: GET | UPDATE,
            /// G.
            g: GET,
        }
    }
}

macro_rules! either {
    ($letter:ident) => {
        any((
            requires_scope(many::letters::$letter::GET),
            requires_scope(many::letters::$letter::UPDATE),
        ))
    };
}

#[utoipa::path(responses((status = 200)))]
#[get("/choices")]
async fn choices() -> impl Responder {
    "7"
}

/// Each choice doubles them. The sentence and the list say everything; the requirement no more than
/// what holds in any case.
#[test]
fn too_many_alternatives() {
    let five = OpenApiGates::new()
        .layer("", either!(a))
        .layer("", either!(b))
        .layer("", either!(c))
        .layer("", either!(d))
        .layer("", either!(e))
        .layer("", requires_scope(many::letters::g::GET));
    let mut document = document!(choices);
    five.document(&mut document).expect("known");
    let said = operation_of(&document, "get", "/choices");
    assert_eq!(said["security"].as_array().expect("a list").len(), 32);

    let mut document = document!(choices);
    let mut twice = five;
    for _ in 0..20 {
        twice = twice.layer("", either!(f));
    }
    twice.document(&mut document).expect("known");
    let said = operation_of(&document, "get", "/choices");
    assert_eq!(said["security"], json!([{"bearer": ["letters.g:GET"]}]));
    let list = said["x-required-permissions"].as_array().expect("a list");
    assert_eq!(list.len(), 7);
    assert_eq!(list[5], "any(letters.f:GET, letters.f:UPDATE)");
    for status in ["401", "403"] {
        assert!(said["responses"][status].is_object());
    }
}

/// What is open stays open, however many ways there are.
#[test]
fn too_many_alternatives_one_of_which_is_everybody() {
    let every = any((
        either!(a),
        either!(b),
        either!(c),
        either!(d),
        either!(e),
        either!(f),
    ));
    let both = guard_runtime::all((
        every,
        either!(a),
        either!(b),
        either!(c),
        either!(d),
        either!(e),
    ));
    let gates = OpenApiGates::new().layer("", any((allows_public(), both)));
    let mut document = document!(choices);
    gates.document(&mut document).expect("known");
    let said = operation_of(&document, "get", "/choices");
    assert_eq!(said["security"], json!([{}, {"bearer": []}]));
    assert_eq!(said["x-required-permissions"], json!([]));
    assert!(said["responses"].get("401").is_none());
}
