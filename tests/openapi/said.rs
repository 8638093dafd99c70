//! What is said of each operation, and of the document.

use serde_json::{Value, json};

use super::api;

fn operation(method: &str, path: &str) -> Value {
    super::operation_of(&api::documented(), method, path)
}

#[test]
fn gates_are_documented_in_every_order_of_attributes() {
    for path in ["/above", "/between", "/below"] {
        let operation = operation("get", path);
        assert_eq!(
            operation["x-required-permissions"],
            json!(["internal"]),
            "{path}"
        );
        assert_eq!(
            operation["security"],
            json!([{"bearer": []}, {"oauth2": []}]),
            "{path}"
        );
        let description = operation["description"].as_str().expect("a text");
        assert!(
            description.ends_with("Required permissions: `internal`."),
            "{description}"
        );
        for status in ["401", "403"] {
            let content = &operation["responses"][status]["content"];
            let schema = &content["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{path} {status}");
        }
        assert!(operation["responses"]["200"].is_object(), "{path}");
        assert!(operation["responses"].get("404").is_none(), "{path}");
    }
    let above = operation("get", "/above");
    let expected = "It is the same each time.\n\nRequired permissions: `internal`.";
    assert_eq!(above["description"], expected);
    assert_eq!(above["summary"], "Reads a number.");
}

#[test]
fn all_gates_of_a_stack_are_listed() {
    let stacked = operation("post", "/stacked");
    let listed = [
        "admin.configuration:GET",
        "any(group:sales, group:support)",
        "role:editor",
        "user",
    ];
    assert_eq!(stacked["x-required-permissions"], json!(listed));
    let scopes = ["admin.configuration:GET"];
    assert_eq!(
        stacked["security"],
        json!([{"bearer": scopes}, {"oauth2": scopes}])
    );
    assert_eq!(
        stacked["description"],
        "Required permissions: (`group:sales` or `group:support`), `admin.configuration:GET`, \
         `role:editor`, `user`."
    );
}

#[test]
fn alternatives_are_requirements_of_their_own() {
    let either = operation("put", "/either");
    let both = ["admin.configuration:GET", "admin.projects:GET"];
    let one = ["admin.configuration:UPDATE"];
    assert_eq!(
        either["security"],
        json!([{"bearer": both}, {"oauth2": both}, {"bearer": one}, {"oauth2": one}])
    );
    assert_eq!(
        either["description"],
        "Required permissions: (`admin.configuration:GET` and `admin.projects:GET`) or \
         `admin.configuration:UPDATE`."
    );
}

#[test]
fn permissions_of_projects_may_be_hidden() {
    let project = operation("get", "/projects/{project_id}");
    assert_eq!(
        project["x-required-permissions"],
        json!(["project.root:GET"])
    );
    assert!(project["responses"]["404"].is_object());
    assert_eq!(
        project["responses"]["403"],
        json!({"description": "the user's own words"})
    );
}

#[test]
fn open_operations_demand_nothing() {
    let public = operation("get", "/public");
    assert_eq!(
        public["security"],
        json!([{}, {"bearer": []}, {"oauth2": []}])
    );
    assert_eq!(public["x-required-permissions"], json!([]));
    assert!(public["responses"].get("401").is_none());

    let open = operation("get", "/open");
    assert_eq!(open["security"], json!([]));
    assert_eq!(open["x-required-permissions"], json!([]));
    assert_eq!(open["description"], "Open to everybody.");
}

#[test]
fn handlers_of_one_name_are_told_apart() {
    for (path, group, id) in [
        ("/other/orders/list", "group:sales", "handlers_orders_list"),
        (
            "/other/tickets/list",
            "group:support",
            "handlers_tickets_list",
        ),
    ] {
        let operation = operation("get", path);
        assert_eq!(
            operation["x-required-permissions"],
            json!([group]),
            "{path}"
        );
        assert_eq!(operation["operationId"], id);
    }
    assert_eq!(operation("get", "/above")["operationId"], "above");
}

#[test]
fn gates_of_scopes_accumulate() {
    for (path, listed) in [
        (
            "/shop/orders/all",
            &["group:auditor", "group:sales", "internal", "user"][..],
        ),
        ("/shop/tickets/all", &["group:support", "internal"]),
        (
            "/shop/by-hand",
            &[
                "any(role:publisher, admin.configuration:UPDATE)",
                "internal",
            ],
        ),
        ("/mounted/{id}", &["user"]),
    ] {
        assert_eq!(
            operation("get", path)["x-required-permissions"],
            json!(listed),
            "{path}"
        );
    }
    let by_hand = &operation("get", "/shop/by-hand")["security"];
    let update = ["admin.configuration:UPDATE"];
    assert_eq!(
        *by_hand,
        json!([{"bearer": []}, {"oauth2": []}, {"bearer": update}, {"oauth2": update}])
    );
}

#[test]
fn schemes_are_declared_with_every_scope() {
    let api = serde_json::to_value(api::documented()).expect("a document in JSON");
    let schemes = &api["components"]["securitySchemes"];
    assert_eq!(schemes["bearer"]["scheme"], "bearer");
    let password = &schemes["oauth2"]["flows"]["password"];
    assert_eq!(password["tokenUrl"], "/token");
    assert_eq!(
        password["scopes"],
        json!({
            "admin.configuration:GET": "The configuration: GET",
            "admin.configuration:UPDATE": "The configuration: UPDATE",
            "admin.projects:GET": "All projects: GET",
            "admin.projects:UPDATE": "All projects: UPDATE",
            "project.root:GET": "The project itself: GET",
            "project.root:UPDATE": "The project itself: UPDATE",
        })
    );
}

#[test]
fn documenting_again_changes_nothing() {
    let once = api::documented();
    let mut twice = once.clone();
    api::gates().document(&mut twice).expect("no contradiction");
    assert_eq!(
        once.to_pretty_json().expect("JSON"),
        twice.to_pretty_json().expect("JSON")
    );
}
