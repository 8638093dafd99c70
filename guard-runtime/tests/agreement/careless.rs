//! Texts that a database takes for equal though they are not the same.

use sea_orm::{ConnectionTrait, DbBackend};

use crate::databases::Place;
use crate::helper::told;
use crate::lies::{begun, honest};

/// In `PostgreSQL` a column may be declared so that two texts are equal that are not the same. In rules
/// they are not.
#[actix_web::test]
async fn a_careless_collation_makes_nothing_equal() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let db = place.open().await;
    assert_eq!(db.get_database_backend(), DbBackend::Postgres);
    for sql in [
        "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
        "CREATE TABLE honest (id bigint, value text COLLATE careless)",
        "CREATE TABLE begun (id bigint, value text COLLATE careless)",
    ] {
        db.execute_unprepared(sql).await.unwrap();
    }
    let equal =
        "SELECT 1 FROM (SELECT 'POSTED' COLLATE careless AS value) AS one WHERE value = 'posted'";
    assert_eq!(
        db.execute_unprepared(equal).await.unwrap().rows_affected(),
        1
    );
    let agreements = [
        told::<honest::Entity>(&db, honest::sample()).await,
        told::<begun::Entity>(&db, begun::sample()).await,
    ];
    for agreement in agreements.map(Result::unwrap) {
        assert!(agreement.mixed > 0, "{agreement}");
    }
    place.remove().await;
}
