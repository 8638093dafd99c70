//! One record.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use crate::admin::asked::Asked;
use crate::admin::objects::Record;
use crate::admin::pages::layout::{action_button, confirmed, heading, layout, no_script};
use crate::admin::pages::list::{Column, columns, listed, title_of};
use crate::admin::pages::refers::Names;
use crate::admin::pages::said::Said;
use crate::admin::pages::value::{named, whole};
use crate::admin::pages::visit::Visit;
use crate::admin::pages::{Later, link};
use crate::admin::state::Served;
use crate::admin::{Action, ActionWords, Target};
use crate::pages::page as answer;

pub(in crate::admin::pages) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (said, _) = Said::take(request.query_string());
        let asked = Asked::whether(page, Action::Read).await?;
        let db = &asked.page.state.db;
        let record = asked
            .object
            .read(&asked.env, db, &link::key(&request))
            .await?;
        let buttons = Buttons::new(&asked, &record).await;
        let title = title_of(&asked, &listed(&asked), &record);
        let path = asked.page.href();
        let up = (path.as_str(), asked.page.node.title());
        let has_list = asked.page.offers(Action::List);
        let readable = asked.object.readable(&asked.env);
        let columns = columns(&asked.object.fields(), &[], &readable);
        let names = Names::of(&asked, &columns, std::slice::from_ref(&record)).await?;
        let main = html! {
            (heading(has_list.then_some(up), &title, said))
            (no_script(buttons.change_anything()))
            (buttons.view(&asked, &record))
            (facts(&columns, &names, &record))
            @if buttons.delete {
                @let href = format!("{}/delete", link::record(&asked.page, &record.key));
                (confirmed(&href, &format!("Delete “{title}”"), "This cannot be undone."))
            }
        };
        let visit = Visit::new(&asked.page.state, Some(asked.page.node), &request).await;
        Ok(answer(StatusCode::OK, layout(&visit, &title, &main)))
    })
}

/// What is worth a button of this record.
struct Buttons {
    update: bool,
    delete: bool,
    actions: Vec<(&'static ActionWords, bool)>,
}

impl Buttons {
    async fn new(asked: &Asked, record: &Record) -> Self {
        Self {
            update: record.may_update && asked.could(Action::Update).await,
            delete: record.may_delete && asked.could(Action::Delete).await,
            actions: asked.actions(&[Target::One, Target::Chosen]).await,
        }
    }

    fn change_anything(&self) -> bool {
        self.delete || !self.actions.is_empty()
    }

    fn view(&self, asked: &Asked, record: &Record) -> Markup {
        let path = asked.page.href();
        let keys = [record.key.clone()];
        html! {
            @if self.update || !self.actions.is_empty() {
                div.actions {
                    @if self.update {
                        a.button.primary href={ (link::record(&asked.page, &record.key)) "/edit" } { "Edit" }
                    }
                    @for (words, has_form) in &self.actions {
                        (action_button(&path, words, *has_form, &keys))
                    }
                }
            }
        }
    }
}

/// All that the user may read of it.
fn facts(columns: &[Column], names: &Names, record: &Record) -> Markup {
    html! {
        dl.record {
            @for column in columns {
                @if let Some(Some(value)) = record.values.get(column.at) {
                    dt { (column.field.label) }
                    dd {
                        @match names.get(column.at, value) {
                            Some(name) => (named(name)),
                            None => (whole(&column.field, value)),
                        }
                    }
                }
            }
        }
    }
}
