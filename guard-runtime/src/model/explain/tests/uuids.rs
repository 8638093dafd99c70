//! Rules about UUIDs, which ids of the env are written as.

use super::super::super::generated::{self as made, Comparison, EnvValue, Operand, Rule};
use super::super::super::{Access, Dialect, FieldSet, ModelAccess, Op, Rows};
use super::dice::leaked;
use super::model::{GROUPS, table};
use crate::{Env, User};

struct Document {
    owner: uuid::Uuid,
}

impl ModelAccess for Document {
    type Readable = Self;

    const ACCESS: &'static Access<Self> = &made::access("", table("document"), &[], &[], &[], &[]);

    fn readable(self, _: &FieldSet) -> Self {
        self
    }
}

const OWNER: made::Column<Document> = made::column(
    "owner",
    "owner",
    const { &made::Reader::new(|row: &Document| &row.owner) },
);

#[test]
fn they_are_told_as_they_are_written() {
    let contact = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    let other = "00000000-0000-0000-0000-00000000000a";
    let document = Document {
        owner: uuid::Uuid::from_u128(10),
    };
    let (clerk, user) = (GROUPS.get("clerk").unwrap(), User::new(7));
    let user = user.with_groups(clerk.closure()).with_contact(contact);
    let env = Env::of(user).unwrap();
    let told = |comparison| {
        let contact = Operand::Env(&EnvValue::CONTACT_ID);
        let rule = Rule::Compare(Operand::Column(&OWNER), comparison, contact);
        let grants = leaked([made::grant(clerk, 15, Some(rule))]);
        let access = leaked(made::access("", table("document"), &[], grants, &[], &[]));
        let told = access.explain(Dialect::Sqlite, &env, Op::Read, &document, &Rows::default());
        told.to_string()
    };
    let same = told(Comparison::Equal);
    assert!(
        same.ends_with(&format!(
            "\n    owner is {other}, the user's contact is \"{contact}\"\n\
             smallest change: owner would have to be {contact}\n  \
             or: the user's contact would have to be \"{other}\""
        )),
        "{same}"
    );
    assert!(told(Comparison::NotEqual).starts_with("document: read is allowed"));
}
