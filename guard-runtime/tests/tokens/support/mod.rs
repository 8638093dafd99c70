//! An application with personal access tokens.

mod answer;
mod app;
pub(crate) mod people;
pub(crate) mod schema;
pub(crate) mod store;

use std::rc::Rc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_http::Request;
use actix_web::dev::Service;
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error};
use futures::future::LocalBoxFuture;
use guard_runtime::AccessControl;
use guard_runtime::routes;
use guard_runtime::tokens::AccessTokens;
use serde_json::{Value, json};

pub(crate) use self::answer::Answer;
use self::answer::read;
use self::app::register;
use self::people::{People, Sessions};
use self::schema::scopes;
use self::store::Store;

type Call = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Result<Answer, Error>>>;

/// A running application, and what is behind it.
pub(crate) struct Shop {
    pub(crate) people: People,
    pub(crate) store: Store,
    pub(crate) tokens: AccessTokens,
    pub(crate) access: AccessControl,
    call: Call,
}

pub(crate) const ALL: &[&str] = &[
    "account.tokens:GET",
    "account.tokens:CREATE",
    "account.tokens:DELETE",
    "admin.configuration:GET",
    "admin.configuration:UPDATE",
];
pub(crate) const DAY: i64 = 24 * 60 * 60;

pub(crate) fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(now.as_secs()).unwrap()
}

/// Ada and Bob work on projects 1 and 2; Root administrates.
pub(crate) async fn shop() -> Shop {
    shop_with(Duration::from_secs(3600)).await
}

pub(crate) async fn shop_with(interval: Duration) -> Shop {
    let (people, store) = (People::default(), Store::default());
    people.add("ada", ALL);
    people.add("bob", ALL);
    let more = [
        "admin.tokens:GET",
        "admin.tokens:DELETE",
        "admin.projects:GET",
    ];
    people.add("root", &[ALL, &more].concat());
    people.join("ada", 1, &["project.root:GET", "project.root:UPDATE"]);
    people.join("ada", 3, &["project.root:GET", "project.root:UPDATE"]);
    people.join("bob", 2, &["project.root:GET"]);
    let tokens = AccessTokens::builder(store.clone(), &scopes::SCHEMA)
        .prefix("acme_pat")
        .max_lifetime(Duration::from_secs(90 * 24 * 60 * 60))
        .max_per_owner(5)
        .usage_interval(interval)
        .build()
        .unwrap();
    let access = AccessControl::builder(people.clone())
        .projects(people.clone())
        .authenticator(tokens.clone())
        .authenticator(Sessions)
        .build()
        .unwrap();
    let mine = tokens.clone();
    let app = App::new()
        .wrap(access.clone())
        .configure(routes::gated(move |routes| register(routes, &mine)));
    let app = Rc::new(init_service(app).await);
    let call = move |request| {
        let app = Rc::clone(&app);
        Box::pin(async move { Ok(read(app.call(request).await?).await) }) as LocalBoxFuture<'_, _>
    };
    let call = Rc::new(call);
    Shop {
        people,
        store,
        tokens,
        access,
        call,
    }
}

impl Shop {
    pub(crate) async fn send(&self, request: TestRequest, credential: &str) -> Answer {
        let bearer = (AUTHORIZATION, format!("Bearer {credential}"));
        self.send_plain(request.insert_header(bearer)).await
    }

    pub(crate) async fn send_plain(&self, request: TestRequest) -> Answer {
        match (self.call)(request.to_request()).await {
            Ok(answer) => answer,
            Err(error) => panic!("{error}"),
        }
    }

    pub(crate) async fn get(&self, path: &str, credential: &str) -> Answer {
        self.send(TestRequest::get().uri(path), credential).await
    }

    pub(crate) async fn put(&self, path: &str, credential: &str) -> Answer {
        self.send(TestRequest::put().uri(path), credential).await
    }

    pub(crate) async fn delete(&self, path: &str, credential: &str) -> Answer {
        self.send(TestRequest::delete().uri(path), credential).await
    }

    pub(crate) async fn post(&self, path: &str, credential: &str, body: &Value) -> Answer {
        let request = TestRequest::with_uri(path).method(Method::POST);
        self.send(request.set_json(body), credential).await
    }

    /// A token with these global permissions: its secret and its id.
    pub(crate) async fn mint(&self, owner: &str, may: &[&str]) -> (String, String) {
        self.mint_in(owner, may, &json!([])).await
    }

    pub(crate) async fn mint_in(
        &self,
        owner: &str,
        may: &[&str],
        projects: &Value,
    ) -> (String, String) {
        let session = format!("session.{owner}");
        let answer = self
            .post("/tokens", &session, &request(may, projects))
            .await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        let created = answer.json();
        let text = |it: &Value| it.as_str().unwrap().to_owned();
        (text(&created["secret"]), text(&created["token"]["id"]))
    }

    /// The own token of this id, as it is listed.
    pub(crate) async fn listed(&self, owner: &str, id: &str) -> Value {
        let answer = self.get("/tokens", &format!("session.{owner}")).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let all = answer.json()["tokens"].as_array().unwrap().clone();
        all.into_iter().find(|it| it["id"] == id).unwrap()
    }
}

pub(crate) fn request(may: &[&str], projects: &Value) -> Value {
    json!({
        "title": "export",
        "expires_at": now() + DAY,
        "permissions": may,
        "projects": projects,
    })
}
