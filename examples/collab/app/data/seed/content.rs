//! Users, projects and what is in them.

use argon2::password_hash;

use super::demo::{ACCOUNTS, INTERNAL, PASSWORD, PRIVATE};
use crate::app::data::date::day;
use crate::app::data::{
    announcement, event, git_link, git_server, model, pipeline, pipeline_run, project, session,
    setting, tool, used_tool, user, volume, workspace,
};
use crate::app::passwords::Passwords;

const BOTH: [i64; 2] = [INTERNAL, PRIVATE];

pub(super) fn users(passwords: &Passwords) -> Result<Vec<user::Model>, password_hash::Error> {
    let mut users = Vec::new();
    for account in &ACCOUNTS {
        users.push(user::Model {
            id: account.id,
            login: account.login.to_owned(),
            name: account.name.to_owned(),
            password_hash: Some(passwords.hash(PASSWORD)?),
            group_name: account.group.to_owned(),
            blocked: account.blocked,
            created_on: day(account.id.unsigned_abs()),
        });
    }
    Ok(users)
}

pub(super) fn tools() -> Vec<tool::Model> {
    let tools = [
        (1, "Capella", "7.0.1"),
        (2, "Papyrus", "6.7.0"),
        (3, "Eclipse", "2024-09"),
    ];
    let tool = |(id, name, version): (i64, &str, &str)| tool::Model {
        id,
        name: name.to_owned(),
        version: version.to_owned(),
    };
    tools.map(tool).into()
}

pub(super) fn projects() -> Vec<project::Model> {
    let projects = [
        (
            INTERNAL,
            "Coffee machine",
            "The one on the third floor, properly specified.",
        ),
        (
            PRIVATE,
            "In-flight entertainment",
            "Films and a map, for an airline.",
        ),
    ];
    let project = |(id, name, description): (i64, &str, &str)| project::Model {
        id,
        name: name.to_owned(),
        description: description.to_owned(),
    };
    projects.map(project).into()
}

pub(super) fn used_tools() -> Vec<used_tool::Model> {
    let used = [(INTERNAL, 1), (INTERNAL, 2), (PRIVATE, 1)];
    used.map(|(project_id, tool_id)| used_tool::Model {
        project_id,
        tool_id,
    })
    .into()
}

pub(super) fn models() -> Vec<model::Model> {
    let models = [
        (1, INTERNAL, 1, "Boiler"),
        (2, INTERNAL, 2, "Milk frother"),
        (3, PRIVATE, 1, "Seat screen"),
        (4, PRIVATE, 1, "Film server"),
    ];
    let model = |(id, project_id, tool_id, name): (i64, i64, i64, &str)| model::Model {
        id,
        project_id,
        tool_id,
        name: name.to_owned(),
        shares_licences: false,
    };
    models.map(model).into()
}

pub(super) fn git_links() -> Vec<git_link::Model> {
    let links = [(1, INTERNAL, 1, "boiler"), (2, PRIVATE, 3, "seat-screen")];
    let link = |(id, project_id, model_id, name): (i64, i64, i64, &str)| git_link::Model {
        id,
        project_id,
        model_id,
        url: format!("https://git.example.com/models/{name}.git"),
        branch: "main".to_owned(),
        username: format!("robot-{name}"),
        password: "not shown to anybody".to_owned(),
    };
    links.map(link).into()
}

pub(super) fn pipelines() -> Vec<pipeline::Model> {
    let pipeline = |(id, project_id, model_id)| pipeline::Model {
        id,
        project_id,
        model_id,
        schedule: "0 3 * * *".to_owned(),
    };
    [(1, INTERNAL, 1), (2, PRIVATE, 3)].map(pipeline).into()
}

pub(super) fn pipeline_runs() -> Vec<pipeline_run::Model> {
    let run = |(id, pipeline_id)| pipeline_run::Model {
        id,
        pipeline_id,
        started_by: 2,
        started_on: day(20),
        status: "success".to_owned(),
    };
    [(1, 1), (2, 2)].map(run).into()
}

pub(super) fn volumes() -> Vec<volume::Model> {
    let volume = |project_id| volume::Model {
        project_id,
        size_gb: 10,
        files: 7 * project_id,
    };
    BOTH.map(volume).into()
}

pub(super) fn sessions() -> Vec<session::Model> {
    let sessions = [(1, 2, Some(PRIVATE)), (2, 3, Some(INTERNAL)), (3, 5, None)];
    let session = |(id, owner_id, project_id)| session::Model {
        id,
        owner_id,
        tool_id: 1,
        project_id,
        read_only: false,
        title: format!("Session {id}"),
        started_on: day(21),
    };
    sessions.map(session).into()
}

pub(super) fn workspaces() -> Vec<workspace::Model> {
    let workspace = |(id, user_id)| workspace::Model {
        id,
        user_id,
        size_gb: 20,
    };
    [(1, 2), (2, 3), (3, 8)].map(workspace).into()
}

pub(super) fn announcements() -> Vec<announcement::Model> {
    vec![announcement::Model {
        id: 1,
        title: "Maintenance".to_owned(),
        text: "Sessions end on Saturday at noon.".to_owned(),
        published_on: day(19),
    }]
}

pub(super) fn settings() -> Vec<setting::Model> {
    let settings = [("footer.text", "Collab"), ("sessions.idle_minutes", "90")];
    let setting = |(key, value): (&str, &str)| setting::Model {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    settings.map(setting).into()
}

pub(super) fn git_servers() -> Vec<git_server::Model> {
    vec![git_server::Model {
        id: 1,
        name: "Our own".to_owned(),
        url: "https://git.example.com".to_owned(),
    }]
}

pub(super) fn events() -> Vec<event::Model> {
    let event = |(id, project_id): (i64, i64)| event::Model {
        id,
        happened_on: day(18),
        actor_id: 2,
        project_id: Some(project_id),
        text: "created the project".to_owned(),
    };
    [(1, INTERNAL), (2, PRIVATE)].map(event).into()
}
