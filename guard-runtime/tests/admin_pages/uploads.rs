//! Uploads: routes of a page's own that read whatever is sent.

use std::cell::Cell;
use std::rc::Rc;

use actix_http::Payload;
use actix_web::error::PayloadError;
use actix_web::test::TestRequest;
use actix_web::web::Bytes;
use futures::stream::{self, StreamExt as _};

use crate::browser::{Browser, Shown, World, world};

const PATH: &str = "/admin/sales/invoices/1/scan";

async fn upload(world: &World, browser: &Browser<'_>, body: &'static str) -> Shown {
    let proof = world.access.csrf_token(&browser.session).unwrap();
    let request = TestRequest::post()
        .uri(PATH)
        .insert_header(browser.cookie());
    let request = request.insert_header(("x-csrf-token", proof));
    world.send(request.set_payload(body)).await
}

#[actix_web::test]
async fn an_upload_is_closed_with_its_page() {
    let world = world().await;
    let answer = upload(&world, &world.sign_in("sam").await, "a scan").await;
    assert_eq!((answer.status.as_u16(), &*answer.text), (200, "6 bytes"));
    // Its own gate would let her in.
    let answer = upload(&world, &world.sign_in("ivy").await, "a scan").await;
    assert_eq!(answer.status, 403);
    answer.has("group:seller");
    let nobody = world.send(TestRequest::post().uri(PATH)).await;
    assert_eq!(nobody.status, 401);
}

/// A body that never ends is never begun.
#[actix_web::test]
async fn what_is_sent_to_a_closed_page_is_not_read() {
    let world = world().await;
    let ivy = world.sign_in("ivy").await;
    let parts = Rc::new(Cell::new(0));
    let counted = Rc::clone(&parts);
    let endless = stream::repeat_with(move || {
        counted.set(counted.get() + 1);
        Ok::<_, PayloadError>(Bytes::from_static(b"and so on "))
    });
    let proof = world.access.csrf_token(&ivy.session).unwrap();
    let request = TestRequest::post().uri(PATH).insert_header(ivy.cookie());
    let request = request.insert_header(("x-csrf-token", proof));
    let (request, _) = request.to_request().replace_payload(Payload::Stream {
        payload: endless.boxed_local(),
    });
    assert_eq!(world.call(request).await.status, 403);
    assert_eq!(parts.get(), 0);
}
