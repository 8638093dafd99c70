//! Scopes as clients and handlers meet them: challenges, scope claims, questions inside handlers, and
//! how often the directory of projects is asked.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "decisions/declared.rs"]
mod declared;
mod support;

use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web::{self, ServiceConfig};
use actix_web::{App, test};
use declared::{roles, scopes};
use guard_runtime::{
    AccessControl, AccessControlBuilder, Answer, AuthError, Authenticator, ClaimsDirectory, Denied,
    Directory, Env, EnvError, Id, Identity, PermissionSet, Project, ProjectDirectory, ScopeLimit,
    User, Visibility, allows_public, any, env_ctx, requires_group, requires_scope, requires_user,
};
use serde_json::{Value, json};
use support::{groups, header, issuer, jwt, token};

/// What was asked of the directory of projects: scope, id, user.
type Asked = Arc<Mutex<Vec<String>>>;

#[derive(Clone, Default)]
struct People(Asked);

fn set(texts: &str) -> PermissionSet {
    let (set, wrong) = scopes::SCHEMA.set(texts.split_whitespace());
    assert!(wrong.is_empty(), "{wrong:?}");
    set
}

impl People {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn user(name: &str) -> User {
    let user = User::new(name);
    match name {
        "admin" => user
            .in_group(groups::core_internal)
            .with_role(roles::administrator),
        "internal" => user.in_group(groups::core_internal),
        // What is held in projects comes with membership and in no other way.
        "muddle" => user
            .in_group(groups::core_portal)
            .with_role(roles::owner)
            .with_permissions(&set("project.root:GET project.models:GET admin.tools:GET")),
        _ => user.in_group(groups::core_portal),
    }
}

impl Directory for People {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let name = identity.subject.as_ref().map(ToString::to_string);
        Answer::Now(Ok(name.map(|name| user(&name))))
    }
}

impl ProjectDirectory for People {
    fn find<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(format!("{scope} {project} {}", user.id()));
        let private = Project::new(Visibility::Private);
        let is_member = user.id().to_string() != "admin";
        let found = match (scope, project.to_string().as_str()) {
            ("project", "1") if is_member => {
                private.member(set("project.root:GET project.models:GET"))
            }
            ("project", "2") if is_member => private.member(set("project.models:UPDATE")),
            ("project", "1" | "2" | "3") => private,
            ("project", "down") => {
                return Answer::later(async {
                    actix_web::rt::task::yield_now().await;
                    Err(AuthError::Unavailable("the database is down"))
                });
            }
            _ => return Answer::Now(Ok(None)),
        };
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            Ok(Some(found))
        })
    }
}

/// `limited <user>`: may read tools, and in project 1 read models.
struct Limited;

impl Authenticator for Limited {
    fn accepts(&self, credential: &str) -> bool {
        credential.starts_with("limited_")
    }

    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        let mut identity = Identity::of(credential.trim_start_matches("limited_"));
        let limit = ScopeLimit::to(set("admin.tools:GET"));
        let limit = limit.in_project("project", 1, set("project.root:GET project.models:GET"));
        identity.limit = Some(Arc::new(limit));
        Answer::Now(Ok(identity))
    }
}

fn builder(people: &People) -> AccessControlBuilder {
    AccessControl::builder(people.clone())
        .projects(people.clone())
        .authenticator(Limited)
        .authenticator(jwt())
}

/// A token of this user with more claims.
fn claiming(user: &str, claims: &Value) -> String {
    let issued = issuer().issue(&Id::from(user), claims);
    issued.expect("plain claims").token
}

macro_rules! app {
    ($access:expr) => {
        test::init_service(
            App::new()
                .wrap($access.build().expect("complete"))
                .configure(configure),
        )
        .await
    };
}

macro_rules! get {
    ($app:expr, $uri:expr, $token:expr) => {{
        let mut request = test::TestRequest::get().uri($uri);
        let token: Option<&str> = $token;
        if let Some(token) = token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        let response = test::call_service(&$app, request.to_request()).await;
        let status = response.status().as_u16();
        let challenge = header(&response, "www-authenticate");
        let body = test::read_body(response).await;
        (
            status,
            challenge,
            String::from_utf8_lossy(&body).into_owned(),
        )
    }};
}

