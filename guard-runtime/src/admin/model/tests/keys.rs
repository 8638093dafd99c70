//! Primary keys in paths: each comes back, and what is none is no more than not found.

use proptest::prelude::*;
use sea_orm::Value;
use sea_orm::prelude::Uuid;

use super::pages::{Lines, Memos, Tickets};
use crate::admin::ModelPage;
use crate::admin::model::EntityOf;
use crate::admin::model::column::columns;
use crate::admin::model::key::{Key, chosen, key_columns};
use crate::records::KeyOf;

fn there_and_back<P: ModelPage>(values: Vec<Value>) -> Option<KeyOf<EntityOf<P>>> {
    let columns = columns::<P>();
    let columns = key_columns(&columns).unwrap();
    let key = Key::of(&columns, values);
    let read = Key::read(&columns, &key.text)?;
    assert_eq!(read, key);
    Some(read.id::<EntityOf<P>>())
}

proptest! {
    #[test]
    fn numbers(id: i64) {
        prop_assert_eq!(there_and_back::<Memos>(vec![id.into()]), Some(id));
    }

    #[test]
    fn identifiers(bits: u128) {
        let uuid = Uuid::from_u128(bits);
        prop_assert_eq!(there_and_back::<Tickets>(vec![uuid.into()]), Some(uuid));
    }

    #[test]
    fn several_columns(id: i64, code in "[^\0]*") {
        let values = vec![id.into(), code.clone().into()];
        prop_assert_eq!(there_and_back::<Lines>(values), Some((id, code)));
    }

    #[test]
    fn nonsense(text: String) {
        for is_key in [is_key::<Memos>(&text), is_key::<Lines>(&text), is_key::<Tickets>(&text)] {
            // What happens to be a key is one: only its text is not another one's.
            prop_assert!(!is_key || text.bytes().all(|it| it.is_ascii_graphic()));
        }
    }
}

fn is_key<P: ModelPage>(text: &str) -> bool {
    chosen::<P>(&[text.to_owned()]).is_ok()
}

#[test]
fn what_no_record_can_have_is_none() {
    let long = "9".repeat(1_000_000);
    let texts = [
        "",
        "~",
        "~3",
        "~31",
        "1~",
        "x",
        "+1",
        "01",
        "-0",
        "1.0",
        " 1",
        "1 ",
        "1,2",
        ",",
        "NULL",
        "9223372036854775808",
        "\0",
        "~00",
        &long,
    ];
    for text in texts {
        let start = &text[..text.len().min(20)];
        assert!(!is_key::<Memos>(text), "{start:?}");
        assert!(!is_key::<Tickets>(text), "{start:?}");
    }
    for text in [
        "1", "1,a,b", ",a", "1,~00", "1,a b", "1,~61", "1,~2e", "01,a", "1,ä",
    ] {
        assert!(!is_key::<Lines>(text), "{text:?}");
    }
    for text in ["1,", "-1,a", "1,~2E~2E", "1,~C3~A4"] {
        assert!(is_key::<Lines>(text), "{text:?}");
    }
    assert!(!is_key::<Tickets>("67E55044-10B1-426F-9247-BB680E5FE0C8"));
    assert!(is_key::<Tickets>("67e55044-10b1-426f-9247-bb680e5fe0c8"));
}
