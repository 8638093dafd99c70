//! Many records that are changed or deleted at once.

use sea_orm::EntityTrait;

use crate::browser::world;
use crate::changes::stored;
use crate::models::invoice::Entity;

const LIST: &str = "/admin/sales/invoices";

#[actix_web::test]
async fn many_are_changed_or_none() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let form = ada
        .open(&format!("{LIST}/update?key=1&key=2&field=status"))
        .await;
    form.has("Change “Status” of 2 records")
        .has("<input type=\"hidden\" name=\"key\" value=\"2\">");
    form.has("<select id=\"f-status\" name=\"value\"");
    let answer = ada
        .send(
            &format!("{LIST}/update"),
            "key=1&key=2&field=status&value=paid",
        )
        .await;
    assert_eq!(answer.leads(), (303, "/admin/sales/invoices?said=changed"));
    assert_eq!(stored(&world, 2).await.unwrap().status, "paid");
    for (sent, status, part) in [
        ("key=1&key=2&field=status&value=stolen", 422, "Status: "),
        ("field=status&value=paid", 422, "Nothing is chosen"),
        (
            "key=1&field=status&value=sent&value=draft",
            422,
            "stands once",
        ),
        ("key=1&field=status&field=total&value=1", 422, "one field"),
        ("key=1&key=999&field=status&value=sent", 404, "nothing here"),
        ("key=x&field=status&value=sent", 404, "nothing here"),
        (
            "key=1&key=2&field=number&value=same",
            409,
            "Number: “A-002”: is taken already",
        ),
    ] {
        let answer = ada.send(&format!("{LIST}/update"), sent).await;
        assert_eq!(answer.status, status, "{sent}\n{}", answer.text);
        answer.has(part);
    }
    let now = stored(&world, 1).await.unwrap();
    assert_eq!((&*now.status, &*now.number), ("paid", "A-001"));
}

#[actix_web::test]
async fn records_are_deleted_one_by_one_and_together() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let answer = ada.send(&format!("{LIST}/1/delete"), "").await;
    assert_eq!(answer.leads(), (303, "/admin/sales/invoices?said=deleted"));
    ada.open(answer.header("location"))
        .await
        .has("Deleted.")
        .has("of 29");
    let answer = ada
        .send(&format!("{LIST}/delete"), "key=2&key=3&field=status")
        .await;
    assert_eq!(answer.leads(), (303, "/admin/sales/invoices?said=deleted"));
    // The page itself allows two at once.
    let answer = ada
        .send(&format!("{LIST}/delete"), "key=4&key=5&key=6")
        .await;
    assert_eq!(answer.status, 403);
    for sent in ["", "key=7&key=999", "key=7&x=1"] {
        let answer = ada.send(&format!("{LIST}/delete"), sent).await;
        assert!(answer.status.is_client_error(), "{sent}");
    }
    assert_eq!(Entity::find().all(&world.raw).await.unwrap().len(), 27);
}
