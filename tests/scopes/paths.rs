//! Where in a path a project is named: tails, patterns, parts of a segment, resources.

use actix_web::web::{self, Path, ServiceConfig};
use actix_web::{App, test};
use guard_runtime::requires_scope;

use crate::app::{get, models};
use crate::declared::scopes;
use crate::people::{People, builder};
use crate::support::token;

#[requires_scope(project.models = GET)]
async fn read(id: Path<Vec<String>>) -> String {
    id.into_inner().join("|")
}

fn configure(config: &mut ServiceConfig) {
    let root = requires_scope(scopes::project::root::GET);
    config
        .route("/tail/{project_id:.*}", web::get().to(read))
        .route("/rest/{project_id}*", web::get().to(read))
        .route("/digits/{project_id:[0-9]+}", web::get().to(read))
        .route("/part/p{project_id}-{other}", web::get().to(read))
        .route("/Case/{Project_id}", web::get().to(read))
        .service(
            web::resource("/resource/{project_id}")
                .wrap(root)
                .get(models),
        );
}

#[actix_web::test]
async fn a_project_is_what_the_handler_reads() {
    let people = People::default();
    let access = builder(&people).build().expect("complete");
    let app = test::init_service(App::new().wrap(access).configure(configure)).await;
    let portal = token("portal");
    for (uri, status, body, asked) in [
        ("/tail/1", 200, "1", Some("1")),
        ("/tail/", 404, "", Some("")),
        ("/tail/1/", 404, "", Some("1/")),
        ("/tail/1/2", 404, "", Some("1/2")),
        ("/tail//1", 404, "", Some("/1")),
        ("/tail/1%2F2", 404, "", Some("1/2")),
        ("/rest/1", 200, "1", Some("1")),
        ("/rest/1/2", 404, "", Some("1/2")),
        ("/digits/1", 200, "1", Some("1")),
        ("/digits/01", 404, "", Some("01")),
        ("/part/p1-3", 200, "1|3", Some("1")),
        ("/part/p3-1", 404, "", Some("3")),
        ("/part/p%31-3", 200, "1|3", Some("1")),
        // Another name is no name of it.
        ("/Case/1", 500, "", None),
        ("/resource/1", 200, "models", Some("1")),
        ("/resource/3", 404, "", Some("3")),
    ] {
        let (found, _, text) = get!(app, uri, Some(&portal));
        assert_eq!(found, status, "{uri}: {text}");
        if status == 200 {
            assert_eq!(text, body, "{uri}");
        }
        let asked = asked.map(|id: &str| format!("project {id} portal"));
        assert_eq!(people.take(), Vec::from_iter(asked), "{uri}");
    }
}
