//! Projects: who sees them, and what belongs to another one.

use serde_json::{Value, json};

use super::server::{
    ADMIN, AUDITOR, GUEST, Headers, MANAGER, PARTNER, READER, STAFF, WRITER, delete, get, limited,
    post, send, token,
};

/// A new project of the manager's.
pub(crate) fn project(visibility: &str) -> i64 {
    let new = json!({ "name": "Test", "description": "A test.", "visibility": visibility });
    let project = post("/api/projects", &token(MANAGER), &new).expect(201);
    assert_eq!(project["visibility"], visibility);
    project["id"].as_i64().unwrap()
}

pub(crate) fn add(project: i64, user: i64, role: &str) {
    let member = json!({ "user_id": user, "role": role });
    let path = format!("/api/projects/{project}/users");
    post(&path, &token(MANAGER), &member).expect(201);
}

fn ids(list: &Value) -> Vec<i64> {
    let list = list.as_array().unwrap().iter();
    list.map(|it| it["id"].as_i64().unwrap()).collect()
}

#[test]
fn a_list_shows_what_reading_one_by_one_would() {
    let seen = |headers: &Headers| {
        let seen = ids(&get("/api/projects", headers).expect(200));
        let seen = seen.into_iter().filter(|id| *id <= 2);
        seen.collect::<Vec<_>>()
    };
    for (uid, expected) in [
        (ADMIN, &[1, 2][..]),
        (MANAGER, &[1, 2]),
        (READER, &[1, 2]),
        (STAFF, &[1]),
        (PARTNER, &[2]),
        (AUDITOR, &[1, 2]),
    ] {
        assert_eq!(seen(&token(uid)), expected, "user {uid}");
    }
    assert_eq!(seen(&limited(ADMIN, "admin.users:GET")), [0; 0]);
    assert_eq!(seen(&limited(ADMIN, "admin.projects:GET")), [1, 2]);
    assert_eq!(seen(&limited(MANAGER, "project.root:GET")), [1, 2]);
}

#[test]
fn changes_count_at_the_next_request() {
    let id = project("private");
    let (path, list) = (format!("/api/projects/{id}"), "/api/projects");
    let status = |uid: i64| get(&path, &token(uid)).status;
    let listed = |uid: i64| ids(&get(list, &token(uid)).expect(200)).contains(&id);
    let all = || [STAFF, PARTNER, GUEST].map(status);
    assert_eq!(all(), [404; 3]);

    let open = json!({ "name": "Test", "description": "A test.", "visibility": "internal" });
    send("PATCH", &path, &token(MANAGER), &open).expect(200);
    assert_eq!(all(), [200, 404, 404]);
    assert!(listed(STAFF) && !listed(PARTNER));

    add(id, PARTNER, "writer");
    assert_eq!(status(PARTNER), 200);
    let volume = format!("{path}/models");
    get(&volume, &token(PARTNER)).expect(200);
    let role = json!({ "role": "manager" });
    let member = format!("{path}/users/{PARTNER}");
    get(&format!("{path}/users"), &token(PARTNER)).expect(403);
    send("PATCH", &member, &token(MANAGER), &role).expect(200);
    get(&format!("{path}/users"), &token(PARTNER)).expect(200);
    delete(&member, &token(MANAGER)).expect(204);
    assert_eq!(status(PARTNER), 404);

    delete(&path, &token(STAFF)).expect(403);
    delete(&path, &token(PARTNER)).expect(404);
    delete(&path, &token(ADMIN)).expect(204);
    for uid in [ADMIN, MANAGER, STAFF] {
        assert_eq!(status(uid), 404);
        assert!(!listed(uid));
    }
}

#[test]
fn other_spellings_of_a_project_are_none() {
    for spelling in [
        "01", "+1", "1%2F", "%31%00", "-0", "1.0", "1e0", "0x1", "me", "%2e", "١",
    ] {
        let spelling = spelling.replace('١', "%D9%A1");
        let answer = get(&format!("/api/projects/{spelling}"), &token(ADMIN));
        assert_eq!(answer.status, 404, "{spelling}: {}", answer.body);
    }
    // Decoded, it is the same; and asked about the same.
    get("/api/projects/%32", &token(MANAGER)).expect(200);
    get("/api/projects/%32", &token(STAFF)).expect(404);
    for path in [
        "/api/projects/1/../2",
        "/api/projects//2",
        "/api/projects/2/",
        "/API/projects/2",
    ] {
        assert_eq!(get(path, &token(STAFF)).status, 404, "{path}");
    }
}

#[test]
fn what_belongs_to_another_project_is_not_there() {
    let manager = token(MANAGER);
    let name = json!({ "name": "Stolen" });
    send("PATCH", "/api/projects/1/models/3", &manager, &name).expect(404);
    delete("/api/projects/1/models/3", &manager).expect(404);
    delete("/api/projects/1/git-links/2", &manager).expect(404);
    get("/api/projects/1/models/3/restrictions", &manager).expect(404);
    get("/api/projects/1/pipelines/2/runs", &manager).expect(404);
    post("/api/projects/1/pipelines/2/runs", &manager, &Value::Null).expect(404);
    delete("/api/projects/1/pipelines/2", &manager).expect(404);
    post(
        "/api/projects/1/models/3/copy",
        &manager,
        &json!({ "project_id": 1 }),
    )
    .expect(404);
    let link =
        json!({ "model_id": 3, "url": "x", "branch": "x", "username": "x", "password": "x" });
    post("/api/projects/1/git-links", &manager, &link).expect(404);
    let pipeline = json!({ "model_id": 3, "schedule": "x" });
    post("/api/projects/1/pipelines", &manager, &pipeline).expect(404);
}

/// The gate cannot know of a project that the body names.
#[test]
fn a_project_in_the_body_is_asked_about() {
    let id = project("private");
    add(id, WRITER, "writer");
    let copy = |uid: i64, to: i64| {
        let to = json!({ "project_id": to });
        post("/api/projects/2/models/3/copy", &token(uid), &to).status
    };
    assert_eq!(copy(MANAGER, id), 201);
    assert_eq!(copy(ADMIN, id), 201);
    assert_eq!(copy(WRITER, id), 403);
    assert_eq!(copy(READER, id), 404);
    assert_eq!(copy(MANAGER, 999), 404);
    let limit = limited(MANAGER, "project.tool_models:GET");
    let refused = post(
        "/api/projects/2/models/3/copy",
        &limit,
        &json!({ "project_id": id }),
    );
    assert_eq!(
        refused.expect(403)["missing"],
        json!(["project.tool_models:CREATE"])
    );

    let start = |uid: i64, project: i64, read_only: bool| {
        let new =
            json!({ "tool_id": 1, "project_id": project, "read_only": read_only, "title": "x" });
        post("/api/sessions", &token(uid), &new).status
    };
    assert_eq!(start(WRITER, id, false), 201);
    assert_eq!(start(READER, 2, true), 201);
    assert_eq!(start(READER, 2, false), 403);
    assert_eq!(start(STAFF, 1, true), 201);
    assert_eq!(start(STAFF, 1, false), 403);
    assert_eq!(start(STAFF, id, true), 404);
    assert_eq!(start(PARTNER, 1, true), 404);
}
