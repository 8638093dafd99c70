//! The application: what its handlers share, and its access control.

pub(crate) mod accounts;
pub(crate) mod api_keys;
pub(crate) mod curl;
pub(crate) mod data;
pub(crate) mod document;
pub(crate) mod failure;
pub(crate) mod given;
pub(crate) mod listing;
pub(crate) mod names;
pub(crate) mod object;
#[path = "../../shared/passwords.rs"]
pub(crate) mod passwords;
pub(crate) mod routes;
pub(crate) mod sign_in;
pub(crate) mod text;
pub(crate) mod tokens;
pub(crate) mod whole;

use std::error::Error;

use actix_web::web::{self, ServiceConfig};
use guard_runtime::records::GuardedDb;
use guard_runtime::{AccessControl, Revocations};

use accounts::Accounts;
use api_keys::ApiKeys;
pub(crate) use names::{groups, roles};
pub(crate) use passwords::Passwords;
use sign_in::SignIn;

/// The application, ready to be put into any number of workers.
#[derive(Clone)]
pub(crate) struct Backoffice {
    access: AccessControl,
    /// All that handlers get of the database.
    db: GuardedDb,
    accounts: web::Data<Accounts>,
    sign_in: web::Data<SignIn>,
    revocations: web::Data<Revocations>,
}

impl Backoffice {
    /// Opens the database, and fills it if it is new.
    ///
    /// # Errors
    ///
    /// The secret is too short, or the database cannot be opened.
    pub(crate) async fn open(database: &str, secret: &[u8]) -> Result<Self, Box<dyn Error>> {
        let jwt = tokens::verifier(secret)?;
        let passwords = Passwords::new()?;
        let db = data::open(database, &passwords).await?;
        let revocations = Revocations::with_longest_lifetime(tokens::LIFETIME);
        let accounts = Accounts::new(db.clone());
        let access = AccessControl::builder(accounts.clone())
            .realm("backoffice")
            .authenticator(jwt)
            .authenticator(ApiKeys::new(db.clone()))
            .revocations(revocations.clone())
            .build()?;
        let sign_in = SignIn::new(db.clone(), passwords, secret)?;
        Ok(Self {
            access,
            // Who looks after accounts is told why somebody is refused.
            db: GuardedDb::new(db).explain_to(|env| env.in_group(groups::account_admin)),
            accounts: web::Data::new(accounts),
            sign_in: web::Data::new(sign_in),
            revocations: web::Data::new(revocations),
        })
    }

    /// The middleware to wrap the application in.
    pub(crate) fn access(&self) -> AccessControl {
        self.access.clone()
    }

    /// Registers the routes and what their handlers need.
    pub(crate) fn configure(&self, config: &mut ServiceConfig) {
        config
            .app_data(self.db.clone())
            .app_data(self.accounts.clone())
            .app_data(self.sign_in.clone())
            .app_data(self.revocations.clone());
        failure::configure(config);
        config.configure(guard_runtime::routes::gated(routes::register));
    }
}
