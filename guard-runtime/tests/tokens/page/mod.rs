//! The pages, over requests as browsers make them.

mod form;
mod hostile;
mod kept;
mod lists;
mod mistakes;
mod refused;
mod texts;

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_http::Request;
use actix_web::dev::Service;
use actix_web::http::header::{AUTHORIZATION, COOKIE};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error};
use futures::future::LocalBoxFuture;
use guard_runtime::routes;
use guard_runtime::tokens::{
    AccessTokens, ProjectChoice, ProjectChoices, StoreError, TokenInfo, TokenPage,
};
use guard_runtime::{AccessControl, Answer, Env, Id, Scopes};

use self::texts::{Page, day, encoded};
use crate::support::ALL;
use crate::support::people::{People, Sessions};
use crate::support::schema::scopes::{SCHEMA, account, admin};
use crate::support::store::Store;

/// Cookies are this session's.
const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

type Call = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Result<Page, Error>>>;

pub(crate) struct Pages {
    people: People,
    tokens: AccessTokens,
    /// The names of projects cannot be read.
    down: Arc<AtomicBool>,
    call: Call,
}

struct Titles(Arc<AtomicBool>);

impl ProjectChoices for Titles {
    fn list<'a>(&'a self, _: &'a Env) -> Answer<'a, Result<Vec<ProjectChoice>, StoreError>> {
        Answer::later(async move {
            if self.0.load(Ordering::SeqCst) {
                return Err(StoreError::new("connection refused"));
            }
            Ok(vec![ProjectChoice {
                scope: "project".to_owned(),
                id: 1.into(),
                title: hostile::TEXT.to_owned(),
            }])
        })
    }
}

/// Ada and Bob have most permissions, Root those of administrators as well; Ada is in project 1.
pub(crate) async fn pages() -> Pages {
    pages_of(&SCHEMA, true).await
}

async fn pages_of(schema: &'static Scopes, with_titles: bool) -> Pages {
    let people = People::default();
    people.add("ada", ALL);
    people.add("bob", ALL);
    let more = ["admin.tokens:GET", "admin.tokens:DELETE"];
    people.add("root", &[ALL, &more].concat());
    people.join("ada", 1, &["project.root:GET", "project.root:UPDATE"]);
    let tokens = AccessTokens::builder(Store::default(), schema)
        .prefix("acme_pat")
        .max_lifetime(Duration::from_secs(90 * 24 * 60 * 60))
        .max_per_owner(3)
        .build()
        .unwrap();
    let access = AccessControl::builder(people.clone())
        .projects(people.clone())
        .authenticator(tokens.clone())
        .authenticator(Sessions)
        .session_cookie("sid", KEY)
        .build()
        .unwrap();
    let down = Arc::new(AtomicBool::new(false));
    let (mine, titles) = (tokens.clone(), Titles(Arc::clone(&down)));
    let register = routes::gated(move |routes| {
        let page = TokenPage::new("/tokens", &mine)
            .own(
                account::tokens::GET,
                account::tokens::CREATE,
                account::tokens::DELETE,
            )
            .all(admin::tokens::GET, admin::tokens::DELETE)
            .home("/", "Shop");
        routes.service(if with_titles {
            page.projects(titles)
        } else {
            page
        });
    });
    let app = Rc::new(init_service(App::new().wrap(access).configure(register)).await);
    let call = move |request| {
        let app = Rc::clone(&app);
        Box::pin(async move {
            let response = app.call(request).await?;
            let headers = response.headers().iter();
            let headers =
                headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
            let (status, headers) = (response.status().as_u16(), headers.collect());
            let body = actix_web::body::to_bytes(response.into_body()).await;
            let text = String::from_utf8(body.ok().unwrap().to_vec()).unwrap();
            Ok(Page {
                status,
                headers,
                text,
            })
        }) as LocalBoxFuture<'_, _>
    };
    Pages {
        people,
        tokens,
        down,
        call: Rc::new(call),
    }
}

impl Pages {
    async fn send(&self, request: TestRequest) -> Page {
        (self.call)(request.to_request()).await.unwrap()
    }

    async fn get(&self, path: &str, who: &str) -> Page {
        self.send(as_user(TestRequest::get().uri(path), who)).await
    }

    async fn post(&self, path: &str, who: &str, fields: &[(&str, &str)]) -> Page {
        let request = TestRequest::post().uri(path).set_form(fields);
        self.send(as_user(request, who)).await
    }

    /// A token of this user: what the page says, and what there is.
    async fn create(&self, who: &str, fields: &[(&str, &str)]) -> (Page, TokenInfo) {
        let last = day(7);
        let fields = [&[("title", "export"), ("expires", &last)], fields].concat();
        let page = self.post("/tokens/new", who, &fields).await;
        assert_eq!(page.status, 201, "{}", page.text);
        let tokens = self.tokens.list_of(&Id::from(who)).await.unwrap();
        (page, tokens.last().unwrap().clone())
    }

    async fn count(&self) -> usize {
        self.tokens.list_all().await.unwrap().len()
    }
}

fn as_user(request: TestRequest, who: &str) -> TestRequest {
    request.insert_header((AUTHORIZATION, format!("Bearer session.{who}")))
}

fn with_cookie(request: TestRequest, who: &str) -> TestRequest {
    request.insert_header((COOKIE, format!("sid=session.{who}")))
}
