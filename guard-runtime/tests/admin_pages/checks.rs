//! What the application says of records before they are stored.

use actix_web::test::TestRequest;
use sea_orm::{ActiveModelTrait as _, EntityTrait, IntoActiveModel as _, PaginatorTrait as _, Set};
use serde_json::{Value, json};

use crate::browser::{Browser, World};
use crate::desk::models::order;
use crate::desk::{desk, stored};

const ORDERS: &str = "/admin/orders";
const API: &str = "/admin/api/orders";

/// As a program sends it in a session.
pub async fn sent(
    world: &World,
    browser: &Browser<'_>,
    request: TestRequest,
    body: Value,
) -> (u16, Value) {
    let proof = world.access.csrf_token(&browser.session).unwrap();
    let request = request
        .insert_header(browser.cookie())
        .insert_header(("x-csrf-token", proof))
        .insert_header(("host", "office.example"))
        .insert_header(("origin", "https://office.example"))
        .insert_header(("sec-fetch-site", "same-origin"))
        .set_json(body);
    let shown = world.send(request).await;
    let json = serde_json::from_str(&shown.text).unwrap_or(Value::Null);
    (shown.status.as_u16(), json)
}

#[actix_web::test]
async fn all_mistakes_stand_at_their_fields_and_what_was_entered_is_kept() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let body = "number=O-9&customer_id=77&total=-1.50&tip=&ceiling=&last_day=3";
    let page = ada.send(&format!("{ORDERS}/new"), body).await;
    assert_eq!(page.status, 422);
    for part in [
        "<a href=\"#f-total\">Total: must not be &lt;b&gt;negative&lt;/b&gt;</a>",
        "<a href=\"#f-last_day\">Last day: is before the first day</a>",
        "<a href=\"#f-customer_id\">Customer: is nobody</a>",
        "name=\"total\" value=\"-1.50\"",
        "name=\"number\" value=\"O-9\"",
        // Not among the choices, and not lost.
        "<option value=\"77\" selected>77</option>",
    ] {
        page.has(part);
    }
    page.has_not("<b>negative");
    assert_eq!(order::Entity::find().count(&world.raw).await.unwrap(), 5);
}

#[actix_web::test]
async fn programs_are_told_the_same() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let new = json!({ "number": "O-9", "total": -150, "last_day": 3 });
    let (status, answer) = sent(&world, &ada, TestRequest::post().uri(API), new).await;
    assert_eq!(status, 422);
    let expected = json!([
        { "field": "total", "message": "must not be <b>negative</b>" },
        { "field": "last_day", "message": "is before the first day" },
    ]);
    assert_eq!(answer["errors"], expected);
    let sound = json!({ "number": "O-9", "total": 150, "last_day": 30 });
    let (status, answer) = sent(&world, &ada, TestRequest::post().uri(API), sound).await;
    assert_eq!(
        (status, &answer["record"]["values"]["total"]),
        (201, &json!(150))
    );
}

#[actix_web::test]
async fn a_change_is_checked_with_what_is_stored() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let two = TestRequest::patch().uri("/admin/api/orders/2");
    // The first day is 20, and not among the changes.
    let (status, answer) = sent(&world, &ada, two, json!({ "last_day": 19 })).await;
    assert_eq!(
        (status, &answer["errors"][0]["field"]),
        (422, &json!("last_day"))
    );
    assert_eq!(stored(&world, 2).await.last_day, Some(1_000));
    let two = TestRequest::patch().uri("/admin/api/orders/2");
    let (status, _) = sent(&world, &ada, two, json!({ "last_day": 20 })).await;
    assert_eq!((status, stored(&world, 2).await.last_day), (204, Some(20)));
}

#[actix_web::test]
async fn who_may_not_see_or_write_a_field_does_not_learn_its_name() {
    let world = desk().await;
    let (ada, sam) = (world.sign_in("ada").await, world.sign_in("sam").await);
    let change = json!({ "total": 500_000, "customer_id": null });
    let three = || TestRequest::patch().uri("/admin/api/orders/3");
    let (status, answer) = sent(&world, &sam, three(), change.clone()).await;
    assert_eq!(status, 422);
    assert_eq!(
        answer["errors"],
        json!([{ "field": null, "message": "is exceeded" }])
    );
    let (_, answer) = sent(&world, &ada, three(), change).await;
    assert_eq!(answer["errors"][0]["field"], "ceiling");
    let page = sam
        .send(
            &format!("{ORDERS}/3/edit"),
            "number=O-3&customer_id=&total=5000.00&tip=",
        )
        .await;
    assert_eq!(page.status, 422);
    page.has("<li>is exceeded</li>").has_not("eiling");
    // Read, and not written: of the whole, by its name.
    let mut two = stored(&world, 2).await.into_active_model();
    two.last_day = Set(Some(1));
    two.update(&world.raw).await.unwrap();
    let request = TestRequest::patch().uri("/admin/api/orders/2");
    let (_, answer) = sent(&world, &sam, request, json!({ "total": 1 })).await;
    let whole = json!({ "field": null, "message": "Last day: is before the first day" });
    assert_eq!(answer["errors"], json!([whole]));
    let new = json!({ "number": "O-9", "total": 1 });
    let (status, _) = sent(&world, &sam, TestRequest::post().uri(API), new).await;
    assert_eq!(status, 201);
}

#[actix_web::test]
async fn who_may_not_change_a_record_is_refused_before_it_is_checked() {
    let world = desk().await;
    let sam = world.sign_in("sam").await;
    for (path, expected) in [("/admin/api/orders/1", 403), ("/admin/api/orders/88", 404)] {
        let request = TestRequest::patch().uri(path);
        let (status, _) = sent(&world, &sam, request, json!({ "total": -1 })).await;
        assert_eq!(status, expected, "{path}");
    }
}
