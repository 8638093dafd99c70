//! New records.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::form_page;
use crate::admin::Action;
use crate::admin::asked::Asked;
use crate::admin::pages::form::{Form, Frame, Mistaken, entered};
use crate::admin::pages::link::{record, see_other};
use crate::admin::pages::said::Said;
use crate::admin::pages::{Later, body};
use crate::admin::state::Served;

pub(in crate::admin::pages) fn form(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Create).await?;
        let form = Form::new_record(&asked).await?;
        Ok(show(&asked, &request, StatusCode::OK, &form).await)
    })
}

pub(in crate::admin::pages) fn submit(
    page: Served,
    request: HttpRequest,
    payload: Payload,
) -> Later {
    Box::pin(async move {
        let asked = Asked::whether(page, Action::Create).await?;
        let pairs = body::form(&request, payload).await?;
        let (form, entered) = (
            Form::new_record(&asked).await?.with(&pairs),
            entered(&asked, pairs, true),
        );
        let page = &asked.page;
        match asked
            .object
            .create(&asked.env, &page.state.db, entered)
            .await
        {
            // Who may create may not be one who may read.
            Ok(Some(created)) if asked.could(Action::Read).await => {
                Ok(see_other(Said::Created.at(&record(page, &created.key))))
            }
            Ok(_) if asked.could(Action::List).await || !page.offers(Action::List) => {
                Ok(see_other(Said::Created.at(&page.href())))
            }
            Ok(_) => Ok(see_other(Said::Created.at(page.state.path))),
            Err(error) => {
                let mistaken = Mistaken::of(error)?;
                let form = form.refused(mistaken.errors);
                Ok(show(&asked, &request, mistaken.status, &form).await)
            }
        }
    })
}

async fn show(
    asked: &Asked,
    request: &HttpRequest,
    status: StatusCode,
    form: &Form,
) -> HttpResponse {
    let path = asked.page.href();
    let frame = Frame {
        action: format!("{path}/new"),
        button: "Create",
        keys: &[],
        field: None,
        back: path,
    };
    let title = format!("New record: {}", asked.page.node.title());
    form_page(asked, request, status, &title, form, &frame).await
}
