//! Roles that are defined at run time, and who may hand them out.

use serde_json::{Value, json};

use super::projects::{add, project};
use super::server::{ADMIN, MANAGER, delete, get, post, send, token};

/// A new account without a role.
fn account(login: &str) -> i64 {
    let new = json!({ "login": login, "name": login, "group": "internal" });
    let account = post("/api/users", &token(ADMIN), &new).expect(201);
    account["id"].as_i64().unwrap()
}

fn define(name: &str, permissions: &Value) {
    let role = json!({ "title": name, "permissions": permissions });
    send("PUT", &format!("/api/roles/{name}"), &token(ADMIN), &role).expect(200);
}

fn give(uid: i64, role: &str, by: i64) -> (u16, Value) {
    let answer = send(
        "PUT",
        &format!("/api/users/{uid}/roles/{role}"),
        &token(by),
        &Value::Null,
    );
    (
        answer.status,
        serde_json::from_str(&answer.body).unwrap_or_default(),
    )
}

#[test]
fn a_role_counts_from_the_next_request_on() {
    let uid = account("counts");
    let may = || get("/api/admin/monitoring", &token(uid)).status;
    define("counts", &json!(["admin.monitoring:GET"]));
    assert_eq!(may(), 403);
    assert_eq!(give(uid, "counts", ADMIN).0, 204);
    assert_eq!(may(), 200);
    define("counts", &json!(["admin.events:GET"]));
    assert_eq!(may(), 403);
    get("/api/admin/events", &token(uid)).expect(200);
    delete("/api/roles/counts", &token(ADMIN)).expect(204);
    get("/api/admin/events", &token(uid)).expect(403);
    // The name alone brings nothing back.
    define("counts", &json!(["admin.monitoring:GET"]));
    assert_eq!(may(), 403);
}

#[test]
fn what_is_no_role() {
    for (name, permissions) in [
        ("wrong", json!(["admin.user:GET"])),
        ("wrong", json!(["admin.events:DELETE"])),
        ("wrong", json!(["everything"])),
        ("wrong", json!(["admin.events:GET", "project.root:GET"])),
        ("9wrong", json!(["admin.events:GET"])),
        // It is one of members, and stays one.
        ("writer", json!(["admin.events:GET"])),
    ] {
        let role = json!({ "title": "Wrong", "permissions": permissions });
        send("PUT", &format!("/api/roles/{name}"), &token(ADMIN), &role).expect(400);
    }
    delete("/api/roles/administrator", &token(ADMIN)).expect(400);
    let known = get("/api/roles", &token(ADMIN)).expect(200).to_string();
    assert!(!known.contains("rong"), "{known}");
    assert_eq!(give(5, "writer", ADMIN).0, 400);
    assert_eq!(give(999, "auditor", ADMIN).0, 404);
}

#[test]
fn nobody_hands_out_what_they_do_not_have() {
    let (clerk, friend) = (account("clerk"), account("friend"));
    define("clerk", &json!(["admin.users:GET", "admin.users:UPDATE"]));
    assert_eq!(give(clerk, "clerk", ADMIN).0, 204);
    let (status, refused) = give(clerk, "administrator", clerk);
    assert_eq!(
        (status, &refused["missing"]),
        (403, &json!(["user.sessions:GET"]))
    );
    assert_eq!(give(friend, "auditor", clerk).0, 403);
    assert_eq!(give(friend, "clerk", clerk).0, 204);

    let keeper = account("keeper");
    define("keeper", &json!(["admin.configuration:UPDATE"]));
    give(keeper, "keeper", ADMIN);
    let more = json!({ "title": "x", "permissions": ["admin.users:UPDATE"] });
    send("PUT", "/api/roles/keeper", &token(keeper), &more).expect(403);
    get("/api/users", &token(keeper)).expect(403);
}

/// A role counts for the members who have it already: whoever defines it anew may be one of them.
#[test]
fn nobody_widens_the_role_they_have_in_a_project() {
    let id = project("private");
    let member = account("widening");
    define("widening", &json!(["admin.configuration:UPDATE"]));
    assert_eq!(give(member, "widening", ADMIN).0, 204);
    define("guide", &json!(["project.root:GET"]));
    add(id, member, "guide");
    let more = json!({ "title": "x", "permissions": ["project.root:GET", "project.root:DELETE"] });
    let refused = send("PUT", "/api/roles/guide", &token(member), &more).expect(403);
    assert_eq!(refused["missing"], json!(["admin.projects:GET"]));
    delete(&format!("/api/projects/{id}"), &token(member)).expect(403);
}

#[test]
fn members_hand_out_no_more_than_they_may() {
    let id = project("private");
    let (helper, friend) = (account("helper"), account("invited"));
    let permissions = [
        "project.root:GET",
        "project.project_users:CREATE",
        "project.project_users:UPDATE",
    ];
    define("helper", &json!(permissions));
    add(id, helper, "helper");
    let path = format!("/api/projects/{id}/users");
    let invite = |role: &str| {
        let member = json!({ "user_id": friend, "role": role });
        post(&path, &token(helper), &member).status
    };
    assert_eq!([invite("manager"), invite("reader")], [403, 403]);
    let myself = format!("{path}/{helper}");
    send(
        "PATCH",
        &myself,
        &token(helper),
        &json!({ "role": "manager" }),
    )
    .expect(403);
    assert_eq!(invite("helper"), 201);
    assert_eq!(invite("helper"), 409);
    // Roles outside of projects are none of members, and the other way round.
    for role in ["administrator", "user", "auditor", "nothing"] {
        let member = json!({ "user_id": 5, "role": role });
        post(&path, &token(MANAGER), &member).expect(400);
    }
}

#[test]
fn who_is_gone_is_gone() {
    let uid = account("leaver");
    give(uid, "auditor", ADMIN);
    let session = token(uid);
    get("/api/admin/events", &session).expect(200);
    let path = format!("/api/users/{uid}");
    send("PATCH", &path, &token(ADMIN), &json!({ "blocked": true })).expect(200);
    get("/api/admin/events", &session).expect(403);
    delete(&path, &token(ADMIN)).expect(204);
    get("/api/admin/events", &session).expect(401);
    delete(&path, &token(ADMIN)).expect(404);
    delete("/api/users/1", &token(ADMIN)).expect(400);
}
