//! What is said of several records, of taken values, and by actions.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::checks::sent;
use crate::desk::{desk, stored};

const ORDERS: &str = "/admin/orders";
const API: &str = "/admin/api/orders";

#[actix_web::test]
async fn of_many_none_is_stored_and_it_is_said_which_is_wrong() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let body = json!({ "keys": ["5", "2", "3"], "changes": { "last_day": 40 } });
    let uri = format!("{API}/update");
    let (status, answer) = sent(&world, &ada, TestRequest::post().uri(&uri), body).await;
    assert_eq!(status, 422);
    let error = json!({ "field": "last_day", "message": "is before the first day", "key": "5" });
    assert_eq!(answer["errors"], json!([error]));
    for id in [2, 3, 5] {
        assert_eq!(stored(&world, id).await.last_day, Some(1_000), "{id}");
    }
    let page = ada
        .send(
            &format!("{ORDERS}/update"),
            "key=2&key=5&field=last_day&value=40",
        )
        .await;
    assert_eq!(page.status, 422);
    page.has("Last day: “O-5”: is before the first day");
    // What is wrong elsewhere is of the whole here.
    let page = ada
        .send(
            &format!("{ORDERS}/update"),
            "key=2&key=3&field=total&value=9000.00",
        )
        .await;
    page.has("<li>“O-3”: Ceiling: is exceeded</li>");
    assert_eq!(stored(&world, 2).await.total, 246_900);
}

#[actix_web::test]
async fn what_is_taken_is_said_at_its_field() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let new = json!({ "number": "O-2", "total": 1 });
    let (status, answer) = sent(&world, &ada, TestRequest::post().uri(API), new).await;
    assert_eq!(status, 409);
    let expected = json!([{ "field": "number", "message": "is taken already" }]);
    assert_eq!(answer["errors"], expected);
    let page = ada
        .send(
            &format!("{ORDERS}/new"),
            "number=O-2&customer_id=&total=1&tip=&ceiling=&last_day=",
        )
        .await;
    assert_eq!(page.status, 409);
    page.has("<a href=\"#f-number\">Number: is taken already</a>");
}

#[actix_web::test]
async fn actions_say_all_that_is_wrong_too() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let page = ada
        .send(
            &format!("{ORDERS}/actions/ship"),
            "key=2&form.by=pigeon&form.on=Sunday",
        )
        .await;
    assert_eq!(page.status, 422);
    page.has("By: is no way")
        .has("On: is no day")
        .has("<li>Not so.</li>");
    page.has("value=\"pigeon\"");
}

#[actix_web::test]
async fn who_refuses_and_does_not_say_why_refuses() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let one = TestRequest::patch().uri("/admin/api/orders/2");
    let (status, answer) = sent(&world, &ada, one, json!({ "total": 777 })).await;
    assert_eq!(
        (status, answer["errors"].as_array().unwrap().len()),
        (422, 1)
    );
    let body = json!({ "keys": ["2", "3"], "changes": { "total": 777 } });
    let many = TestRequest::post().uri("/admin/api/orders/update");
    let (status, _) = sent(&world, &ada, many, body).await;
    assert_eq!((status, stored(&world, 2).await.total), (422, 246_900));
}
