//! Rules as generated code declares them, decided in memory and as SQL.

use super::generated as made;
use super::{Access, Dialect, FieldEntry, FieldSet, Kleene, ModelAccess, Op, Rows, Table, decide};
use crate::{Env, Group, User, groups};

struct Invoice {
    id: i64,
    salesperson_id: i64,
    contact_id: Option<i64>,
    company_id: i32,
    status: String,
    archived: bool,
}

struct Contact {
    id: i64,
    company_id: Option<i32>,
}

const fn field(field: &'static str) -> FieldEntry {
    FieldEntry {
        field,
        column: field,
    }
}

impl ModelAccess for Contact {
    type Readable = Self;

    const ACCESS: &'static Access<Self> = &made::access(
        "",
        Table {
            schema: None,
            name: "contact",
        },
        const { &[field("id"), field("company_id")] },
        &[],
        &[],
        &[],
    );

    fn readable(self, _: &FieldSet) -> Self {
        self
    }
}

/// What stands here is what `#[model_access]` writes for
///
/// ```text
/// grant(core_internal, CRUD),
/// grant(core_portal, R, where contact_id == env.contact_id && !(status == "draft")),
/// restrict(env.cids.contains(company_id)),
/// restrict(UD, !archived),
/// restrict(D, contact.company_id == env.cid),
/// related(contact: Contact, contact_id == id),
/// read(core_internal, salesperson_id),
/// write(none, id),
/// ```
impl ModelAccess for Invoice {
    type Readable = Self;

    const ACCESS: &'static Access<Self> = const {
        &made::access(
            "What a customer owes.",
            Table {
                schema: None,
                name: "invoice",
            },
            const {
                &[
                    field("id"),
                    field("salesperson_id"),
                    field("contact_id"),
                    field("company_id"),
                    field("status"),
                    field("archived"),
                ]
            },
            const {
                &[
                    made::grant(<groups::core_internal as Group>::GROUP, 15, None),
                    made::grant(
                        <groups::core_portal as Group>::GROUP,
                        2,
                        Some(made::Rule::All(
                            const {
                                &[
                                    made::Rule::Compare(
                                        made::Operand::Column(const { &CONTACT_ID }),
                                        made::Comparison::Equal,
                                        made::Operand::Env(&made::EnvValue::CONTACT_ID),
                                    ),
                                    made::Rule::Not(
                                        const {
                                            &made::Rule::Compare(
                                                made::Operand::Column(const { &STATUS }),
                                                made::Comparison::Equal,
                                                made::Operand::Text("draft"),
                                            )
                                        },
                                    ),
                                ]
                            },
                        )),
                    ),
                ]
            },
            const {
                &[
                    made::restriction(
                        15,
                        made::Rule::Contains(
                            made::List::Env(&made::EnvList::CIDS),
                            made::Operand::Column(const { &COMPANY_ID }),
                        ),
                    ),
                    made::restriction(
                        12,
                        made::Rule::Not(
                            const {
                                &made::Rule::Compare(
                                    made::Operand::Column(const { &ARCHIVED }),
                                    made::Comparison::Equal,
                                    made::Operand::Boolean(true),
                                )
                            },
                        ),
                    ),
                    made::restriction(
                        8,
                        made::Rule::Related(
                            const {
                                &made::relation::<Self, Contact>(
                                    "contact",
                                    false,
                                    const { &CONTACT_ID },
                                    const {
                                        &made::column_of::<Contact>(
                                            "id",
                                            const { &made::Reader::new(|row: &Contact| &row.id) },
                                        )
                                    },
                                    made::Rule::Compare(
                                        made::Operand::Column(
                                            const {
                                                &made::column_of::<Contact>(
                                                    "company_id",
                                                    const {
                                                        &made::Reader::new(|row: &Contact| {
                                                            &row.company_id
                                                        })
                                                    },
                                                )
                                            },
                                        ),
                                        made::Comparison::Equal,
                                        made::Operand::Env(&made::EnvValue::CID),
                                    ),
                                )
                            },
                        ),
                    ),
                ]
            },
            const {
                &[
                    made::field_grant(1, false, Some(<groups::core_internal as Group>::GROUP)),
                    made::field_grant(0, true, None),
                ]
            },
        )
    };

    fn readable(self, _: &FieldSet) -> Self {
        self
    }
}

const CONTACT_ID: made::Column<Invoice> = made::column(
    "contact_id",
    "contact_id",
    const { &made::Reader::new(|row: &Invoice| &row.contact_id) },
);
const STATUS: made::Column<Invoice> = made::column(
    "status",
    "status",
    const { &made::Reader::new(|row: &Invoice| &row.status) },
);
const COMPANY_ID: made::Column<Invoice> = made::column(
    "company_id",
    "company_id",
    const { &made::Reader::new(|row: &Invoice| &row.company_id) },
);
const ARCHIVED: made::Column<Invoice> = made::column(
    "archived",
    "archived",
    const { &made::Reader::new(|row: &Invoice| &row.archived) },
);

