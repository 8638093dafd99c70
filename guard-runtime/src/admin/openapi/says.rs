//! What the routes of a page take and answer.

use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Ref, RefOr, Required, Schema};

use super::writer::{Writer, camel};
use super::{forms, list, records};
use crate::admin::entry::Part;
use crate::admin::json::Route;
use crate::admin::model::described::Described;
use crate::admin::objects::ModelObject;
use crate::admin::page_action::ActionWords;
use crate::admin::state::Served;

const LIST: &str = "A parameter that does not stand here is refused with 400, and one about a field that \
                    the caller may not read with 403.";

/// What an operation takes and answers.
pub(super) struct Says {
    /// What it does, behind the title of the page.
    pub(super) does: &'static str,
    /// The end of its id.
    pub(super) id: String,
    pub(super) more: &'static str,
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<RefOr<Schema>>,
    pub(super) answer: Option<RefOr<Schema>>,
    pub(super) status: u16,
    pub(super) problems: &'static [u16],
}

impl Says {
    /// What is entered is refused in most ways.
    fn of(does: &'static str, id: &str) -> Self {
        Self {
            does,
            id: id.to_owned(),
            more: "",
            parameters: Vec::new(),
            body: None,
            answer: None,
            status: 200,
            problems: &[400, 403, 404, 409, 413, 415, 422],
        }
    }
}

/// Nothing if the page has no such route.
pub(super) fn says(writer: &mut Writer, page: &Served, route: Route) -> Option<Says> {
    match (page.part, route) {
        (Part::Form(object), Route::Submit) => {
            let form = writer.schema(page, "Form", || forms::form(object.fields()));
            Some(Says {
                body: Some(form.into()),
                answer: Some(forms::done().into()),
                ..Says::of("", "submit")
            })
        }
        (Part::Model(_), Route::Run(words)) => of_action(writer, page, words),
        (Part::Model(object), Route::UpdateMany | Route::DeleteMany) => {
            Some(of_many(writer, page, object, route))
        }
        (Part::Model(object), route) => of_one(writer, page, object, route),
        _ => None,
    }
}

fn of_action(writer: &mut Writer, page: &Served, words: &'static ActionWords) -> Option<Says> {
    let mut actions = page.actions.iter();
    let (_, action) = actions.find(|(it, _)| it.name == words.name)?;
    let fields = action.fields();
    let part = format!("{}Form", camel(words.name));
    let mut form = || writer.schema(page, &part, || forms::form(fields));
    let form = (!fields.is_empty()).then(|| (form(), fields));
    Some(Says {
        more: words.description,
        body: Some(forms::run(words.target, form).into()),
        answer: Some(forms::done().into()),
        ..Says::of(words.title, &format!("run_{}", words.name))
    })
}

fn of_many(
    writer: &mut Writer,
    page: &Served,
    object: &'static dyn ModelObject,
    route: Route,
) -> Says {
    let body = records::closed()
        .property("keys", records::keys(1, None))
        .required("keys");
    if let Route::DeleteMany = route {
        return Says {
            more: "All of the records are deleted, or none is.",
            body: Some(body.into()),
            answer: Some(counted("deleted")),
            ..Says::of("delete many", "delete_many")
        };
    }
    let changes = changes(writer, page, &object.described());
    let body = body.property("changes", changes).required("changes");
    Says {
        more: "All of the records are changed in the same way, or none is.",
        body: Some(body.into()),
        answer: Some(counted("updated")),
        ..Says::of("update many", "update_many")
    }
}

fn of_one(
    writer: &mut Writer,
    page: &Served,
    object: &'static dyn ModelObject,
    route: Route,
) -> Option<Says> {
    let columns = object.described();
    Some(match route {
        Route::List => {
            let record = records::record(writer, page, &columns);
            Says {
                more: LIST,
                parameters: list::parameters(object.shown(), &columns),
                answer: Some(records::list(writer, page, record).into()),
                problems: &[400, 403],
                ..Says::of("list", "list")
            }
        }
        Route::Create => {
            let record = records::record(writer, page, &columns);
            let new = writer.schema(page, "New", || records::new(&columns));
            Says {
                body: Some(new.into()),
                answer: Some(records::created(record).into()),
                status: 201,
                problems: &[400, 403, 409, 413, 415, 422],
                ..Says::of("create", "create")
            }
        }
        Route::Read => Says {
            parameters: vec![key()],
            answer: Some(records::record(writer, page, &columns).into()),
            problems: &[403, 404],
            ..Says::of("read", "read")
        },
        Route::Update => Says {
            more: "Fields that are not sent stay as they are.",
            parameters: vec![key()],
            body: Some(changes(writer, page, &columns).into()),
            status: 204,
            ..Says::of("update", "update")
        },
        Route::Delete => Says {
            parameters: vec![key()],
            status: 204,
            problems: &[403, 404, 409],
            ..Says::of("delete", "delete")
        },
        Route::UpdateMany | Route::DeleteMany | Route::Run(_) | Route::Submit => return None,
    })
}

fn changes(writer: &mut Writer, page: &Served, columns: &[Described]) -> Ref {
    writer.schema(page, "Changes", || records::changes(columns))
}

/// `{"updated": 3}`
fn counted(name: &str) -> RefOr<Schema> {
    let schema = ObjectBuilder::new().schema_type(Type::Object);
    let schema = schema.property(name, records::count("How many records it were."));
    schema.required(name).into()
}

fn key() -> Parameter {
    ParameterBuilder::new()
        .name("key")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .schema(Some(records::key()))
        .build()
}
