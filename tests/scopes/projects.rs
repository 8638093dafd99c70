//! Projects as handlers ask about them.

use guard_runtime::{Env, requires_scope};
use serde_json::{Value, json};

use crate::app::{app, get, insufficient};
use crate::declared::scopes;
use crate::people::{People, builder, user};
use crate::support::token;

#[actix_web::test]
async fn asking_for_another_project_than_the_path_names() {
    let app = app!(builder(&People::default()));
    for (who, uri, status, body) in [
        (token("portal"), "/projects/1/copy/2", 200, "copied"),
        (token("portal"), "/projects/1/copy/1", 403, ""),
        (token("portal"), "/projects/1/copy/3", 404, ""),
        (token("portal"), "/projects/1/copy/9", 404, ""),
        (token("portal"), "/projects/1/copy/02", 404, ""),
        (token("portal"), "/projects/1/copy/down", 503, ""),
        (token("portal"), "/projects/2/copy/2", 403, ""),
        (token("portal"), "/projects/3/copy/2", 404, ""),
        (token("portal"), "/may_copy/2", 200, "true"),
        (token("portal"), "/may_copy/1", 200, "false"),
        (token("portal"), "/may_copy/3", 404, ""),
        (token("portal"), "/may_copy/down", 503, ""),
        (token("admin"), "/may_copy/3", 200, "true"),
        (token("admin"), "/may_copy/9", 404, ""),
        ("limited_portal".to_owned(), "/may_copy/1", 200, "false"),
        ("limited_portal".to_owned(), "/may_copy/2", 404, ""),
        ("limited_portal".to_owned(), "/projects/1/copy/2", 404, ""),
        ("limited_admin".to_owned(), "/may_copy/1", 404, ""),
        (token("portal"), "/projects/1/tools", 403, ""),
        (token("muddle"), "/projects/1/tools", 200, "true"),
        (
            "limited_muddle".to_owned(),
            "/projects/1/tools",
            200,
            "true",
        ),
    ] {
        let (found, _, text) = get!(app, uri, Some(&who));
        assert_eq!(found, status, "{uri}: {text}");
        if status == 200 {
            assert_eq!(text, body, "{uri}");
        }
    }
    // The challenge names what was passed on the way, and then what is lacking.
    let (_, challenge, body) = get!(app, "/projects/1/tools", Some(&token("portal")));
    assert_eq!(challenge, insufficient("project.root:GET admin.tools:GET"));
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    assert_eq!(problem["missing"], json!(["admin.tools:GET"]));
    let (_, challenge, _) = get!(app, "/projects/1/copy/1", Some(&token("portal")));
    assert_eq!(
        challenge,
        insufficient("project.root:GET project.models:UPDATE")
    );
    // Who has not signed in is asked to.
    for uri in ["/public", "/public_tools"] {
        let (status, challenge, _) = get!(app, uri, None);
        assert_eq!(
            (status, challenge.as_str()),
            (401, "Bearer realm=\"api\""),
            "{uri}"
        );
    }
}

#[actix_web::test]
async fn a_project_that_matters_to_nobody_is_not_asked_about() {
    let people = People::default();
    let app = app!(builder(&people));
    // Everybody may, and nobody has signed in.
    assert_eq!(get!(app, "/projects/1/public", None).0, 200);
    assert_eq!(get!(app, "/projects/9/public", Some("a.b.c")).0, 200);
    assert_eq!(get!(app, "/projects/1/models", None).0, 401);
    assert_eq!(get!(app, "/signed_in", Some(&token("portal"))).0, 200);
    assert_eq!(people.take(), Vec::<String>::new());
    assert_eq!(
        get!(app, "/projects/9/public", Some(&token("portal"))).0,
        200
    );
    assert_eq!(people.take(), ["project 9 portal"]);
}

#[actix_web::test]
async fn permissions_of_projects_held_by_users_grant_nothing() {
    let people = People::default();
    let app = app!(builder(&people));
    for (id, expected) in [("1", 200), ("2", 403), ("3", 404), ("9", 404)] {
        let uri = format!("/projects/{id}/models");
        assert_eq!(get!(app, &uri, Some(&token("muddle"))).0, expected, "{uri}");
    }
    let env = Env::of(user("muddle")).expect("a good user");
    assert_eq!(env.permissions().to_string(), "admin.tools:GET");
    assert!(!requires_scope(scopes::project::root::GET).allows(&env));
}