fn invoice() -> Invoice {
    Invoice {
        id: 1,
        salesperson_id: 7,
        contact_id: Some(3),
        company_id: 2,
        status: "sent".to_owned(),
        archived: false,
    }
}

fn env(user: User) -> Env {
    Env::of(user).unwrap_or_else(|error| unreachable!("{error}"))
}

fn clerk() -> Env {
    let user = User::new(7).in_group(groups::core_internal);
    env(user.with_companies([2, 5]))
}

fn customer() -> Env {
    let user = User::new(8).in_group(groups::core_portal);
    env(user.with_companies([2]).with_contact(3))
}

#[test]
fn grants_are_joined_by_or_and_restrictions_by_and() {
    let read = decide::<Invoice>(&customer(), Op::Read);
    assert!(read.allows(&invoice()));
    for other in [
        Invoice {
            contact_id: None,
            ..invoice()
        },
        Invoice {
            contact_id: Some(4),
            ..invoice()
        },
        Invoice {
            company_id: 3,
            ..invoice()
        },
        Invoice {
            status: "draft".to_owned(),
            ..invoice()
        },
    ] {
        assert!(!read.allows(&other));
    }
    assert!(decide::<Invoice>(&customer(), Op::Update).is_nothing());
    let archived = Invoice {
        archived: true,
        ..invoice()
    };
    assert!(decide::<Invoice>(&clerk(), Op::Read).allows(&archived));
    assert!(!decide::<Invoice>(&clerk(), Op::Update).allows(&archived));
    assert!(decide::<Invoice>(&clerk().sudo("test"), Op::Update).is_everything());
}

#[test]
fn what_the_env_does_not_have_matches_nothing() {
    let nobody = env(User::new(9)
        .in_group(groups::core_portal)
        .with_companies([2]));
    let read = decide::<Invoice>(&nobody, Op::Read);
    assert!(
        read.is_nothing()
            || !read.allows(&Invoice {
                contact_id: None,
                ..invoice()
            })
    );
    assert!(!read.sql(Dialect::Sqlite).text.contains("NULL"));
    let homeless = env(User::new(7).in_group(groups::core_internal));
    assert!(!decide::<Invoice>(&homeless, Op::Read).allows(&invoice()));
}

#[test]
fn related_rows_are_looked_up_by_their_key() {
    let delete = decide::<Invoice>(&clerk(), Op::Delete);
    assert_eq!(delete.test(&invoice(), &Rows::default()), Kleene::Unknown);
    let of = |company_id| Rows::default().with(vec![Contact { id: 3, company_id }]);
    assert!(delete.allows_with(&invoice(), &of(Some(2))));
    assert_eq!(delete.test(&invoice(), &of(Some(5))), Kleene::False);
    assert_eq!(delete.test(&invoice(), &of(None)), Kleene::Unknown);
    let orphan = Invoice {
        contact_id: None,
        ..invoice()
    };
    assert_eq!(delete.test(&orphan, &of(Some(2))), Kleene::Unknown);
}

#[test]
fn each_database_gets_its_own_sql() {
    let read = decide::<Invoice>(&customer(), Op::Read);
    assert_eq!(
        read.sql(Dialect::Postgres).text,
        r#"(("invoice"."contact_id" = $1 AND "invoice"."status" <> $2 COLLATE "C" AND "invoice"."company_id" IN ($3)))"#
    );
    assert_eq!(
        read.sql(Dialect::Sqlite).text,
        r#"(("invoice"."contact_id" = ? AND "invoice"."status" <> ? COLLATE BINARY AND "invoice"."company_id" IN (?)))"#
    );
    assert_eq!(
        read.sql(Dialect::MySql).text,
        "((`invoice`.`contact_id` = ? AND CAST(`invoice`.`status` AS BINARY) <> ? AND `invoice`.`company_id` IN (?)))"
    );
    let delete = decide::<Invoice>(&clerk(), Op::Delete);
    assert_eq!(
        delete.sql_of(Dialect::Postgres, "i", 2).text,
        r#"(("i"."company_id" IN ($3, $4) AND "i"."archived" <> $5 AND EXISTS (SELECT 1 FROM "contact" AS "guard_related" WHERE "guard_related"."id" = "i"."contact_id" AND "guard_related"."company_id" = $6)))"#
    );
}

#[test]
fn fields_are_for_those_who_are_named() {
    let access = Invoice::ACCESS;
    assert!(access.readable(&clerk()).is_all());
    assert!(!access.readable(&customer()).has(1));
    assert!(!access.writable(&clerk()).has(0));
    assert!(access.writable(&clerk().sudo("test")).is_all());
    assert_eq!(invoice().id + invoice().salesperson_id, 8);
}

#[test]
fn rules_have_words() {
    let words = format!("{:?}", Invoice::ACCESS.grants[1].rule.as_ref());
    assert_eq!(
        words,
        r#"Some(contact_id is the user's contact and status is not "draft")"#
    );
}
