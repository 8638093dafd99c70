//! How often the directory of projects is asked.

use guard_runtime::{Denied, Env, EnvError, env_ctx, requires_scope};

use crate::app::{app, get};
use crate::declared::scopes;
use crate::people::{People, builder, user};
use crate::support::token;

/// Asks the same again and again, through gates, questions and lists.
#[requires_scope(project.models = GET)]
pub(crate) async fn asking(env: Env) -> Result<&'static str, Denied> {
    let scope = scopes::SCHEMA.scope("project").expect("declared");
    for _ in 0..3 {
        assert!(env.may_in(scopes::project::root::GET, 1).await?);
        env.require_in(scopes::project::models::GET, "1").await?;
        env_ctx::get()?.project_scope(scope, 1).await?;
        assert!(!env.may_in(scopes::project::root::GET, 2).await?);
        assert!(env.may_in(scopes::project::root::GET, 9).await.is_err());
    }
    let again =
        env_ctx::spawn(async { env_ctx::get()?.may_in(scopes::project::root::GET, 1).await });
    assert!(again.await.expect("ran")?);
    // In force anew, it is found out anew.
    let anew = env.may_in(scopes::project::root::GET, 1);
    assert!(env_ctx::scope(env.clone(), anew).await?);
    Ok("asked")
}

#[actix_web::test]
async fn the_directory_is_asked_once_for_each_project() {
    let people = People::default();
    let app = app!(builder(&people));
    let expected = ["1", "2", "9", "1"].map(|id| format!("project {id} portal"));
    // Another request asks anew.
    for _ in 0..2 {
        assert_eq!(
            get!(app, "/projects/1/within/asking", Some(&token("portal"))).0,
            200
        );
        assert_eq!(people.take(), expected);
    }
    // A refusal does not ask more.
    assert_eq!(
        get!(app, "/projects/3/within/asking", Some(&token("portal"))).0,
        404
    );
    assert_eq!(people.take(), ["project 3 portal"]);
}

#[requires_scope(project.models = GET)]
pub(crate) async fn failing(env: Env) -> Result<&'static str, Denied> {
    assert!(
        env.may_in(scopes::project::root::GET, "down")
            .await
            .is_err()
    );
    env.require_in(scopes::project::root::GET, "down").await?;
    Ok("no")
}

#[actix_web::test]
async fn a_directory_that_is_down_is_not_asked_twice() {
    let people = People::default();
    let app = app!(builder(&people));
    let (status, _, _) = get!(app, "/projects/1/within/failing", Some(&token("portal")));
    assert_eq!(status, 503);
    assert_eq!(people.take(), ["project 1 portal", "project down portal"]);
    assert_eq!(
        get!(app, "/projects/down/within/failing", Some(&token("portal"))).0,
        503
    );
    assert_eq!(people.take(), ["project down portal"]);
}

/// Acts as an administrator, who is no member.
#[requires_scope(project.models = GET)]
pub(crate) async fn switching(env: Env) -> Result<String, Denied> {
    let admin = env
        .switch_user(user("admin"), "a test")
        .map_err(Denied::from)?;
    let mut seen = vec![
        env.permissions().to_string(),
        admin.permissions().to_string(),
    ];
    let ask = async |env: &Env| {
        let may = env.may_in(scopes::project::models::DELETE, 1).await;
        may.map_or_else(|denied| denied.problem().to_owned(), |may| may.to_string())
    };
    seen.push(ask(&env).await);
    // Not in force, and in force.
    seen.push(ask(&admin).await);
    let within = env_ctx::scope(admin.clone(), async {
        let env = env_ctx::get()?;
        Ok::<_, EnvError>([ask(&env).await, ask(&env).await])
    });
    seen.extend(within.await?);
    seen.push(ask(&env).await);
    Ok(seen.join("|"))
}

#[actix_web::test]
async fn another_user_is_asked_about_anew() {
    let people = People::default();
    let app = app!(builder(&people));
    let (status, _, body) = get!(app, "/projects/1/within/switching", Some(&token("portal")));
    assert_eq!(status, 200, "{body}");
    let all = user("admin").permissions();
    assert_eq!(body, format!("|{all}|false|true|true|true|false"));
    // Once for the caller, once out of force, and once in force.
    assert_eq!(
        people.take(),
        ["project 1 portal", "project 1 admin", "project 1 admin"]
    );
}

#[actix_web::test]
async fn another_user_is_limited_by_the_same_credential() {
    let people = People::default();
    let app = app!(builder(&people));
    let (status, _, body) = get!(app, "/projects/1/within/switching", Some("limited_portal"));
    assert_eq!(status, 200, "{body}");
    assert_eq!(
        body,
        "|admin.tools:GET|false|not-found|not-found|not-found|false"
    );
}
