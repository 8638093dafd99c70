//! Who is asked about, and where.

use guard_runtime::admin::access::{
    Answered, AskError, Question, Records, RoleNames, Sources, Step, Verdict, registered,
};
use guard_runtime::routes::{self, Routes};
use guard_runtime::tokens::{MemoryTokenStore, StoreError, StoredToken, TokenProject, TokenStore};
use guard_runtime::{
    Answer, AuthError, Id, PermissionSet, Project, ProjectDirectory, User, Visibility,
    requires_group, requires_scope,
};

use crate::accounts::Table;
use crate::world::{foreign, person, scopes, vocabulary};

#[requires_group(any(director, all(sales_user, accountant)))]
#[requires_scope(admin.users = UPDATE)]
#[actix_web::post("/explained")]
async fn explained() -> &'static str {
    ""
}

#[requires_scope(project.root = UPDATE)]
#[actix_web::get("/explained/{project_id}")]
async fn in_project() -> &'static str {
    ""
}

fn register(routes: &mut Routes<'_>) {
    routes.service(routes::scope("/x").service(explained).service(in_project));
}

/// Project 1 is private, and user 1 may read it; project 2 does not answer.
struct Projects;

impl ProjectDirectory for Projects {
    fn find<'a>(
        &'a self,
        _: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        let private = Project::new(Visibility::Private);
        Answer::Now(match (project.as_i64(), user.id().as_i64()) {
            (Some(1), Some(1)) => {
                let read = PermissionSet::of(scopes::project::root::GET);
                Ok(Some(private.member(read)))
            }
            (Some(1), _) => Ok(Some(private)),
            (Some(2), _) => Err(AuthError::Unavailable("projects")),
            _ => Ok(None),
        })
    }
}

/// Roles that people define, by name.
struct Names;

impl RoleNames for Names {
    fn names_of<'a>(&'a self, user: &'a Id) -> Answer<'a, Result<Vec<String>, StoreError>> {
        Answer::Now(match user.as_i64() {
            Some(1) => Ok(vec!["reader".to_owned()]),
            Some(4) => Err(StoreError::new("down")),
            _ => Ok(Vec::new()),
        })
    }
}

fn token(id: &str, permissions: &[&str], revoked_at: Option<i64>) -> StoredToken {
    let root = TokenProject {
        scope: "project".to_owned(),
        project: 1.into(),
        permissions: vec!["project.root:GET".to_owned()],
    };
    StoredToken {
        id: id.to_owned(),
        digest: "0123digest".to_owned(),
        owner: 1.into(),
        title: "secret title".to_owned(),
        description: String::new(),
        created_at: 0,
        expires_at: i64::MAX,
        last_used_at: None,
        revoked_at,
        permissions: permissions.iter().map(|it| (*it).to_owned()).collect(),
        projects: vec![root],
        used: Vec::new(),
    }
}

pub(crate) async fn ask(query: &str) -> Result<Verdict, AskError> {
    let mut blocked = person(5, &["director"], &[]);
    blocked.1 = blocked.1.blocked(true);
    let mut torn = person(6, &["director"], &[]);
    torn.1 = torn.1.in_group(guard_runtime::groups::core_portal);
    let mut stranger = person(7, &[], &[]);
    stranger.1 = User::new(7).with_groups(foreign::groups::SCHEMA.set(["director"]).0);
    let table = Table::of(vec![
        person(1, &["sales_manager"], &["reader"]),
        person(2, &["director"], &["keeper"]),
        person(3, &["core_portal"], &[]),
        person(4, &["core_internal"], &["reader"]),
        blocked,
        torn,
        stranger,
    ]);
    let tokens = MemoryTokenStore::default();
    for it in [
        token("none", &[], None),
        token("ended", &["admin.users:GET"], Some(1)),
    ] {
        tokens.insert(it).get().await.unwrap();
    }
    let (vocabulary, records) = (vocabulary(), Records::default());
    let sources = Sources::new(&vocabulary, &table)
        .roles(&Names)
        .tokens(&tokens)
        .projects(&Projects)
        .records(&records);
    let question = Question::parse(query, &vocabulary)?;
    let verdict = sources.explain(&question, &registered(register)).await?;
    let json = serde_json::to_string(&verdict).unwrap();
    assert!(
        !json.contains("digest") && !json.contains("secret"),
        "{json}"
    );
    Ok(verdict)
}

pub(crate) fn line(step: &Step) -> String {
    let indent = "  ".repeat(step.depth);
    let why = step.why.join("; ");
    format!("{indent}{} {:?} {why}", step.what, step.answer)
        .trim_end()
        .to_owned()
}

pub(crate) async fn told(query: &str) -> (Answered, Vec<String>, Vec<String>) {
    let verdict = ask(query).await.unwrap();
    let ways = verdict.smallest_change.iter().map(|it| it.join(" + "));
    let lines = verdict.steps.iter().map(line).collect();
    (verdict.answer, lines, ways.collect())
}
