//! The application: its data, who signs in, and its access control.

pub(crate) mod access;
#[path = "../../backoffice/app/accounts.rs"]
pub(crate) mod accounts;
pub(crate) mod accounts_to_try;
pub(crate) mod auditor;
#[path = "../../backoffice/app/data/mod.rs"]
pub(crate) mod data;
pub(crate) mod docs;
#[path = "../../backoffice/app/names.rs"]
pub(crate) mod names;
#[path = "../../shared/passwords.rs"]
pub(crate) mod passwords;
pub(crate) mod permissions;
pub(crate) mod root;
pub(crate) mod sign_in;
pub(crate) mod site;
#[path = "../../backoffice/app/tokens.rs"]
pub(crate) mod tokens;

use std::error::Error;

use actix_web::web::ServiceConfig;
use guard_runtime::AccessControl;
use guard_runtime::admin::access::registered;
use guard_runtime::admin::{Admin, SignIn};
use guard_runtime::records::GuardedDb;
use guard_runtime::routes::{Routes, gated};
use guard_runtime::sql::{Migrator, SqlTokenStore};
use guard_runtime::tokens::AccessTokens;
use sea_orm_migration::MigratorTrait as _;

use accounts::Accounts;
pub(crate) use names::{groups, roles};
pub(crate) use passwords::Passwords;
use permissions::{Permitted, scopes};
use sign_in::Staff;
use site::Office;

/// The cookie of the session.
pub(crate) const COOKIE: &str = "admin_session";

/// The application, ready to be put into any number of workers.
#[derive(Clone)]
pub(crate) struct Administration {
    access: AccessControl,
    site: Admin<Office>,
    tokens: AccessTokens,
}

impl Administration {
    /// Opens the database, and fills it if it is new.
    ///
    /// # Errors
    ///
    /// The secret is too short, or the database cannot be opened.
    pub(crate) async fn open(
        database: &str,
        secret: &[u8],
        is_secure: bool,
    ) -> Result<Self, Box<dyn Error>> {
        let (jwt, issuer) = (tokens::verifier(secret)?, tokens::issuer(secret)?);
        let passwords = Passwords::new()?;
        let db = data::open(database, &passwords).await?;
        // The log of what was handed out is a table of the guard's own, and so are those of tokens.
        Migrator::up(&db, None).await?;
        auditor::add_if_missing(&db, &passwords).await?;
        let store = SqlTokenStore::new(db.clone());
        let tokens = AccessTokens::builder(store.clone(), &scopes::SCHEMA).prefix("office");
        let tokens = tokens.build()?;
        let access = AccessControl::builder(Permitted(Accounts::new(db.clone())))
            .realm("admin")
            // Before what takes every bearer token for one of its own.
            .authenticator(tokens.clone())
            .authenticator(jwt)
            // What is signed for pages can pass for no token, so one secret does for both.
            .session_cookie(COOKIE, secret)
            .build()?;
        let staff = Staff::new(db.clone(), passwords);
        // Who looks after accounts is told why somebody is refused.
        let guarded = GuardedDb::new(db.clone());
        let guarded = guarded.explain_to(|env| env.in_group(groups::account_admin));
        let given = access::given(&db, &guarded, store);
        let site = Admin::new(guarded)?.sign_in(SignIn::new(staff, issuer).secure(is_secure));
        // The page of routes shows those of the site as well.
        let whole = site.clone().access(given.clone());
        let all = registered(|routes| register(routes, whole, &tokens));
        let site = site.access(given.routes(all));
        Ok(Self {
            access,
            site,
            tokens,
        })
    }

    /// The middleware to wrap the application in.
    pub(crate) fn access(&self) -> AccessControl {
        self.access.clone()
    }

    /// Registers the site.
    pub(crate) fn configure(&self, config: &mut ServiceConfig) {
        let (site, tokens) = (self.site.clone(), self.tokens.clone());
        config.configure(gated(move |routes| register(routes, site, &tokens)));
    }

    /// Writes down what is only in memory yet, before the program ends.
    pub(crate) async fn close(&self) {
        self.tokens.write_usage().await;
    }
}

fn register(routes: &mut Routes<'_>, site: Admin<Office>, tokens: &AccessTokens) {
    root::register(routes, tokens);
    docs::register(routes, &site);
    routes.service(site);
}
