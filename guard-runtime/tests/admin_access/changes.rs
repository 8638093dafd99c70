//! What was handed out and taken away.

use serde_json::Value;

use crate::browser::world;

const PATH: &str = "/admin/changes";

#[actix_web::test]
async fn the_newest_stand_first() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open(PATH).await;
    page.has("<th scope=\"row\">60</th>")
        .has("<th scope=\"row\">11</th>")
        .has_not("<th scope=\"row\">10</th>")
        .has("Page 1 of 2, 60 in all")
        .has("href=\"/admin/changes?page=2\" rel=\"next\"")
        .has("=&lt;script&gt;alert(1)&lt;/script&gt;")
        .has_not("<script>alert");
    let page = ada.open(&format!("{PATH}?page=2")).await;
    page.has("<th scope=\"row\">10</th>")
        .has("<td>core_internal</td><td>seller</td>")
        .has_not("<th scope=\"row\">11</th>")
        .has_not("rel=\"next\"");
    let page = ada.open(&format!("{PATH}?user=3")).await;
    page.has("Page 1 of 1, 30 in all")
        .has("<th scope=\"row\">59</th>")
        .has_not("<th scope=\"row\">60</th>");
    let nobody = ada.open(&format!("{PATH}?actor=9")).await;
    nobody.has("Nothing was changed.");
    for query in [
        "page=0",
        "page=x",
        "page=-1",
        "usr=3",
        "page=99999999999",
        "format=pdf",
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, 400, "{query}");
    }
}

#[actix_web::test]
async fn a_file_has_all_of_them_and_runs_nothing() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let csv = ada.open(&format!("{PATH}?format=csv&page=2")).await;
    let name = "attachment; filename=\"changes.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    assert_eq!(csv.text.lines().count(), 61);
    csv.has(",\"'=<script>alert(1)</script>\"\r\n");
    let json = ada.open(&format!("{PATH}?format=json&user=2")).await;
    let all: Value = serde_json::from_str(&json.text).unwrap();
    let all = all.as_array().unwrap();
    assert_eq!((all.len(), &all[0]["id"]), (30, &60.into()));
}
