//! What applications call in their tests: it finds each mistake, and touches nothing of theirs.

use guard_runtime::model::{Kleene, ModelAccess, Op};
use guard_runtime::testing::{
    Agreement, Disagreement, RowDisagreement, RuleComparison, assert_rules_agree,
};
use guard_runtime::{Env, User, groups};
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, IntoActiveModel, Schema};

use crate::by_hand::{askew, crossed, elsewhere, tree};
use crate::databases::{Place, in_each_database};
use crate::entities::{contact, invoice, line};
use crate::lies::{blank, caseless, cut, honest, named, narrow, never, odd, trimmed, unaccented};

fn env(user: User) -> Env {
    Env::of(user).unwrap()
}

fn clerk() -> Env {
    let user = User::new(7).in_group(groups::core_internal);
    env(user.with_companies([2, 5]))
}

fn customer() -> Env {
    let user = User::new(8).in_group(groups::core_portal);
    env(user.with_companies([2]).with_contact(3))
}

fn invoices() -> RuleComparison<invoice::Entity> {
    RuleComparison::of([invoice::sample()], [clerk(), customer()])
        .related::<contact::Entity>([contact::sample()])
        .related::<line::Entity>([line::sample()])
}

/// What comes of rows of this kind, for a clerk.
pub(crate) async fn told<E: EntityTrait<Model: ModelAccess>>(
    db: &DatabaseConnection,
    sample: E::Model,
) -> Result<Agreement, Disagreement> {
    RuleComparison::<E>::of([sample], [clerk()]).run(db).await
}

/// The same, where the two do not agree.
async fn lie<E: EntityTrait<Model: ModelAccess>>(
    db: &DatabaseConnection,
    sample: E::Model,
) -> RowDisagreement {
    match told::<E>(db, sample).await {
        Err(Disagreement::Row(row)) => *row,
        other => panic!("{other:?}"),
    }
}

