//! What each account finds in the menu.

use serde_json::Value;

use super::server::{ADMIN, AUDITOR, CLERK, MANAGER, SALES, get, page, server, token};

/// Titles, and below each app its pages.
fn titles(items: &Value) -> Vec<String> {
    let items = items.as_array().cloned().unwrap_or_default();
    let each = items.iter().flat_map(|item| {
        let title = item["title"].as_str().unwrap().to_owned();
        [vec![title], titles(&item["items"])].concat()
    });
    each.collect()
}

#[test]
fn the_menu_has_what_one_may_open() {
    let sales = "Sales, Invoices, Orders, Contacts, Tickets";
    let books = "Administration, Users, Companies";
    let access = "Access, People, Explain, Who can, Matrix, Routes, Changes, Access tokens";
    let links = "My access tokens, Our shop";
    let menus = [
        (CLERK, format!("Dashboard, Catalogue, Products, {links}")),
        (
            SALES,
            format!("Dashboard, {sales}, Catalogue, Products, {links}"),
        ),
        (
            MANAGER,
            format!("Dashboard, {sales}, Catalogue, Products, Price change, {links}"),
        ),
        (
            ADMIN,
            format!("Dashboard, Catalogue, Products, {books}, Settings, {access}, {links}"),
        ),
        (
            AUDITOR,
            format!("Dashboard, {sales}, Catalogue, Products, {books}, {access}, {links}"),
        ),
    ];
    for (uid, expected) in menus {
        let menu = get(server(), "/admin/api/menu", &token(uid)).expect(200);
        assert_eq!(titles(&menu["items"]).join(", "), expected, "{uid}");
    }
}

/// The links of the page are those of the JSON, and each leads to a page that opens.
#[test]
fn what_stands_in_the_menu_opens() {
    for uid in [CLERK, SALES, MANAGER, ADMIN, AUDITOR] {
        let home = page(server(), "/admin", &token(uid));
        assert_eq!(home.status, 200);
        let menu = get(server(), "/admin/api/menu", &token(uid)).expect(200);
        let places = places(&menu["items"]);
        assert!(places.len() > 2, "{uid}: {places:?}");
        for place in &places {
            let link = format!("href=\"{place}\"");
            assert!(home.body.contains(&link), "{uid}: {place}");
            if place.starts_with('/') {
                assert_eq!(
                    page(server(), place, &token(uid)).status,
                    200,
                    "{uid}: {place}"
                );
            }
        }
        let linked = home.body.matches("href=\"/admin/").count();
        assert!(linked > 0, "{uid}");
        let known = home.body.split("href=\"/admin/").skip(1);
        for rest in known {
            let path = format!("/admin/{}", rest.split('"').next().unwrap());
            let of_site = path.starts_with("/admin/static/") || path.starts_with("/admin/menu");
            assert!(of_site || places.contains(&path), "{uid}: {path}");
        }
    }
}

fn places(items: &Value) -> Vec<String> {
    let items = items.as_array().cloned().unwrap_or_default();
    let each = items.iter().flat_map(|item| {
        let own = item["href"].as_str().map(str::to_owned);
        [own.into_iter().collect(), places(&item["items"])].concat()
    });
    each.collect()
}
