//! The application, served in this process.

use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc;

use actix_web::{App, HttpServer, rt};

use super::server::SECRET;
use crate::app::Collab;

/// A server with data of its own, which lasts as long as the tests.
pub(crate) fn start() -> SocketAddr {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        rt::System::new().block_on(async move {
            let app = Collab::open("sqlite::memory:", SECRET).await.unwrap();
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            let closing = app.clone();
            let server = HttpServer::new(move || {
                let configured = app.clone();
                App::new()
                    .configure(move |config| configured.configure(config))
                    .wrap(app.access())
            });
            let server = server.workers(2).disable_signals();
            server.listen(listener).unwrap().run().await.unwrap();
            closing.close().await;
        });
    });
    told.recv().expect("the server starts")
}