#[requires_scope(admin.configuration = GET)]
async fn configuration() -> &'static str {
    "configuration"
}

#[requires_scope(admin.configuration = [UPDATE, GET], admin.tools = GET)]
async fn several() -> &'static str {
    "several"
}

#[requires_scope(any(admin.tools = UPDATE, user.tokens = CREATE))]
async fn either() -> &'static str {
    "either"
}

#[requires_scope(any(all(admin.tools = GET, admin.configuration = UPDATE), user.tokens = GET))]
async fn nested() -> &'static str {
    "nested"
}

#[requires_group(manager)]
#[requires_scope(admin.tools = GET)]
async fn group_and_tools() -> &'static str {
    "group_and_tools"
}

#[requires_group(manager)]
async fn group() -> &'static str {
    "group"
}

#[requires_scope]
async fn signed_in() -> &'static str {
    "signed_in"
}

#[requires_scope(project.models = GET)]
async fn models() -> &'static str {
    "models"
}

#[requires_scope(project.models = DELETE)]
async fn delete_models() -> &'static str {
    "delete_models"
}

/// Copies from the project in the path to another one.
#[requires_scope(project.root = GET)]
async fn copy(env: Env, path: web::Path<(String, String)>) -> Result<&'static str, Denied> {
    let (_, other) = path.into_inner();
    env.require_in(scopes::project::models::UPDATE, other.as_str())
        .await?;
    Ok("copied")
}

#[requires_scope]
async fn may_copy(env: Env, path: web::Path<String>) -> Result<String, Denied> {
    let other = path.into_inner();
    let may = env
        .may_in(scopes::project::models::UPDATE, other.as_str())
        .await?;
    Ok(may.to_string())
}

#[requires_scope(project.root = GET)]
async fn tools(env: Env) -> Result<String, Denied> {
    let may = env.may(scopes::admin::tools::GET);
    env.require(scopes::admin::tools::GET)?;
    Ok(may.to_string())
}

#[allows_public]
async fn public(env: Env) -> Result<String, Denied> {
    env.require_in(scopes::project::root::GET, 1).await?;
    Ok(env.may(scopes::admin::tools::GET).to_string())
}

#[allows_public]
async fn public_tools(env: Env) -> Result<&'static str, Denied> {
    env.require(scopes::admin::tools::GET)?;
    Ok("tools")
}

fn configure(config: &mut ServiceConfig) {
    let public_or_root = any((allows_public(), requires_scope(scopes::project::root::GET)));
    let manager_or_tools = any((
        requires_group(groups::manager),
        requires_scope(scopes::admin::tools::UPDATE),
    ));
    config
        .route("/configuration", web::get().to(configuration))
        .route("/several", web::get().to(several))
        .route("/either", web::get().to(either))
        .route("/nested", web::get().to(nested))
        .route("/group_and_tools", web::get().to(group_and_tools))
        .route("/group", web::get().to(group))
        .route("/signed_in", web::get().to(signed_in))
        .route("/may_copy/{other}", web::get().to(may_copy))
        .route("/public", web::get().to(public))
        .route("/public_tools", web::get().to(public_tools))
        .route(
            "/manager_or_tools",
            web::get().to(manager_or_tools.handler(|| async { "ran" })),
        )
        .service(
            web::scope("/projects/{project_id}")
                .route("/models", web::get().to(models))
                .route("/delete_models", web::get().to(delete_models))
                .route("/tools", web::get().to(tools))
                .route("/copy/{other}", web::get().to(copy))
                .route(
                    "/public",
                    web::get().to(public_or_root.handler(|| async { "public" })),
                )
                .service(
                    web::scope("/within")
                        .wrap(requires_scope(scopes::project::root::GET))
                        .route("/asking", web::get().to(asking))
                        .route("/switching", web::get().to(switching))
                        .route("/failing", web::get().to(failing))
                        .route("/delete_models", web::get().to(delete_models)),
                ),
        )
        .service(
            web::scope("/admin")
                .wrap(requires_scope(scopes::admin::tools::GET))
                .route("/several", web::get().to(several))
                .route("/either", web::get().to(either)),
        );
}

