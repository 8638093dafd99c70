//! The projects with their members.

use serde_json::Value;

use crate::places::{HOSTILE, Places};

const PATH: &str = "/admin/projects";

#[actix_web::test]
async fn they_are_listed_whoever_may_know_of_them() {
    let places = Places::new().await;
    let ada = places.world.sign_in("ada").await;
    let page = ada.open(PATH).await;
    page.has("<a href=\"/admin/projects/project/1\">1</a>")
        .has("<a href=\"/admin/projects/team/1\">1</a>")
        .has("its members (private)")
        .has("all who work here (internal)")
        .has("Page 1 of 1, 10 in all")
        .has("<code>past</code> <span class=\"none\">(not declared")
        .has_not("/admin/projects/past")
        .has_not("<script>alert");
    for (_, path) in HOSTILE {
        page.has(&format!("href=\"/admin/projects/project/{path}\""));
    }
    let found = ada.open(&format!("{PATH}?search=%25")).await;
    found.has("50~2525").has("1 in all");
    for (query, status) in [
        ("serach=1", 400),
        ("page=0", 400),
        ("page=2", 200),
        ("format=xml", 400),
        ("search=%00", 400),
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, status, "{query}");
    }
}

#[actix_web::test]
async fn each_has_a_page_at_its_path_and_at_no_other() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    for (id, path) in HOSTILE {
        let page = cyd.open(&format!("{PATH}/project/{path}")).await;
        assert_eq!(page.status, 200, "{id:?}");
        page.has(&format!(
            "action=\"/admin/projects/project/{path}/members\""
        ))
        .has("<code>editor</code>")
        .has_not("<script>alert");
    }
    for path in [
        "project/a%2Fb",
        "project/50%25",
        "project/50%2525",
        "project/~2e~2e",
        "project/%2E%2E",
        "project/~31",
        "project/9",
        "project/~00",
        "Project/1",
        "past/1",
        "admin/1",
        "project/1~",
        "project/1%00",
    ] {
        let page = cyd.open(&format!("{PATH}/{path}")).await;
        assert_eq!(page.status, 404, "{path}");
    }
    for (query, status) in [
        ("page=0", 400),
        ("format=json", 400),
        ("x=1", 400),
        ("page=9", 200),
    ] {
        let page = cyd.open(&format!("{PATH}/project/1?{query}")).await;
        assert_eq!(page.status, status, "{query}");
    }
}

#[actix_web::test]
async fn members_stand_there_with_their_roles_and_what_these_open() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let page = cyd.open(&format!("{PATH}/project/1")).await;
    page.has("<a href=\"/admin/users/user?id=2\"><strong>Sam</strong>")
        .has("<a href=\"#role-reader\"><code>reader</code></a>")
        .has("99 <span class=\"none\">(no such account)</span>")
        .has("<code>&lt;b&gt;</code>: no role of such projects, it grants nothing")
        .has("<code>keeper</code>: no role of such projects, it grants nothing")
        .has("<li><code>project.pages:UPDATE</code></li>")
        .has("<code>PUT /api/projects/{project_id}/pages</code>, by itself")
        .has("<option value=\"editor\">editor</option>")
        .has("Page 1 of 1, 6 in all")
        .has_not("<option value=\"fan\"")
        .has_not("<option value=\"keeper\"")
        .has_not("<b>");
    // In project 2 they read, so that is all they give; and Sam may do more there.
    let page = cyd.open(&format!("{PATH}/project/2")).await;
    page.has("<option value=\"reader\">")
        .has_not("<option value=\"editor\"");
    page.has_not("Take away");
    // Who may nothing there looks, and changes nothing.
    let ada = places.world.sign_in("ada").await;
    let page = ada.open(&format!("{PATH}/project/1")).await;
    page.has("Sam").has_not("Take away").has_not("<option");
    let una = places.world.sign_in("una").await;
    let page = una.open(&format!("{PATH}/project/1")).await;
    page.has("Sam").has_not("Take away").has_not("<option");
}

#[actix_web::test]
async fn they_are_kept_as_a_file() {
    let places = Places::new().await;
    let ada = places.world.sign_in("ada").await;
    let csv = ada.open(&format!("{PATH}?format=csv")).await;
    let name = "attachment; filename=\"projects.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    assert_eq!(csv.text.lines().count(), 11);
    csv.has("project,1,private\r\n").has("team,1,internal\r\n");
    let json = ada.open(&format!("{PATH}?format=json&search=team")).await;
    let all: Value = serde_json::from_str(&json.text).unwrap();
    let expected = serde_json::json!([{ "scope": "team", "id": 1, "visibility": "internal" }]);
    assert_eq!(all, expected);
}
