//! The routes of a page, as operations.

use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::{Content, RefOr, Required, ResponseBuilder, ResponsesBuilder, Schema};

use super::answers::problems;
use super::says::says;
use super::writer::Writer;
use crate::admin::json::Route;
use crate::admin::state::Served;
use crate::docs::is_of_ours;

pub(super) fn add(writer: &mut Writer, page: &Served, route: Route, path: &str) {
    let Some(says) = says(writer, page, route) else {
        return;
    };
    let (id, tag) = (writer.id(&page.node.key(), &says.id), writer.tag(page.node));
    let (title, about) = (page.node.title(), page.node.description());
    let description = described(&[about, says.more]);
    let answer = ResponseBuilder::new().description(match says.status {
        201 => "It is stored.",
        204 => "It is done.",
        _ => "What was asked for.",
    });
    let answer = match says.answer {
        Some(schema) => answer.content("application/json", json(schema)),
        None => answer,
    };
    let responses = ResponsesBuilder::new().response(says.status.to_string(), answer);
    let body = says.body.map(|schema| {
        let body = RequestBodyBuilder::new().content("application/json", json(schema));
        body.required(Some(Required::True)).build()
    });
    let operation = OperationBuilder::new()
        .tag(tag)
        .summary(Some(match says.does {
            "" => title.to_owned(),
            does => format!("{title}: {does}"),
        }))
        .description(Some(description).filter(|it| !it.is_empty()))
        .operation_id(Some(id))
        .parameters(Some(says.parameters))
        .request_body(body)
        .responses(problems(responses, says.problems).build());
    writer.add(route.method(), path, operation.build());
}

/// What an operation is about. What it demands is for its gates to say: a sentence about that would
/// contradict them.
fn described(texts: &[&str]) -> String {
    let paragraphs = texts.iter().flat_map(|it| it.split("\n\n"));
    let others = paragraphs.filter(|it| !it.is_empty() && !is_of_ours(it.trim()));
    others.collect::<Vec<_>>().join("\n\n")
}

pub(super) fn json(schema: impl Into<RefOr<Schema>>) -> Content {
    ContentBuilder::new().schema(Some(schema)).build()
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn gates_alone_say_what_is_demanded() {
        for (about, expected) in [
            ("What is sold.", "What is sold.\n\nMore."),
            ("Required permissions: none at all.", "More."),
            (
                "What is sold.\n\nOpen to everybody.\n\nNot here.",
                "What is sold.\n\nNot here.\n\nMore.",
            ),
            ("", "More."),
        ] {
            assert_eq!(described(&[about, "More."]), expected);
        }
    }
}
