//! The routes of an application, as actix-web lists them.

use std::collections::BTreeSet;

use actix_http::Request;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;
use actix_web::introspection::{IntrospectionNode, IntrospectionTree, ResourceType};
use actix_web::test::TestRequest;
use actix_web::web::Data;

use super::ask::{Told, ask};
use super::ungated::fail_if_any;

/// A path that no application has, to find what answers where nothing matches.
const NOWHERE: &str = "/guard-runtime-asks-for-nothing";

/// Methods and patterns of all routes of an application: what
/// [`ungated_routes`](super::ungated_routes) takes.
///
/// Each pattern comes with all the usual methods: actix-web does not say whether a route that takes
/// any method stands beside those that name one.
///
/// # Panics
///
/// If the application gives no list of its routes: it has to be an actix-web `App`.
pub async fn routes_of<S, B>(app: &S) -> Vec<(Method, String)>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let tree = tree(app).await;
    let mut routes = Vec::new();
    visit(&tree.root, &mut |node| {
        if matches!(node.kind, ResourceType::Resource) {
            routes.extend(with_methods(&node.full_path, &node.methods));
        }
    });
    routes
}

/// Fails when any route of an application answers without a gate: no list of paths is needed.
///
/// It asks every route with every usual method, and every scope for a path that nothing matches.
/// See [`ungated_routes`](super::ungated_routes) for what it demands and what it cannot see. Needs
/// the feature `introspection`, which rests on actix-web's `experimental-introspection`.
///
/// # Panics
///
/// Naming the routes that answer without a gate, and those for whose parameters no sample value
/// fits; ask for these with [`assert_no_ungated_route`](super::assert_no_ungated_route).
pub async fn assert_app_is_gated<S, B>(app: &S)
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let mut wrong = Vec::new();
    // First: it also answers the methods that a route does not take.
    for scope in scopes(&tree(app).await.root) {
        let path = format!("{}{NOWHERE}", scope.trim_end_matches('/'));
        if ask(app, &Method::GET, &path).await == Told::Ungated {
            wrong.push(format!(
                "what answers unknown paths below `{scope}/` has no gate"
            ));
        }
    }
    for (method, path) in routes_of(app).await {
        match ask(app, &method, &path).await {
            Told::Fine | Told::Nothing => {}
            Told::Ungated => wrong.push(format!("{method} {path} answers without a gate")),
            Told::NoRoute => wrong.push(format!("{method} {path} fits no sample value")),
        }
    }
    fail_if_any(&wrong);
}

async fn tree<S, B>(app: &S) -> IntrospectionTree
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let request = TestRequest::with_uri(NOWHERE).to_request();
    let found = app.call(request).await.ok().and_then(|response| {
        let tree = response.request().app_data::<Data<IntrospectionTree>>();
        tree.map(|tree| IntrospectionTree::clone(tree))
    });
    found.unwrap_or_else(|| panic!("the application gives no list of its routes"))
}

fn scopes(root: &IntrospectionNode) -> BTreeSet<String> {
    let mut scopes = BTreeSet::from([String::new()]);
    visit(root, &mut |node| {
        if matches!(node.kind, ResourceType::Scope) {
            scopes.insert(node.full_path.clone());
        }
    });
    scopes
}

fn visit(node: &IntrospectionNode, see: &mut dyn FnMut(&IntrospectionNode)) {
    see(node);
    for child in &node.children {
        visit(child, see);
    }
}

fn with_methods(path: &str, named: &[Method]) -> impl Iterator<Item = (Method, String)> {
    let mut methods = vec![
        Method::GET,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
    ];
    for method in named {
        if !methods.contains(method) {
            methods.push(method.clone());
        }
    }
    methods
        .into_iter()
        .map(move |method| (method, path.to_owned()))
}