const INSUFFICIENT: &str = "Bearer realm=\"api\", error=\"insufficient_scope\", \
                            error_description=\"You are not allowed to do this\"";

fn insufficient(scope: &str) -> String {
    format!("{INSUFFICIENT}, scope=\"{scope}\"")
}

#[actix_web::test]
async fn a_missing_token() {
    let app = app!(builder(&People::default()));
    for uri in [
        "/configuration",
        "/signed_in",
        "/projects/1/models",
        "/projects/9/models",
    ] {
        let (status, challenge, body) = get!(app, uri, None);
        assert_eq!(
            (status, challenge.as_str()),
            (401, "Bearer realm=\"api\""),
            "{uri}"
        );
        let problem: Value = serde_json::from_str(&body).expect("a problem");
        assert_eq!(problem["type"], "urn:guard:problem:missing-credentials");
        assert!(
            problem.get("required").is_none() && problem.get("missing").is_none(),
            "{body}"
        );
    }
}

#[actix_web::test]
async fn a_bad_token() {
    let app = app!(builder(&People::default()));
    let expected = "Bearer realm=\"api\", error=\"invalid_token\", \
                    error_description=\"The token is not valid or has expired\"";
    for token in ["a.b.c", "nonsense", &support::expired("admin")] {
        for uri in ["/configuration", "/projects/1/models"] {
            let (status, challenge, body) = get!(app, uri, Some(token));
            assert_eq!(
                (status, challenge.as_str()),
                (401, expected),
                "{uri} {token}"
            );
            assert!(
                !body.contains("configuration") && !body.contains("required"),
                "{body}"
            );
        }
    }
}

#[actix_web::test]
async fn a_missing_scope() {
    let app = app!(builder(&People::default()));
    let portal = token("portal");
    let (status, challenge, body) = get!(app, "/configuration", Some(&portal));
    assert_eq!(
        (status, challenge),
        (403, insufficient("admin.configuration:GET"))
    );
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    assert_eq!(problem["type"], "urn:guard:problem:forbidden");
    assert_eq!(problem["required"], json!(["admin.configuration:GET"]));
    assert_eq!(problem["missing"], json!(["admin.configuration:GET"]));

    // In the order in which they are written; the body is sorted, and says what is lacking.
    let (_, challenge, body) = get!(app, "/several", Some(&token("muddle")));
    let all = "admin.configuration:UPDATE admin.configuration:GET admin.tools:GET";
    assert_eq!(challenge, insufficient(all));
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    let required = json!([
        "admin.configuration:GET",
        "admin.configuration:UPDATE",
        "admin.tools:GET"
    ]);
    assert_eq!(problem["required"], required);
    let missing = json!(["admin.configuration:GET", "admin.configuration:UPDATE"]);
    assert_eq!(problem["missing"], missing);
}

#[actix_web::test]
async fn alternatives_in_the_challenge() {
    let app = app!(builder(&People::default()));
    for (uri, scope, required) in [
        (
            "/either",
            "admin.tools:UPDATE",
            json!(["any(admin.tools:UPDATE, user.tokens:CREATE)"]),
        ),
        (
            "/nested",
            "admin.tools:GET admin.configuration:UPDATE",
            json!(["any(all(admin.tools:GET, admin.configuration:UPDATE), user.tokens:GET)"]),
        ),
        (
            "/manager_or_tools",
            "admin.tools:UPDATE",
            json!(["any(group:manager, admin.tools:UPDATE)"]),
        ),
        (
            "/group_and_tools",
            "admin.tools:GET",
            json!(["admin.tools:GET", "group:manager"]),
        ),
    ] {
        let (status, challenge, body) = get!(app, uri, Some(&token("portal")));
        assert_eq!((status, challenge), (403, insufficient(scope)), "{uri}");
        let problem: Value = serde_json::from_str(&body).expect("a problem");
        assert_eq!(problem["required"], required, "{uri}");
    }
    // No scope helps here, so none is named.
    let (status, challenge, _) = get!(app, "/group", Some(&token("portal")));
    assert_eq!((status, challenge.as_str()), (403, INSUFFICIENT));
}

