//! What a handler shows to one and leaves out for another.

use serde_json::json;

use super::server::{
    ADMIN, AUDITOR, Headers, MANAGER, PARTNER, READER, WRITER, delete, get, limited, send, token,
};

#[test]
fn who_may_change_a_link_sees_more_of_it() {
    let links = |headers: &Headers| get("/api/projects/2/git-links", headers);
    for (headers, sees) in [
        (token(ADMIN), true),
        (token(MANAGER), true),
        (token(WRITER), false),
        (token(READER), false),
        (token(PARTNER), false),
        (limited(MANAGER, "project.git_model_links:GET"), false),
        (limited(ADMIN, "admin.projects:GET"), false),
    ] {
        let answer = links(&headers);
        let link = answer.expect(200)[0].clone();
        assert_eq!(link["username"].is_string(), sees, "{link}");
        assert!(!answer.body.contains("password") && !answer.body.contains("not shown"));
    }
}

#[test]
fn sessions_are_ones_own_but_for_who_may_see_all() {
    let owners = |uid: i64| {
        let sessions = get("/api/sessions", &token(uid)).expect(200);
        let sessions = sessions.as_array().unwrap().iter();
        let mut owners = sessions
            .map(|it| it["owner_id"].as_i64().unwrap())
            .collect::<Vec<_>>();
        owners.sort_unstable();
        owners.dedup();
        owners
    };
    assert_eq!(owners(MANAGER), [MANAGER]);
    assert!(owners(ADMIN).len() > 2);
    assert!(owners(AUDITOR).len() > 2);
    // Seeing them all is not ending them.
    delete("/api/sessions/1", &token(ADMIN)).expect(404);
    send(
        "PATCH",
        "/api/sessions/1",
        &token(AUDITOR),
        &json!({ "title": "x" }),
    )
    .expect(404);
}
