//! Who may do what with which row: the whole table, written by hand.

use actix_web::ResponseError;
use guard_runtime::Env;
use guard_runtime::records::{AccessError, GuardedDb};
use sea_orm::{ActiveModelTrait as _, EntityTrait, IntoActiveModel, Set};

use crate::databases::{Place, in_each_database};
use crate::models::invoice;
use crate::people;
use crate::rows::{NOWHERE, OWN};
use crate::world::World;

/// What is answered for each row. Creating is creating one like it.
const TABLE: &str = "
who      what    own others abroad ownerless posted draft nowhere
nobody   create  403 403    403    403       403    403   403
nobody   read    404 404    404    404       404    404   404
nobody   update  404 404    404    404       404    404   404
nobody   delete  404 404    404    404       404    404   404
portal   create  403 403    403    403       403    403   403
portal   read    200 404    404    404       200    404   404
portal   update  403 404    404    404       403    404   404
portal   delete  403 404    404    404       403    404   404
seller   create  200 403    403    403       200    403   403
seller   read    200 404    404    404       200    404   404
seller   update  200 404    404    404       403    404   404
seller   delete  200 404    404    404       403    404   404
manager  create  200 200    403    200       200    200   403
manager  read    200 200    404    200       200    200   404
manager  update  200 200    404    200       403    200   404
manager  delete  403 403    404    403       403    403   404
admin    create  200 200    403    200       200    200   403
admin    read    200 200    404    200       200    200   404
admin    update  200 200    404    200       403    200   404
admin    delete  200 200    404    200       403    200   404
sudo     create  200 200    200    200       200    200   200
sudo     read    200 200    200    200       200    200   200
sudo     update  200 200    200    200       200    200   200
sudo     delete  200 200    200    200       200    200   200
";

/// Which rows are listed, and how many are counted.
const LISTS: [(&str, &[i64]); 6] = [
    ("nobody", &[]),
    ("portal", &[1, 5]),
    ("seller", &[1, 5]),
    ("manager", &[1, 2, 4, 5, 6]),
    ("admin", &[1, 2, 4, 5, 6]),
    ("sudo", &[1, 2, 3, 4, 5, 6, 7]),
];

fn env(who: &str) -> Env {
    match who {
        "nobody" => people::nobody(),
        "portal" => people::portal(),
        "seller" => people::seller(),
        "manager" => people::manager(),
        "admin" => people::admin(),
        "sudo" => people::nobody().sudo("to test it"),
        who => panic!("{who}"),
    }
}

in_each_database! {
    async fn each_operation_on_each_row(place: &Place) {
        let world = World::new(place).await;
        world.refill_alone().await;
        let before = world.rows().await;
        let mut asked = 0;
        for line in TABLE.lines().skip(2) {
            let words = line.split_whitespace().collect::<Vec<_>>();
            let [who, what, expected @ ..] = &words[..] else {
                panic!("{line}")
            };
            assert_eq!(expected.len(), 7, "{line}");
            for (id, expected) in (OWN..=NOWHERE).zip(expected) {
                let answer = ask(&world, &world.of(env(who)), what, id).await;
                let status = match &answer {
                    Ok(()) => "200".to_owned(),
                    Err(error) => error.status_code().as_str().to_owned(),
                };
                assert_eq!(status, *expected, "{who} {what} {id}: {answer:?}");
                let changes = answer.is_ok() && *what != "read";
                let after = world.rows().await;
                assert_eq!(after != before, changes, "{who} {what} {id}");
                if changes {
                    world.refill_alone().await;
                    assert_eq!(world.rows().await, before);
                }
                asked += 1;
            }
        }
        assert_eq!(asked, 6 * 4 * 7);
    }

    async fn each_list_and_count(place: &Place) {
        let world = World::new(place).await;
        for (who, ids) in LISTS {
            let db = world.of(env(who));
            let find = || db.find::<invoice::Entity>().order_by_asc(invoice::Column::Id);
            let listed = find().all().await.unwrap();
            let listed = listed.iter().map(|it| it.id).collect::<Vec<_>>();
            assert_eq!(listed, ids, "{who}");
            let count = u64::try_from(ids.len()).unwrap();
            assert_eq!(find().count().await.unwrap(), count, "{who}");
            let page = find().page(1, 0).await.unwrap();
            assert_eq!((page.total, page.items.len()), (count, ids.len().min(1)), "{who}");
            let first = find().one().await.map(|it| it.id);
            assert_eq!(first.ok(), ids.first().copied(), "{who}");
        }
    }
}

/// The caller may write none of the fields that are filled here; the rules for rows decide.
async fn ask(world: &World, db: &GuardedDb, what: &str, id: i64) -> Result<(), AccessError> {
    let stored = invoice::Entity::find_by_id(id).one(&world.raw).await;
    let stored = stored.unwrap().unwrap();
    match what {
        "create" => {
            let filled = invoice::Model {
                id: 100,
                number: None,
                ..stored
            };
            let filled = filled.into_active_model().reset_all();
            let input = <invoice::ActiveModel as Default>::default();
            db.create(input).fill(|it| *it = filled).exec().await?;
        }
        "read" => assert_eq!(db.get::<invoice::Entity>(id).await?.id, id),
        "update" => {
            let input = invoice::ActiveModel {
                id: Set(id),
                note: Set(Some("changed".to_owned())),
                ..Default::default()
            };
            db.update(input).exec().await?;
        }
        "delete" => {
            db.delete::<invoice::Entity>(id).await?;
        }
        what => panic!("{what}"),
    }
    Ok(())
}