#[actix_web::test]
async fn gates_accumulate_in_the_challenge() {
    let access = builder(&People::default()).build().expect("complete");
    let app = test::init_service(
        App::new()
            .wrap(requires_scope(scopes::user::tokens::GET))
            .wrap(access)
            .configure(configure),
    )
    .await;
    let claims = |scope: &str| claiming("admin", &json!({ "scope": scope }));
    for (has, uri, scope) in [
        // Refused outside, nothing is said of what is inside.
        ("", "/admin/several", "user.tokens:GET"),
        ("admin.tools:GET", "/admin/several", "user.tokens:GET"),
        (
            "user.tokens:GET",
            "/admin/several",
            "user.tokens:GET admin.tools:GET",
        ),
        (
            "user.tokens:GET admin.tools:GET admin.configuration:GET",
            "/admin/several",
            "user.tokens:GET admin.tools:GET admin.configuration:UPDATE admin.configuration:GET",
        ),
        (
            "user.tokens:GET admin.tools:GET",
            "/admin/either",
            "user.tokens:GET admin.tools:GET admin.tools:UPDATE",
        ),
        (
            "user.tokens:GET",
            "/configuration",
            "user.tokens:GET admin.configuration:GET",
        ),
    ] {
        let (status, challenge, _) = get!(app, uri, Some(&claims(has)));
        assert_eq!(
            (status, challenge),
            (403, insufficient(scope)),
            "{has} at {uri}"
        );
    }
    let all = "user.tokens:GET admin.tools:GET admin.configuration:UPDATE admin.configuration:GET";
    assert_eq!(get!(app, "/admin/several", Some(&claims(all))).0, 200);
}

