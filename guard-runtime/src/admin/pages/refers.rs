//! Records that fields refer to: by their names, as far as the user may know them.

use std::collections::HashMap;

use actix_web::ResponseError as _;
use serde_json::Value as Json;

use super::link;
use super::list::Column;
use crate::admin::Action;
use crate::admin::ask::says;
use crate::admin::asked::Asked;
use crate::admin::entry::Part;
use crate::admin::field::plain;
use crate::admin::gates::Side;
use crate::admin::objects::{Field, PageError, Record};
use crate::admin::state::Served;
use crate::gate;

/// What some records refer to, by the position of the field and by what it holds.
#[derive(Default)]
pub(super) struct Names(HashMap<(usize, String), Name>);

/// A record that is referred to.
pub(super) struct Name {
    pub(super) title: String,
    /// Where it is shown, if the user may open that.
    pub(super) href: Option<String>,
}

impl Names {
    /// Of these columns: one query for each that refers to something.
    pub(super) async fn of(
        asked: &Asked,
        columns: &[Column],
        records: &[Record],
    ) -> Result<Self, PageError> {
        let mut names = HashMap::new();
        for Column { at, field } in columns {
            let held = records.iter().filter_map(|it| it.values.get(*at)?.as_ref());
            let mut held = held
                .filter(|it| !it.is_null())
                .map(plain)
                .collect::<Vec<_>>();
            held.sort_unstable();
            held.dedup();
            let Some(there) = there(asked, field).filter(|_| !held.is_empty()) else {
                continue;
            };
            // What its page says of records is no answer where the tree closes the page.
            if says(&there.env, there.page.node, Action::Read)
                .await
                .is_err()
            {
                continue;
            }
            let is_open = opens(&there, Action::Read).await;
            let db = &there.page.state.db;
            for (text, named) in there.object.names(&there.env, db, &held).await? {
                let href = is_open.then(|| link::record(&there.page, &named.key));
                let title = named.title;
                names.insert((*at, text), Name { title, href });
            }
        }
        Ok(Self(names))
    }

    /// What the record is called that this field refers to; nothing if the user may not know.
    pub(super) fn get(&self, at: usize, value: &Json) -> Option<&Name> {
        self.0.get(&(at, plain(value)))
    }
}

/// What fields that refer to something can hold, and what that is called, by the names of the fields: where
/// the user may list it, and where it is not too much to choose from.
#[derive(Default)]
pub(super) struct Choices(HashMap<&'static str, Vec<(String, String)>>);

impl Choices {
    pub(super) async fn of(asked: &Asked, columns: &[Column]) -> Result<Self, PageError> {
        let mut choices = HashMap::new();
        for Column { field, .. } in columns {
            let Some(there) = there(asked, field) else {
                continue;
            };
            if !opens(&there, Action::List).await {
                continue;
            }
            let found = there.object.choices(&there.env, &there.page.state.db).await;
            match found {
                Ok(found) => choices.insert(field.name, found),
                Err(PageError::Denied(denied)) if denied.status_code().is_client_error() => None,
                Err(error) => return Err(error),
            };
        }
        Ok(Self(choices))
    }

    /// Those of a field; none if it is entered otherwise.
    pub(super) fn get(&self, field: &str) -> &[(String, String)] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }
}

/// The page that a field refers to, if it is one of this site.
fn there(asked: &Asked, field: &Field) -> Option<Asked> {
    let state = &asked.page.state;
    let page = Served::of(state, state.tree.find(field.refers?.page())?);
    let Part::Model(object) = page.part else {
        return None;
    };
    let env = asked.env.clone();
    Some(Asked { page, object, env })
}

/// Whether the user may open the page in a browser, and could ever do this there.
async fn opens(there: &Asked, action: Action) -> bool {
    gate::check(there.page.gate(Side::Pages), &there.env).is_ok() && there.could(action).await
}
