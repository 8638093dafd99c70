//! Writes a token: its claims, its header, its signature.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::{Map, Value};

use super::IssueError;
use crate::authn::crypto::Signer;
use crate::authn::jwt::MAX_TOKEN;

/// The header of a token.
#[derive(Serialize)]
pub(super) struct Header<'a> {
    pub(super) typ: &'a str,
    pub(super) alg: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kid: Option<&'a str>,
}

/// The claims that are set, and those of the application.
pub(super) fn payload(
    set: [(&str, Value); 6],
    claims: impl Serialize,
) -> Result<Map<String, Value>, IssueError> {
    let mut payload: Map<String, Value> = set
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    match serde_json::to_value(claims).map_err(|_| IssueError::Claims)? {
        Value::Null => {}
        Value::Object(claims) => {
            for (name, value) in claims {
                if name == "nbf" || payload.insert(name, value).is_some() {
                    return Err(IssueError::Reserved);
                }
            }
        }
        _ => return Err(IssueError::Claims),
    }
    Ok(payload)
}

/// The token.
pub(super) fn sign(
    signer: &Signer,
    header: &Header<'_>,
    payload: &Map<String, Value>,
) -> Result<String, IssueError> {
    let header = serde_json::to_vec(header).map_err(|_| IssueError::Claims)?;
    let payload = serde_json::to_vec(payload).map_err(|_| IssueError::Claims)?;
    let mut token = URL_SAFE_NO_PAD.encode(header);
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(payload, &mut token);
    let signature = signer.sign(token.as_bytes()).ok_or(IssueError::Signature)?;
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(signature, &mut token);
    if token.len() > MAX_TOKEN {
        Err(IssueError::TooLarge)
    } else {
        Ok(token)
    }
}