#[actix_web::test]
async fn gates_of_projects_accumulate_as_well() {
    let app = app!(builder(&People::default()));
    let (status, challenge, body) = get!(
        app,
        "/projects/1/within/delete_models",
        Some(&token("portal"))
    );
    let scope = "project.root:GET project.models:DELETE";
    assert_eq!((status, challenge), (403, insufficient(scope)));
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    assert_eq!(problem["required"], json!(["project.models:DELETE"]));
    // Of a project that is not there, and of one that the user may not know of, nothing is said.
    let with = |id: &str| format!("/projects/{id}/within/delete_models");
    let (mut bodies, portal) = (Vec::new(), token("portal"));
    for id in ["3", "9"] {
        let (status, challenge, body) = get!(app, &with(id), Some(&portal));
        assert_eq!((status, challenge.as_str()), (404, ""));
        let mut problem: Value = serde_json::from_str(&body).expect("a problem");
        problem["request_id"].take();
        bodies.push(problem);
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[actix_web::test]
async fn the_scope_claim_limits_the_user() {
    let app = app!(builder(&People::default()));
    for (claims, configuration, several) in [
        (json!({}), 200, 200),
        (json!({ "scope": "" }), 403, 403),
        (json!({ "scopes": [] }), 403, 403),
        (json!({ "scp": [] }), 403, 403),
        (json!({ "scope": "openid profile email" }), 403, 403),
        (json!({ "scope": "admin.configuration:GET" }), 200, 403),
        (
            json!({ "scope": "admin.configuration:get nonsense" }),
            200,
            403,
        ),
        (json!({ "scope": "admin.Configuration:GET" }), 403, 403),
        (
            json!({ "scopes": ["admin.configuration:GET", "openid"] }),
            200,
            403,
        ),
        (json!({ "scp": "admin.configuration:GET" }), 200, 403),
        (
            json!({ "scope": "admin.configuration:GET", "scp": ["admin.configuration:UPDATE", "admin.tools:GET"] }),
            200,
            200,
        ),
        (
            json!({ "scope": "admin admin.* * admin.configuration:*" }),
            403,
            403,
        ),
    ] {
        let token = claiming("admin", &claims);
        assert_eq!(
            get!(app, "/configuration", Some(&token)).0,
            configuration,
            "{claims}"
        );
        assert_eq!(get!(app, "/several", Some(&token)).0, several, "{claims}");
        // It gives nothing that the user has not.
        let token = claiming("portal", &claims);
        assert_eq!(get!(app, "/configuration", Some(&token)).0, 403, "{claims}");
        assert_eq!(get!(app, "/signed_in", Some(&token)).0, 200, "{claims}");
    }
}

#[actix_web::test]
async fn scope_claims_can_be_ignored() {
    let people = People::default();
    let jwt = guard_runtime::Jwt::builder()
        .issuer(support::ISSUER)
        .audience(support::AUDIENCE)
        .keys(
            guard_runtime::Key::hmac(guard_runtime::Algorithm::HS256, support::SECRET)
                .expect("a key"),
        )
        .ignore_scopes()
        .build()
        .expect("complete");
    let app = app!(
        AccessControl::builder(people.clone())
            .projects(people)
            .authenticator(jwt)
    );
    for claims in [
        json!({}),
        json!({ "scope": "" }),
        json!({ "scope": "openid" }),
    ] {
        let admin = claiming("admin", &claims);
        assert_eq!(get!(app, "/several", Some(&admin)).0, 200, "{claims}");
        let portal = claiming("portal", &json!({ "scope": "admin.configuration:GET" }));
        assert_eq!(
            get!(app, "/configuration", Some(&portal)).0,
            403,
            "{claims}"
        );
    }
}

#[actix_web::test]
async fn claims_can_be_all_that_a_user_may() {
    let directory = ClaimsDirectory::new(&groups::SCHEMA).scopes(&scopes::SCHEMA);
    let people = People::default();
    let app = app!(
        AccessControl::builder(directory)
            .projects(people.clone())
            .authenticator(jwt())
    );
    for (claims, uri, expected) in [
        (json!({}), "/configuration", 403),
        (json!({}), "/signed_in", 200),
        (
            json!({ "scope": "admin.configuration:GET" }),
            "/configuration",
            200,
        ),
        (
            json!({ "scope": "admin.configuration:GET" }),
            "/several",
            403,
        ),
        (
            json!({ "scope": "admin.configuration:PATCH openid" }),
            "/configuration",
            403,
        ),
        // Permissions of projects come with membership: without it they are a limit alone.
        (
            json!({ "scope": "project.models:GET" }),
            "/projects/3/models",
            404,
        ),
        (
            json!({ "scope": "project.models:GET" }),
            "/projects/1/models",
            200,
        ),
        (
            json!({ "scope": "project.root:GET" }),
            "/projects/1/models",
            403,
        ),
        (
            json!({ "scope": "admin.projects:GET" }),
            "/projects/3/models",
            200,
        ),
    ] {
        // Twice: what was found out is kept with the token.
        let token = claiming("somebody", &claims);
        for _ in 0..2 {
            assert_eq!(
                get!(app, uri, Some(&token)).0,
                expected,
                "{claims} at {uri}"
            );
        }
    }
}

#[actix_web::test]
async fn asking_for_another_project_than_the_path_names() {
    let app = app!(builder(&People::default()));
    for (who, uri, status, body) in [
        (token("portal"), "/projects/1/copy/2", 200, "copied"),
        (token("portal"), "/projects/1/copy/1", 403, ""),
        (token("portal"), "/projects/1/copy/3", 404, ""),
        (token("portal"), "/projects/1/copy/9", 404, ""),
        (token("portal"), "/projects/1/copy/02", 404, ""),
        (token("portal"), "/projects/1/copy/down", 503, ""),
        (token("portal"), "/projects/2/copy/2", 403, ""),
        (token("portal"), "/projects/3/copy/2", 404, ""),
        (token("portal"), "/may_copy/2", 200, "true"),
        (token("portal"), "/may_copy/1", 200, "false"),
        (token("portal"), "/may_copy/3", 404, ""),
        (token("portal"), "/may_copy/down", 503, ""),
        (token("admin"), "/may_copy/3", 200, "true"),
        (token("admin"), "/may_copy/9", 404, ""),
        ("limited_portal".to_owned(), "/may_copy/1", 200, "false"),
        ("limited_portal".to_owned(), "/may_copy/2", 404, ""),
        ("limited_portal".to_owned(), "/projects/1/copy/2", 404, ""),
        ("limited_admin".to_owned(), "/may_copy/1", 404, ""),
        (token("portal"), "/projects/1/tools", 403, ""),
        (token("muddle"), "/projects/1/tools", 200, "true"),
        (
            "limited_muddle".to_owned(),
            "/projects/1/tools",
            200,
            "true",
        ),
    ] {
        let (found, _, text) = get!(app, uri, Some(&who));
        assert_eq!(found, status, "{uri}: {text}");
        if status == 200 {
            assert_eq!(text, body, "{uri}");
        }
    }
    // The challenge names what was passed on the way, and then what is lacking.
    let (_, challenge, body) = get!(app, "/projects/1/tools", Some(&token("portal")));
    assert_eq!(challenge, insufficient("project.root:GET admin.tools:GET"));
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    assert_eq!(problem["missing"], json!(["admin.tools:GET"]));
    let (_, challenge, _) = get!(app, "/projects/1/copy/1", Some(&token("portal")));
    assert_eq!(
        challenge,
        insufficient("project.root:GET project.models:UPDATE")
    );
    // Who has not signed in is asked to.
    for uri in ["/public", "/public_tools"] {
        let (status, challenge, _) = get!(app, uri, None);
        assert_eq!(
            (status, challenge.as_str()),
            (401, "Bearer realm=\"api\""),
            "{uri}"
        );
    }
}

#[actix_web::test]
async fn a_project_that_matters_to_nobody_is_not_asked_about() {
    let people = People::default();
    let app = app!(builder(&people));
    // Everybody may, and nobody has signed in.
    assert_eq!(get!(app, "/projects/1/public", None).0, 200);
    assert_eq!(get!(app, "/projects/9/public", Some("a.b.c")).0, 200);
    assert_eq!(get!(app, "/projects/1/models", None).0, 401);
    assert_eq!(get!(app, "/signed_in", Some(&token("portal"))).0, 200);
    assert_eq!(people.take(), Vec::<String>::new());
    assert_eq!(
        get!(app, "/projects/9/public", Some(&token("portal"))).0,
        200
    );
    assert_eq!(people.take(), ["project 9 portal"]);
}

#[actix_web::test]
async fn permissions_of_projects_held_by_users_grant_nothing() {
    let people = People::default();
    let app = app!(builder(&people));
    for (id, expected) in [("1", 200), ("2", 403), ("3", 404), ("9", 404)] {
        let uri = format!("/projects/{id}/models");
        assert_eq!(get!(app, &uri, Some(&token("muddle"))).0, expected, "{uri}");
    }
    let env = Env::of(user("muddle")).expect("a good user");
    assert_eq!(env.permissions().to_string(), "admin.tools:GET");
    assert!(!requires_scope(scopes::project::root::GET).allows(&env));
}

/// Asks the same again and again, through gates, questions and lists.
#[requires_scope(project.models = GET)]
async fn asking(env: Env) -> Result<&'static str, Denied> {
    let scope = scopes::SCHEMA.scope("project").expect("declared");
    for _ in 0..3 {
        assert!(env.may_in(scopes::project::root::GET, 1).await?);
        env.require_in(scopes::project::models::GET, "1").await?;
        env_ctx::get()?.project_scope(scope, 1).await?;
        assert!(!env.may_in(scopes::project::root::GET, 2).await?);
        assert!(env.may_in(scopes::project::root::GET, 9).await.is_err());
    }
    let again =
        env_ctx::spawn(async { env_ctx::get()?.may_in(scopes::project::root::GET, 1).await });
    assert!(again.await.expect("ran")?);
    Ok("asked")
}

#[actix_web::test]
async fn the_directory_is_asked_once_for_each_project() {
    let people = People::default();
    let app = app!(builder(&people));
    let expected = ["project 1 portal", "project 2 portal", "project 9 portal"];
    // Another request asks anew.
    for _ in 0..2 {
        assert_eq!(
            get!(app, "/projects/1/within/asking", Some(&token("portal"))).0,
            200
        );
        assert_eq!(people.take(), expected);
    }
    // A refusal does not ask more.
    assert_eq!(
        get!(app, "/projects/3/within/asking", Some(&token("portal"))).0,
        404
    );
    assert_eq!(people.take(), ["project 3 portal"]);
}

#[requires_scope(project.models = GET)]
async fn failing(env: Env) -> Result<&'static str, Denied> {
    assert!(
        env.may_in(scopes::project::root::GET, "down")
            .await
            .is_err()
    );
    env.require_in(scopes::project::root::GET, "down").await?;
    Ok("no")
}

