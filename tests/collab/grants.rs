//! Signing in at `/token`, as RFC 6749 describes it.

use serde_json::json;

use super::server::{Answer, bearer, form, get, grant, post, send_to, server};
use crate::app::data::seed::demo::PASSWORD;

/// The error code; such an answer is 400, and no cache keeps it.
#[track_caller]
fn error(answer: &Answer) -> String {
    let json = answer.expect(400);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    json["error"].as_str().unwrap().to_owned()
}

#[test]
fn a_session_is_what_the_rfc_says() {
    let answer = grant("reader", PASSWORD, "");
    let json = answer.expect(200);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("pragma"), Some("no-cache"));
    assert_eq!(json["token_type"], "Bearer");
    assert_eq!(json["expires_in"], 8 * 3600);
    let scope = json["scope"].as_str().unwrap();
    assert!(
        scope.starts_with("user.feedback:CREATE user.projects:CREATE "),
        "{scope}"
    );
    let me = get("/api/me", &bearer(json["access_token"].as_str().unwrap()));
    assert_eq!(me.expect(200)["id"], 4);
}

#[test]
fn nobody_learns_why_signing_in_failed() {
    let refusals = [
        grant("reader", "wrong", ""),
        grant("nobody", PASSWORD, ""),
        grant("blocked", PASSWORD, ""),
        grant("blocked", "wrong", ""),
        grant("Reader", PASSWORD, ""),
        grant("%27+OR+1=1+--", "wrong", ""),
        grant("", "", ""),
    ];
    for refusal in &refusals {
        assert_eq!(error(refusal), "invalid_grant");
        assert_eq!(refusal.body, refusals[0].body);
        assert_eq!(refusal.header("www-authenticate"), None);
    }
}

#[test]
fn what_is_no_grant() {
    let send = |body: &str| error(&form("/token", &Vec::new(), body));
    let good = format!("username=reader&password={PASSWORD}");
    for (body, code) in [
        (String::new(), "invalid_request"),
        (good.clone(), "invalid_request"),
        (
            "grant_type=password&username=reader".to_owned(),
            "invalid_request",
        ),
        (
            format!("grant_type=password&{good}&username=admin"),
            "invalid_request",
        ),
        (
            format!("grant_type=password&{good}&scope=a&scope=b"),
            "invalid_request",
        ),
        (
            format!("grant_type=refresh_token&{good}"),
            "unsupported_grant_type",
        ),
        (
            format!("grant_type=Password&{good}"),
            "unsupported_grant_type",
        ),
    ] {
        assert_eq!(send(&body), code, "{body}");
    }
    let json = json!({ "grant_type": "password", "username": "reader", "password": PASSWORD });
    assert_eq!(
        error(&post("/token", &Vec::new(), &json)),
        "invalid_request"
    );
    let large = format!("grant_type=password&{good}&x={}", "x".repeat(40_000));
    assert_eq!(send(&large), "invalid_request");
    let address = send_to(server(), "GET", "/token", &Vec::new(), "");
    assert_eq!(address.status, 404);
}

#[test]
fn a_scope_limits_the_session() {
    for (scope, expected) in [
        ("user.sessions:GET", "user.sessions:GET"),
        ("user.sessions:get+user.sessions:GET", "user.sessions:GET"),
        // Neither what the user lacks nor what is unknown.
        (
            "admin.users:GET+user.tokens:GET+x.y:GET+all",
            "user.tokens:GET",
        ),
        // In which project is asked at every request.
        ("project.root:DELETE", "project.root:DELETE"),
    ] {
        let json = grant("reader", PASSWORD, &format!("&scope={scope}")).expect(200);
        assert_eq!(json["scope"], expected, "{scope}");
    }
    for scope in [
        "admin.users:GET",
        "administrator",
        "*",
        "user.*",
        "x:y:z",
        "USER.sessions:GET",
    ] {
        let refused = grant("reader", PASSWORD, &format!("&scope={scope}"));
        assert_eq!(error(&refused), "invalid_scope", "{scope}");
    }

    let json = grant("manager", PASSWORD, "&scope=project.root:GET").expect(200);
    let session = bearer(json["access_token"].as_str().unwrap());
    get("/api/projects/2", &session).expect(200);
    get("/api/projects/2/users", &session).expect(403);
    get("/api/sessions", &session).expect(403);
    let me = get("/api/me", &session).expect(200);
    assert_eq!(me["permissions"], json!([]));
}

/// Its client may be named in the body or in a header, which is no credential of ours.
#[test]
fn what_swagger_ui_sends() {
    let all = get("/openapi.json", &Vec::new()).expect(200);
    let all = &all["components"]["securitySchemes"]["oauth2"]["flows"]["password"]["scopes"];
    let all = all.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(all.len(), 82);
    let every = all.join("%20").replace(':', "%3A");
    let asks = |login: &str, scope: &str, more: &str, header: &str| {
        let mut headers = vec![("x-requested-with", "XMLHttpRequest".to_owned())];
        if !header.is_empty() {
            headers.push(("authorization", header.to_owned()));
        }
        let body =
            format!("grant_type=password&scope={scope}&username={login}&password={PASSWORD}{more}");
        form("/token", &headers, &body).expect(200)
    };
    for (more, header) in [
        ("", ""),
        ("", "Basic Og=="),
        ("", "Basic Y2xpZW50OnNlY3JldA=="),
        ("", "Basic x"),
        ("&client_id=x&client_secret=", ""),
    ] {
        // It asks for nothing with an empty scope; the answer then names what counts outside of projects.
        for (scope, has) in [("", 46), (every.as_str(), 82), ("user.tokens%3AGET", 1)] {
            let session = asks("admin", scope, more, header);
            let scope = session["scope"].as_str().unwrap();
            assert_eq!(scope.split(' ').count(), has, "{more} {header}");
            let token = session["access_token"].as_str().unwrap();
            // No server or proxy in common use takes less for all headers of a request.
            assert!(token.len() < 4096, "{}", token.len());
            get("/api/me", &bearer(token)).expect(200);
        }
    }
    // Everything that there is, as far as one has it.
    let session = asks("staff", &every, "", "");
    let session = bearer(session["access_token"].as_str().unwrap());
    get("/api/sessions", &session).expect(200);
    get("/api/configuration", &session).expect(403);
    get("/api/projects/1", &session).expect(200);
}
