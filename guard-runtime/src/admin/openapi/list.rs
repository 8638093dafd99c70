//! The parameters of a list: see `ListRequest`.

use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Required, Schema};

use super::records::{count, members};
use super::shape::Shape;
use crate::admin::Shown;
use crate::admin::model::described::Described;
use crate::admin::{FilterOp, ListRequest, MOST_PER_PAGE};

pub(super) fn parameters(shown: &Shown, columns: &[Described]) -> Vec<Parameter> {
    let mut parameters = vec![page(), per_page()];
    parameters.extend(sort(shown, columns));
    parameters.extend(search(shown, columns));
    let filtered = columns.iter().filter(|it| it.is_filtered);
    parameters.extend(filtered.flat_map(filters));
    parameters
}

fn page() -> Parameter {
    let schema = count("Which part, from 1.").minimum(Some(1_usize));
    query(
        "page",
        "Which part, from 1.",
        schema.default(Some(1.into())),
    )
}

fn per_page() -> Parameter {
    let says = "How many records a part has.";
    let most = usize::try_from(MOST_PER_PAGE).unwrap_or(usize::MAX);
    let schema = count(says).minimum(Some(1_usize)).maximum(Some(most));
    let default = ListRequest::default().per_page;
    query("per_page", says, schema.default(Some(default.into())))
}

fn sort(shown: &Shown, columns: &[Described]) -> Option<Parameter> {
    let sorted = columns.iter().filter(|it| it.is_sorted);
    let names = sorted.flat_map(|it| [it.name.to_owned(), format!("-{}", it.name)]);
    let names = names.collect::<Vec<_>>();
    if names.is_empty() {
        return None;
    }
    let item = ObjectBuilder::new().schema_type(Type::String);
    let schema = ArrayBuilder::new()
        .items(RefOr::from(item.enum_values(Some(names))))
        .min_items(Some(1))
        .unique_items(true);
    let mut says = "Fields in order, each once; with `-` descending.".to_owned();
    let order = shown.sort.iter();
    let order = order.map(|(name, down)| format!("{}{name}", if *down { "-" } else { "" }));
    let order = order.collect::<Vec<_>>().join(",");
    if !order.is_empty() {
        says.extend([" Without it: `", &order, "`."]);
    }
    let restricted = columns.iter().filter(|it| it.is_sorted);
    let restricted = restricted.filter_map(|it| Some((it.name, it.readers.as_deref()?)));
    says.extend(restricted.map(|(name, groups)| format!(" `{name}`: {}", only(groups))));
    let parameter = ParameterBuilder::new()
        .name("sort")
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(says))
        // `sort=-due_on,number`
        .style(Some(ParameterStyle::Form))
        .explode(Some(false))
        .schema(Some(schema));
    Some(parameter.build())
}

fn search(shown: &Shown, columns: &[Described]) -> Option<Parameter> {
    if shown.search.is_empty() {
        return None;
    }
    let into = shown.search.iter().map(|it| format!("`{it}`"));
    let into = into.collect::<Vec<_>>().join(", ");
    let mut says = format!("A text that one of these fields contains: {into}.");
    let searched = columns.iter().filter(|it| shown.search.contains(&it.name));
    let restricted = searched.filter_map(|it| Some((it.name, it.readers.as_deref()?)));
    says.extend(restricted.map(|(name, groups)| format!(" `{name}`: {}", only(groups))));
    let schema = ObjectBuilder::new().schema_type(Type::String);
    Some(query("search", &says, schema))
}

fn filters(column: &Described) -> Vec<Parameter> {
    let kind = &column.kind;
    let fits = |op: FilterOp| match op {
        FilterOp::Is | FilterOp::IsNot => kind.is_compared(),
        FilterOp::IsEmpty => column.nullable,
        FilterOp::Contains | FilterOp::StartsWith => kind.is_text() && column.choices.is_empty(),
        _ => kind.is_ordered() && column.choices.is_empty(),
    };
    let operators = FilterOp::ALL.into_iter().filter(|(_, op)| fits(*op));
    let parameters = operators.map(|(name, op)| {
        let schema = match op {
            FilterOp::IsEmpty => ObjectBuilder::new().schema_type(Type::Boolean),
            FilterOp::Contains | FilterOp::StartsWith => {
                let schema = ObjectBuilder::new().schema_type(Type::String);
                schema.min_length(Some(1))
            }
            _ => Shape::of_column(column).present().schema(),
        };
        let parameter = match op {
            FilterOp::Is => format!("filter.{}", column.name),
            _ => format!("filter.{}.{name}", column.name),
        };
        let mut says = format!("{}: {}.", column.label, words(op));
        if let Some(groups) = &column.readers {
            says.push(' ');
            says += &only(groups);
        }
        query(&parameter, &says, schema)
    });
    parameters.collect()
}

fn words(op: FilterOp) -> &'static str {
    match op {
        FilterOp::Is => "equal to this",
        FilterOp::IsNot => "not empty, and not this",
        FilterOp::AtLeast => "this or more",
        FilterOp::AtMost => "this or less",
        FilterOp::MoreThan => "more than this",
        FilterOp::LessThan => "less than this",
        FilterOp::Contains => "contains this",
        FilterOp::StartsWith => "begins with this",
        FilterOp::IsEmpty => "empty, or with `false` not empty",
    }
}

/// Who may ask for a field that not all may read.
fn only(groups: &[&str]) -> String {
    match groups {
        [] => "Refused with 403: nobody reads it.".to_owned(),
        groups => format!("For {} alone; else 403.", members(groups)),
    }
}

fn query(name: &str, says: &str, schema: impl Into<RefOr<Schema>>) -> Parameter {
    let parameter = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(says))
        .schema(Some(schema));
    parameter.build()
}
