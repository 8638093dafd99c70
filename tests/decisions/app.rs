//! The application under test: every gate at every kind of path.

use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use actix_http::Request;
use actix_web::dev::{Service, ServiceRequest};
use actix_web::web::{self, ServiceConfig};
use actix_web::{App as Application, test};
use futures::future::LocalBoxFuture;
use guard_runtime::{
    AccessControl, AccessControlBuilder, Answer, AuthError, Authenticator, Denied, Directory, Env,
    Gate, Id, Identity, PermissionSet, Project, ProjectDirectory, Require, RoleCatalog, ScopeLimit,
    StoredRole, User, Visibility, any, gates, requires_group, requires_internal, requires_role,
    requires_scope,
};

use crate::support::{expired, groups, jwt, token};
use crate::world::{Credential, Limit, World};
use crate::{roles, scopes, support};

macro_rules! gates {
    ($($name:ident: [$($gate:meta),*] $text:literal;)*) => {
        $($(#[$gate])* async fn $name() -> &'static str { "ran" })*

        /// The gates by name, with what they demand as text.
        pub(crate) fn texts() -> Vec<(&'static str, &'static str)> {
            let mut texts = vec![$((stringify!($name), $text)),*];
            texts.push(("auditor_or_root", "any(group:auditor, project.root:DELETE)"));
            texts
        }

        fn handlers(config: &mut ServiceConfig) {
            $(config.route(concat!("/", stringify!($name)), web::get().to($name));)*
            let handler = auditor_or_root().handler(|| async { "ran" });
            config.route("/auditor_or_root", web::get().to(handler));
        }
    };
}

gates! {
    signed_in: [requires_scope] "signed_in";
    configuration_get: [requires_scope(admin.configuration = GET)] "admin.configuration:GET";
    configuration_update: [requires_scope(admin.configuration = UPDATE)]
        "admin.configuration:UPDATE";
    configuration_and_tools: [requires_scope(admin.configuration = GET, admin.tools = UPDATE)]
        "all(admin.configuration:GET, admin.tools:UPDATE)";
    tools_or_tokens: [requires_scope(any(admin.tools = UPDATE, user.tokens = CREATE))]
        "any(admin.tools:UPDATE, user.tokens:CREATE)";
    internal_projects: [requires_internal, requires_scope(admin.projects = GET)]
        "all(internal, admin.projects:GET)";
    operator_role: [requires_role(operator)] "role:operator";
    root_get: [requires_scope(project.root = GET)] "project.root:GET";
    root_update: [requires_scope(project.root = UPDATE)] "project.root:UPDATE";
    root_delete: [requires_scope(project.root = DELETE)] "project.root:DELETE";
    models_get: [requires_scope(project.models = GET)] "project.models:GET";
    models_create: [requires_scope(project.models = CREATE)] "project.models:CREATE";
    models_delete: [requires_scope(project.models = DELETE)] "project.models:DELETE";
    log_get: [requires_scope(project.log = GET)] "project.log:GET";
    root_get_and_update: [requires_scope(project.root = [GET, UPDATE])]
        "all(project.root:GET, project.root:UPDATE)";
    root_and_models: [requires_scope(project.root = GET, project.models = UPDATE)]
        "all(project.root:GET, project.models:UPDATE)";
    configuration_or_models:
        [requires_scope(any(admin.configuration = UPDATE, project.models = UPDATE))]
        "any(admin.configuration:UPDATE, project.models:UPDATE)";
    sales_root: [requires_group(sales), requires_scope(project.root = GET)]
        "all(group:sales, project.root:GET)";
    projects_and_models: [requires_scope(admin.projects = GET, project.models = GET)]
        "all(admin.projects:GET, project.models:GET)";
    nested: [requires_scope(any(all(admin.tools = GET, project.log = GET), project.models = DELETE))]
        "any(all(admin.tools:GET, project.log:GET), project.models:DELETE)";
    root_and_team: [requires_scope(project.root = GET, team.root = GET)]
        "all(project.root:GET, team.root:GET)";
    root_or_team: [requires_scope(any(project.root = GET, team.root = GET))]
        "any(project.root:GET, team.root:GET)";
}

/// A gate that no attribute can say.
fn auditor_or_root() -> Gate<impl Require> {
    any((
        requires_group(groups::auditor),
        requires_scope(scopes::project::root::DELETE),
    ))
}

/// What a gate demands, as the runtime shows it.
pub(crate) fn shown(name: &str) -> String {
    if name == "auditor_or_root" {
        return auditor_or_root().requirement().to_string();
    }
    let gates = gates();
    let gate = gates.iter().find(|gate| gate.handler == name);
    gate.expect("a row for each").requirement.to_string()
}

/// The gate of the scope `/layer/{project_id}`, as text.
pub(crate) const LAYER: &str = "project.root:GET";

#[requires_scope]
async fn mine(env: Env) -> String {
    env.permissions().to_string()
}

#[requires_scope]
async fn list(env: Env, id: web::Path<String>) -> Result<String, Denied> {
    in_scope("project", &env, &id).await
}

#[requires_scope]
async fn list_team(env: Env, id: web::Path<String>) -> Result<String, Denied> {
    in_scope("team", &env, &id).await
}

async fn in_scope(scope: &str, env: &Env, id: &str) -> Result<String, Denied> {
    let scope = scopes::SCHEMA.scope(scope).expect("declared");
    let scope = env.project_scope(scope, id).await?;
    Ok(scope.permissions().to_string())
}

fn configure(config: &mut ServiceConfig) {
    let layer = requires_scope(scopes::project::root::GET);
    config
        .route("/mine", web::get().to(mine))
        .route("/list/{project_id}", web::get().to(list))
        .route("/list_team/{team_id}", web::get().to(list_team))
        .service(web::scope("/n").configure(handlers))
        .service(web::scope("/p/{project_id}").configure(handlers))
        .service(web::scope("/t/{team_id}/p/{project_id}").configure(handlers))
        .service(
            web::scope("/twice/{project_id}/{other}")
                .wrap_fn(name_twice)
                .configure(handlers),
        )
        .service(
            web::scope("/layer/{project_id}")
                .wrap(layer)
                .configure(handlers),
        );
}

/// Two scopes with the same parameter, one in the other, leave it twice in the path. The list of
/// routes that other tests switch on cannot show those, so this is done by hand.
fn name_twice<S: Service<ServiceRequest>>(mut request: ServiceRequest, service: &S) -> S::Future {
    let other = request.match_info().query("other").to_owned();
    request.match_info_mut().add_static("project_id", other);
    service.call(request)
}

/// What the application knows of the world, which may change between requests.
#[derive(Clone)]
pub(crate) struct Site(Arc<Known>);

struct Known {
    world: Mutex<World>,
    limits: Mutex<Vec<(String, Limit)>>,
    /// What was sent last, and the header in which it was: making tokens takes most of the time.
    sent: Mutex<Option<(String, Option<String>)>>,
    catalog: RoleCatalog,
}

impl Site {
    pub(crate) fn new(world: World) -> Self {
        let catalog = RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA);
        for (name, permissions) in [
            ("auditor", ["admin.configuration:GET", "user.tokens:get"]),
            ("janitor", ["project.models:DELETE", "project.log:GET"]),
        ] {
            let defined = catalog.define(StoredRole::new(name, permissions));
            defined.expect("a good role");
        }
        Self(Arc::new(Known {
            world: Mutex::new(world),
            limits: Mutex::default(),
            sent: Mutex::default(),
            catalog,
        }))
    }

    pub(crate) fn world(&self) -> World {
        self.0
            .world
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn set(&self, world: World) {
        *self.0.world.lock().unwrap_or_else(PoisonError::into_inner) = world;
    }

    fn header(&self, credential: &Credential) -> Option<String> {
        let text = format!("{credential:?}");
        let mut sent = self.0.sent.lock().unwrap_or_else(PoisonError::into_inner);
        match &*sent {
            Some((known, header)) if *known == text => header.clone(),
            _ => sent.insert((text, self.make_header(credential))).1.clone(),
        }
    }

    fn make_header(&self, credential: &Credential) -> Option<String> {
        let token = match credential {
            Credential::Nothing => return None,
            Credential::Bad => "a.b.c".to_owned(),
            Credential::Expired(name) => expired(name),
            Credential::Session(name) => token(name),
            Credential::Claims(name, claims) => {
                let claims = serde_json::json!({ "scope": claims });
                let issued = support::issuer().issue(&Id::from(name.as_str()), claims);
                issued.expect("plain claims").token
            }
            Credential::Limited(name, limit) => {
                let mut limits = self.0.limits.lock().unwrap_or_else(PoisonError::into_inner);
                limits.push((name.clone(), limit.clone()));
                format!("limited_{}", limits.len() - 1)
            }
        };
        Some(format!("Bearer {token}"))
    }
}

fn set(texts: &[String]) -> PermissionSet {
    scopes::SCHEMA.set(texts.iter().map(String::as_str)).0
}

impl Authenticator for Site {
    fn accepts(&self, credential: &str) -> bool {
        credential.starts_with("limited_")
    }

    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        let number = credential.strip_prefix("limited_").expect("accepted");
        let limits = self.0.limits.lock().unwrap_or_else(PoisonError::into_inner);
        let (name, limit) = &limits[number.parse::<usize>().expect("a number")];
        let mut identity = Identity::of(name.as_str());
        let mut scope = ScopeLimit::to(set(&limit.everywhere));
        for (of, id, permissions) in &limit.projects {
            scope = scope.in_project(of.as_str(), id.as_str(), set(permissions));
        }
        identity.limit = Some(Arc::new(scope));
        Answer::Now(Ok(identity))
    }
}

impl Directory for Site {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let world = self.world();
        let id = identity.subject.clone().expect("a subject");
        let user = world.people.get(&id.to_string()).map(|person| {
            let names = person.groups.iter().map(String::as_str);
            let user = User::new(id).with_groups(groups::SCHEMA.set(names).0);
            let user = self
                .0
                .catalog
                .assign(user, person.roles.iter().map(String::as_str));
            user.with_permissions(&set(&person.extra))
                .blocked(person.is_blocked)
        });
        answer(&world, Ok(user))
    }
}

