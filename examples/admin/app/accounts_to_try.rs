//! The accounts to sign in with, as the program prints them.

use std::fmt::Write as _;
use std::net::SocketAddr;

use super::auditor;
use super::data::seed::demo::{ACCOUNTS, PASSWORD};

/// Where to sign in, as whom, and what each account is there to show.
pub(crate) fn lines(address: SocketAddr) -> String {
    let mut text = format!("\nOpen http://{address}/admin and sign in with `{PASSWORD}` as\n\n");
    let known = ACCOUNTS.iter().map(|it| (it.login, it.purpose));
    for (login, purpose) in known.chain([(auditor::LOGIN, auditor::PURPOSE)]) {
        let _ = writeln!(text, "  {login:<8}  {purpose}");
    }
    text.push_str("\nThe same for programs:\n\n");
    let _ = writeln!(
        text,
        "  SESSION=$(curl -si http://{address}/admin/sign-in -d 'username=manager&password={PASSWORD}' \
         | sed -n 's/^set-cookie: \\([^;]*\\).*/\\1/p')\n  \
         curl -b \"$SESSION\" http://{address}/admin/api/menu\n\n\
         Or with a token of your own from http://{address}/admin/tokens:\n\n  \
         curl -H \"authorization: Bearer $TOKEN\" http://{address}/admin/api/menu"
    );
    text
}
