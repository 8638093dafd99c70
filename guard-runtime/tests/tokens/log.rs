//! What is logged, and what never is.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::set_default;
use tracing::{Event, Metadata, Subscriber};

use crate::support::{request, shop};

/// All that is logged on this thread, as text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

struct Text<'a>(&'a mut String);

impl Visit for Text<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        writeln!(self.0, "{field}={value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        attributes.record(&mut Text(&mut self.0.lock().unwrap()));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, record: &Record<'_>) {
        record.record(&mut Text(&mut self.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Text(&mut self.0.lock().unwrap()));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[actix_web::test]
async fn no_secret_is_logged_and_no_digest() {
    let log = Log::default();
    let _guard = set_default(log.clone());
    let shop = shop().await;
    let (token, id) = shop.mint("ada", &["admin.configuration:GET"]).await;
    let secret = token.rsplit('_').nth(1).unwrap().to_owned();
    let digest = shop.store.stored(&id).await.digest;
    shop.get("/config", &token).await;
    shop.put("/config", &token).await;
    shop.get("/config", &format!("{token}x")).await;
    // Pasted where it does not belong.
    let mut body = request(&[&token], &json!([{"scope": token, "project": token}]));
    body["title"] = json!(token);
    assert_eq!(shop.post("/tokens", "session.ada", &body).await.status, 422);
    body["expires_at"] = json!(token);
    assert_eq!(shop.post("/tokens", "session.ada", &body).await.status, 400);
    shop.delete(&format!("/tokens/{token}"), "session.ada")
        .await;
    shop.get(&format!("/tokens/all?owner={token}"), "session.root")
        .await;
    shop.store
        .tamper(|it| it.permissions.push("admin.gone:GET".to_owned()));
    shop.delete("/tokens", "session.ada").await;
    shop.get("/config", &token).await;
    shop.store.set_down(true);
    shop.tokens.write_usage().await;
    shop.get("/config", &token).await;
    shop.post("/tokens", "session.ada", &request(&[], &json!([])))
        .await;
    let text = log.0.lock().unwrap();
    for expected in [
        id.as_str(),
        "created",
        "revoked",
        "connection refused",
        "refused",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    for never in [&token, &secret, &digest] {
        assert!(!text.contains(never.as_str()), "{text}");
    }
}

#[actix_web::test]
async fn what_grants_nothing_is_named() {
    let log = Log::default();
    let _guard = set_default(log.clone());
    let shop = shop().await;
    let (token, id) = shop.mint("ada", &[]).await;
    shop.store
        .tamper(|it| it.permissions.push("project.root:GET".to_owned()));
    shop.get("/me", &token).await;
    let text = log.0.lock().unwrap();
    assert!(
        text.contains(&id) && text.contains("project.root:GET"),
        "{text}"
    );
}
