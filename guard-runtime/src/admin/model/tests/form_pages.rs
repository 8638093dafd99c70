//! Forms and actions, declared as the attributes declare them.

use serde::Deserialize;

use super::pages::{Memos, Office, UNLUCKY, refuse, words};
use crate::Env;
use crate::admin::generated;
use crate::admin::{
    ActionKey, ActionWords, Declared, DeclaredAction, Done, Form, FormField, FormPage, Input, Node,
    PageAction, Permission, RunError, Target,
};
use crate::records::GuardedDb;

const FIELD: FormField = FormField {
    name: "",
    label: "",
    help: "",
    input: Input::Text,
    optional: false,
    choices: &[],
};

#[derive(Debug, PartialEq, Deserialize)]
pub(super) struct Announcement {
    pub(super) text: String,
    pub(super) times: u8,
    pub(super) weight: Option<f64>,
    pub(super) urgent: bool,
    pub(super) at: sea_orm::prelude::DateTimeUtc,
    pub(super) colour: Colour,
    pub(super) more: Option<serde_json::Value>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Colour {
    Red,
    Blue,
}

impl Form for Announcement {
    const FIELDS: &'static [FormField] = &[
        FormField {
            name: "text",
            ..FIELD
        },
        FormField {
            name: "times",
            input: Input::Integer,
            ..FIELD
        },
        FormField {
            name: "weight",
            input: Input::Number,
            optional: true,
            ..FIELD
        },
        FormField {
            name: "urgent",
            input: Input::Checkbox,
            ..FIELD
        },
        FormField {
            name: "at",
            input: Input::DateTime,
            ..FIELD
        },
        FormField {
            name: "colour",
            input: Input::Choice,
            choices: &["red", "blue", "green"],
            ..FIELD
        },
        FormField {
            name: "more",
            input: Input::Json,
            optional: true,
            ..FIELD
        },
    ];
}

impl Declared for Announcement {
    const NODE: &'static Node =
        &generated::form_page::<Self>(Office::NODE, words("announcement")).node;
}

impl FormPage for Announcement {
    async fn has_submit_permission(_: &Env, form: Option<&Self>) -> Permission {
        refuse(form.is_some_and(|it| it.text == "forbidden"))
    }

    async fn submit(self, _: &Env, _: &GuardedDb) -> Result<Done, RunError> {
        if self.urgent {
            return Err(RunError::invalid("urgent", "nothing is"));
        }
        Ok(Done::said(format!("{self:?}")))
    }
}

macro_rules! actions {
    ($($name:ident: $target:ident)*) => {$(
        #[derive(Deserialize)]
        pub(super) struct $name;

        impl Form for $name {
            const FIELDS: &'static [FormField] = &[];
        }

        impl DeclaredAction for $name {
            type Page = Memos;
            const ACTION: &'static ActionWords = &ActionWords {
                name: stringify!($name),
                title: "",
                description: "",
                target: Target::$target,
                confirm: None,
                gates: &[],
            };
        }

        impl PageAction for $name {
            async fn has_action_permission(_: &Env, ids: Option<&[ActionKey<Self>]>) -> Permission {
                refuse(ids.is_some_and(|it| it.contains(&UNLUCKY)))
            }

            async fn run(self, _: &Env, _: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
                Ok(Done::said(format!("{ids:?}")))
            }
        }
    )*};
}

actions! {
    OfPage: Page
    OfOne: One
    OfChosen: Chosen
}
