//! The application: what its handlers share, and its access control.

pub(crate) mod accounts;
pub(crate) mod curl;
pub(crate) mod data;
pub(crate) mod failure;
pub(crate) mod journal;
pub(crate) mod listing;
pub(crate) mod names;
#[path = "../../shared/passwords.rs"]
pub(crate) mod passwords;
pub(crate) mod permissions;
pub(crate) mod routes;
pub(crate) mod sessions;

use std::error::Error;

use actix_web::web::{self, Bytes, ServiceConfig};
use guard_runtime::routes::gated;
use guard_runtime::sql::{SqlProjects, SqlRoles, SqlTokenStore};
use guard_runtime::tokens::AccessTokens;
use guard_runtime::{AccessControl, Revocations, RoleCatalog, TokenIssuer};
use sea_orm::DatabaseConnection;

use accounts::Accounts;
use names::roles;
use passwords::Passwords;
use permissions::scopes;

/// What permissions of projects are declared in.
pub(crate) const PROJECT: &str = "project";

/// The application, ready to be put into any number of workers.
#[derive(Clone)]
pub(crate) struct Collab {
    access: AccessControl,
    /// The API documentation.
    document: Bytes,
    shared: web::Data<Shared>,
}

/// What handlers share.
pub(crate) struct Shared {
    pub(crate) db: DatabaseConnection,
    pub(crate) accounts: Accounts,
    /// All roles: those in code, and those that were defined at run time.
    pub(crate) catalog: RoleCatalog,
    pub(crate) roles: SqlRoles,
    pub(crate) projects: SqlProjects,
    pub(crate) tokens: AccessTokens,
    pub(crate) passwords: Passwords,
    pub(crate) issuer: TokenIssuer,
    pub(crate) revocations: Revocations,
}

impl Collab {
    /// Opens the database, and fills it if it is new.
    ///
    /// # Errors
    ///
    /// The secret is too short, or the database cannot be opened.
    pub(crate) async fn open(database: &str, secret: &[u8]) -> Result<Self, Box<dyn Error>> {
        let (jwt, issuer) = (sessions::verifier(secret)?, sessions::issuer(secret)?);
        let passwords = Passwords::new()?;
        let db = data::open(database).await?;
        let catalog = RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA);
        let roles = SqlRoles::new(db.clone(), catalog.clone());
        let projects = SqlProjects::new(db.clone(), catalog.clone()).visitors(PROJECT, "reader");
        data::seed::fill_if_new(&db, &roles, &projects, &passwords).await?;
        // What is wrong with a stored role is logged; it grants nothing.
        let _ = roles.load().await?;

        let tokens = SqlTokenStore::new(db.clone());
        let tokens = AccessTokens::builder(tokens, &scopes::SCHEMA).prefix("collab");
        let tokens = tokens.build()?;
        let document = routes::document(|routes| routes::api(routes, &tokens))?;

        let accounts = Accounts::new(db.clone(), roles.clone(), catalog.clone());
        let revocations = Revocations::with_longest_lifetime(sessions::LIFETIME);
        let access = AccessControl::builder(accounts.clone())
            .realm("collab")
            // Before what takes every bearer token for one of its own.
            .authenticator(tokens.clone())
            .authenticator(jwt)
            .projects(projects.clone())
            .revocations(revocations.clone())
            // A key of its own is not needed: what is signed for pages can pass for no token.
            .session_cookie(sessions::COOKIE, secret)
            .render(routes::render)
            .build()?;
        let shared = web::Data::new(Shared {
            db,
            accounts,
            catalog,
            roles,
            projects,
            tokens,
            passwords,
            issuer,
            revocations,
        });
        Ok(Self {
            access,
            document,
            shared,
        })
    }

    /// The middleware to wrap the application in.
    pub(crate) fn access(&self) -> AccessControl {
        self.access.clone()
    }

    /// Registers the routes and what their handlers need.
    pub(crate) fn configure(&self, config: &mut ServiceConfig) {
        config.app_data(self.shared.clone());
        // Pages ask it for the proof that their changes need.
        config.app_data(web::Data::new(self.access.clone()));
        failure::configure(config);
        config.configure(gated(|routes| {
            let Shared { tokens, db, .. } = &**self.shared;
            routes::register(routes, tokens, db, &self.document);
        }));
    }

    /// Writes down what is only in memory yet, before the program ends.
    pub(crate) async fn close(&self) {
        self.shared.tokens.write_usage().await;
    }
}