#[actix_web::test]
async fn a_directory_that_is_down_is_not_asked_twice() {
    let people = People::default();
    let app = app!(builder(&people));
    let (status, _, _) = get!(app, "/projects/1/within/failing", Some(&token("portal")));
    assert_eq!(status, 503);
    assert_eq!(people.take(), ["project 1 portal", "project down portal"]);
    assert_eq!(
        get!(app, "/projects/down/within/failing", Some(&token("portal"))).0,
        503
    );
    assert_eq!(people.take(), ["project down portal"]);
}

/// Acts as an administrator, who is no member.
#[requires_scope(project.models = GET)]
async fn switching(env: Env) -> Result<String, Denied> {
    let admin = env
        .switch_user(user("admin"), "a test")
        .map_err(Denied::from)?;
    let mut seen = vec![
        env.permissions().to_string(),
        admin.permissions().to_string(),
    ];
    let ask = async |env: &Env| {
        let may = env.may_in(scopes::project::models::DELETE, 1).await;
        may.map_or_else(|denied| denied.problem().to_owned(), |may| may.to_string())
    };
    seen.push(ask(&env).await);
    // Not in force, and in force.
    seen.push(ask(&admin).await);
    let within = env_ctx::scope(admin.clone(), async {
        let env = env_ctx::get()?;
        Ok::<_, EnvError>([ask(&env).await, ask(&env).await])
    });
    seen.extend(within.await?);
    seen.push(ask(&env).await);
    Ok(seen.join("|"))
}

