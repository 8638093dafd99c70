//! The API documentation: the document, and Swagger UI to read it and to try it.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header::LOCATION};
use actix_web::web::Bytes;
use guard_runtime::docs::{AllTokens, DocsError, OpenApiGates, OwnTokens};
use guard_runtime::no_auth;
use guard_runtime::routes::{Routes, get};
use utoipa::OpenApi;
use utoipa::openapi::RefOr;
use utoipa::openapi::path::PathItem;
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::projects::{git_links, log, members, models, pipelines, restrictions, root, volume};
use super::{
    admin, announcements, configuration, feedback, git_servers, health, me, projects, roles,
    sessions, token, tools, users,
};
use crate::app::permissions::scopes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Collab",
        description = "Collaboration on projects. Sign in with one of the accounts of the example: \
                       the button on the right, and no client is needed.",
        version = "1"
    ),
    paths(
        health::health,
        token::token,
        me::me,
        announcements::list_announcements,
        announcements::announce,
        announcements::withdraw,
        configuration::read_configuration,
        configuration::change_configuration,
        feedback::give_feedback,
        git_servers::list_git_servers,
        git_servers::add_git_server,
        git_servers::change_git_server,
        git_servers::remove_git_server,
        tools::list_tools,
        tools::add_tool,
        tools::change_tool,
        tools::remove_tool,
        sessions::list_sessions,
        sessions::start_session,
        sessions::rename_session,
        sessions::end_session,
        users::list_users,
        users::add_user,
        users::block_user,
        users::delete_user,
        roles::list_roles,
        roles::define_role,
        roles::delete_role,
        roles::give_role,
        roles::take_role,
        admin::monitoring,
        admin::list_events,
        admin::list_workspaces,
        admin::delete_workspace,
        root::list_projects,
        root::create_project,
        root::read_project,
        root::change_project,
        root::delete_project,
        members::list_members,
        members::add_member,
        members::change_member,
        members::remove_member,
        models::list_models,
        models::add_model,
        models::rename_model,
        models::delete_model,
        models::copy_model,
        restrictions::read_restrictions,
        restrictions::change_restrictions,
        git_links::list_git_links,
        git_links::add_git_link,
        git_links::remove_git_link,
        projects::tools::list_used_tools,
        projects::tools::use_tool,
        projects::tools::stop_using_tool,
        log::read_access_log,
        volume::read_volume,
        volume::resize_volume,
        pipelines::list_pipelines,
        pipelines::add_pipeline,
        pipelines::delete_pipeline,
        pipelines::list_runs,
        pipelines::start_run,
    ),
    nest(
        (path = "/api/tokens", api = OwnTokens),
        (path = "/api/tokens", api = AllTokens),
    )
)]
struct Api;

/// The document as JSON, with what the gates of these routes demand.
///
/// # Errors
///
/// The document and the gates disagree.
pub(crate) fn document(register: impl FnOnce(&mut Routes<'_>)) -> Result<Bytes, DocsError> {
    let mut api = Api::openapi();
    describe(&mut api);
    gates(register).document(&mut api)?;
    // Writing plain data into memory does not fail.
    Ok(serde_json::to_vec(&api).unwrap_or_default().into())
}

/// Says of each answer what its status says: version 3.1 wants a text.
fn describe(api: &mut utoipa::openapi::OpenApi) {
    for item in api.paths.paths.values_mut() {
        let PathItem {
            get,
            put,
            post,
            patch,
            delete,
            ..
        } = item;
        let operations = [get, put, post, patch, delete].into_iter().flatten();
        for (status, answer) in operations.flat_map(|it| &mut it.responses.responses) {
            let status = status.parse::<StatusCode>().ok();
            if let (RefOr::T(answer), Some(status)) = (answer, status)
                && answer.description.is_empty()
            {
                let reason = status.canonical_reason().unwrap_or_default();
                reason.clone_into(&mut answer.description);
            }
        }
    }
}

/// The gates of these routes.
pub(crate) fn gates(register: impl FnOnce(&mut Routes<'_>)) -> OpenApiGates {
    let gates = OpenApiGates::new().scopes(&scopes::SCHEMA);
    gates.token_url("/token").routes(register)
}

/// The document and Swagger UI, for everybody: they say what there is, and show nothing of it.
pub(super) fn register(routes: &mut Routes<'_>, document: &Bytes) {
    let document = document.clone();
    let serve = no_auth().handler(move || {
        let document = document.clone();
        async move {
            HttpResponse::Ok()
                .content_type("application/json")
                .body(document)
        }
    });
    let page = SwaggerUi::new("/{_:.*}").config(Config::from("/openapi.json"));
    routes
        .route("/docs", get().to(no_auth().handler(docs)))
        .route("/openapi.json", get().to(serve))
        .behind(no_auth(), "/docs", page);
}

/// The addresses of its files begin with the page's own, so that has to end with a slash.
async fn docs() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((LOCATION, "/docs/"))
        .finish()
}
