//! Why a record is refused: for those who are told, and for nobody else.

use actix_web::ResponseError;
use actix_web::body::MessageBody;
use guard_runtime::Env;
use guard_runtime::model::Op;
use guard_runtime::records::{AccessError, GuardedDb};
use sea_orm::{Set, Unchanged};
use serde_json::Value;

use crate::databases::{Place, in_each_database};
use crate::groups;
use crate::models::{invoice, line};
use crate::people::{admin, manager, portal, seller};
use crate::rows::{ABROAD, OTHERS, OWN};
use crate::world::World;

/// A database that tells administrators and salespeople.
async fn told(place: &Place) -> (World, impl Fn(Env) -> GuardedDb) {
    let world = World::new(place).await;
    let telling = world.guarded.clone().explain_to(|env| {
        env.in_group(groups::sales_user) && !env.in_group(groups::sales_manager)
            || env.in_group(groups::admin)
    });
    (world, move |env| telling.with_env(env))
}

fn body(error: &AccessError) -> Value {
    let body = error.error_response().into_body().try_into_bytes().unwrap();
    serde_json::from_slice(&body).unwrap()
}

in_each_database! {
    async fn a_refusal_says_why_to_those_who_are_told(place: &Place) {
        let (_world, db) = told(place).await;
        let hidden = db(seller()).get::<invoice::Entity>(OTHERS).await.unwrap_err();
        let why = hidden.explanation().unwrap().to_string();
        assert!(why.contains("invoice: read is denied"), "{why}");
        assert!(why.contains("salesperson_id would have to be 7"), "{why}");
        assert_eq!(body(&hidden)["explanation"]["allowed"], false);
        assert_eq!(body(&hidden)["status"], 404);
        let deleted = db(seller()).delete::<invoice::Entity>(OTHERS).await.unwrap_err();
        assert_eq!(body(&deleted)["explanation"]["op"], "read", "it is not seen at all");

        let given_away = invoice::ActiveModel {
            id: Unchanged(OWN),
            ..Default::default()
        };
        let given_away = db(seller()).update(given_away);
        let given_away = given_away.fill(|it| it.salesperson_id = Set(Some(4711)));
        let after = given_away.exec().await.unwrap_err();
        assert_eq!(body(&after)["explanation"]["op"], "update");
        assert!(body(&after).to_string().contains("4711"), "of the record as it would be");
    }

    async fn nobody_else_is_told(place: &Place) {
        let (world, db) = told(place).await;
        for id in [OTHERS, ABROAD, 999_999] {
            let hidden = db(portal()).get::<invoice::Entity>(id).await.unwrap_err();
            assert!(hidden.explanation().is_none());
            assert_eq!(body(&hidden).get("explanation"), None);
        }
        let untold = world.guarded.with_env(seller()).get::<invoice::Entity>(OTHERS).await;
        assert!(untold.unwrap_err().explanation().is_none());
        for env in [portal(), manager()] {
            let why = db(env).explain::<invoice::Entity>(Op::Read, OWN).exec().await;
            assert!(matches!(why, Err(AccessError::Forbidden { explanation: None, .. })), "{why:?}");
        }
        let nobody = world.guarded.explain::<invoice::Entity>(Op::Read, OWN).exec().await;
        assert!(matches!(nobody, Err(AccessError::Env(_))), "{nobody:?}");
    }

    async fn explained_is_what_another_may_do(place: &Place) {
        let (world, db) = told(place).await;
        for (env, id) in [(portal(), OWN), (portal(), OTHERS), (seller(), ABROAD), (manager(), OWN)] {
            let read = world.guarded.with_env(env.clone()).get::<invoice::Entity>(id).await;
            let why = db(admin()).explain::<invoice::Entity>(Op::Read, id).of(env);
            let why = why.exec().await.unwrap();
            assert_eq!(why.allowed, read.is_ok(), "{why}");
        }
        let missing = db(admin()).explain::<invoice::Entity>(Op::Read, 999_999).exec().await;
        assert!(matches!(missing, Err(AccessError::NotFound { .. })), "{missing:?}");
        let sudo = world.guarded.with_env(portal()).sudo("to look into it").unwrap();
        let lifted = sudo.explain::<invoice::Entity>(Op::Delete, OTHERS).exec().await.unwrap();
        assert!(lifted.allowed && lifted.elevation.is_some(), "{lifted}");
    }

    async fn related_records_are_looked_at(place: &Place) {
        let (_world, db) = told(place).await;
        let unseen = db(admin()).explain::<line::Entity>(Op::Read, (OWN, 1)).of(portal());
        let unseen = unseen.exec().await.unwrap();
        let seen = db(admin()).explain::<line::Entity>(Op::Read, (OWN, 1)).of(portal());
        let seen = seen.related::<invoice::Entity>().exec().await.unwrap();
        assert!(!unseen.allowed && seen.allowed, "{unseen}\n{seen}");
        // A body says nothing of what it has not looked at.
        let hidden = db(seller()).get::<line::Entity>((ABROAD, 1)).await.unwrap_err();
        assert!(hidden.explanation().is_none());
    }
}
