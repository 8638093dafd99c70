//! Lines to paste into a shell: one caller after the other, each line with its answer.

mod calls;

use std::fmt::Write as _;
use std::net::SocketAddr;

use self::calls::Call;
use super::data::seed::demo::{ACCOUNTS, API_KEY, PASSWORD};

/// The lines, with what each account is there to show.
pub(crate) fn lines(address: SocketAddr) -> String {
    let base = format!("http://{address}");
    let mut text = String::new();
    section(&mut text, "nobody has signed in");
    calls(&mut text, &base, "", "");
    for account in &ACCOUNTS {
        section(&mut text, &format!("{}, {}", account.name, account.purpose));
        let body = format!(r#"{{"name":"{}","password":"{PASSWORD}"}}"#, account.login);
        if account.blocked {
            let refused = Call {
                status: 401,
                shows: "as with a wrong password",
                method: "POST",
                path: "/api/login",
                body: &body,
            };
            call(&mut text, &base, "", &refused);
            continue;
        }
        let variable = account.login.to_uppercase();
        let _ = writeln!(
            text,
            "{variable}=$(curl -s {base}/api/login -H 'content-type: application/json' -d '{body}' \
             | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')"
        );
        let credential = format!(" -H \"authorization: Bearer ${variable}\"");
        calls(&mut text, &base, account.login, &credential);
    }
    section(&mut text, "the scanner in the warehouse, by an API key");
    let credential = format!(" -H 'x-api-key: {API_KEY}'");
    calls(&mut text, &base, "scanner", &credential);
    text
}

fn section(text: &mut String, title: &str) {
    let _ = writeln!(text, "\n# {title}");
}

fn calls(text: &mut String, base: &str, login: &str, credential: &str) {
    for one in calls::of(login) {
        call(text, base, credential, &one);
    }
}

fn call(text: &mut String, base: &str, credential: &str, call: &Call<'_>) {
    let _ = writeln!(text, "# {} {}", call.status, call.shows);
    let _ = write!(text, "curl -i");
    // What curl does by itself.
    if call.method != "GET" && (call.method != "POST" || call.body.is_empty()) {
        let _ = write!(text, " -X {}", call.method);
    }
    let _ = write!(text, " '{base}{}'{credential}", call.path);
    if !call.body.is_empty() {
        let json = "-H 'content-type: application/json'";
        let _ = write!(text, " {json} -d '{}'", call.body);
    }
    text.push('\n');
}
