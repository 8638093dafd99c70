//! What another site makes a browser send.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};

use serde_json::json;

use crate::app::COOKIE;
use crate::browser::Browser;
use crate::server::{MANAGER, get, token};
use crate::world::office;

/// A page on a server of somebody else's.
fn other_site(content: &str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let page = format!("<!DOCTYPE html><title>Cats</title>{content}");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let page = page.clone();
            // Browsers open connections over which they may send nothing.
            std::thread::spawn(move || answer(stream.unwrap(), &page));
        }
    });
    address
}

fn answer(mut stream: TcpStream, page: &str) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    while lines
        .next()
        .is_some_and(|it| it.is_ok_and(|it| !it.is_empty()))
    {}
    let length = page.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    );
    let _ = write!(stream, "{head}{page}");
}

fn note(server: SocketAddr) -> serde_json::Value {
    let invoice = get(server, "/admin/api/sales/invoices/6", &token(MANAGER)).expect(200);
    invoice["values"]["internal_note"].clone()
}

#[actix_web::test]
async fn a_form_of_another_site_changes_nothing() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("manager").await;
    let site = browser.server;
    let before = note(site);
    for (path, field) in [
        ("/admin/sales/invoices/6/edit", "internal_note"),
        ("/admin/sales/invoices/actions/mark_paid", "key"),
        ("/admin/sales/invoices/delete", "key"),
        ("/admin/sign-out", "x"),
        ("/admin/sign-in", "username"),
    ] {
        let form = format!(
            "<form method=post action='http://{site}{path}'><input name={field} value=6>\
             <input name=password value=open></form>\
             <script>document.forms[0].submit()</script>"
        );
        let port = other_site(&form).port();
        // Another port is of the same site, to which browsers send the cookie; another name is not.
        for host in ["127.0.0.1", "localhost"] {
            browser
                .client
                .goto(&format!("http://{host}:{port}/"))
                .await
                .unwrap();
            browser.wait_for(".refusal").await;
            let title = browser.text("h1").await;
            let is_anonymous = host == "localhost" && !path.starts_with("/admin/sign");
            let expected = if is_anonymous {
                "Sign in to do this"
            } else {
                "The request does not come from this site"
            };
            assert_eq!(title, expected, "{host} {path}");
        }
    }
    assert_eq!(note(site), before);
    // Nobody was signed out.
    browser.open("/admin").await;
    browser.wait_for("#sign-out").await;
}

#[actix_web::test]
async fn a_change_needs_the_proof_of_this_session() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    let site = browser.server;
    let before = note(site);
    let proof = "return document.querySelector('meta[name=csrf-token]').content";
    browser.sign_in("sales").await;
    let of_another = browser.script(proof, json!([])).await;
    browser.sign_in_anew("manager").await;
    let of_earlier = browser.script(proof, json!([])).await;
    browser.sign_in_anew("manager").await;
    browser.open("/admin/sales/invoices/6/edit").await;
    let own = browser.script(proof, json!([])).await;
    assert!(own != of_another && own != of_earlier);
    let send = "return fetch(location.href, { method: 'POST', headers: arguments[0] ?? {},
        body: new URLSearchParams({ internal_note: 'Forged', ...arguments[1] }) }).then(it => it.status)";
    for (headers, fields) in [
        (json!(null), json!({})),
        (json!({ "x-csrf-token": "" }), json!({})),
        (json!({ "x-csrf-token": of_another }), json!({})),
        (json!({ "x-csrf-token": of_earlier }), json!({})),
        // In the form it counts for nothing.
        (
            json!(null),
            json!({ "x-csrf-token": own, "csrf-token": own }),
        ),
    ] {
        let answer = browser.script(send, json!([headers, fields])).await;
        assert_eq!(answer, json!(403), "{headers} {fields}");
    }
    assert_eq!(note(site), before);
    let answer = browser
        .script(send, json!([{ "x-csrf-token": own }, {}]))
        .await;
    assert_eq!(answer, json!(200));
    assert_eq!(note(site), "Forged");
}

/// The cookie is out of reach of scripts, and no page may be framed.
#[actix_web::test]
async fn the_session_is_out_of_reach() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("manager").await;
    let seen = browser.script("return document.cookie", json!([])).await;
    assert_eq!(seen, json!(""));
    let cookies = browser.client.get_all_cookies().await.unwrap();
    let cookie = cookies.iter().find(|it| it.name() == COOKIE).unwrap();
    assert_eq!(cookie.http_only(), Some(true));
    assert_eq!(cookie.path(), Some("/admin"));
    let frame = format!("<iframe src='http://{}/admin'></iframe>", browser.server);
    let port = other_site(&frame).port();
    browser
        .client
        .goto(&format!("http://127.0.0.1:{port}/"))
        .await
        .unwrap();
    browser.client.enter_frame(0).await.unwrap();
    let shown =
        "return [location.protocol, document.querySelectorAll('#sign-out, #username').length]";
    let shown = browser.script(shown, json!([])).await;
    assert_eq!(shown, json!(["chrome-error:", 0]));
}
