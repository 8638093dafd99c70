//! `HEAD` is `GET` without content (RFC 9110 section 9.3.2), behind the same gates.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use actix_web::http::Method;
use actix_web::rt::task::spawn_blocking;
use actix_web::{App, HttpServer};
use guard_runtime::routes::{self, Routes};

use crate::browser::{Browser, Shown, page, world};
use crate::server::office;

/// Paths of all routes for reading, with what stands for their parameters: one that is there, and one that
/// is not.
fn paths() -> Vec<String> {
    let gates = guard_runtime::gates();
    let routes = gates.iter().flat_map(|it| it.routes.iter());
    let reading = routes.filter(|(method, path)| *method == "GET" && path.starts_with("/admin"));
    let mut paths = reading.map(|(_, path)| *path).collect::<BTreeSet<_>>();
    // Neither is in the list: the menu has its gate from the pages, the other is of the page's own.
    paths.extend(["/admin/api/menu", "/admin/sales/invoices/export"]);
    let filled = paths.into_iter().flat_map(|path| {
        let path = path.replace("{action}", "remind");
        ["1", "new", "999"].map(|key| path.replace("{key}", key))
    });
    let filled = filled.collect::<BTreeSet<_>>().into_iter();
    let asked = filled.flat_map(|path| [path.clone(), format!("{path}?key=1&nonsense=1")]);
    asked.chain(["/admin/nowhere".to_owned()]).collect()
}

fn described(shown: &Shown) -> (u16, Vec<(String, String)>) {
    let headers = shown.headers.iter();
    let mut headers = headers
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect::<Vec<_>>();
    headers.sort();
    (shown.status.as_u16(), headers)
}

#[actix_web::test]
async fn head_is_answered_as_get_whoever_asks() {
    let world = world().await;
    let mut callers: Vec<Option<Browser<'_>>> = vec![None];
    for name in ["ada", "sam", "ivy", "pam"] {
        callers.push(Some(world.sign_in(name).await));
    }
    let mut seen = BTreeSet::new();
    for path in paths() {
        for caller in &callers {
            for accept in ["text/html", "application/json"] {
                let request = |method| {
                    let request = page(&path).method(method);
                    let request = request.insert_header(("accept", accept));
                    match caller {
                        Some(caller) => request.insert_header(caller.cookie()),
                        None => request,
                    }
                };
                let got = world.send(request(Method::GET)).await;
                let head = world.send(request(Method::HEAD)).await;
                assert_eq!(described(&head), described(&got), "{path} {accept}");
                seen.insert(got.status.as_u16());
            }
        }
    }
    assert!(BTreeSet::from([200, 303, 400, 401, 403, 404, 500]).is_subset(&seen));
}

/// What only changes something has no `HEAD`.
#[actix_web::test]
async fn head_is_for_what_can_be_read() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for path in [
        "/admin/sign-out",
        "/admin/sales/invoices/delete",
        "/admin/api/announcement",
        "/admin/api/sales/invoices/update/x",
    ] {
        let request = page(path).method(Method::HEAD).insert_header(ada.cookie());
        assert_eq!(world.send(request).await.status, 404, "{path}");
    }
}

fn exchange(to: SocketAddr, method: &str, path: &str, session: &str) -> (String, String) {
    let mut stream = TcpStream::connect(to).unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: office.example\r\naccept: text/html\r\n\
         cookie: session={session}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head
        .lines()
        .filter(|it| !it.starts_with("date:"))
        .collect::<Vec<_>>();
    lines.sort_unstable();
    (lines.join("\n"), body.to_owned())
}

#[actix_web::test]
async fn nothing_is_sent_behind_the_headers() {
    let session = world().await.sign_in("ada").await.session;
    let (_, access, admin) = office().await;
    let server = HttpServer::new(move || {
        let admin = admin.clone();
        App::new()
            .wrap(access.clone())
            .configure(routes::gated(move |routes: &mut Routes<'_>| {
                routes.service(admin);
            }))
    });
    let server = server.workers(1).disable_signals();
    let server = server.bind(("127.0.0.1", 0)).unwrap();
    let (to, server) = (server.addrs()[0], server.run());
    let handle = server.handle();
    actix_web::rt::spawn(server);
    let asked = spawn_blocking(move || {
        for path in [
            "/admin",
            "/admin/sales/invoices",
            "/admin/sales/invoices/1/edit",
            "/admin/sales/invoices/export",
            "/admin/api/sales/invoices",
            "/admin/api/menu",
            "/admin/static/page.css",
            "/admin/nowhere",
        ] {
            let (head, body) = exchange(to, "HEAD", path, &session);
            assert_eq!(body, "", "{path}");
            let (got, body) = exchange(to, "GET", path, &session);
            assert_ne!(body, "", "{path}");
            assert_eq!(head, got, "{path}");
            assert!(head.contains(&format!("content-length: {}", body.len())));
        }
    });
    asked.await.unwrap();
    handle.stop(false).await;
}
