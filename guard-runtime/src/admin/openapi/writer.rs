//! A document that operations are written into.

use std::collections::{BTreeMap, BTreeSet};

use utoipa::openapi::path::{HttpMethod, Operation};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Paths, Ref, RefOr, Schema,
};
use utoipa::{PartialSchema as _, ToSchema as _};

use crate::admin::menu::MenuItem;
use crate::admin::problem::Problem;
use crate::admin::state::Served;
use crate::admin::{Node, NodeKind};
use crate::docs::Refusal;

/// What is written so far.
pub(super) struct Writer {
    site: &'static Node,
    paths: Paths,
    schemas: BTreeMap<String, RefOr<Schema>>,
    /// The names of schemas by the keys of their pages and what they are there.
    names: BTreeMap<(String, String), String>,
    ids: BTreeSet<String>,
    /// In the order in which they come up, each with what it is about.
    tags: Vec<(&'static str, &'static str)>,
}

impl Writer {
    pub(super) fn new(site: &'static Node) -> Self {
        let mut schemas = Vec::new();
        MenuItem::schemas(&mut schemas);
        Problem::schemas(&mut schemas);
        schemas.extend([
            (MenuItem::name().into_owned(), MenuItem::schema()),
            (Problem::name().into_owned(), Problem::schema()),
            (Refusal::name().into_owned(), Refusal::schema()),
        ]);
        Self {
            site,
            paths: Paths::new(),
            schemas: schemas.into_iter().collect(),
            names: BTreeMap::new(),
            ids: BTreeSet::new(),
            tags: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, method: &str, path: &str, operation: Operation) {
        let method = match method {
            "POST" => HttpMethod::Post,
            "PATCH" => HttpMethod::Patch,
            "DELETE" => HttpMethod::Delete,
            _ => HttpMethod::Get,
        };
        self.paths.add_path_operation(path, vec![method], operation);
    }

    /// The schema of this part of a page, which is made once.
    pub(super) fn schema<T: Into<RefOr<Schema>>>(
        &mut self,
        page: &Served,
        part: &str,
        make: impl FnOnce() -> T,
    ) -> Ref {
        let key = (page.node.key(), part.to_owned());
        if let Some(known) = self.names.get(&key) {
            return Ref::from_schema_name(known);
        }
        let wanted = format!("{}{}{part}", camel(self.site.slug()), camel(&key.0));
        let name = free(&wanted, |it| self.schemas.contains_key(it));
        self.schemas.insert(name.clone(), make().into());
        let found = Ref::from_schema_name(&name);
        self.names.insert(key, name);
        found
    }

    /// An id that no other operation has.
    pub(super) fn id(&mut self, page: &str, does: &str) -> String {
        let parts = [self.site.slug(), page, does];
        let words = parts.iter().flat_map(|part| words(part));
        let wanted = words.collect::<Vec<_>>().join("_").to_lowercase();
        let id = free(&wanted, |it| self.ids.contains(it));
        self.ids.insert(id.clone());
        id
    }

    /// The tag of a page: the app that it belongs to.
    pub(super) fn tag(&mut self, node: &'static Node) -> &'static str {
        let mut above = std::iter::once(node).chain(node.ancestors());
        let app = above.find(|it| it.kind() == NodeKind::App);
        let tagged = app.unwrap_or(self.site);
        let tag = (tagged.title(), tagged.description());
        if !self.tags.iter().any(|(known, _)| *known == tag.0) {
            self.tags.push(tag);
        }
        tag.0
    }

    pub(super) fn finish(self) -> OpenApi {
        let info = InfoBuilder::new().title(self.site.title()).version("1");
        let info = info.description(Some(self.site.description()));
        let tags = self.tags.into_iter().map(|(name, says)| {
            let says = Some(says).filter(|it| !it.is_empty());
            TagBuilder::new().name(name).description(says).build()
        });
        let components = ComponentsBuilder::new().schemas_from_iter(self.schemas);
        OpenApiBuilder::new()
            .info(info.build())
            .paths(self.paths)
            .components(Some(components.build()))
            .tags(Some(tags))
            .build()
    }
}

/// `sales.price-lists` is `SalesPriceLists`.
pub(super) fn camel(text: &str) -> String {
    let mut camel = String::new();
    for word in words(text).flat_map(|it| it.split('_')) {
        let mut characters = word.chars();
        camel.extend(characters.next().map(|it| it.to_ascii_uppercase()));
        camel.push_str(characters.as_str());
    }
    camel
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    words.filter(|word| !word.is_empty())
}

/// The name, or with a number if there is one already.
fn free(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{wanted}{number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}
