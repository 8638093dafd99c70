//! The matrix.

use serde_json::Value;

use crate::browser::world;

const PATH: &str = "/admin/matrix";

#[actix_web::test]
async fn it_says_yes_no_and_the_rule() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open(PATH).await;
    assert_eq!(page.status, 200);
    page.has("<h2>invoice ")
        .has("<h2>tag ")
        .has("What they owe.")
        .has("<span class=\"none\">no</span>")
        .has("<strong>yes</strong> <span class=\"mark\">own</span>")
        .has("inherited from seller")
        .has("where owner_id is the user's id")
        .has("<details><summary>SQL</summary>")
        .has("for everybody, only where ")
        .has("all that the rules for everybody leave")
        .has("<strong>read <code>cost</code></strong>: manager");
    page.has_not("<script>alert").has_not("\"<script>\"");
}

#[actix_web::test]
async fn it_is_narrowed_by_model_and_group() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open(&format!("{PATH}?model=tag&group=seller")).await;
    page.has("<h2>tag ")
        .has_not("<h2>invoice ")
        .has("<th scope=\"col\" title=\"Sells.\">seller</th>")
        .has_not(">manager</th>")
        .has("inherited from core_internal")
        .has("href=\"/admin/matrix?model=tag&amp;group=seller&amp;format=csv\"")
        .has("<option value=\"tag\" selected>");
    let all = ada.open(&format!("{PATH}?model=&group=")).await;
    all.has("<h2>invoice ").has("<h2>tag ");
    for query in [
        "model=nothing",
        "group=nobody",
        "modle=tag",
        "model=tag&model=tag",
        "format=xml",
        "format=csv&model=nothing",
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, 400, "{query}");
        page.has("This cannot be asked so");
    }
    let hostile = ada.open(&format!("{PATH}?%3Cscript%3Ealert(1)=1")).await;
    assert_eq!(hostile.status, 400);
    hostile.has("&lt;script&gt;alert").has_not("<script>alert");
}

#[actix_web::test]
async fn it_is_kept_as_a_file() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let csv = ada.open(&format!("{PATH}?format=csv&model=tag")).await;
    assert!(csv.header("content-type").starts_with("text/csv"));
    let name = "attachment; filename=\"matrix.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    assert_eq!(csv.header("cache-control"), "no-store");
    csv.has("tag,read,,seller,yes,inherited,core_internal,,\r\n")
        .has_not("invoice");
    let json = ada.open(&format!("{PATH}?format=json&group=manager")).await;
    assert_eq!(json.header("content-type"), "application/json");
    let matrix: Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(matrix["groups"].as_array().unwrap().len(), 1);
    let cells = matrix["models"][0]["rows"][0]["cells"].as_array().unwrap();
    assert_eq!((cells.len(), &cells[0]["group"]), (1, &"manager".into()));
}
