//! `SQLite` as other programs may have left it: truth that is not 1, texts that are not UTF-8.

use sea_orm::{ConnectionTrait, FromQueryResult as _, Statement};

use crate::asked::Asked;
use crate::databases::Place;
use crate::plan::{Given, Plan};
use crate::short::{caller, column, differs, env, literal, not, position, same, things};
use crate::store;
use crate::tables::Thing;

#[actix_web::test]
async fn what_is_not_zero_is_true() {
    let mut asked = Asked::of(&Place::memory(), things("flag", [true, false])).await;
    for flag in [2, -1] {
        let sql = format!("UPDATE thing SET flag = {flag} WHERE flag <> 0");
        asked.db.execute_unprepared(&sql).await.unwrap();
        // So it is read.
        assert_eq!(flags(&asked).await, [true, false]);
        asked.caller.active = Some(true.into());
        for is_true in [
            same(column("flag"), literal(true)),
            same(column("flag"), env(Given::Active)),
            differs(column("flag"), literal(false)),
            differs(literal(false), column("flag")),
        ] {
            asked.expect(is_true.clone(), &[1]).await;
            asked.expect(not(is_true), &[2]).await;
        }
        asked
            .expect(same(column("flag"), column("flag")), &[1, 2])
            .await;
    }
    let mut world = things("flag", [true, false]);
    for row in &mut world.things {
        row[position::<Thing>("flag $1")] = true.into();
    }
    asked.refill(world).await;
    let sql = r#"UPDATE thing SET "flag $1" = 3, flag = flag * 2"#;
    asked.db.execute_unprepared(sql).await.unwrap();
    asked
        .expect(same(column("flag"), column("flag $1")), &[1])
        .await;
    asked
        .expect(differs(column("flag $1"), column("flag")), &[2])
        .await;
}

async fn flags(asked: &Asked) -> Vec<bool> {
    #[derive(sea_orm::FromQueryResult)]
    struct Flag {
        flag: bool,
    }

    let backend = asked.db.get_database_backend();
    let select = Statement::from_string(backend, "SELECT flag FROM thing ORDER BY id");
    let rows = Flag::find_by_statement(select)
        .all(&asked.db)
        .await
        .unwrap();
    rows.into_iter().map(|it| it.flag).collect()
}

#[actix_web::test]
async fn a_prefix_is_the_same_in_each_encoding() {
    for encoding in ["UTF-8", "UTF-16le", "UTF-16be"] {
        let db = Place::memory().open().await;
        let sql = format!("PRAGMA encoding = '{encoding}'");
        db.execute_unprepared(&sql).await.unwrap();
        store::create(&db).await;
        let values = [
            "ab",
            "\u{161}b",
            "b",
            "\u{ff}z",
            "\u{100}",
            "\u{1f980}",
            "\u{1f981}",
            "\u{e000}",
        ];
        let world = things("na\"me", values);
        store::fill(&db, &world).await;
        let asked = Asked {
            db,
            world,
            caller: caller(),
        };
        for (prefix, id) in [
            ("a", 1),
            ("\u{161}", 2),
            ("b", 3),
            ("\u{ff}", 4),
            ("\u{1f980}", 6),
            ("\u{e000}", 8),
        ] {
            let begins = || Plan::Begins(position::<Thing>("na\"me"), literal(prefix));
            asked.expect(begins(), &[id]).await;
            let others = (1..=8).filter(|it| *it != id).collect::<Vec<_>>();
            asked.expect(not(begins()), &others).await;
        }
    }
}
