//! Projects and tokens, in the tables of the crate.

use guard_runtime::Visibility::{Internal, Private};
use guard_runtime::admin::access::{
    AssignmentChange, ChangeFilter, ChangeLog as _, MemoryChangeLog,
};
use guard_runtime::sql::{Migrator, SqlProjects, SqlTokenStore};
use guard_runtime::tokens::{AccessTokens, StoredToken, TokenProject, TokenStore as _};
use sea_orm_migration::MigratorTrait as _;

use crate::browser::{World, world_of};
use crate::people::{People, catalog};
use crate::scopes;
use crate::server::{database, given, on};

/// Ids that are taken for something else where they are not written as they should be.
pub const HOSTILE: [(&str, &str); 6] = [
    ("a/b", "a~2Fb"),
    ("50%25", "50~2525"),
    ("..", "~2E~2E"),
    ("", "~"),
    (
        "<script>alert(1)</script>",
        "~3Cscript~3Ealert~281~29~3C~2Fscript~3E",
    ),
    ("~", "~7E"),
];

/// The office with projects and tokens.
pub struct Places {
    pub world: World,
    pub projects: SqlProjects,
    pub tokens: AccessTokens,
    pub store: SqlTokenStore,
    pub log: MemoryChangeLog,
}

impl Places {
    pub async fn new() -> Self {
        let raw = database().await;
        Migrator::up(&raw, None).await.unwrap();
        let projects = SqlProjects::new(raw.clone(), catalog());
        fill(&projects).await;
        let store = SqlTokenStore::new(raw.clone());
        for token in tokens() {
            store.insert(token).get().await.unwrap();
        }
        let tokens = AccessTokens::builder(store.clone(), &scopes::SCHEMA);
        let tokens = tokens.build().unwrap();
        let (people, log) = (People::default(), MemoryChangeLog::default());
        let (verifies, of) = (tokens.clone(), projects.clone());
        let (access, admin) = on(&raw, people.clone(), move |it| {
            it.authenticator(verifies).projects(of)
        });
        let given = given(people).changes(log.clone()).tokens(store.clone());
        let given = given
            .projects(projects.clone())
            .project_members(projects.clone())
            .view_as();
        let world = world_of(raw, access, admin.access(given)).await;
        Self {
            world,
            projects,
            tokens,
            store,
            log,
        }
    }

    /// What was logged, the newest first.
    /// The office whose projects are known one by one alone.
    pub async fn without_members() -> World {
        let raw = database().await;
        Migrator::up(&raw, None).await.unwrap();
        let projects = SqlProjects::new(raw.clone(), catalog());
        let people = People::default();
        let (access, admin) = on(&raw, people.clone(), move |it| it.projects(projects));
        let given = given(people).changes(MemoryChangeLog::default()).view_as();
        world_of(raw, access, admin.access(given)).await
    }

    pub async fn logged(&self) -> Vec<AssignmentChange> {
        let all = self.log.list(&ChangeFilter::default(), 50, 0).get().await;
        all.unwrap().items
    }

    /// Who has what in a project: `2: reader; 6: editor`.
    pub async fn members(&self, scope: &str, project: &str) -> String {
        let members = self.projects.members(scope, project).await.unwrap();
        let members = members
            .iter()
            .map(|it| format!("{}: {}", it.user, it.roles.join(" ")));
        members.collect::<Vec<_>>().join("; ")
    }
}

/// Cyd (6) edits project 1 and reads project 2; Sam (2) reads 1, and edits 2; 99 is gone.
async fn fill(projects: &SqlProjects) {
    for (id, visibility) in [("1", Private), ("2", Internal)] {
        projects.create("project", id, visibility).await.unwrap();
    }
    for (id, _) in HOSTILE {
        projects.create("project", id, Private).await.unwrap();
    }
    projects.create("team", "1", Internal).await.unwrap();
    projects.create("past", "1", Internal).await.unwrap();
    for (project, user, role) in [
        ("1", 6, "editor"),
        ("1", 8, "editor"),
        ("1", 2, "reader"),
        ("1", 99, "reader"),
        ("1", 3, "<b>"),
        ("1", 7, "keeper"),
        ("2", 6, "reader"),
        ("2", 2, "editor"),
    ] {
        projects
            .add_member("project", project, user, role)
            .await
            .unwrap();
    }
    for (id, _) in HOSTILE {
        projects
            .add_member("project", id, 6, "editor")
            .await
            .unwrap();
    }
}

/// The id of a token.
pub fn id(number: u8) -> String {
    format!("{number:0>16}")
}

const DIGEST: &str = "deadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
const LATER: i64 = 4_000_000_000;

/// Of Sam (1), Cyd (2), one who is gone (3); one that is revoked (4), one that has expired (5), and one
/// with hostile texts (6).
fn tokens() -> Vec<StoredToken> {
    let token = |number: u8, owner: i64, title: &str| StoredToken {
        id: id(number),
        digest: DIGEST.to_owned(),
        owner: owner.into(),
        title: title.to_owned(),
        description: String::new(),
        created_at: 1_700_000_000 + i64::from(number),
        expires_at: LATER,
        last_used_at: None,
        revoked_at: None,
        permissions: vec!["admin.users:GET".to_owned()],
        projects: Vec::new(),
        used: Vec::new(),
    };
    let hostile = StoredToken {
        description: "\"><i>".to_owned(),
        projects: vec![TokenProject {
            scope: "project".to_owned(),
            project: "<u>".into(),
            permissions: vec!["project.pages:GET".to_owned(), "<s>".to_owned()],
        }],
        ..token(6, 2, "=<script>alert(1)</script>")
    };
    let mut revoked = token(4, 2, "revoked one");
    revoked.revoked_at = Some(1_700_000_500);
    let mut expired = token(5, 2, "expired one");
    expired.expires_at = 1_700_000_600;
    vec![
        token(1, 2, "of Sam"),
        token(2, 6, "of Cyd"),
        token(3, 99, "of nobody"),
        revoked,
        expired,
        hostile,
    ]
}
