//! An application with handlers below gates, and one without.

use actix_web::HttpResponse;
use actix_web::web::{self, Json, Path, ServiceConfig};
use guard_runtime::records::{AccessError, Find, GuardedDb, Page, field};
use guard_runtime::{
    AccessControl, Algorithm, Answer, AuthError, Directory, Identity, Jwt, Key, Strict,
    TokenIssuer, User, requires_user,
};
use sea_orm::Set;
use serde_json::Value;

use crate::groups;
use crate::models::{contact, invoice};
use crate::rows::CONTACT;

const SECRET: &[u8] = b"a secret of thirty-two bytes or more";

/// Users by name.
struct People;

impl Directory for People {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let id = identity.subject.as_ref().map(ToString::to_string);
        let user = User::new(7).with_companies([1]).with_contact(CONTACT);
        Answer::Now(Ok(match id.as_deref() {
            Some("portal") => Some(user.in_group(groups::core_portal)),
            Some("seller") => Some(user.in_group(groups::sales_user)),
            Some("manager") => Some(user.in_group(groups::sales_manager)),
            Some("blocked") => Some(user.in_group(groups::sales_manager).blocked(true)),
            _ => None,
        }))
    }
}

#[requires_user]
async fn list(db: GuardedDb) -> Result<Json<Page<invoice::ModelView>>, AccessError> {
    let find: Find<invoice::Entity> = db.find();
    Ok(Json(
        find.order_by_asc(invoice::Column::Id).page(10, 0).await?,
    ))
}

#[requires_user]
async fn cheap(db: GuardedDb) -> Result<Json<Vec<invoice::ModelView>>, AccessError> {
    let find = db.find::<invoice::Entity>();
    Ok(Json(
        find.filter(field(invoice::Column::Cost).at_most(100))
            .all()
            .await?,
    ))
}

#[requires_user]
async fn read(id: Path<i64>, db: GuardedDb) -> Result<Json<invoice::ModelView>, AccessError> {
    Ok(Json(db.get::<invoice::Entity>(*id).await?))
}

/// Takes what it is sent as it is.
#[requires_user]
async fn update(
    id: Path<i64>,
    body: Json<Value>,
    db: GuardedDb,
) -> Result<HttpResponse, AccessError> {
    let number = |name| body.get(name).and_then(Value::as_i64);
    let text = |name| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let mut input = invoice::ActiveModel {
        id: Set(*id),
        ..Default::default()
    };
    if let Some(cost) = number("cost") {
        input.cost = Set(cost);
    }
    if let Some(salesperson) = number("salesperson_id") {
        input.salesperson_id = Set(Some(salesperson));
    }
    if let Some(text) = text("number") {
        input.number = Set(Some(text));
    }
    Ok(HttpResponse::Ok().json(db.update(input).exec().await?.into_record()))
}

#[requires_user]
async fn delete(id: Path<i64>, db: GuardedDb) -> Result<HttpResponse, AccessError> {
    db.delete::<contact::Entity>(*id).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn ungated(db: GuardedDb) -> Result<String, AccessError> {
    Ok(db.find::<invoice::Entity>().count().await?.to_string())
}

pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .route("/invoices", web::get().to(list))
        .route("/cheap", web::get().to(cheap))
        .route("/invoices/{id}", web::get().to(read))
        .route("/invoices/{id}", web::patch().to(update))
        .route("/contacts/{id}", web::delete().to(delete))
        .route("/ungated", web::get().to(ungated));
}

pub(crate) fn token(user: &str) -> String {
    let issuer = TokenIssuer::hmac(Algorithm::HS256, SECRET).unwrap();
    let issuer = issuer.issuer("https://login.example.com").audience("tests");
    let token = issuer.issue(&user.into(), ()).unwrap().token;
    format!("Bearer {token}")
}

pub(crate) fn access() -> AccessControl {
    let jwt = Jwt::builder()
        .issuer("https://login.example.com")
        .audience("tests");
    let jwt = jwt
        .keys(Key::hmac(Algorithm::HS256, SECRET).unwrap())
        .build()
        .unwrap();
    let access = AccessControl::builder(People).authenticator(jwt);
    access.strict(Strict::Off).build().unwrap()
}
