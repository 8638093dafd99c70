//! Lists: their columns, parts, orders and filters.

use crate::browser::world;

const LIST: &str = "/admin/sales/invoices";

#[actix_web::test]
async fn a_list_has_what_its_reader_may_see() {
    let world = world().await;
    let all = world.sign_in("ada").await.open(LIST).await;
    all.has("1–25 of 30")
        .has("Page 1 of 2")
        .has("<th class=\"number\" scope=\"col\"");
    all.has("Total in cents")
        .has(">7001<")
        .has("<span class=\"badge\">draft</span>");
    all.has("&lt;script&gt;alert(1)").has_not("<script>alert");
    all.has("<span class=\"none\" title=\"Empty\">–</span>");
    let own = world.sign_in("sam").await.open(LIST).await;
    own.has("1–15 of 15")
        .has("A-002")
        .has_not("A-001")
        .has_not(">7002<")
        .has_not("Cost");
}

#[actix_web::test]
async fn a_list_goes_on_and_is_sorted() {
    let world = world().await;
    let browser = world.sign_in("ada").await;
    let page = browser.open(&format!("{LIST}?page=2&sort=-number")).await;
    page.has("26–30 of 30").has("A-001").has_not("A-030");
    page.has("aria-sort=\"descending\"")
        .has("rel=\"prev\"")
        .has_not("rel=\"next\"");
    browser.open(LIST).await.has("aria-sort=\"ascending\"");
    let beyond = browser.open(&format!("{LIST}?page=9")).await;
    beyond.has("There is no page 9").has("?page=2\"");
}

#[actix_web::test]
async fn filters_are_a_form_that_leads_to_a_link() {
    let world = world().await;
    let browser = world.sign_in("ada").await;
    let sent = browser.open(&format!("{LIST}?sort=-number&search=&how.status=is&with.status=sent&how.total=at_least&with.total=&how.note=empty&with.note=")).await;
    let link = format!("{LIST}?sort=-number&filter.status.is=sent&filter.note.is_empty=true");
    assert_eq!(sent.leads(), (303, link.as_str()));
    let page = browser.open(&link).await;
    page.has("1–10 of 10")
        .has("Status is sent")
        .has("Note is empty")
        .has("Clear all");
    page.has("<option value=\"sent\" selected>sent</option>");
    let nothing = browser.open(&format!("{LIST}?search=zzz")).await;
    nothing.has("Nothing matches").has("Clear the filter");
    // A text that was searched for is no markup.
    let hostile = browser
        .open(&format!("{LIST}?search=%22%3E%3Cscript%3E1"))
        .await;
    hostile
        .has_not("\"><script>1")
        .has("&quot;&gt;&lt;script&gt;1");
}

#[actix_web::test]
async fn what_is_not_understood_shows_no_list() {
    let world = world().await;
    let browser = world.sign_in("sam").await;
    for (query, status, part) in [
        ("filter.nonsense=1", 400, "nonsense"),
        ("filter.number=A-001", 400, "number"),
        ("filter.status.drop=1", 400, "filter.status.drop"),
        ("filter.total.at_least=many", 400, "filter.total"),
        ("page=0", 400, "page"),
        ("x=1", 400, "`x`"),
        ("said=saved&said=saved", 400, "said"),
        ("filter.cost=7002", 403, "invoice.cost:read"),
        ("sort=cost", 403, "invoice.cost:read"),
    ] {
        let page = browser.open(&format!("{LIST}?{query}")).await;
        assert_eq!(page.status, status, "{query}\n{}", page.text);
        page.has(part).has_not("A-002").has("Back to “Invoices”");
    }
}

/// Who may list and not filter.
#[actix_web::test]
async fn a_filter_is_a_permission_of_its_own() {
    let world = world().await;
    let ivy = world.sign_in("ivy").await;
    let list = ivy.open("/admin/tags?sort=about").await;
    list.has("about new").has_not("class=\"filters\"");
    for query in ["filter.name=new", "filter.name.contains=n"] {
        let page = ivy.open(&format!("/admin/tags?{query}")).await;
        assert_eq!(page.status, 403, "{query}");
        page.has_not("about new");
    }
    let ada = world.sign_in("ada").await;
    ada.open("/admin/tags?filter.name=new")
        .await
        .has("about new")
        .has("class=\"filters\"");
}

#[actix_web::test]
async fn buttons_are_what_one_may_do() {
    let world = world().await;
    let ada = world.sign_in("ada").await.open(LIST).await;
    ada.has("href=\"/admin/sales/invoices/new\"")
        .has("id=\"bulk\"")
        .has("Mark paid");
    ada.has("Delete what is chosen").has("data-all hidden");
    let sam = world.sign_in("sam").await;
    sam.open(LIST)
        .await
        .has("id=\"bulk\"")
        .has_not("Delete what is chosen");
    let record = sam.open("/admin/sales/invoices/2").await;
    record
        .has("/2/edit")
        .has_not("/2/delete")
        .has_not("Remind")
        .has("Mark paid");
    let record = world
        .sign_in("ada")
        .await
        .open("/admin/sales/invoices/2")
        .await;
    record
        .has("/2/edit")
        .has("/2/delete")
        .has("/actions/remind?key=2");
}

#[actix_web::test]
async fn any_key_leads_to_its_record() {
    let world = world().await;
    let browser = world.sign_in("ivy").await;
    let list = browser.open("/admin/tags").await;
    for (path, name) in [("~new", "new"), ("~2E~2E", ".."), ("a~2Fb", "a/b")] {
        list.has(&format!("href=\"/admin/tags/{path}\""));
        let page = browser.open(&format!("/admin/tags/{path}")).await;
        assert_eq!(page.status, 200, "{path}");
        page.has(&format!("about {name}"));
    }
    for path in ["~old", "~..", "%00", "-1", "a%20b"] {
        assert_eq!(
            browser.open(&format!("/admin/tags/{path}")).await.status,
            404
        );
    }
}
