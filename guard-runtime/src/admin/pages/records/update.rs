//! Records that are changed.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::form_page;
use crate::admin::Action;
use crate::admin::asked::Asked;
use crate::admin::objects::Record;
use crate::admin::pages::form::{Form, Frame, Mistaken, entered};
use crate::admin::pages::link::{key, record, see_other};
use crate::admin::pages::list::{listed, title_of};
use crate::admin::pages::said::Said;
use crate::admin::pages::{Later, Stop, body};
use crate::admin::state::Served;

pub(in crate::admin::pages) fn form(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Update).await?;
        let record = stored(&asked, &request).await?;
        let form = Form::record(&asked, &record).await?;
        Ok(show(&asked, &request, StatusCode::OK, &record, &form).await)
    })
}

pub(in crate::admin::pages) fn submit(
    page: Served,
    request: HttpRequest,
    payload: Payload,
) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Update).await?;
        let pairs = body::form(&request, payload).await?;
        let page = &asked.page;
        let keys = [key(&request)];
        let entered = entered(&asked, pairs.clone(), false);
        let updated = asked
            .object
            .update(&asked.env, &page.state.db, &keys, entered);
        match updated.await {
            Ok(_) if asked.could(Action::Read).await => {
                let [key] = &keys;
                Ok(see_other(Said::Saved.at(&record(page, key))))
            }
            Ok(_) => Ok(see_other(Said::Saved.at(&page.href()))),
            Err(error) => {
                let mistaken = Mistaken::of(error)?;
                let record = stored(&asked, &request).await?;
                let form = Form::record(&asked, &record).await?.with(&pairs);
                let form = form.refused(mistaken.errors);
                Ok(show(&asked, &request, mistaken.status, &record, &form).await)
            }
        }
    })
}

/// The record as it is stored: the form shows it, so its user must be one who may read it.
async fn stored(asked: &Asked, request: &HttpRequest) -> Result<Record, Stop> {
    asked.also(Action::Read).await?;
    let (db, key) = (&asked.page.state.db, key(request));
    Ok(asked.object.read(&asked.env, db, &key).await?)
}

async fn show(
    asked: &Asked,
    request: &HttpRequest,
    status: StatusCode,
    stored: &Record,
    form: &Form,
) -> HttpResponse {
    let path = record(&asked.page, &stored.key);
    let frame = Frame {
        action: format!("{path}/edit"),
        button: "Save",
        keys: &[],
        field: None,
        back: path,
    };
    let title = format!("Change “{}”", title_of(asked, &listed(asked), stored));
    form_page(asked, request, status, &title, form, &frame).await
}