impl ProjectDirectory for Site {
    fn find<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        let world = self.world();
        if world.is_down {
            return answer(&world, Err(AuthError::Unavailable("the database is down")));
        }
        let place = world.projects.get(&(scope.to_owned(), project.to_string()));
        let project = place.map(|place| {
            let visibility = if place.is_internal {
                Visibility::Internal
            } else {
                Visibility::Private
            };
            let project = Project::new(visibility).visitors(set(&place.visitors));
            match place.members.get(&user.id().to_string()) {
                None => project,
                Some(roles) => {
                    let roles = roles.iter().map(String::as_str);
                    self.0.catalog.member(project, scope, roles)
                }
            }
        });
        answer(&world, Ok(project))
    }
}

fn answer<'a, T: 'a>(world: &World, value: T) -> Answer<'a, T> {
    if !world.is_slow {
        return Answer::Now(value);
    }
    Answer::later(async move {
        actix_web::rt::task::yield_now().await;
        value
    })
}

type Call = Box<dyn Fn(Request) -> LocalBoxFuture<'static, (u16, String)>>;

pub(crate) struct App {
    site: Site,
    call: Call,
}

impl App {
    pub(crate) async fn start(site: &Site) -> Self {
        Self::of(site, |builder| builder.projects(site.clone())).await
    }

