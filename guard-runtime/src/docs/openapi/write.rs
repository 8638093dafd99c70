//! Writes into a document what its gates demand.

use std::collections::BTreeMap;

use serde_json::json;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::SecurityScheme;

use super::compare::{Demanded, REQUIRED, says};
use super::demand::Demand;
use super::error::DocsMistake;
use super::find::Used;
use super::operations::{Address, operation_mut, operations};
use super::security::{BEARER, OAUTH2, bearer, password, requirements};
use super::sentence::sentence;
use super::{DocsError, OpenApiGates, answers, ids, security};
use crate::scope::Permission;

impl OpenApiGates {
    /// Writes into the document what the gates before each of its operations demand.
    ///
    /// What the document says already stays. Doing it again changes nothing. The extension
    /// `x-handler` names each operation's handler: [`check`](Self::check) needs it, readers do not.
    ///
    /// # Errors
    ///
    /// [`DocsError`] if an operation's gate is not known, or if the document contradicts it; the
    /// document is left as it was.
    pub fn document(&self, document: &mut OpenApi) -> Result<(), DocsError> {
        let (demands, mistakes) = self.demands(document);
        DocsError::check(mistakes)?;
        let schemes = self.schemes(&demands);
        let names = schemes.keys().cloned().collect::<Vec<_>>();
        for (address, demand) in &demands {
            if let Some(operation) = operation_mut(document, address) {
                write(operation, demand, &names);
            }
        }
        ids::distinguish(document);
        answers::declare(document);
        security::declare(document, &schemes);
        Ok(())
    }

    /// Whether a document says of all its operations what their gates demand:
    /// [`testing::assert_documented`](crate::testing::assert_documented) in a form that does not
    /// panic.
    ///
    /// # Errors
    ///
    /// [`DocsError`] names each difference.
    pub fn check(&self, document: &OpenApi) -> Result<(), DocsError> {
        let (demands, mut mistakes) = self.demands(document);
        let schemes = self.schemes(&demands);
        let names = schemes.keys().cloned().collect::<Vec<_>>();
        for (address, operation) in operations(document) {
            if let Some(demand) = demands.get(&address) {
                mistakes.extend(demanded(&address, operation, demand, &names).gaps());
            }
        }
        let components = document.components.as_ref();
        for scheme in names {
            if components.is_none_or(|it| !it.security_schemes.contains_key(&scheme)) {
                mistakes.push(DocsMistake::Undeclared { scheme });
            }
        }
        DocsError::check(mistakes)
    }

    /// What stands before each operation, and what is wrong with that.
    fn demands(&self, document: &OpenApi) -> (BTreeMap<Address, Demand>, Vec<DocsMistake>) {
        let (mut demands, mut mistakes) = (BTreeMap::new(), Vec::new());
        let mut used = Used::new();
        for (address, operation) in operations(document) {
            match self.find(&address, operation, &mut used) {
                Ok(demand) => {
                    demands.insert(address, demand);
                }
                Err(mistake) => mistakes.push(mistake),
            }
        }
        let schemes = self.schemes(&demands);
        let undeclared = security::undeclared(document, &schemes).into_iter();
        mistakes.extend(undeclared.map(|scheme| DocsMistake::Undeclared { scheme }));
        let names = schemes.into_keys().collect::<Vec<_>>();
        for (address, operation) in operations(document) {
            if let Some(demand) = demands.get(&address) {
                mistakes.extend(demanded(&address, operation, demand, &names).contradictions());
            }
        }
        let places = self.by_hand.iter().map(|it| &it.place);
        let unused = places.filter(|place| !used.contains(place.as_str()));
        mistakes.extend(unused.map(|place| DocsMistake::Unused {
            place: place.clone(),
        }));
        (demands, mistakes)
    }

    /// The security schemes, by name.
    fn schemes(&self, demands: &BTreeMap<Address, Demand>) -> BTreeMap<String, SecurityScheme> {
        let mut schemes = self.more_schemes.clone();
        schemes.entry(BEARER.to_owned()).or_insert_with(bearer);
        if let Some(token_url) = &self.token_url {
            let demanded = demands.values().flat_map(Demand::permissions);
            let demanded = demanded.collect::<Vec<Permission>>();
            schemes
                .entry(OAUTH2.to_owned())
                .or_insert_with(|| password(token_url, &self.schemas, &demanded));
        }
        schemes
    }
}

fn demanded<'a>(
    address: &'a Address,
    operation: &'a Operation,
    demand: &'a Demand,
    schemes: &'a [String],
) -> Demanded<'a> {
    Demanded {
        address,
        operation,
        demand,
        schemes,
    }
}

fn write(operation: &mut Operation, demand: &Demand, schemes: &[String]) {
    let callers = demand.callers();
    operation
        .security
        .get_or_insert_with(|| requirements(&callers, schemes));
    let sentence = sentence(demand);
    if !says(operation, &sentence) {
        let description = operation.description.get_or_insert_default();
        if !description.is_empty() {
            description.push_str("\n\n");
        }
        description.push_str(&sentence);
    }
    let extensions = operation.extensions.get_or_insert_default();
    extensions.insert(REQUIRED.to_owned(), json!(demand.list()));
    answers::add(operation, demand);
}
