//! Which boxes there are, and what is chosen in them.

use super::{day, pages, pages_of};
use crate::support::schema::scopes::SCHEMA;
use crate::support::{DAY, now};

#[actix_web::test]
async fn a_box_stands_exactly_where_a_verb_exists() {
    let pages = pages().await;
    let page = pages.get("/tokens/new", "ada").await;
    assert_eq!(page.status, 200);
    let global = SCHEMA.entries().iter().filter(|it| it.param.is_none());
    let resources = global.flat_map(|scope| scope.resources.iter().map(move |it| (scope, it)));
    let mut boxes = 0;
    for (scope, resource) in resources {
        for verb in ["GET", "CREATE", "UPDATE", "DELETE"] {
            let name = format!("{}.{} {verb}", scope.name, resource.name);
            let offered = resource.verbs().any(|it| it.name() == verb);
            boxes += usize::from(offered);
            assert_eq!(page.checkbox(&name).is_some(), offered, "{name}");
        }
    }
    assert_eq!(page.times("type=\"checkbox\""), boxes);
    // Columns are the verbs of the scope.
    assert_eq!(page.times("<th scope=\"col\">CREATE</th>"), 1);
    assert_eq!(page.times("<th scope=\"col\">GET</th>"), 2);
}

#[actix_web::test]
async fn what_the_caller_lacks_cannot_be_chosen() {
    let pages = pages().await;
    let page = pages.get("/tokens/new?projects=project@1", "ada").await;
    for (name, held) in [
        ("account.tokens GET", true),
        ("admin.configuration UPDATE", true),
        ("admin.tokens GET", false),
        ("admin.projects GET", false),
        ("project.root UPDATE", true),
        ("project.root DELETE", false),
    ] {
        let attributes = page.checkbox(name).unwrap();
        assert_eq!(attributes.contains("disabled"), !held, "{attributes}");
        assert_eq!(attributes.contains("name="), held, "{attributes}");
    }
    // In words, at each of them.
    assert_eq!(page.times("disabled"), page.times("you do not have it"));
    assert!(page.has("you have 2 of the 5 permissions"));
    // It is the credential that counts, and not its owner.
    let (created, _) = pages
        .create("ada", &[("permissions", "account.tokens:CREATE")])
        .await;
    let secret = created.part("aria-label=\"The token\">", "<");
    let request = actix_web::test::TestRequest::get().uri("/tokens/new");
    let request = request.insert_header(("authorization", format!("Bearer {secret}")));
    let page = pages.send(request).await;
    assert!(
        page.checkbox("admin.configuration GET")
            .unwrap()
            .contains("disabled")
    );
    assert!(
        !page
            .checkbox("account.tokens CREATE")
            .unwrap()
            .contains("disabled")
    );
}

#[actix_web::test]
async fn a_link_fills_the_form_in() {
    let pages = pages().await;
    let link = "/tokens/new?title=CI&description=x&days=7&permissions=admin.configuration:get\
        &permissions=admin.tokens:GET&permissions=nothing:GET&permissions=project.root:GET\
        &in=project.root:GET@1&in=project.root:DELETE@1&in=account.tokens:GET@1";
    let page = pages.get(link, "ada").await;
    assert!(page.has("name=\"title\" value=\"CI\""));
    assert!(page.has(&format!("value=\"{}\"", day(7))));
    let checked = |name: &str| page.checkbox(name).unwrap().contains("checked");
    assert!(checked("admin.configuration GET") && checked("project.root GET"));
    assert!(!checked("admin.configuration UPDATE"));
    assert!(
        !page
            .checkbox("admin.tokens GET")
            .unwrap()
            .contains(" checked")
    );
    for notice in [
        "there is no such permission: nothing:GET.",
        "of a project, or of another one: project.root:GET.",
        "you do not have it: admin.tokens:GET, project.root:DELETE.",
    ] {
        assert!(page.has(notice), "{notice}\n{}", page.text);
    }
    // `in` names a project too; one that no scope of projects declares is not one.
    assert!(page.has("value=\"project@1\"") && page.has("value=\"account@1\""));
    assert!(page.has("data-count>1</b> of 2 chosen"), "{}", page.text);
    // One counter of two is read out.
    assert!(page.has("<output aria-live=\"off\">Chosen in all: <b data-total>2</b>"));
}

#[actix_web::test]
async fn projects_are_added_and_taken_out() {
    let pages = pages_of(&SCHEMA, false).await;
    let page = pages
        .get("/tokens/new?title=CI&add_scope=project&add=1", "ada")
        .await;
    assert!(page.has("value=\"project@1\"") && page.has("value=\"CI\""));
    assert!(page.has("<input id=\"add\" name=\"add\""));
    let link = "/tokens/new?title=CI&projects=project@1&in=project.root:GET@1&remove=project@1";
    let page = pages.get(link, "ada").await;
    assert!(!page.has("project.root") && page.has("value=\"CI\""));
    // Sent before it was added, it is added and nothing is created.
    let fields = [
        ("title", "CI"),
        ("expires", &day(7)),
        ("add_scope", "project"),
        ("add", "1"),
    ];
    let page = pages.post("/tokens/new", "ada", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.has("The project is added") && page.has("value=\"project@1\""));
    assert_eq!(pages.count().await, 0);
}

#[actix_web::test]
async fn what_was_chosen_is_created() {
    let pages = pages().await;
    let fields = [
        ("description", "nightly\r\nat two"),
        ("permissions", "admin.configuration:GET"),
        ("projects", "project@1"),
        ("in", "project.root:UPDATE@1"),
    ];
    let (page, token) = pages.create("ada", &fields).await;
    assert_eq!(token.permissions.requested, ["admin.configuration:GET"]);
    assert_eq!(token.projects[0].project, 1.into());
    assert_eq!(
        token.projects[0].permissions.requested,
        ["project.root:UPDATE"]
    );
    assert_eq!(token.description, "nightly\nat two");
    // The end of the day, in UTC.
    assert_eq!(token.expires_at, (now() / DAY + 8) * DAY);
    assert!(page.has("“export” is created") && page.has("is not shown again"));
}

#[actix_web::test]
async fn the_last_day_ends_when_the_longest_lifetime_does() {
    let pages = pages().await;
    let page = pages.get("/tokens/new?days=4294967295", "ada").await;
    let last = day(90);
    assert!(page.has(&format!(
        "value=\"{last}\" required min=\"{}\" max=\"{last}\"",
        day(0)
    )));
    let fields = [("title", "x"), ("expires", last.as_str())];
    assert_eq!(pages.post("/tokens/new", "ada", &fields).await.status, 201);
    let token = pages.tokens.list_all().await.unwrap().remove(0);
    assert_eq!(token.expires_at - token.created_at, 90 * DAY);
    let fields = [("title", "x"), ("expires", &day(91))];
    let page = pages.post("/tokens/new", "ada", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.has("at the latest."), "{}", page.text);
}
