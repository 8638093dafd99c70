//! All routes, registered so that a handler without a gate does not compile.

mod admin;
mod announcements;
mod configuration;
pub(crate) mod docs;
mod feedback;
mod git_servers;
mod health;
mod home;
mod me;
mod page;
mod projects;
mod refusal;
mod roles;
mod sessions;
mod sign_in;
mod token;
mod token_page;
mod tools;
mod users;

use actix_web::web::Bytes;
use guard_runtime::docs::serve_catalog;
use guard_runtime::routes::{self, Routes};
use guard_runtime::tokens::{AccessTokens, TokenApi};
use guard_runtime::{requires_internal, requires_scope};
use sea_orm::DatabaseConnection;

use projects::{git_links, log, members, models, pipelines, restrictions, root, volume};

pub(crate) use docs::document;
pub(crate) use refusal::render;

use super::permissions::scopes::{self, admin as of_admin, user};

/// Registers the routes, and the pages that document them.
pub(crate) fn register(
    routes: &mut Routes<'_>,
    tokens: &AccessTokens,
    db: &DatabaseConnection,
    document: &Bytes,
) {
    docs::register(routes, document);
    api(routes, tokens);
    token_page::register(routes, tokens, db);
    routes.default_service(routes::route().to(home::home));
}

/// Registers what the documentation is about.
pub(crate) fn api(routes: &mut Routes<'_>, tokens: &AccessTokens) {
    routes
        .service(health::health)
        .service(token::token)
        .service(sign_in::form)
        .service(sign_in::enter)
        .service(sign_in::leave)
        .service(page::script);
    global(routes);
    of_projects(routes);
    routes
        .route(
            "/api/permissions",
            routes::get().to(serve_catalog(&scopes::SCHEMA)),
        )
        .service(
            TokenApi::new("/api/tokens", tokens)
                .own(
                    user::tokens::GET,
                    user::tokens::CREATE,
                    user::tokens::DELETE,
                )
                .all(
                    of_admin::personal_access_tokens::GET,
                    of_admin::personal_access_tokens::DELETE,
                ),
        );
}

fn global(routes: &mut Routes<'_>) {
    routes
        .service(me::me)
        .service(announcements::list_announcements)
        .service(announcements::announce)
        .service(announcements::withdraw)
        .service(configuration::read_configuration)
        .service(configuration::change_configuration)
        .service(feedback::give_feedback)
        .service(git_servers::list_git_servers)
        .service(git_servers::add_git_server)
        .service(git_servers::change_git_server)
        .service(git_servers::remove_git_server)
        .service(tools::list_tools)
        .service(tools::add_tool)
        .service(tools::change_tool)
        .service(tools::remove_tool)
        .service(sessions::list_sessions)
        .service(sessions::start_session)
        .service(sessions::rename_session)
        .service(sessions::end_session)
        .service(users::list_users)
        .service(users::add_user)
        .service(users::block_user)
        .service(users::delete_user)
        .service(roles::list_roles)
        .service(roles::define_role)
        .service(roles::delete_role)
        .service(roles::give_role)
        .service(roles::take_role)
        // Each handler in it has a gate as well: both must let the request through.
        .service(
            routes::scope("/api/admin")
                .service(admin::monitoring)
                .service(admin::list_events)
                .service(admin::list_workspaces)
                .service(admin::delete_workspace)
                .gate(requires_internal()),
        );
}

fn of_projects(routes: &mut Routes<'_>) {
    routes
        .service(root::list_projects)
        .service(root::create_project)
        .service(root::read_project)
        .service(root::change_project)
        .service(root::delete_project)
        .service(members::list_members)
        .service(members::add_member)
        .service(members::change_member)
        .service(members::remove_member)
        .service(models::list_models)
        .service(models::add_model)
        .service(models::rename_model)
        .service(models::delete_model)
        .service(models::copy_model)
        .service(restrictions::read_restrictions)
        .service(restrictions::change_restrictions)
        .service(git_links::list_git_links)
        .service(git_links::add_git_link)
        .service(git_links::remove_git_link)
        .service(projects::tools::list_used_tools)
        .service(projects::tools::use_tool)
        .service(projects::tools::stop_using_tool)
        .service(log::read_access_log)
        .service(volume::read_volume)
        .service(volume::resize_volume)
        // Who works with pipelines sees the project, too; the path names it before the gate is asked.
        .service(
            routes::scope("/api/projects/{project_id}/pipelines")
                .service(pipelines::list_pipelines)
                .service(pipelines::add_pipeline)
                .service(pipelines::delete_pipeline)
                .service(pipelines::list_runs)
                .service(pipelines::start_run)
                .gate(requires_scope(scopes::project::root::GET)),
        );
}
