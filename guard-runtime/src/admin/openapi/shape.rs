//! What columns and fields of forms hold, as schemas.

use serde_json::Value;
use utoipa::Number;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, SchemaType, Type};

use crate::admin::FormField;
use crate::admin::model::described::Described;
use crate::admin::model::kind::Kind;

const TEXT: &[Type] = &[Type::String];

/// Said so because utoipa does not read what it writes without a type.
const ANYTHING: &[Type] = &[
    Type::Object,
    Type::Array,
    Type::String,
    Type::Number,
    Type::Boolean,
];

/// What one value is.
pub(super) struct Shape<'a> {
    kind: &'a Kind,
    /// Whether moments are without an offset.
    is_local: bool,
    choices: &'a [&'static str],
    nullable: bool,
}

impl<'a> Shape<'a> {
    pub(super) fn of_column(column: &'a Described) -> Self {
        Self {
            kind: &column.kind,
            is_local: column.is_local,
            choices: column.choices,
            nullable: column.nullable,
        }
    }

    /// The field of a form, of which the type is not known, and how it is entered is.
    pub(super) fn of_field(field: &'a FormField, kind: &'a Kind) -> Self {
        Self {
            kind,
            is_local: true,
            choices: field.choices,
            nullable: field.optional,
        }
    }

    /// What it is compared with.
    pub(super) fn present(self) -> Self {
        Self {
            nullable: false,
            ..self
        }
    }

    pub(super) fn schema(&self) -> ObjectBuilder {
        let schema = ObjectBuilder::new();
        let (schema, types) = match self.kind {
            Kind::Text { most, .. } => {
                let most = most.and_then(|it| usize::try_from(it).ok());
                (schema.max_length(most), TEXT)
            }
            Kind::Integer { least, most } | Kind::Money { least, most, .. } => {
                (integer(schema, *least, *most), &[Type::Integer][..])
            }
            Kind::Float => (format(schema, KnownFormat::Double), &[Type::Number][..]),
            Kind::Decimal(_) => (custom(schema, "decimal"), TEXT),
            Kind::Bool => (schema, &[Type::Boolean][..]),
            Kind::Date => (format(schema, KnownFormat::Date), TEXT),
            Kind::Time => (custom(schema, "time-local"), TEXT),
            Kind::Moment if self.is_local => (custom(schema, "date-time-local"), TEXT),
            Kind::Moment => (format(schema, KnownFormat::DateTime), TEXT),
            Kind::Uuid => (custom(schema, "uuid"), TEXT),
            Kind::Enum { .. } | Kind::Other { is_binary: true } => (schema, TEXT),
            Kind::Json | Kind::Other { is_binary: false } => (schema, ANYTHING),
        };
        let null = self.nullable.then_some(Type::Null);
        let types = types.iter().cloned().chain(null).collect::<Vec<_>>();
        self.chosen(match types.as_slice() {
            [only] => schema.schema_type(only.clone()),
            _ => schema.schema_type(SchemaType::Array(types)),
        })
    }

    /// Of some values, one.
    fn chosen(&self, schema: ObjectBuilder) -> ObjectBuilder {
        let mut values = match self.kind {
            Kind::Enum { values, .. } => {
                let fit = |it: &&String| self.choices.is_empty() || self.choices.contains(&&***it);
                values
                    .iter()
                    .filter(fit)
                    .map(|it| Value::from(&**it))
                    .collect()
            }
            Kind::Integer { .. } => {
                let numbers = self.choices.iter().filter_map(|it| it.parse::<i64>().ok());
                numbers.map(Value::from).collect()
            }
            Kind::Text { .. } => self.choices.iter().map(|it| Value::from(*it)).collect(),
            _ => Vec::new(),
        };
        if values.is_empty() {
            return schema;
        }
        values.extend(self.nullable.then_some(Value::Null));
        schema.enum_values(Some(values))
    }
}

fn integer(schema: ObjectBuilder, least: i128, most: i128) -> ObjectBuilder {
    let within = |low: i128, high: i128| low <= least && most <= high;
    let (low, high) = (i128::from(i32::MIN), i128::from(i32::MAX));
    let (schema, low, high) = if within(low, high) {
        (format(schema, KnownFormat::Int32), low, high)
    } else if within(i64::MIN.into(), i64::MAX.into()) {
        let schema = format(schema, KnownFormat::Int64);
        (schema, i64::MIN.into(), i64::MAX.into())
    } else {
        (schema, least, most)
    };
    // What the format says already is not said again.
    let schema = schema.minimum(number(least).filter(|_| least > low));
    schema.maximum(number(most).filter(|_| most < high))
}

fn number(number: i128) -> Option<Number> {
    isize::try_from(number).ok().map(Number::Int)
}

fn format(schema: ObjectBuilder, format: KnownFormat) -> ObjectBuilder {
    schema.format(Some(SchemaFormat::KnownFormat(format)))
}

/// Those of the registry of formats that utoipa does not know (<https://spec.openapis.org/registry/format/>).
fn custom(schema: ObjectBuilder, format: &str) -> ObjectBuilder {
    schema.format(Some(SchemaFormat::Custom(format.to_owned())))
}