    /// One that knows of no directory of projects.
    pub(crate) async fn without_projects(site: &Site) -> Self {
        Self::of(site, |builder| builder).await
    }

    async fn of(
        site: &Site,
        with: impl FnOnce(AccessControlBuilder) -> AccessControlBuilder,
    ) -> Self {
        let builder = AccessControl::builder(site.clone()).authenticator(site.clone());
        let access = with(builder)
            .authenticator(jwt())
            .build()
            .expect("complete");
        let app = Application::new().wrap(access).configure(configure);
        let app = Rc::new(test::init_service(app).await);
        let call: Call = Box::new(move |request| {
            let app = Rc::clone(&app);
            Box::pin(async move {
                let response = test::call_service(&*app, request).await;
                let status = response.status().as_u16();
                let body = test::read_body(response).await;
                (status, String::from_utf8_lossy(&body).into_owned())
            })
        });
        let site = site.clone();
        Self { site, call }
    }

    pub(crate) async fn status(&self, credential: &Credential, uri: &str) -> u16 {
        let (status, body) = self.send(credential, uri).await;
        assert_eq!(status == 200, body == "ran", "{uri}: {status} {body}");
        status
    }

    /// The status, and the permissions in the body of an answer that is good.
    pub(crate) async fn answer(&self, credential: &Credential, uri: &str) -> (u16, String) {
        let (status, body) = self.send(credential, uri).await;
        (status, if status == 200 { body } else { String::new() })
    }

    async fn send(&self, credential: &Credential, uri: &str) -> (u16, String) {
        let mut request = test::TestRequest::get().uri(uri);
        if let Some(header) = self.site.header(credential) {
            request = request.insert_header(("authorization", header));
        }
        (self.call)(request.to_request()).await
    }
}
