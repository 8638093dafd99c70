//! Personal access tokens.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::projects::{add, project};
use super::server::{
    ADMIN, MANAGER, STAFF, access_token, delete, get, in_an_hour, limited, post, send, token,
};

#[test]
fn a_token_may_do_what_it_was_given_and_its_owner_may() {
    let manager = token(MANAGER);
    let pat = access_token(
        &manager,
        &json!(["user.sessions:GET"]),
        &json!(["project.tool_models:GET"]),
    );
    get("/api/sessions", &pat).expect(200);
    get("/api/projects/2/models", &pat).expect(200);
    get("/api/projects/2", &pat).expect(403);
    post("/api/feedback", &pat, &json!({ "stars": 1, "text": "x" })).expect(403);
    // Project 1 is not one of its projects; it may be known of, and no more.
    get("/api/projects/1/models", &pat).expect(403);

    let listed = get("/api/tokens", &manager).expect(200);
    let mine = listed["tokens"].as_array().unwrap().iter();
    let secret = pat[0].1.split('_').nth(1).unwrap().to_owned();
    let mine = mine
        .clone()
        .find(|it| it["id"] == *secret)
        .expect("it is listed");
    assert_eq!(
        mine["used"],
        json!(["project.tool_models:GET", "user.sessions:GET"])
    );
    delete(&format!("/api/tokens/{secret}"), &token(STAFF)).expect(404);
    delete(&format!("/api/tokens/{secret}"), &manager).expect(204);
    get("/api/sessions", &pat).expect(401);
}

#[test]
fn being_an_administrator_is_no_way_around_it() {
    let pat = access_token(&token(ADMIN), &json!(["admin.events:GET"]), &json!([]));
    get("/api/admin/events", &pat).expect(200);
    get("/api/admin/monitoring", &pat).expect(403);
    get("/api/users", &pat).expect(403);
    // Its owner is no member, and what an administrator inherits is not in it.
    get("/api/projects/2", &pat).expect(404);
    get("/api/projects/1", &pat).expect(403);
    delete("/api/projects/2", &pat).expect(404);
}

#[test]
fn what_the_owner_loses_the_token_loses() {
    let new = json!({ "login": "losing", "name": "Losing", "group": "internal" });
    let uid = post("/api/users", &token(ADMIN), &new).expect(201)["id"]
        .as_i64()
        .unwrap();
    for role in ["user", "auditor"] {
        send(
            "PUT",
            &format!("/api/users/{uid}/roles/{role}"),
            &token(ADMIN),
            &json!(null),
        )
        .expect(204);
    }
    let id = project("private");
    add(id, uid, "reader");
    let projects =
        json!([{ "scope": "project", "project": id, "permissions": ["project.root:GET"] }]);
    let body = json!({ "title": "x", "description": "", "expires_at": in_an_hour(),
        "permissions": ["admin.events:GET"], "projects": projects });
    let made = post("/api/tokens", &token(uid), &body).expect(201);
    let pat = super::server::bearer(made["secret"].as_str().unwrap());
    let path = format!("/api/projects/{id}");
    get("/api/admin/events", &pat).expect(200);
    get(&path, &pat).expect(200);

    delete(&format!("/api/users/{uid}/roles/auditor"), &token(ADMIN)).expect(204);
    get("/api/admin/events", &pat).expect(403);
    delete(&format!("{path}/users/{uid}"), &token(MANAGER)).expect(204);
    // The project is one of the token's, so it may be known of no more than its owner may.
    assert!([403, 404].contains(&get(&path, &pat).status));
    delete(&format!("/api/users/{uid}"), &token(ADMIN)).expect(204);
    get("/api/git-servers", &pat).expect(401);
}

#[test]
fn nobody_makes_a_token_that_may_more() {
    let ask = |permissions: &[&str], project: i64, in_project: &[&str]| {
        let projects =
            json!([{ "scope": "project", "project": project, "permissions": in_project }]);
        json!({ "title": "x", "description": "", "expires_at": in_an_hour(),
            "permissions": permissions, "projects": projects })
    };
    let staff = token(STAFF);
    let refused = post("/api/tokens", &staff, &ask(&["admin.users:GET"], 1, &[]));
    assert_eq!(refused.expect(403)["missing"], json!(["admin.users:GET"]));
    let refused = post(
        "/api/tokens",
        &staff,
        &ask(&[], 1, &["project.root:DELETE"]),
    );
    assert_eq!(
        refused.expect(403)["missing"],
        json!(["project.root:DELETE"])
    );
    post("/api/tokens", &staff, &ask(&[], 2, &["project.root:GET"])).expect(404);
    // A session that is limited makes none that is not.
    let limit = limited(ADMIN, "user.tokens:CREATE admin.users:GET");
    post("/api/tokens", &limit, &ask(&["admin.users:DELETE"], 1, &[])).expect(403);
    post("/api/tokens", &limit, &ask(&["admin.users:GET"], 1, &[])).expect(201);
}

#[test]
fn administrators_see_and_revoke_all_of_them() {
    let pat = access_token(&token(MANAGER), &json!(["user.sessions:GET"]), &json!([]));
    let id = pat[0].1.split('_').nth(1).unwrap().to_owned();
    let all = get("/api/tokens/all?owner=2", &token(ADMIN)).expect(200);
    assert!(all.to_string().contains(&id));
    get("/api/tokens/all?ovner=2", &token(ADMIN)).expect(400);
    delete(&format!("/api/tokens/all/{id}"), &token(MANAGER)).expect(403);
    delete(&format!("/api/tokens/all/{id}"), &token(ADMIN)).expect(204);
    get("/api/sessions", &pat).expect(401);
}

/// Against the schemas that the document gives.
#[test]
fn answers_have_the_documented_shape() {
    let document = get("/openapi.json", &Vec::new()).expect(200);
    let fits = |schema: &str, value: &Value| {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let name = "https://collab.example/openapi.json";
        compiler.add_resource(name, document.clone()).unwrap();
        let place = format!("{name}#/components/schemas/{schema}");
        let schema = compiler.compile(&place, &mut schemas).unwrap();
        schemas.validate(value, schema).is_ok()
    };
    let admin = token(ADMIN);
    let ask = json!({ "title": "x", "expires_at": in_an_hour(), "permissions": ["admin.events:GET"],
        "projects": [{ "scope": "project", "project": 1 }] });
    let created = post("/api/tokens", &admin, &ask).expect(201);
    let mistakes = post("/api/tokens", &admin, &json!({})).expect(422);
    let malformed = post("/api/tokens", &admin, &json!("x")).expect(400);
    let revoked = delete("/api/tokens/all?owner=999", &admin).expect(200);
    let missing = delete("/api/tokens/0000000000000000", &admin).expect(404);
    for (schema, value) in [
        ("NewToken", &ask),
        ("CreatedToken", &created),
        ("TokenProblem", &mistakes),
        ("TokenProblem", &malformed),
        ("TokenList", &get("/api/tokens", &admin).expect(200)),
        ("TokenList", &get("/api/tokens/all", &admin).expect(200)),
        ("RevokedTokens", &revoked),
        ("Problem", &missing),
    ] {
        assert!(fits(schema, value), "{schema}: {value:#}");
    }
    assert!(!fits("NewToken", &json!({})));
    assert!(!fits("TokenInfo", &created));
}
