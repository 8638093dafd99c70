//! The application: its data, who signs in, and its access control.

#[path = "../../backoffice/app/accounts.rs"]
pub(crate) mod accounts;
pub(crate) mod accounts_to_try;
pub(crate) mod auditor;
#[path = "../../backoffice/app/data/mod.rs"]
pub(crate) mod data;
#[path = "../../backoffice/app/names.rs"]
pub(crate) mod names;
#[path = "../../shared/passwords.rs"]
pub(crate) mod passwords;
pub(crate) mod root;
pub(crate) mod sign_in;
pub(crate) mod site;
#[path = "../../backoffice/app/tokens.rs"]
pub(crate) mod tokens;

use std::error::Error;

use actix_web::web::ServiceConfig;
use guard_runtime::AccessControl;
use guard_runtime::admin::{Admin, SignIn};
use guard_runtime::records::GuardedDb;
use guard_runtime::routes::gated;

use accounts::Accounts;
pub(crate) use names::{groups, roles};
pub(crate) use passwords::Passwords;
use sign_in::Staff;
use site::Office;

/// The cookie of the session.
pub(crate) const COOKIE: &str = "admin_session";

/// The application, ready to be put into any number of workers.
#[derive(Clone)]
pub(crate) struct Administration {
    access: AccessControl,
    site: Admin<Office>,
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
        auditor::add_if_missing(&db, &passwords).await?;
        let access = AccessControl::builder(Accounts::new(db.clone()))
            .realm("admin")
            .authenticator(jwt)
            // What is signed for pages can pass for no token, so one secret does for both.
            .session_cookie(COOKIE, secret)
            .build()?;
        let staff = Staff::new(db.clone(), passwords);
        // Who looks after accounts is told why somebody is refused.
        let db = GuardedDb::new(db).explain_to(|env| env.in_group(groups::account_admin));
        let site = Admin::new(db)?.sign_in(SignIn::new(staff, issuer).secure(is_secure));
        Ok(Self { access, site })
    }

    /// The middleware to wrap the application in.
    pub(crate) fn access(&self) -> AccessControl {
        self.access.clone()
    }

    /// Registers the site.
    pub(crate) fn configure(&self, config: &mut ServiceConfig) {
        let site = self.site.clone();
        config.configure(gated(move |routes| {
            root::register(routes);
            routes.service(site);
        }));
    }
}
