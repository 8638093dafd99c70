//! The operations of an administration site in an application's document.

mod answers;
mod covered;
mod forms;
mod listed;
mod models;
mod pages;
mod schemas;
mod sets;

use actix_web::{App, test};
use guard_runtime::admin::Admin;
use guard_runtime::docs::OpenApiGates;
use guard_runtime::records::GuardedDb;
use guard_runtime::routes::{self, Routes};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend, Schema,
};
use serde_json::Value;
use utoipa::openapi::OpenApi;

use pages::Office;

/// The site, and what holds its records.
fn site(db: DatabaseConnection) -> Admin<Office> {
    Admin::new(GuardedDb::new(db)).expect("a tree that fits together")
}

fn gates(site: &Admin<Office>) -> OpenApiGates {
    OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        routes.service(site.clone());
    })
}

fn documented() -> (OpenApiGates, OpenApi) {
    let site = site(DatabaseConnection::default());
    let (gates, mut document) = (gates(&site), OpenApi::default());
    document.merge(site.openapi());
    gates.document(&mut document).expect("all gates are known");
    (gates, document)
}

fn json() -> Value {
    serde_json::to_value(documented().1).expect("JSON")
}

/// A schema, where one is named also what it is named for.
fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|it| it.strip_prefix('#')) {
        Some(to) => document.pointer(to).expect(to),
        None => schema,
    }
}

/// The database of the site, without records.
async fn database() -> DatabaseConnection {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1);
    let db = Database::connect(options).await.expect("a database");
    let schema = Schema::new(DbBackend::Sqlite);
    for table in [
        schema.create_table_from_entity(models::order::Entity),
        schema.create_table_from_entity(models::label::Entity),
    ] {
        db.execute(&table).await.expect("a table");
    }
    db
}

/// Status and content of what somebody is answered.
async fn ask(
    db: &DatabaseConnection,
    user: &str,
    (method, path): (&str, &str),
    body: Option<&Value>,
) -> (u16, Value) {
    let site = site(db.clone());
    let register = move |routes: &mut Routes<'_>| {
        routes.service(site);
    };
    let app = App::new()
        .configure(routes::gated(register))
        .wrap(crate::support::access());
    let app = test::init_service(app).await;
    let method = actix_web::http::Method::from_bytes(method.as_bytes()).expect("a method");
    let token = format!("Bearer {}", crate::support::token(user));
    let mut request = test::TestRequest::with_uri(&format!("/office{path}"))
        .method(method)
        .insert_header(("authorization", token));
    if let Some(body) = body {
        request = request.set_json(body);
    }
    let answer = test::call_service(&app, request.to_request()).await;
    let status = answer.status().as_u16();
    let body = test::read_body(answer).await;
    let body = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&body).expect("JSON")
    };
    (status, body)
}
