//! The lines that the program prints: each is answered as the line above it says.

use std::collections::{BTreeMap, BTreeSet};

use super::server::{Headers, api_key, bearer, send, start};
use crate::app::curl;
use crate::app::data::seed::demo::{ACCOUNTS, API_KEY};

#[test]
fn every_line_is_answered_as_it_says() {
    let server = start();
    let base = format!("http://{server}");
    let lines = curl::lines(server);
    let mut sessions = BTreeMap::new();
    let (mut sections, mut levels) = (0, BTreeSet::new());
    let mut promised: Option<(u16, &str)> = None;
    for line in lines.lines().filter(|line| !line.is_empty()) {
        if let Some(said) = line.strip_prefix("# ") {
            assert_eq!(promised, None, "no line below: {said}");
            promised = said[..3].parse().ok().map(|status| (status, said));
            sections += u32::from(promised.is_none());
            continue;
        }
        let call = Call::of(line, &base);
        let session = call.session.and_then(|name| sessions.get(name)).cloned();
        let mut headers: Headers = session.unwrap_or_default();
        if line.contains("-H 'x-api-key: ") {
            headers.extend(api_key(API_KEY));
        }
        let answer = send(server, call.method, call.path, &headers, call.body);
        if let Some((name, _)) = line.split_once("=$(curl -s ") {
            let token = answer.expect(200)["token"].clone();
            sessions.insert(name, bearer(token.as_str().unwrap()));
            continue;
        }
        let (status, said) = promised.take().expect(line);
        assert_eq!(answer.status, status, "{said}\n{line}\n{}", answer.body);
        let level = said[4..].split_once(':').map_or("", |(level, _)| level);
        levels.insert((level, status));
    }
    assert_eq!(sections, u32::try_from(ACCOUNTS.len()).unwrap() + 2);
    for shown in [
        ("route", 403),
        ("model", 403),
        ("record", 404),
        ("record", 403),
        ("field", 403),
    ] {
        assert!(levels.contains(&shown), "nothing shows {shown:?}");
    }
}

/// What curl makes of a line.
struct Call<'a> {
    method: &'a str,
    path: &'a str,
    session: Option<&'a str>,
    body: &'a str,
}

impl<'a> Call<'a> {
    fn of(line: &'a str, base: &str) -> Self {
        let after = |mark: &str| line.split_once(mark).map(|(_, after)| after);
        let path = after(base).expect("an address").split([' ', '\'']).next();
        let body = after(" -d '").and_then(|it| it.split('\'').next());
        let method = after(" -X ").and_then(|it| it.split(' ').next());
        Self {
            method: method.unwrap_or(if body.is_some() { "POST" } else { "GET" }),
            path: path.unwrap_or_default(),
            session: after("Bearer $").and_then(|it| it.split('"').next()),
            body: body.unwrap_or_default(),
        }
    }
}
