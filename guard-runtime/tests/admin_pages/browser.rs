//! A browser without a script, and what it talks to.

use std::rc::Rc;

use actix_http::Request;
use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::Service;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error};
use futures::future::LocalBoxFuture;
use guard_runtime::AccessControl;
use guard_runtime::admin::{Admin, Site};
use guard_runtime::routes::{self, Routes};
use sea_orm::DatabaseConnection;

use crate::server::office;

type Call = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Result<Shown, Error>>>;

/// What was answered.
#[derive(Debug)]
pub struct Shown {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Shown {
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |it| it.to_str().unwrap())
    }

    #[track_caller]
    pub fn has(&self, part: &str) -> &Self {
        assert!(
            self.text.contains(part),
            "`{part}` is missing in\n{}",
            self.text
        );
        self
    }

    #[track_caller]
    pub fn has_not(&self, part: &str) -> &Self {
        assert!(
            !self.text.contains(part),
            "`{part}` stands in\n{}",
            self.text
        );
        self
    }

    /// The status, and where it leads.
    pub fn leads(&self) -> (u16, &str) {
        (self.status.as_u16(), self.header("location"))
    }

    /// What follows this, up to a quotation mark.
    pub fn after(&self, part: &str) -> String {
        let (_, rest) = self.text.split_once(part).expect(part);
        rest.split('"').next().unwrap().to_owned()
    }
}

/// The office with its rows.
pub struct World {
    pub raw: DatabaseConnection,
    pub access: AccessControl,
    call: Call,
}

pub async fn world() -> World {
    let (raw, access, admin) = office().await;
    world_of(raw, access, admin).await
}

pub async fn world_of<S: Site>(
    raw: DatabaseConnection,
    access: AccessControl,
    admin: Admin<S>,
) -> World {
    let register = move |routes: &mut Routes<'_>| {
        routes.service(admin);
    };
    let app = App::new()
        .wrap(access.clone())
        .configure(routes::gated(register));
    let app = Rc::new(init_service(app).await);
    let call: Call = Rc::new(move |request| {
        let app = Rc::clone(&app);
        Box::pin(async move {
            let response = app.call(request).await?;
            let (status, headers) = (response.status(), response.headers().clone());
            let body = to_bytes(response.into_body().boxed()).await.unwrap();
            let text = String::from_utf8(body.to_vec()).unwrap();
            Ok(Shown {
                status,
                headers,
                text,
            })
        })
    });
    World { raw, access, call }
}

impl World {
    pub async fn send(&self, request: TestRequest) -> Shown {
        self.call(request.to_request()).await
    }

    pub async fn call(&self, request: Request) -> Shown {
        (self.call)(request).await.unwrap()
    }

    /// As nobody.
    pub async fn open(&self, path: &str) -> Shown {
        self.send(page(path)).await
    }

    /// The session of somebody who signs in.
    pub async fn sign_in(&self, name: &str) -> Browser<'_> {
        let body = format!("username={name}&password=open+sesame");
        let shown = self.send(form("/admin/sign-in", body)).await;
        assert_eq!(shown.leads(), (303, "/admin"), "{}", shown.text);
        let cookie = shown.header("set-cookie");
        let session = cookie.split(';').next().unwrap();
        let session = session.strip_prefix("session=").unwrap().to_owned();
        Browser {
            world: self,
            session,
        }
    }
}

/// Somebody who has signed in.
pub struct Browser<'a> {
    world: &'a World,
    pub session: String,
}

impl Browser<'_> {
    pub async fn open(&self, path: &str) -> Shown {
        self.world
            .send(page(path).insert_header(self.cookie()))
            .await
    }

    /// As the script sends a form.
    pub async fn send(&self, path: &str, body: impl Into<String>) -> Shown {
        let proof = self.world.access.csrf_token(&self.session).unwrap();
        let request = form(path, body.into()).insert_header(self.cookie());
        self.world
            .send(request.insert_header(("x-csrf-token", proof)))
            .await
    }

    pub fn cookie(&self) -> (&'static str, String) {
        ("cookie", format!("session={}", self.session))
    }
}

pub fn page(path: &str) -> TestRequest {
    TestRequest::get()
        .uri(path)
        .insert_header(("accept", "text/html,*/*;q=0.8"))
}

pub fn form(path: &str, body: String) -> TestRequest {
    TestRequest::post()
        .uri(path)
        .insert_header(("host", "office.example"))
        .insert_header(("origin", "https://office.example"))
        .insert_header(("sec-fetch-site", "same-origin"))
        .insert_header(("content-type", "application/x-www-form-urlencoded"))
        .insert_header(("accept", "*/*"))
        .set_payload(body)
}
