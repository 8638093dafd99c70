//! All that an attribute declares of a struct, understood and checked.

use proc_macro2::{Ident, TokenStream};

use super::check::check;
use super::item::Model;
use super::request::Request;
use super::rule::Rule;
use super::translate::Scope;
use super::written::Written;
use crate::diagnostics::Errors;
use crate::diagnostics::model::rule as say;
use crate::env::{BUILT_IN as BUILT_IN_ENV, Known};
use crate::names::BUILT_IN;

/// What is known of the application's declarations.
#[derive(Clone, Copy, Default)]
pub(crate) struct Declarations<'a> {
    /// The groups; nothing if they have not been asked.
    pub(crate) groups: Option<&'a str>,
    /// The attributes of the env; the same.
    pub(crate) env: Option<&'a str>,
}

/// What is declared of a model.
pub(crate) struct Access {
    /// Nothing if there is no struct that could be read.
    pub(crate) model: Option<Model>,
    pub(crate) request: Request,
    /// The rules of the grants, as far as they have one.
    pub(crate) granted: Vec<Option<Rule>>,
    /// The rules of the restrictions.
    pub(crate) restricted: Vec<Rule>,
    /// All mistakes.
    pub(crate) errors: Errors,
}

impl Access {
    pub(crate) fn read(args: TokenStream, item: TokenStream, known: Declarations<'_>) -> Self {
        let mut errors = Errors::default();
        let request = Request::parse(args, &mut errors);
        let model = Model::parse(item, &mut errors);
        let mut access = Self {
            model,
            request,
            granted: Vec::new(),
            restricted: Vec::new(),
            errors: Errors::default(),
        };
        access.understand(known, &mut errors);
        if let Some(model) = &access.model {
            check(&access, model, known, &mut errors);
        }
        access.errors = errors;
        access
    }

    fn understand(&mut self, known: Declarations<'_>, errors: &mut Errors) {
        let Some(model) = &self.model else {
            return;
        };
        let scope = Scope {
            model,
            relations: &self.request.relations,
            misses_relations: self.request.misses_relations,
            env: Known {
                declared: known.env,
            },
            within: None,
        };
        let mut is_understood = true;
        let mut rule = |written: &Written| {
            let rule = scope.rule(&written.expr, errors);
            is_understood &= rule.is_some();
            rule
        };
        let grants = self.request.grants.iter();
        self.granted = grants
            .map(|it| it.rule.as_ref().and_then(&mut rule))
            .collect();
        let restrictions = self.request.restrictions.iter();
        self.restricted = restrictions.filter_map(|it| rule(&it.rule)).collect();
        // Without its rule a grant would be one of all rows.
        if !is_understood && errors.is_empty() {
            errors.push(say::not_understood(model.name.span()));
        }
    }

    /// The groups it names, in source order.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &Ident> {
        let granted = self.request.grants.iter().map(|it| &it.group);
        let fields = self.request.fields.iter();
        granted.chain(fields.filter_map(|it| it.group.as_ref()))
    }

    /// The names it asks of the env.
    pub(crate) fn env_names(&self) -> impl Iterator<Item = &Ident> {
        self.rules().flat_map(|it| &it.env)
    }

    /// The rules as they are written.
    fn rules(&self) -> impl Iterator<Item = &Written> {
        let granted = self.request.grants.iter().filter_map(|it| it.rule.as_ref());
        granted.chain(self.request.restrictions.iter().map(|it| &it.rule))
    }

    /// Whether the application's groups have to be asked for.
    pub(crate) fn asks_groups(&self) -> bool {
        let mut groups = self.groups();
        groups.any(|group| !BUILT_IN.iter().any(|it| group == it))
    }

    /// Whether the application's attributes of the env have to be asked for.
    pub(crate) fn asks_env(&self) -> bool {
        self.env_names()
            .any(|name| !BUILT_IN_ENV.iter().any(|it| name == it))
    }
}
