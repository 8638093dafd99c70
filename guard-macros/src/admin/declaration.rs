//! What one attribute declares, understood.

use proc_macro2::{Ident, TokenStream};
use syn::{LitStr, Path};

use super::item::Item;
use super::request::Request;
use super::shown::Shown;
use super::{Kind, names};
use crate::diagnostics::Errors;
use crate::diagnostics::admin::{gate, value as say};
use crate::docs::description;

/// An attribute and the struct below it.
pub(crate) struct Declaration {
    pub(crate) kind: Kind,
    pub(crate) item: Item,
    /// What it stands under; nothing for a site, and for an action, which has a page.
    pub(crate) under: Option<Path>,
    pub(crate) words: Words,
    pub(crate) shown: Option<Shown>,
    pub(crate) action: Option<Action>,
    /// Where a link leads.
    pub(crate) to: Option<LitStr>,
    /// What a page about access shows: a variant of `Shows`.
    pub(crate) shows: Option<&'static str>,
}

/// What can be said of every part of a tree.
pub(crate) struct Words {
    /// Of an action, its name; of a site, its path.
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) order: i32,
    pub(crate) independent: Option<LitStr>,
}

/// What is said of a custom action alone.
pub(crate) struct Action {
    /// The page it belongs to, if it is named.
    pub(crate) page: Option<Path>,
    /// A variant of `Target`.
    pub(crate) target: &'static str,
    pub(crate) confirm: Option<LitStr>,
}

impl Declaration {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn read(
        kind: Kind,
        args: TokenStream,
        item: TokenStream,
        errors: &mut Errors,
    ) -> Self {
        let mut item = Item::parse(kind, item, errors);
        let request = Request::parse(kind, args, errors);
        request.check_needs(errors);
        item.gates.check(&request, errors);
        let shown = kind == Kind::ModelPage;
        let shown = shown.then(|| Shown::read(&request, &mut item.gates, errors));
        let action = (kind == Kind::Action).then(|| Action::read(&request, errors));
        Self {
            kind,
            under: request.path("under", errors),
            words: Words::read(&request, &item, errors),
            shown,
            action,
            to: link(&request, errors),
            shows: shows(&request, &item, errors),
            item,
        }
    }
}

impl Words {
    fn read(request: &Request, item: &Item, errors: &mut Errors) -> Self {
        let name = item.name.as_ref();
        let title = request.text("title", errors);
        let title = title
            .map(|it| it.value())
            .or_else(|| name.map(names::title));
        let independent = request.text("independent", errors);
        if let Some(why) = &independent
            && item.gates.requests.is_empty()
        {
            errors.push(gate::independent_without(why.span(), request.kind));
        }
        Self {
            slug: slug(request, name, errors).unwrap_or_default(),
            title: title.unwrap_or_default(),
            description: description(&item.attrs),
            order: request.number("order", errors).unwrap_or_default(),
            independent,
        }
    }
}

fn slug(request: &Request, name: Option<&Ident>, errors: &mut Errors) -> Option<String> {
    let (word, is_sound): (_, fn(&str) -> bool) = match request.kind {
        Kind::Site => ("path", names::is_path),
        Kind::Action => ("name", names::is_slug),
        _ => ("slug", names::is_slug),
    };
    if let Some(given) = request.text(word, errors) {
        if !is_sound(&given.value()) {
            errors.push(say::not_in_paths(&given, word));
        }
        return Some(given.value());
    }
    let name = name.filter(|_| request.place(word).is_none() && request.kind != Kind::Site)?;
    let slug = match request.kind {
        Kind::Action => names::action(name),
        _ => names::slug(name),
    };
    if !is_sound(&slug) {
        errors.push(say::no_slug(name, word));
    }
    Some(slug)
}

fn link(request: &Request, errors: &mut Errors) -> Option<LitStr> {
    let to = request.text("to", errors)?;
    if !names::is_link(&to.value()) {
        errors.push(say::not_a_link(&to));
    }
    Some(to)
}

/// What a page about access shows. It says of others what they may, so that what stands above it does not
/// do as a gate.
fn shows(request: &Request, item: &Item, errors: &mut Errors) -> Option<&'static str> {
    if request.kind != Kind::AccessPage {
        return None;
    }
    let gates = &item.gates.requests;
    let is_open = gates
        .iter()
        .all(|it| it.kind == crate::gate::Kind::AllowsPublic);
    // Of `independent` without a gate, and of one that opens nothing, more has been said.
    if is_open && gates.is_empty() != request.place("independent").is_some() {
        errors.push(gate::access_without());
    }
    let word = request.word("shows", errors)?;
    let shown = names::shown(&word);
    if shown.is_none() {
        errors.push(say::unknown_subject(&word));
    }
    shown
}

impl Action {
    fn read(request: &Request, errors: &mut Errors) -> Self {
        let word = request.word("target", errors);
        let target = match word.as_ref().map(ToString::to_string).as_deref() {
            Some("one") => "One",
            Some("chosen") => "Chosen",
            Some("page") | None => "Page",
            Some(_) => {
                if let Some(word) = &word {
                    errors.push(say::unknown_target(word));
                }
                "Page"
            }
        };
        Self {
            page: request.path("on", errors),
            target,
            confirm: request.text("confirm", errors),
        }
    }
}
