//! The parameters of lists.

use serde_json::{Value, json};

use super::{ask, database, json};

fn parameters(document: &Value) -> Vec<&Value> {
    let said = &document["paths"]["/office/api/sales/orders"]["get"]["parameters"];
    said.as_array().expect("parameters").iter().collect()
}

#[test]
fn each_filter_and_each_operator_is_a_parameter() {
    let document = json();
    let names = parameters(&document).into_iter();
    let names = names.map(|it| it["name"].as_str().expect("a name"));
    let ordered = |name: &str| {
        let operators = [
            "",
            ".is_not",
            ".at_least",
            ".at_most",
            ".more_than",
            ".less_than",
        ];
        operators.map(|op| format!("filter.{name}{op}")).to_vec()
    };
    let empty = |name: &str| vec![format!("filter.{name}.is_empty")];
    let equal = |name: &str| vec![format!("filter.{name}"), format!("filter.{name}.is_not")];
    let of_text = |name: &str| {
        let operators = [".contains", ".starts_with"];
        operators.map(|op| format!("filter.{name}{op}")).to_vec()
    };
    let expected = [
        ["page", "per_page", "sort", "search"]
            .map(str::to_owned)
            .to_vec(),
        equal("status"),
        equal("priority"),
        ordered("total"),
        empty("total"),
        ordered("due_on"),
        empty("due_on"),
        ordered("note"),
        of_text("note"),
        empty("note"),
        equal("paid"),
        empty("data"),
        equal("mood"),
        empty("mood"),
        ordered("cost"),
        empty("cost"),
        ordered("code"),
        of_text("code"),
        empty("code"),
    ];
    assert_eq!(names.collect::<Vec<_>>(), expected.concat());
}

#[test]
fn parameters_say_what_they_take() {
    let document = json();
    let all = parameters(&document);
    let of = |name: &str| *all.iter().find(|it| it["name"] == name).expect(name);
    let schema = |name: &str| &of(name)["schema"];
    assert!(
        all.iter()
            .all(|it| it["in"] == "query" && it["required"] == json!(false))
    );
    assert_eq!(schema("page")["minimum"], 1);
    assert_eq!(schema("per_page")["maximum"], 200);
    assert_eq!(schema("per_page")["default"], 25);
    assert_eq!(schema("filter.status")["enum"], json!(["new", "sent"]));
    assert_eq!(schema("filter.priority")["enum"], json!([1, 2]));
    assert_eq!(schema("filter.mood")["enum"], json!(["good", "bad"]));
    assert_eq!(schema("filter.paid")["type"], "boolean");
    assert_eq!(schema("filter.note.is_empty")["type"], "boolean");
    assert_eq!(schema("filter.due_on.at_least")["format"], "date");
    assert_eq!(schema("filter.total.at_least")["format"], "decimal");
    let sort = of("sort");
    assert_eq!(
        (&sort["style"], &sort["explode"]),
        (&json!("form"), &json!(false))
    );
    let fields = sort["schema"]["items"]["enum"].as_array().expect("fields");
    assert!(fields.contains(&json!("-due_on")) && fields.contains(&json!("number")));
    assert!(!fields.contains(&json!("data")), "{fields:?}");
    let says = |name: &str| of(name)["description"].as_str().expect("words");
    assert!(
        says("sort").contains("`-priority,number`"),
        "{}",
        says("sort")
    );
    assert!(says("sort").contains("`cost`: For members of `manager` alone"));
    assert!(says("search").contains("`number`, `cost`. `cost`: For members of `manager` alone"));
    assert!(says("filter.cost").contains("For members of `manager` alone; else 403"));
    assert!(says("filter.code").contains("For members of `auditor` or `support` alone; else 403"));
    assert!(says("filter.total").starts_with("Total in euros: equal"));
    assert!(!says("filter.total").contains("members"));
}

/// What stands there is taken, and nothing else.
#[actix_web::test]
async fn parameters_are_taken_as_they_are_documented() {
    let db = database().await;
    let document = json();
    for parameter in parameters(&document) {
        let name = parameter["name"].as_str().expect("a name");
        let schema = &parameter["schema"];
        let first = schema["enum"][0].clone();
        let value = match (&schema["type"], &schema["format"]) {
            _ if !first.is_null() => first.to_string().replace('"', ""),
            (kind, _) if *kind == "boolean" => "true".to_owned(),
            (kind, _) if *kind == "array" => "-number,cost".to_owned(),
            (_, format) if *format == "date" => "2026-11-21".to_owned(),
            _ => "7".to_owned(),
        };
        let path = format!("/api/sales/orders?{name}={value}");
        let (status, body) = ask(&db, "manager", ("GET", &path), None).await;
        let expected = if name.starts_with("filter.code") {
            403
        } else {
            200
        };
        assert_eq!(status, expected, "{path}: {body}");
        // Who does not read a field is told so, as the document says.
        let (status, body) = ask(&db, "sales", ("GET", &path), None).await;
        let says = parameter["description"].as_str().expect("words");
        let is_kept_back = says.contains("403") && (name != "sort" || value.contains("cost"));
        assert_eq!(
            status,
            if is_kept_back || says.contains("alone") {
                403
            } else {
                200
            },
            "{path}: {body}"
        );
    }
    for unknown in [
        "filter.number=7",
        "filter.status.at_least",
        "limit=5",
        "sort=data",
    ] {
        let path = format!("/api/sales/orders?{unknown}");
        let (status, _) = ask(&db, "manager", ("GET", &path), None).await;
        assert_eq!(status, 400, "{unknown}");
    }
}
