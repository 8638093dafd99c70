//! The records of a model page, as schemas.

use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, OneOfBuilder, SchemaFormat,
    Type,
};
use utoipa::openapi::{Ref, RefOr, Schema};

use super::shape::Shape;
use super::writer::Writer;
use crate::admin::MOST_PER_PAGE;
use crate::admin::model::described::Described;
use crate::admin::model::kind::Kind;
use crate::admin::state::Served;

/// `{"key": "7", "values": {…}, "may": {"update": true, "delete": false}}`
pub(super) fn record(writer: &mut Writer, page: &Served, columns: &[Described]) -> Ref {
    writer.schema(page, "Record", || {
        let truth = |says: &str| {
            let schema = ObjectBuilder::new().schema_type(Type::Boolean);
            schema.description(Some(says))
        };
        let may = ObjectBuilder::new()
            .schema_type(Type::Object)
            .description(Some("What the caller may do with it."))
            .property("update", truth("Whether it may be changed."))
            .property("delete", truth("Whether it may be deleted."))
            .required("update")
            .required("delete");
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .property("key", key())
            .property("values", values(columns))
            .property("may", may)
            .required("key")
            .required("values")
            .required("may")
    })
}

/// `{"total": 3, "page": 1, "per_page": 25, "records": […]}`
pub(super) fn list(writer: &mut Writer, page: &Served, record: Ref) -> Ref {
    writer.schema(page, "List", || {
        let records = ArrayBuilder::new().items(RefOr::from(record));
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .property("total", count("How many records there are."))
            .property("page", count("Which part this is, from 1."))
            .property("per_page", count("How many records a part has."))
            .property("records", records)
            .required("total")
            .required("page")
            .required("per_page")
            .required("records")
    })
}

/// `{"record": {…}}`, or of `null` for those who may create and not read.
pub(super) fn created(record: Ref) -> ObjectBuilder {
    let hidden = ObjectBuilder::new().schema_type(Type::Null);
    let record = OneOfBuilder::new()
        .item(record)
        .item(hidden)
        .description(Some(
            "The record as it is stored; `null` for who may not read it.",
        ));
    let schema = ObjectBuilder::new().schema_type(Type::Object);
    schema.property("record", record).required("record")
}

/// The fields that are entered into a new record.
pub(super) fn new(columns: &[Described]) -> ObjectBuilder {
    let created = columns.iter().filter(|it| it.is_created);
    created.fold(closed(), |schema, column| {
        let entered = field(column, column.writers.as_deref().map(writers));
        let schema = schema.property(column.name, entered);
        if column.is_required && column.writers.is_none() {
            schema.required(column.name)
        } else {
            schema
        }
    })
}

/// The fields that are entered into records that are there.
pub(super) fn changes(columns: &[Described]) -> ObjectBuilder {
    let changed = columns.iter().filter(|it| it.is_changed);
    let schema = closed().min_properties(Some(1));
    changed.fold(schema, |schema, column| {
        let entered = field(column, column.writers.as_deref().map(writers));
        schema.property(column.name, entered)
    })
}

/// An object without other members than these.
pub(super) fn closed() -> ObjectBuilder {
    let none = AdditionalProperties::<Schema>::FreeForm(false);
    let schema = ObjectBuilder::new().schema_type(Type::Object);
    schema.additional_properties(Some(none))
}

/// The keys of some records.
pub(super) fn keys(least: usize, most: Option<usize>) -> ArrayBuilder {
    let all = usize::try_from(MOST_PER_PAGE).ok();
    ArrayBuilder::new()
        .items(RefOr::from(key()))
        .min_items(Some(least))
        .max_items(most.or(all))
        .description(Some("The records."))
}

/// A primary key as it stands in paths.
pub(super) fn key() -> ObjectBuilder {
    let says = "The primary key: its columns joined by `,`, and `~XX` in place of each byte that is not \
                one of `A-Z a-z 0-9 . _ -`.";
    let schema = ObjectBuilder::new().schema_type(Type::String);
    schema.description(Some(says))
}

pub(super) fn count(says: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
        .minimum(Some(0_usize))
        .description(Some(says))
}

fn values(columns: &[Described]) -> ObjectBuilder {
    let schema = ObjectBuilder::new().schema_type(Type::Object);
    columns.iter().fold(schema, |schema, column| {
        let shown = field(column, column.readers.as_deref().map(readers));
        let schema = if column.is_created || column.is_changed {
            schema.property(column.name, shown)
        } else {
            schema.property(column.name, shown.read_only(true))
        };
        match column.readers {
            None => schema.required(column.name),
            Some(_) => schema,
        }
    })
}

fn field(column: &Described, restricted: Option<String>) -> ObjectBuilder {
    let schema = Shape::of_column(column).schema();
    let schema = schema.title(Some(column.label.as_str()));
    let unit = match &column.kind {
        Kind::Money { money, .. } => Some(format!(
            "In the smallest unit: 1234 is {}.",
            money.shown(1234)
        )),
        _ => None,
    };
    let says = unit.into_iter().chain(restricted).collect::<Vec<_>>();
    schema.description(Some(says.join(" ")).filter(|it| !it.is_empty()))
}

/// Who may read a field that not all may read; else it is absent.
pub(super) fn readers(groups: &[&str]) -> String {
    match groups {
        [] => "Read by nobody: it is absent.".to_owned(),
        groups => format!("Read by {} alone; else it is absent.", members(groups)),
    }
}

fn writers(groups: &[&str]) -> String {
    match groups {
        [] => "Entered by nobody: it is refused with 403.".to_owned(),
        groups => format!(
            "Entered by {} alone; else it is refused with 403.",
            members(groups)
        ),
    }
}

pub(super) fn members(groups: &[&str]) -> String {
    let groups = groups.iter().map(|it| format!("`{it}`"));
    format!("members of {}", groups.collect::<Vec<_>>().join(" or "))
}
