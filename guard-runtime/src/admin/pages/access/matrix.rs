//! Models × operations × groups.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::Later;
use super::form::{choice, form};
use super::query::{Format, Query, wrong};
use super::shown::{download, downloads, shown};
use super::{Access, cells};
use crate::admin::access::{Matrix, MatrixField, MatrixModel};
use crate::admin::state::Served;

const HAS: [Format; 2] = [Format::Csv, Format::Json];

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let query = Query::read(request.query_string(), &["model", "group"])?;
        let format = query.format(&HAS)?;
        let all = Matrix::of(&Access::of(&page)?.vocabulary);
        let offered = offered(&page, &all, &query);
        let matrix = narrowed(all, &query)?;
        match format {
            Format::Csv => return Ok(download(&page, format, matrix.to_csv())),
            Format::Json => return Ok(download(&page, format, matrix.to_json())),
            Format::Page => {}
        }
        let main = html! {
            (offered)
            (downloads(&page.href(), &query, &HAS))
            @if matrix.models.is_empty() { p.empty { "No model has rules." } }
            @for model in &matrix.models { (view(&matrix, model)) }
        };
        Ok(shown(&page, &request, StatusCode::OK, main).await)
    })
}

fn offered(page: &Served, matrix: &Matrix, query: &Query) -> Markup {
    let mut models = matrix.models.iter().map(|it| it.name).collect::<Vec<_>>();
    models.dedup();
    let groups = matrix.groups.iter().map(|it| it.name).collect::<Vec<_>>();
    let fields = html! {
        (choice(query, "model", "Model", "All models", &models))
        (choice(query, "group", "Group", "All groups", &groups))
    };
    form(&page.href(), "Show", &fields)
}

/// What is asked for of it; a name that is unknown would show an empty matrix, which says something else.
fn narrowed(mut matrix: Matrix, query: &Query) -> Result<Matrix, super::super::Stop> {
    if let Some(name) = query.get("model") {
        matrix.models.retain(|it| it.name == name);
        if matrix.models.is_empty() {
            return Err(wrong("model", "there is no such model"));
        }
    }
    if let Some(name) = query.get("group") {
        matrix.groups.retain(|it| it.name == name);
        if matrix.groups.is_empty() {
            return Err(wrong("group", "there is no such group"));
        }
        for model in &mut matrix.models {
            for row in &mut model.rows {
                row.cells.retain(|it| it.group == name);
            }
            for field in &mut model.fields {
                field.groups.retain(|it| it.group == name);
            }
        }
    }
    Ok(matrix)
}

fn view(matrix: &Matrix, model: &MatrixModel) -> Markup {
    html! {
        section {
            h2 { (model.name) " " small { code { (model.module) } } }
            @if !model.description.is_empty() { p.about { (model.description) } }
            div.scroll tabindex="0" role="region" aria-label=(model.name) {
                table.records.cells {
                    caption { "Who may do what with " (model.name) }
                    thead { tr {
                        th scope="col" { "Operation" }
                        @for group in &matrix.groups {
                            th scope="col" title=[Some(group.description).filter(|it| !it.is_empty())] { (group.name) }
                        }
                    } }
                    tbody { @for row in &model.rows { tr {
                        th scope="row" {
                            (row.op)
                            @for rule in &row.restrictions {
                                div.rule { "for everybody, only where " (cells::rule(rule)) }
                            }
                        }
                        @for cell in &row.cells { (cells::cell(cell)) }
                    } } }
                }
            }
            @if !model.fields.is_empty() {
                h3 { "Fields that not all may see or change" }
                ul { @for field in &model.fields { (of_field(field)) } }
            }
            @if !model.foreign.is_empty() {
                p.help { "Its rules name groups of another declaration, which stand in no column: " (model.foreign.join(", ")) }
            }
        }
    }
}

fn of_field(field: &MatrixField) -> Markup {
    html! {
        li {
            strong { (field.access) " " code { (field.field) } } ": "
            @if field.groups.is_empty() { "none of these groups" }
            @for (at, holder) in field.groups.iter().enumerate() {
                @if at > 0 { ", " }
                (holder.group) " " (cells::mark(&holder.via))
            }
        }
    }
}
