//! The security requirements of an operation, and the schemes they name.

use std::collections::{BTreeMap, BTreeSet};

use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{
    Flow, HttpAuthScheme, HttpBuilder, OAuth2, Password, Scopes as OAuthScopes,
    SecurityRequirement, SecurityScheme,
};

use super::demand::Callers;
use super::operations::operations;
use crate::scope::{Permission, Scopes};

pub(super) const BEARER: &str = "bearer";
pub(super) const OAUTH2: &str = "oauth2";

/// One requirement for each alternative and scheme.
pub(super) fn requirements(callers: &Callers, schemes: &[String]) -> Vec<SecurityRequirement> {
    let with = |scopes: &[Vec<String>]| {
        let each = |scopes: &Vec<String>| {
            let named = schemes
                .iter()
                .map(|scheme| SecurityRequirement::new(scheme, scopes));
            named.collect::<Vec<_>>()
        };
        scopes.iter().flat_map(each).collect::<Vec<_>>()
    };
    match callers {
        Callers::Anonymous => Vec::new(),
        Callers::Everybody => {
            let mut optional = vec![SecurityRequirement::default()];
            optional.extend(with(&[Vec::new()]));
            optional
        }
        // An empty list would say that nothing is demanded.
        Callers::Nobody => with(&[Vec::new()]),
        Callers::With(scopes) => with(scopes),
    }
}

/// The alternatives of scopes, whichever schemes they name; `None` among them for no credentials.
pub(super) type Meaning = BTreeSet<Option<BTreeSet<String>>>;

pub(super) fn meaning(requirements: &[SecurityRequirement]) -> Meaning {
    let scopes = |requirement: &SecurityRequirement| {
        let named = named(requirement);
        (!named.is_empty()).then(|| named.into_values().flatten().collect())
    };
    // An empty list demands nothing either.
    let none = requirements.is_empty().then_some(None);
    requirements.iter().map(scopes).chain(none).collect()
}

/// The schemes of a requirement, each with its scopes.
pub(super) fn named(requirement: &SecurityRequirement) -> BTreeMap<String, Vec<String>> {
    let named = serde_json::to_value(requirement).unwrap_or_default();
    serde_json::from_value(named).unwrap_or_default()
}

/// The schemes that a document names and neither it nor we declare.
pub(super) fn undeclared(
    document: &OpenApi,
    schemes: &BTreeMap<String, SecurityScheme>,
) -> BTreeSet<String> {
    let operations = operations(document).into_iter();
    let written = operations.filter_map(|(_, operation)| operation.security.as_ref());
    let written = written.chain(&document.security).flatten();
    let components = document.components.as_ref();
    let is_declared = |name: &String| {
        schemes.contains_key(name)
            || components.is_some_and(|it| it.security_schemes.contains_key(name))
    };
    let names = written.flat_map(|it| named(it).into_keys());
    names.filter(|name| !is_declared(name)).collect()
}

/// Declares the schemes that the document does not declare itself.
pub(super) fn declare(document: &mut OpenApi, schemes: &BTreeMap<String, SecurityScheme>) {
    let components = document.components.get_or_insert_default();
    for (name, scheme) in schemes {
        let known = &mut components.security_schemes;
        known
            .entry(name.clone())
            .or_insert_with(|| scheme.clone().into());
    }
}

/// A token in the `Authorization` header.
pub(super) fn bearer() -> SecurityScheme {
    let description = "A JSON Web Token or a personal access token.";
    SecurityScheme::Http(
        HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some(description))
            .build(),
    )
}

/// Signing in with name and password (RFC 6749 section 4.3), for the permissions of these schemas
/// and those that are demanded.
pub(super) fn password(
    token_url: &str,
    schemas: &[&'static Scopes],
    demanded: &[Permission],
) -> SecurityScheme {
    let declared = schemas.iter().flat_map(|schema| schema.permissions());
    let scopes = declared.chain(demanded.iter().copied());
    let scopes = scopes.map(|permission| (permission.to_string(), title(permission)));
    let scopes = scopes.collect::<BTreeMap<_, _>>();
    let flow = Password::new(token_url, OAuthScopes::from_iter(scopes));
    SecurityScheme::OAuth2(OAuth2::new([Flow::Password(flow)]))
}

/// `The configuration: UPDATE`
fn title(permission: Permission) -> String {
    let scope = permission.schema().scope(permission.scope());
    let resource = scope.and_then(|scope| {
        let mut resources = scope.resources.iter();
        resources.find(|it| it.name == permission.resource())
    });
    let title = resource.map_or(permission.resource(), |it| it.title);
    format!("{}: {}", title, permission.verb())
}
