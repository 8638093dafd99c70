//! Why somebody may do something with one record.

use guard_runtime::admin::access::{Answered, AskError, Question, Records, Sources, Verdict};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Env, env_ctx, groups as core};
use sea_orm::ConnectionTrait as _;

use crate::accounts::Table;
use crate::databases::{Place, in_each_database};
use crate::world::{invoice, person, vocabulary};

const ROWS: &str = "
CREATE TABLE invoice (id BIGINT PRIMARY KEY, company_id BIGINT, contact_id BIGINT,
    salesperson_id BIGINT NOT NULL, number TEXT NOT NULL, status TEXT NOT NULL, cost BIGINT NOT NULL);
INSERT INTO invoice VALUES (3, NULL, 5, 7, 'R1', 'sent', 4);";

async fn ask(place: &Place, caller: &[&str], query: &str) -> Result<Verdict, AskError> {
    let db = place.open().await;
    db.execute_unprepared(ROWS).await.unwrap();
    let db = GuardedDb::new(db).explain_to(|env: &Env| env.in_group(core::core_internal));
    let records = Records::default().with::<invoice::Entity, i64>(&db);
    let table = Table::of(vec![
        person(7, &["sales_user"], &[]),
        person(8, &["sales_user"], &[]),
    ]);
    let vocabulary = vocabulary();
    let sources = Sources::new(&vocabulary, &table).records(&records);
    let question = Question::parse(query, &vocabulary).unwrap();
    let caller = Env::of(person(1, caller, &[]).1).unwrap();
    env_ctx::scope(caller, sources.explain(&question, &[])).await
}

in_each_database! {
    async fn the_record_decides(place: &Place) {
        let link = "user=7&model=invoice&op=update&id=3";
        let may = ask(place, &["core_internal"], link).await.unwrap();
        assert_eq!(may.answer, Answered::Yes);
        assert!(may.smallest_change.is_empty());
        assert_eq!(may.about, "update of invoice 3");
        assert_eq!(may.steps[1].answer, Answered::Yes);
        assert_eq!(may.steps[1].why, ["in `sales_user`"]);
    }

    async fn the_smallest_change_is_told(place: &Place) {
        let link = "user=8&model=invoice&op=update&id=3";
        let may_not = ask(place, &["core_internal"], link).await.unwrap();
        assert_eq!(may_not.answer, Answered::No);
        let answers = may_not.steps.iter().map(|it| it.answer).collect::<Vec<_>>();
        assert_eq!(answers, [Answered::No, Answered::No]);
        assert_eq!(
            may_not.smallest_change,
            [
                ["salesperson_id would have to be 8"],
                ["the user would have to be in accountant"],
            ]
        );
        let why = may_not.explanation.unwrap();
        assert!(why.to_string().contains("salesperson_id is 7, the user's id is 8"), "{why}");
    }

    async fn who_is_not_told_learns_nothing(place: &Place) {
        let link = "user=7&model=invoice&op=update&id=3";
        let error = ask(place, &["core_portal"], link).await.unwrap_err();
        assert!(matches!(error, AskError::Denied(_)), "{error}");
    }

    async fn another_text_is_no_key(place: &Place) {
        let link = "user=7&model=invoice&op=read&id=";
        let ids = ["4", "03", "%2B3", "3%20", "3;DROP TABLE invoice", "99999999999999999999"];
        for (position, id) in ids.into_iter().enumerate() {
            let link = format!("{link}{id}");
            let error = match position {
                0 => ask(place, &["core_internal"], &link).await,
                // Nothing is looked for: the table is not there.
                _ => ask_without(&link).await,
            };
            assert!(matches!(error, Err(AskError::Unknown("record"))), "{id}: {error:?}");
        }
    }
}

async fn ask_without(query: &str) -> Result<Verdict, AskError> {
    let db = GuardedDb::new(Place::memory().open().await).explain_to(|_: &Env| true);
    let records = Records::default().with::<invoice::Entity, i64>(&db);
    let table = Table::of(vec![person(7, &["sales_user"], &[])]);
    let vocabulary = vocabulary();
    let sources = Sources::new(&vocabulary, &table).records(&records);
    let question = Question::parse(query, &vocabulary).unwrap();
    sources.explain(&question, &[]).await
}
