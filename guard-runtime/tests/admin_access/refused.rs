//! Who does not get to see it, and what has nothing to say.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use guard_runtime::admin::{Access, Admin};
use guard_runtime::routes::{self, Routes};

use crate::browser::{page, world};
use crate::server::{bare, vocabulary};
use crate::site::Office;

const PATHS: [&str; 8] = [
    "matrix", "explain", "routes", "who-can", "changes", "users", "projects", "tokens",
];

#[actix_web::test]
async fn who_lacks_the_group_sees_none_of_it() {
    let world = world().await;
    for path in PATHS {
        for query in ["", "?format=json", "?format=csv", "?modle=x"] {
            let path = format!("/admin/{path}{query}");
            let nobody = world.open(&path).await;
            assert_eq!(nobody.status, 303, "{path}");
            assert!(nobody.header("location").starts_with("/admin/sign-in?"));
            let program = TestRequest::get().uri(&path);
            assert_eq!(world.send(program).await.status, 401, "{path}");
        }
    }
    for name in ["sam", "ivy", "pam", "max"] {
        let browser = world.sign_in(name).await;
        for path in PATHS {
            for query in ["", "?format=json", "?format=csv", "?modle=x"] {
                let path = format!("/admin/{path}{query}");
                let page = browser.open(&path).await;
                assert_eq!(page.status, 403, "{name} {path}");
                page.has("group:auditor").has_not("owner_id");
            }
        }
        let menu = browser.open("/admin/menu").await;
        menu.has_not("Matrix").has_not("/admin/matrix");
    }
    let menu = world.sign_in("ada").await.open("/admin/menu").await;
    for path in PATHS {
        menu.has(&format!("href=\"/admin/{path}\""));
    }
}

#[actix_web::test]
async fn nothing_is_sent_there() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for path in PATHS {
        let answer = ada.send(&format!("/admin/{path}"), "user=3").await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    }
}

async fn status(admin: Admin<Office>, path: &str) -> (u16, String) {
    let world = world().await;
    let session = world.sign_in("ada").await.session;
    let register = move |routes: &mut Routes<'_>| {
        routes.service(admin);
    };
    let app = App::new().wrap(world.access.clone());
    let app = init_service(app.configure(routes::gated(register))).await;
    let request = page(path).insert_header(("cookie", format!("session={session}")));
    let answer = call_service(&app, request.to_request()).await;
    let status = answer.status().as_u16();
    let body = actix_web::test::read_body(answer).await;
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[actix_web::test]
async fn a_page_without_its_source_is_no_empty_page() {
    for path in PATHS {
        let (_, _, admin) = bare().await;
        let (answer, text) = status(admin, &format!("/admin/{path}")).await;
        assert_eq!(answer, 500, "{path}");
        assert!(!text.contains("Admin::access"), "{text}");
    }
    for (path, expected) in [
        ("matrix", 200),
        ("routes", 200),
        ("explain", 500),
        ("who-can", 500),
        ("changes", 500),
        ("users", 500),
        ("users/user?id=2", 500),
        ("projects", 500),
        ("projects/project/1", 500),
        ("tokens", 500),
    ] {
        let (_, _, admin) = bare().await;
        let admin = admin.access(Access::new(vocabulary()));
        let (answer, _) = status(admin, &format!("/admin/{path}")).await;
        assert_eq!(answer, expected, "{path}");
    }
}
