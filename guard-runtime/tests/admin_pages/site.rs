//! The site itself: its home, its menu, its files.

use crate::browser::world;

/// Who finds which pages in the menu.
#[actix_web::test]
async fn the_menu_is_what_one_may_open() {
    let world = world().await;
    for (name, seen, unseen) in [
        (
            "ada",
            vec![
                "Invoices",
                "Tags",
                "Announcement",
                "Dashboard",
                "News",
                "Manual",
            ],
            vec![],
        ),
        (
            "ivy",
            vec!["Tags", "Dashboard", "News"],
            vec!["Invoices", "Sales"],
        ),
        (
            "pam",
            vec!["News"],
            vec!["Invoices", "Tags", "Announcement", "Dashboard", "Manual"],
        ),
    ] {
        let browser = world.sign_in(name).await;
        for path in ["/admin", "/admin/menu"] {
            let page = browser.open(path).await;
            assert_eq!(page.status, 200, "{name} {path}");
            for title in &seen {
                page.has(title);
            }
            for title in &unseen {
                page.has_not(title);
            }
        }
    }
}

#[actix_web::test]
async fn the_current_page_is_marked() {
    let world = world().await;
    let page = world
        .sign_in("ada")
        .await
        .open("/admin/sales/invoices")
        .await;
    page.has("<a href=\"/admin/sales/invoices\" aria-current=\"page\">");
    page.has("<details open><summary>Sales</summary>");
    page.has("<a href=\"https://docs.example.com\">Manual");
    // A name is no markup.
    page.has("Ada &lt;b&gt;").has_not("Ada <b>");
}

#[actix_web::test]
async fn nothing_comes_from_elsewhere_and_nothing_is_kept() {
    let world = world().await;
    let browser = world.sign_in("ada").await;
    for path in [
        "/admin",
        "/admin/sales/invoices",
        "/admin/nowhere",
        "/admin/sign-in",
    ] {
        let page = browser.open(path).await;
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'"));
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        page.has_not(" style=\"")
            .has_not(" onclick")
            .has_not("<style");
        assert_eq!(page.text.matches("<script").count(), 1, "{path}");
    }
}

#[actix_web::test]
async fn files_are_for_everybody() {
    let world = world().await;
    let home = world.sign_in("ada").await.open("/admin").await;
    for (attribute, kind) in [
        ("href=\"/admin/static/page.css", "text/css"),
        ("src=\"/admin/static/page.js", "text/javascript"),
    ] {
        let version = home.after(attribute);
        let path = attribute.split('"').nth(1).unwrap();
        let file = world.open(&format!("{path}{version}")).await;
        assert_eq!(file.status, 200);
        assert!(file.header("content-type").starts_with(kind));
        assert!(file.header("cache-control").contains("immutable"));
    }
}

#[actix_web::test]
async fn pages_of_ones_own_are_shown_in_the_layout() {
    let world = world().await;
    let page = world.sign_in("ivy").await.open("/admin/dashboard").await;
    page.has("<p class=\"hello\">Hello Ivy</p>")
        .has("aria-label=\"Pages\"");
    let failed = world.sign_in("pam").await.open("/admin/news").await;
    assert_eq!(failed.status, 500);
    failed.has("Something went wrong here").has_not("secret");
}

#[actix_web::test]
async fn every_route_has_its_gate() {
    let _world = world().await;
    let gates = guard_runtime::gates();
    let routes = gates
        .iter()
        .flat_map(|it| it.routes.iter().map(move |route| (*route, it)));
    let routes = routes.collect::<Vec<_>>();
    for (method, path, gate) in [
        ("GET", "/admin/sign-in", "no_auth"),
        ("POST", "/admin/sign-out", "public"),
        ("GET", "/admin/static/page.css", "no_auth"),
        (
            "POST",
            "/admin/sales/invoices/{key}/delete",
            "all(internal, group:seller)",
        ),
        ("POST", "/admin/announcement", "internal"),
        ("GET", "/admin/news", "user"),
    ] {
        let found = routes
            .iter()
            .find(|((it, at), _)| (*it, *at) == (method, path));
        let (_, entry) = found.unwrap_or_else(|| panic!("{method} {path}"));
        assert_eq!(entry.requirement.to_string(), gate, "{method} {path}");
    }
}
