//! Why somebody may or may not.

use serde_json::Value;

use crate::browser::world;

const PATH: &str = "/admin/explain";

#[actix_web::test]
async fn the_way_to_the_answer_is_told() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let form = ada.open(PATH).await;
    form.has("<form class=\"asking\" method=\"get\" action=\"/admin/explain\">")
        .has("name=\"user\"")
        .has("<option value=\"invoice\">")
        .has_not("data-answer");
    let no = ada
        .open(&format!(
            "{PATH}?user=3&token=&method=GET&path=/api/users&group="
        ))
        .await;
    assert_eq!(no.status, 200);
    no.has("<h2>GET /api/users: no</h2>")
        .has("<li data-depth=\"0\" data-answer=\"no\">")
        .has("The smallest change that would allow it")
        .has("have a role that gives `admin.users:GET`")
        .has("href=\"/admin/explain?user=3&amp;method=GET&amp;path=%2Fapi%2Fusers\"");
    let yes = ada
        .open(&format!("{PATH}?user=2&permission=admin.users:GET"))
        .await;
    yes.has("<h2>admin.users:GET: yes</h2>")
        .has("by the role `keeper`")
        .has_not("The smallest change");
    let model = ada
        .open(&format!("{PATH}?user=2&model=invoice&op=update"))
        .await;
    model
        .has("<h2>update of invoice: it depends on the record</h2>")
        .has("What the rules say of any record")
        .has("<strong>in <code>seller</code></strong>");
}

#[actix_web::test]
async fn names_are_no_markup() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open(&format!("{PATH}?user=1&group=seller")).await;
    page.has("<strong>Ada &lt;b&gt;</strong> (1, &quot;&gt;&lt;i&gt;)")
        .has_not("Ada <b>")
        .has_not("<i>");
    let hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for query in [
        format!("user={hostile}&group=seller"),
        format!("user=1&group={hostile}"),
        format!("user=1&method=GET&path={hostile}"),
        format!("{hostile}=1"),
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert!(page.status.is_client_error(), "{query}");
        page.has_not("<script>alert");
    }
}

#[actix_web::test]
async fn what_cannot_be_asked_is_said_above_the_form() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for (query, status, why) in [
        ("user=1", 400, "`method`: is missing"),
        ("group=seller", 400, "`user`: is missing"),
        (
            "user=1&group=nobody",
            400,
            "`group`: there is no such group",
        ),
        (
            "user=1&group=seller&op=read",
            400,
            "`op`: does not go with the others",
        ),
        ("user=77&group=seller", 404, "there is no such user"),
        (
            "user=1&method=GET&path=/nowhere",
            404,
            "there is no such route",
        ),
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, status, "{query}");
        page.has(&format!("role=\"alert\">{why}"))
            .has("name=\"user\"");
        let json = ada.open(&format!("{PATH}?{query}&format=json")).await;
        assert_eq!(json.status, status, "{query} as JSON");
    }
    for query in ["usr=1", "user=1&user=2", "user=1&group=seller&format=csv"] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, 400, "{query}");
    }
}

/// An answer without them would be a wrong one.
#[actix_web::test]
async fn what_is_not_given_is_not_answered() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for query in [
        "token=abc&group=seller",
        "user=1&model=invoice&op=read&id=3",
        "user=1&permission=admin.users:GET&project=3",
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, 500, "{query}");
        page.has("Something went wrong here").has_not("Access::");
    }
}

#[actix_web::test]
async fn it_is_kept_as_a_file() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let json = ada
        .open(&format!("{PATH}?user=3&group=seller&format=json"))
        .await;
    let name = "attachment; filename=\"explain.json\"";
    assert_eq!(json.header("content-disposition"), name);
    let verdict: Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(verdict["answer"], "no");
    assert_eq!(verdict["smallest_change"][0][0], "be in `seller`");
}
