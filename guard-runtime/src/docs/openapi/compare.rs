//! What an operation says, against what its gates demand.

use serde_json::{Value, json};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::SecurityRequirement;

use super::answers;
use super::demand::Demand;
use super::error::DocsMistake;
use super::operations::{Address, operations};
use super::security::{meaning, named, requirements};
use super::sentence::{is_of_ours, sentence};

/// The extension that lists what is demanded.
pub(super) const REQUIRED: &str = "x-required-permissions";

/// An operation with what all gates before it demand.
pub(super) struct Demanded<'a> {
    pub(super) address: &'a Address,
    pub(super) operation: &'a Operation,
    pub(super) demand: &'a Demand,
    pub(super) schemes: &'a [String],
}

impl Demanded<'_> {
    /// What was written by hand and says something else than the gates.
    pub(super) fn contradictions(&self) -> Vec<DocsMistake> {
        let mut found = Vec::new();
        let ours = requirements(&self.demand.callers(), self.schemes);
        if let Some(written) = &self.operation.security
            && meaning(written) != meaning(&ours)
        {
            found.push(self.mistake("security", &text(written), &text(&ours)));
        }
        let ours = json!(self.demand.list());
        if let Some(written) = self.extension(REQUIRED)
            && *written != ours
        {
            found.push(self.mistake(REQUIRED, &written.to_string(), &ours.to_string()));
        }
        let ours = sentence(self.demand);
        let others = paragraphs(self.operation).filter(|it| is_of_ours(it) && *it != ours);
        found.extend(
            others.map(|other| self.mistake("description", &quoted(other), &quoted(&ours))),
        );
        found
    }

    /// What should have been written and was not.
    pub(super) fn gaps(&self) -> Vec<DocsMistake> {
        let mut found = Vec::new();
        if self.operation.security.is_none() {
            let ours = requirements(&self.demand.callers(), self.schemes);
            found.push(self.mistake("security", "nothing", &text(&ours)));
        }
        if self.extension(REQUIRED).is_none() {
            let ours = json!(self.demand.list());
            found.push(self.mistake(REQUIRED, "nothing", &ours.to_string()));
        }
        let sentence = sentence(self.demand);
        if !says(self.operation, &sentence) {
            found.push(self.mistake("description", "something else", &quoted(&sentence)));
        }
        if !answers::is_complete(self.operation, self.demand) {
            let known = self.operation.responses.responses.keys();
            let known = known.cloned().collect::<Vec<_>>().join(", ");
            found.push(self.mistake("responses", &known, "those of a refusal"));
        }
        found
    }

    fn extension(&self, name: &str) -> Option<&Value> {
        self.operation.extensions.as_ref()?.get(name)
    }

    fn mistake(&self, part: &str, documented: &str, demanded: &str) -> DocsMistake {
        DocsMistake::Contradiction {
            operation: self.address.to_string(),
            part: part.to_owned(),
            documented: documented.to_owned(),
            demanded: demanded.to_owned(),
        }
    }
}

/// Methods and paths of the operations of which a document says that they demand something.
pub(crate) fn demanding(document: &OpenApi) -> Vec<(String, String)> {
    let demands = |operation: &Operation| {
        let list = operation.extensions.as_ref()?.get(REQUIRED)?.as_array()?;
        Some(!list.is_empty())
    };
    let all = operations(document).into_iter();
    let demanding = all.filter(|(_, operation)| demands(operation) == Some(true));
    demanding
        .map(|(address, _)| (address.method, address.path))
        .collect()
}

/// Whether an operation's description has this paragraph.
pub(super) fn says(operation: &Operation, sentence: &str) -> bool {
    paragraphs(operation).any(|paragraph| paragraph == sentence)
}

fn paragraphs(operation: &Operation) -> impl Iterator<Item = &str> {
    let description = operation.description.iter();
    description.flat_map(|it| it.split("\n\n")).map(str::trim)
}

fn quoted(text: &str) -> String {
    format!("`{text}`")
}

fn text(requirements: &[SecurityRequirement]) -> String {
    let named = requirements.iter().map(named);
    json!(named.collect::<Vec<_>>()).to_string()
}
