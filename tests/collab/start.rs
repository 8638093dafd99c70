//! The application, served in this process.

use std::net::SocketAddr;

use actix_web::web::ServiceConfig;
use guard_runtime::AccessControl;

use super::server::{Application, SECRET};
use crate::app::Collab;

/// A server with data of its own, which lasts as long as the tests.
pub(crate) fn start() -> SocketAddr {
    super::server::start::<Collab>()
}

impl Application for Collab {
    async fn open() -> Self {
        Self::open("sqlite::memory:", SECRET).await.unwrap()
    }

    fn access(&self) -> AccessControl {
        self.access()
    }

    fn configure(&self, config: &mut ServiceConfig) {
        self.configure(config);
    }

    async fn close(&self) {
        self.close().await;
    }
}
