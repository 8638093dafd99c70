//! Pages, declared as the attributes declare them.

use sea_orm::Set;

use super::models::{line, memo, odd, ticket, wide};
use crate::admin::generated::{self, Words};
use crate::admin::{
    Action, Declared, DeclaredModelPage, ListRequest, ModelPage, Node, Permission, Shown, Site,
};
use crate::{Denied, Env};

pub(super) const fn words(slug: &'static str) -> Words {
    Words {
        slug,
        title: slug,
        description: "",
        order: 0,
        gates: &[],
        independent: None,
        module: "",
        file: "",
        line: 0,
    }
}

const EMPTY: Shown = Shown {
    list: &[],
    filter: &[],
    search: &[],
    form: &[],
    sort: &[],
    labels: &[],
    choices: &[],
    refers: &[],
    money: &[],
    only: &[],
    crud: &[],
    pages: &[],
};

pub(super) struct Office;

impl Declared for Office {
    const NODE: &'static Node = &generated::site::<Self>(words("/admin")).node;
}

/// Whoever is asked is somebody: the gates are tested elsewhere.
impl Site for Office {
    async fn has_page_permission(_: &Env, _: &'static Node, _: Action) -> Permission {
        Ok(())
    }
}

macro_rules! pages {
    ($($name:ident of $model:ident { $($shown:tt)* })*) => {$(
        pub(super) struct $name;

        impl Declared for $name {
            const NODE: &'static Node =
                &generated::model_page::<Self>(Office::NODE, words(stringify!($name))).node;
        }

        impl DeclaredModelPage for $name {
            type Entity = $model::Entity;
            const SHOWN: &'static Shown = &Shown { $($shown)* ..EMPTY };
        }
    )*};
}

pages! {
    Wide of wide {
        labels: &[("cents", "In cents")],
    }
    Memos of memo {
        search: &["title", "body"],
        sort: &[("secret", true), ("title", true)],
        choices: &[("status", &["draft", "posted"])],
    }
    Titles of memo {
        filter: &["title"],
        form: &["title"],
        only: &[Action::List, Action::Create],
    }
    Numbers of memo {
        search: &["title", "secret"],
    }
    Odd of odd {}
    Lines of line {}
    Tickets of ticket {}
}

impl ModelPage for Wide {}
impl ModelPage for Lines {}
impl ModelPage for Odd {}
impl ModelPage for Numbers {}

/// A number that pages refuse.
pub(super) const UNLUCKY: i64 = 13;

impl ModelPage for Memos {
    async fn has_list_permission(_: &Env, list: Option<&ListRequest>) -> Permission {
        let text = list.and_then(|it| it.search.as_deref());
        refuse(text == Some("forbidden"))
    }

    async fn has_read_permission(_: &Env, ids: Option<&[i64]>) -> Permission {
        refuse(ids.is_some_and(|it| it.contains(&UNLUCKY)))
    }

    async fn has_create_permission(_: &Env, new: Option<&memo::ActiveModel>) -> Permission {
        let is = |new: &memo::ActiveModel| {
            // It sees what the application decides, too.
            assert!(matches!(new.author_id, Set(_)));
            new.title == Set("forbidden".to_owned())
        };
        refuse(new.is_some_and(is))
    }

    async fn has_update_permission(
        _: &Env,
        ids: Option<&[i64]>,
        changes: Option<&memo::ActiveModel>,
    ) -> Permission {
        let is = |changes: &memo::ActiveModel| changes.title == Set("forbidden".to_owned());
        refuse(ids.is_some_and(|it| it.contains(&UNLUCKY)) || changes.is_some_and(is))
    }

    async fn has_delete_permission(_: &Env, ids: Option<&[i64]>) -> Permission {
        refuse(ids.is_some_and(|it| it.contains(&UNLUCKY)))
    }

    fn fill_new(env: &Env, new: &mut memo::ActiveModel) {
        new.author_id = Set(env.uid().as_i64().unwrap());
    }

    fn fill_changes(_: &Env, changes: &mut memo::ActiveModel) {
        changes.body = Set(Some("changed".to_owned()));
    }
}

impl ModelPage for Titles {
    fn fill_new(_: &Env, new: &mut memo::ActiveModel) {
        new.author_id = Set(99);
    }
}

impl ModelPage for Tickets {
    fn fill_new(_: &Env, new: &mut ticket::ActiveModel) {
        new.id = Set(sea_orm::prelude::Uuid::from_u128(7));
    }
}

pub(super) fn refuse(is_refused: bool) -> Permission {
    if is_refused {
        Err(Denied::forbidden())
    } else {
        Ok(())
    }
}