in_each_database! {
    async fn rules_with_relations_agree(place: &Place) {
        let agreement = invoices().run(&place.open().await).await.unwrap();
        println!("{agreement}");
        assert_eq!(agreement.model, "invoice");
        assert_eq!(agreement.cases, agreement.envs * 4);
        assert!(agreement.mixed * 3 > agreement.cases, "{agreement}");
    }

    async fn rules_about_rows_of_the_same_model_agree(place: &Place) {
        let db = place.open().await;
        let agreement = assert_rules_agree::<tree::Entity>(&db, [tree::sample()], [clerk()]).await;
        assert!(agreement.mixed > 5, "{agreement}");
        // Not only the sample is above others.
        assert!(agreement.rows > 200, "{agreement}");
    }

    async fn a_model_without_rules_about_rows_is_all_or_nothing(place: &Place) {
        let agreement = told::<contact::Entity>(&place.open().await, contact::sample()).await;
        assert_eq!(agreement.unwrap().mixed, 0);
    }

    async fn mistakes_are_found_with_the_row_that_shows_them(place: &Place) {
        let db = place.open().await;
        assert!(told::<honest::Entity>(&db, honest::sample()).await.is_ok());
        for (lie, row) in [
            (lie::<trimmed::Entity>(&db, trimmed::sample()).await, "posted "),
            (lie::<caseless::Entity>(&db, caseless::sample()).await, "POSTED"),
            (lie::<unaccented::Entity>(&db, unaccented::sample()).await, "posted\\u{301}"),
            (lie::<narrow::Entity>(&db, narrow::sample()).await, "4294967303"),
            (lie::<blank::Entity>(&db, blank::sample()).await, "Blank(\"\")"),
            (lie::<cut::Entity>(&db, cut::sample()).await, "_ost"),
            (lie::<crossed::Entity>(&db, crossed::sample()).await, "id: 1"),
            (lie::<askew::Entity>(&db, askew::sample()).await, "above_id: Some("),
        ] {
            assert!(lie.row.contains(row), "{lie}");
            assert_ne!(lie.by_sql, lie.by_predicate.is_true(), "{lie}");
            assert!(lie.count > 0);
        }
    }

    async fn nothing_shown_is_no_agreement(place: &Place) {
        let db = place.open().await;
        let vacuous = told::<never::Entity>(&db, never::sample()).await;
        assert!(matches!(vacuous, Err(Disagreement::Vacuous { ops, .. }) if ops == [Op::Read]));
        let unvaried = told::<odd::Entity>(&db, odd::sample()).await;
        assert!(matches!(unvaried, Err(Disagreement::Unvaried { column: "value", .. })));
        for (rows, envs, missing) in [(vec![], vec![clerk()], "row"), (vec![honest::sample()], vec![], "env")] {
            let nothing = RuleComparison::<honest::Entity>::of(rows, envs).run(&db).await;
            assert!(matches!(nothing, Err(Disagreement::Nothing { of, .. }) if of == missing));
        }
        let alone = RuleComparison::<invoice::Entity>::of([invoice::sample()], [clerk()]);
        let alone = alone.related::<line::Entity>([]).related::<contact::Entity>([contact::sample()]);
        let alone = alone.run(&db).await;
        assert!(matches!(alone, Err(Disagreement::Unrelated { table: "line", .. })));
        let elsewhere = told::<elsewhere::Entity>(&db, elsewhere::sample()).await;
        assert!(matches!(elsewhere, Err(Disagreement::OtherTable { model: "nodes", table: "node" })));
    }

    async fn what_the_application_has_stays_as_it_is(place: &Place) {
        let db = place.open().await;
        let schema = Schema::new(db.get_database_backend());
        db.execute(&schema.create_table_from_entity(invoice::Entity)).await.unwrap();
        db.execute(&schema.create_table_from_entity(line::Entity)).await.unwrap();
        let mine = invoice::sample();
        invoice::Entity::insert(mine.clone().into_active_model()).exec(&db).await.unwrap();
        invoices().run(&db).await.unwrap();
        // The same when it ends early.
        told::<invoice::Entity>(&db, mine.clone()).await.unwrap_err();
        assert_eq!(invoice::Entity::find().all(&db).await.unwrap(), [mine]);
        assert!(line::Entity::find().all(&db).await.unwrap().is_empty());
    }
}

#[actix_web::test]
async fn a_disagreement_says_all_there_is_to_know() {
    let db = Place::memory().open().await;
    let lie = lie::<caseless::Entity>(&db, caseless::sample()).await;
    assert_eq!(lie.by_predicate, Kleene::True);
    assert_eq!(
        lie.to_string(),
        format!(
            r#"`caseless`: SQL and the predicate disagree on read, of {} rows
  by SQL:       not allowed
  by predicate: allowed
  row: Model {{ id: 1, value: Caseless("POSTED") }}
  env: {:?}
  grant to core_internal, where value is "posted"
  sql: ("caseless"."value" = ? COLLATE BINARY)
  values: [Text("posted")]"#,
            lie.count,
            clerk()
        )
    );
}

#[actix_web::test]
async fn what_a_type_of_names_says_is_tried_for_each_name() {
    let db = Place::memory().open().await;
    let lie = lie::<named::Entity>(&db, named::sample()).await;
    assert!(lie.row.contains("Posted"), "{lie}");
}

#[cfg(feature = "uuid")]
in_each_database! {
    async fn rules_about_uuids_agree(place: &Place) {
        use crate::entities::ticket;

        let uuid = |bits| sea_orm::prelude::Uuid::from_u128(bits).to_string();
        let user = User::new(uuid(7).as_str()).in_group(groups::core_internal);
        let user = user.with_companies([uuid(2).as_str()]);
        let rules = RuleComparison::<ticket::Entity>::of([ticket::sample()], [env(user)]);
        let rules = rules.related::<line::Entity>([line::sample()]);
        let agreement = rules.run(&place.open().await).await.unwrap();
        assert!(agreement.mixed > 2, "{agreement}");
    }
}
