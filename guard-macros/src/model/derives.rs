//! What is derived of the struct, as far as it is in sight.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Path, Token};

/// The derives below our attribute, as they are written.
#[derive(Default)]
pub(crate) struct Derives {
    paths: Vec<Path>,
    is_dense: bool,
    is_extended: bool,
}

impl Derives {
    pub(crate) fn of(attrs: &[Attribute]) -> Self {
        let mut derives = Self::default();
        for attr in attrs {
            if attr.path().is_ident("derive") {
                derives.add(&attr.meta);
            }
            let mut names = attr.path().segments.iter().rev().map(|it| &it.ident);
            let last = names.next();
            let is_model = last.is_some_and(|it| it == "model" || it == "compact_model");
            derives.is_dense |= is_model && names.next().is_some_and(|it| it == "sea_orm");
        }
        derives.is_extended = derives.has("DeriveModelEx");
        derives
    }

    fn add(&mut self, meta: &Meta) {
        let parse = Punctuated::<Path, Token![,]>::parse_terminated;
        if let Meta::List(list) = meta
            && let Ok(paths) = list.parse_args_with(parse)
        {
            self.paths.extend(paths);
        }
    }

    /// The path by which this is derived.
    pub(crate) fn find(&self, name: &str) -> Option<&Path> {
        let mut paths = self.paths.iter();
        paths.find(|it| it.segments.last().is_some_and(|last| last.ident == name))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Whether `SeaORM` makes columns of the fields.
    pub(crate) fn is_entity(&self) -> bool {
        self.has("DeriveEntityModel")
    }

    /// Whether `#[sea_orm::model]` stands below.
    pub(crate) fn is_dense(&self) -> bool {
        self.is_dense
    }

    /// Whether it is the second struct that `#[sea_orm::model]` makes.
    pub(crate) fn is_extended(&self) -> bool {
        self.is_extended
    }
}
