//! Gates of permissions, in schemas of every size and in projects.

use actix_web::rt::SystemRunner;
use actix_web::{App, test, web};
use guard_runtime::__private::{OfProject, resource, scope, scopes};
use guard_runtime::{
    AccessControl, Answer, AuthError, ClaimsDirectory, Id, PermissionSet, Project,
    ProjectDirectory, ResourceEntry, Schema, ScopeEntry, Scopes, User, Visibility, requires_scope,
};

use crate::apps::{Subject, app, groups, jwt, open, open_post};

/// Resources that offer all four verbs.
const fn resources<const COUNT: usize>() -> [ResourceEntry; COUNT] {
    let mut all = [resource("resource", "", "", 0b1111, 0); COUNT];
    let mut first = 0;
    let mut position = 0;
    while position < COUNT {
        all[position] = resource("resource", "", "", 0b1111, first);
        first += 4;
        position += 1;
    }
    all
}

/// What `define_scopes!` writes, with so many permissions that only the last one is named.
macro_rules! schema {
    ($name:ident, $resources:literal) => {
        pub(crate) mod $name {
            use guard_runtime::__private::OfAll;
            use guard_runtime::Env;

            use super::{
                PermissionSet, ResourceEntry, Schema, ScopeEntry, Scopes, Subject, SystemRunner,
                User, app, open, open_post, requires_scope, resources, scope, scopes, test, web,
            };

            static RESOURCES: [ResourceEntry; $resources] = resources();
            static ENTRIES: [ScopeEntry; 1] = [scope("all", "", "", None, &[], &RESOURCES)];
            pub(crate) static SCHEMA: Scopes = scopes(module_path!(), &ENTRIES);

            pub(crate) struct Key;

            impl Schema for Key {
                const SCHEMA: &'static Scopes = &SCHEMA;
            }

            pub(crate) const LAST: OfAll<Key, { $resources * 4 - 1 }> = OfAll::new();

            pub(crate) fn app(system: &SystemRunner) -> impl Subject + use<> {
                let gate = || requires_scope(LAST);
                app!(
                    system,
                    actix_web::App::new(),
                    gate().handler(open),
                    gate().handler(open_post)
                )
            }

            /// Somebody who may do everything.
            pub(crate) fn env() -> Env {
                let everything = PermissionSet::all(&SCHEMA);
                let user = User::new(7).with_permissions(&everything);
                Env::of(user).expect("a plain user")
            }
        }
    };
}
schema!(of_8, 2);
schema!(of_100, 25);
schema!(of_4000, 1_000);

static OF_PROJECTS: [ScopeEntry; 1] = [scope(
    "project",
    "",
    "",
    Some("project_id"),
    &[],
    &[resource("root", "", "", 0b1111, 0)],
)];
static PROJECT: Scopes = scopes(module_path!(), &OF_PROJECTS);

struct OfProjects;

impl Schema for OfProjects {
    const SCHEMA: &'static Scopes = &PROJECT;
}

const READ: OfProject<OfProjects, 0> = OfProject::new();
const CREATE: OfProject<OfProjects, 1> = OfProject::new();

/// One project, of which everybody is a member.
struct OneProject;

impl ProjectDirectory for OneProject {
    fn find<'a>(
        &'a self,
        _: &'a str,
        _: &'a Id,
        _: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        let member = Project::new(Visibility::Private).member(PermissionSet::all(&PROJECT));
        Answer::Now(Ok(Some(member)))
    }
}

/// The project is asked for at the handler's gate, and once more at a gate around it if `twice`.
pub(crate) fn in_project(system: &SystemRunner, twice: bool) -> impl Subject + use<> {
    let access = AccessControl::builder(ClaimsDirectory::new(&groups::SCHEMA))
        .authenticator(jwt())
        .projects(OneProject)
        .build()
        .expect("a complete configuration");
    let around = actix_web::middleware::Condition::new(twice, requires_scope(CREATE));
    let read = web::get().to(requires_scope(READ).handler(open));
    let scope = web::scope("/{project_id}").wrap(around).route("", read);
    system.block_on(test::init_service(App::new().wrap(access).service(scope)))
}
