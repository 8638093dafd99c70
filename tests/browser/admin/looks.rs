//! How the pages look.

use serde_json::json;

use crate::browser::Browser;
use crate::measure::look;

#[actix_web::test]
async fn every_page_is_readable() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.open("/admin/sign-in").await;
    look(&browser, "admin-sign-in").await;
    browser.sign_in("manager").await;
    for (name, path) in [
        ("home", ""),
        ("dashboard", "/dashboard"),
        ("invoices", "/sales/invoices"),
        ("invoice", "/sales/invoices/6"),
        ("invoice-edit", "/sales/invoices/6/edit"),
        ("remind", "/sales/invoices/actions/remind?key=6"),
        (
            "many",
            "/sales/invoices/update?field=internal_note&key=6&key=18",
        ),
        (
            "filtered",
            "/sales/invoices?filter.status=posted&filter.total_cents.at_least=1000",
        ),
        ("nothing", "/sales/contacts?search=nobody+is+called+so"),
        ("product-new", "/catalogue/products/new"),
        ("price-change", "/catalogue/price-change"),
        ("refused", "/administration/users"),
        ("wrong-filter", "/sales/invoices?filter.nothing=1"),
        ("nowhere", "/nowhere"),
    ] {
        browser.open(&format!("/admin{path}")).await;
        look(&browser, &format!("admin-{name}")).await;
    }
    browser.sign_in_anew("portal").await;
    look(&browser, "admin-portal").await;
}

#[actix_web::test]
async fn the_pages_about_access_are_readable() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("auditor").await;
    let paths =
        "return [...document.querySelectorAll('.side a')].map(it => it.getAttribute('href'))";
    let paths = browser.script(paths, json!([])).await;
    let paths = serde_json::from_value::<Vec<String>>(paths).unwrap();
    // All that this account may open, whatever that will be: no page is forgotten.
    for path in paths.iter().filter(|it| it.starts_with("/admin/")) {
        let name = path.rsplit('/').next().unwrap();
        browser.open(path).await;
        assert_eq!(browser.text(".refusal").await, "", "{path}");
        look(&browser, &format!("admin-of-auditor-{name}")).await;
    }
    let matrix = paths.iter().find(|it| it.ends_with("/matrix")).unwrap();
    browser.open(&format!("{matrix}?model=invoice")).await;
    look(&browser, "admin-matrix-of-one").await;
    // Who may hand something out has buttons there.
    browser.sign_in_anew("admin").await;
    browser.open("/admin/access/people/user?id=4").await;
    browser
        .wait_for("form[action='/admin/access/people/groups']")
        .await;
    look(&browser, "admin-person").await;
}
