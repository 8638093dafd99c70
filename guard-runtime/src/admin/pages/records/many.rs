//! One field that is changed in many records: in all of them, or in none.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;

use super::form_page;
use crate::admin::Action;
use crate::admin::asked::Asked;
use crate::admin::objects::{FieldError, Given};
use crate::admin::pages::body::{self, Pairs, take};
use crate::admin::pages::form::{Form, Frame, Mistaken, editable};
use crate::admin::pages::link::see_other;
use crate::admin::pages::list::Column;
use crate::admin::pages::said::Said;
use crate::admin::pages::{Later, Outcome, Stop};
use crate::admin::state::Served;

pub(in crate::admin::pages) fn form(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Update).await?;
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        let pairs = pairs.map(|(name, value)| (name.into_owned(), value.into_owned()));
        let sent = Sent::of(&asked, pairs.collect())?;
        let mistaken = sent
            .keys
            .is_empty()
            .then(|| Mistaken::whole(NOTHING_CHOSEN));
        show(&asked, &request, &sent, mistaken).await
    })
}

pub(in crate::admin::pages) fn update(
    page: Served,
    request: HttpRequest,
    payload: Payload,
) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Update).await?;
        let sent = Sent::of(&asked, body::form(&request, payload).await?)?;
        let Sent {
            column,
            keys,
            value,
        } = &sent;
        let name = column.field.name.to_owned();
        let db = &asked.page.state.db;
        let updated = match value.as_slice() {
            _ if keys.is_empty() => Err(Mistaken::whole(NOTHING_CHOSEN)),
            [value] => {
                let entered = vec![(name, Given::Text(value.clone()))];
                match asked.object.update(&asked.env, db, keys, entered).await {
                    Ok(count) => Ok(count),
                    Err(error) => Err(Mistaken::of(error)?),
                }
            }
            _ => Err(Mistaken {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors: vec![FieldError::at(&name, "stands once")],
            }),
        };
        match updated {
            Ok(_) => Ok(see_other(Said::Changed.at(&asked.page.href()))),
            Err(mistaken) => show(&asked, &request, &sent, Some(mistaken)).await,
        }
    })
}

const NOTHING_CHOSEN: &str =
    "Nothing is chosen: go back to the list, and choose at least one there.";

/// What is to be changed, of which records.
struct Sent {
    keys: Vec<String>,
    column: Column,
    /// One, unless somebody else has made the form.
    value: Vec<String>,
}

impl Sent {
    fn of(asked: &Asked, mut pairs: Pairs) -> Result<Self, Stop> {
        let keys = take(&mut pairs, "key");
        let fields = take(&mut pairs, "field");
        let value = take(&mut pairs, "value");
        let named =
            |column: &Column| matches!(fields.as_slice(), [only] if only == column.field.name);
        let column = editable(asked, false).into_iter().find(named);
        match (column, pairs.first()) {
            (Some(column), None) => Ok(Self {
                keys,
                column,
                value,
            }),
            (None, _) => Err(unknown("It does not name one field that you may change.")),
            (_, Some((name, _))) => Err(unknown(&format!("There is no `{name}` in this form."))),
        }
    }
}

fn unknown(why: &str) -> Stop {
    let title = "This form is not one of this page";
    Stop::Request(StatusCode::UNPROCESSABLE_ENTITY, title, why.to_owned())
}

async fn show(
    asked: &Asked,
    request: &HttpRequest,
    sent: &Sent,
    mistaken: Option<Mistaken>,
) -> Outcome {
    let field = &sent.column.field;
    let path = asked.page.href();
    let form = Form::one_field(asked, &sent.column, sent.value.first()).await?;
    let (status, form) = match mistaken {
        Some(mistaken) => (
            mistaken.status,
            form.refused(elsewhere(asked, field.name, mistaken.errors)),
        ),
        None => (StatusCode::OK, form),
    };
    let frame = Frame {
        action: format!("{path}/update"),
        button: "Change",
        keys: &sent.keys,
        field: Some(field.name),
        back: path,
    };
    let title = match sent.keys.len() {
        1 => format!("Change “{}” of 1 record", field.label),
        many => format!("Change “{}” of {many} records", field.label),
    };
    Ok(form_page(asked, request, status, &title, &form, &frame).await)
}

/// What is wrong with other fields than the one of the form, by what they are called.
fn elsewhere(asked: &Asked, name: &str, mut errors: Vec<FieldError>) -> Vec<FieldError> {
    let fields = asked.object.fields();
    for error in &mut errors {
        let other = error.field.take_if(|it| it != name);
        if let Some(other) = other {
            let field = fields.iter().find(|it| it.name == other);
            let label = field.map_or(&*other, |it| &it.label);
            error.message = format!("{label}: {}", error.message);
        }
    }
    errors
}
