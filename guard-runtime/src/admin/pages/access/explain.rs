//! Why somebody may or may not, and the smallest change that would let them.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::{Later, Stop};
use super::form::{choice, form, text, wanted};
use super::query::{Format, Query};
use super::shown::{download, downloads, json, shown};
use super::{Access, verdict};
use crate::admin::access::{About, AskError, Asker, PARAMETERS, Question};
use crate::admin::state::Served;

const HAS: [Format; 1] = [Format::Json];

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let query = Query::read(request.query_string(), &PARAMETERS)?;
        let format = query.format(&HAS)?;
        let access = Access::of(&page)?;
        let sources = access.sources(&page)?;
        let asked = query.asked();
        if asked.is_empty() && format == Format::Page {
            let main = offered(&page, access, &asked);
            return Ok(shown(&page, &request, StatusCode::OK, main).await);
        }
        let answer = async {
            let question = Question::parse(&asked.text(), &access.vocabulary)?;
            needed(&page, access, &question)?;
            let verdict = sources.explain(&question, &access.mounted).await;
            Ok::<_, Refused>((question, verdict?))
        };
        let (status, main) = match answer.await {
            Ok((_, verdict)) if format == Format::Json => {
                return Ok(download(&page, format, json(&verdict)?));
            }
            Ok((question, verdict)) => {
                let link = format!("{}?{}", page.href(), question.to_query());
                let main = html! {
                    (verdict::view(&verdict, &link))
                    (downloads(&page.href(), &asked, &HAS))
                };
                (StatusCode::OK, main)
            }
            // What can be asked otherwise is said above the form.
            Err(Refused::Ask(AskError::Query(error))) if format == Format::Page => {
                (StatusCode::BAD_REQUEST, complaint(&error.to_string()))
            }
            Err(Refused::Ask(error @ AskError::Unknown(_))) if format == Format::Page => {
                (StatusCode::NOT_FOUND, complaint(&error.to_string()))
            }
            Err(Refused::Ask(error)) => return Err(error.into()),
            Err(Refused::Stop(stop)) => return Err(stop),
        };
        let main = html! { (main) (offered(&page, access, &asked)) };
        Ok(shown(&page, &request, status, main).await)
    })
}

enum Refused {
    Ask(AskError),
    Stop(Stop),
}

impl<E: Into<AskError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self::Ask(error.into())
    }
}

/// What this question cannot do without. It would be answered, and the answer be wrong.
fn needed(page: &Served, access: &Access, question: &Question) -> Result<(), Refused> {
    let of_token = matches!(question.who, Asker::Token(_));
    let of_record = matches!(question.about, About::Record(..));
    let checks = [
        (of_token, access.token_store(page).map(drop)),
        (of_record, access.needs_records(page)),
        (question.project.is_some(), access.needs_projects(page)),
    ];
    for (is_asked, answer) in checks {
        if is_asked {
            answer.map_err(Refused::Stop)?;
        }
    }
    Ok(())
}

fn complaint(why: &str) -> Markup {
    html! { p.notice.wrong role="alert" { (why) } }
}

fn offered(page: &Served, access: &Access, query: &Query) -> Markup {
    let fields = html! {
        fieldset {
            legend { "Who" }
            (text(query, "user", "A user, by id", &[]))
            (text(query, "token", "or a personal access token, by the part that is no secret", &[]))
        }
        fieldset {
            legend { "May they have, or do, one of these" }
            (wanted(query, access))
            (text(query, "id", "with this record only", &[]))
            (choice(query, "method", "An endpoint: its method", "–", &["GET", "POST", "PUT", "PATCH", "DELETE"]))
            (text(query, "path", "and its path as it is declared", &[]))
        }
        (text(query, "project", "In a project, by id", &[]))
    };
    form(&page.href(), "Explain", &fields)
}