#[actix_web::test]
async fn another_user_is_asked_about_anew() {
    let people = People::default();
    let app = app!(builder(&people));
    let (status, _, body) = get!(app, "/projects/1/within/switching", Some(&token("portal")));
    assert_eq!(status, 200, "{body}");
    let all = user("admin").permissions();
    assert_eq!(body, format!("|{all}|false|true|true|true|false"));
    // Once for the caller, once out of force, and once in force.
    assert_eq!(
        people.take(),
        ["project 1 portal", "project 1 admin", "project 1 admin"]
    );
}

#[actix_web::test]
async fn another_user_is_limited_by_the_same_credential() {
    let people = People::default();
    let app = app!(builder(&people));
    let (status, _, body) = get!(app, "/projects/1/within/switching", Some("limited_portal"));
    assert_eq!(status, 200, "{body}");
    assert_eq!(
        body,
        "|admin.tools:GET|false|not-found|not-found|not-found|false"
    );
}

#[actix_web::test]
async fn outside_of_requests_nobody_knows_the_projects() {
    let env = Env::of(user("admin")).expect("a good user");
    assert!(env.may(scopes::admin::tools::GET));
    let denied = env.may_in(scopes::project::root::GET, 1).await;
    assert_eq!(denied.map_err(|it| it.problem()), Err("misconfigured"));
    let within = env_ctx::scope(env.clone(), env.may_in(scopes::project::root::GET, 1)).await;
    assert_eq!(within.map_err(|it| it.problem()), Err("misconfigured"));
    let global = scopes::SCHEMA.scope("admin").expect("declared");
    let denied = env.project_scope(global, 1).await;
    assert_eq!(
        denied.map(|_| ()).map_err(|it| it.problem()),
        Err("misconfigured")
    );
    // A permission that is known at run time alone does not become another kind by being asked for.
    let root = scopes::SCHEMA.parse("project.root:GET").expect("declared");
    assert!(!env.may(root));
    let tools = scopes::SCHEMA.parse("admin.tools:GET").expect("declared");
    let denied = env.may_in(tools, 1).await;
    assert_eq!(denied.map_err(|it| it.problem()), Err("misconfigured"));
}

#[actix_web::test]
async fn gates_as_values_ask_for_permissions() {
    let gate = requires_scope(scopes::admin::tools::GET);
    let both = guard_runtime::all((requires_user(), gate));
    let env = |name| Env::of(user(name)).expect("a good user");
    assert!(gate.allows(&env("admin")) && both.allows(&env("muddle")));
    assert!(!gate.allows(&env("portal")) && !both.allows(&env("internal")));
}
