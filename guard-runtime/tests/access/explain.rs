//! Why somebody may or may not.

use guard_runtime::admin::access::{Answered, AskError};

use crate::asked::{ask, line, told};

#[actix_web::test]
async fn a_gate_is_told_part_by_part() {
    let (answer, steps, ways) = told("user=1&method=POST&path=/x/explained").await;
    assert_eq!(answer, Answered::No);
    assert_eq!(
        steps,
        [
            "all of these No",
            "  one of these No",
            "    group:director No",
            "    all of these No",
            "      group:sales_user Yes in `sales_manager`, which implies `sales_user`",
            "      group:accountant No",
            "  admin.users:UPDATE No",
        ]
    );
    assert_eq!(
        ways,
        [
            "be in `accountant` + have a role that gives `admin.users:UPDATE`",
            "be in `director` + have a role that gives `admin.users:UPDATE`",
        ]
    );
    let (answer, steps, ways) = told("user=2&method=POST&path=/x/explained").await;
    assert_eq!((answer, ways), (Answered::Yes, Vec::new()));
    assert_eq!(steps[2], "    group:director Yes in `director`");
    // Nobody has stored the role of this one.
    assert_eq!(
        steps[6],
        "  admin.users:UPDATE Yes granted besides the roles"
    );
}

#[actix_web::test]
async fn who_gets_to_no_gate_is_told_so() {
    for (query, step, ways) in [
        (
            "user=5&group=director",
            "the account No the account is blocked",
            vec!["not be blocked"],
        ),
        (
            "user=6&group=director",
            "the account No a user is in `core_internal` and also in `core_portal` or `core_public`, which exclude each other",
            vec![],
        ),
        (
            "token=ended&permission=admin.users:GET",
            "the token No it has expired or was revoked",
            vec!["use another token"],
        ),
    ] {
        let (answer, steps, told) = told(query).await;
        assert_eq!(
            (answer, steps),
            (Answered::No, vec![step.to_owned()]),
            "{query}"
        );
        assert_eq!(told, ways, "{query}");
    }
    let (answer, steps, _) = told("user=7&method=POST&path=/x/explained").await;
    assert_eq!(answer, Answered::Unknown);
    assert_eq!(
        steps[2],
        "    group:director Unknown the gate and the user name things of two declarations"
    );
}

#[actix_web::test]
async fn a_token_limits_its_owner() {
    let (answer, steps, ways) = told("token=none&permission=admin.users:GET").await;
    assert_eq!(answer, Answered::No);
    assert_eq!(
        steps,
        ["admin.users:GET No by the role `reader`; the token does not allow it"]
    );
    assert_eq!(ways, ["use a token that allows `admin.users:GET`"]);
    let (answer, steps, _) = told("user=1&permission=admin.users:GET").await;
    assert_eq!(
        (answer, &*steps[0]),
        (Answered::Yes, "admin.users:GET Yes by the role `reader`")
    );
}

#[actix_web::test]
async fn projects_are_asked_about_where_one_is_named() {
    for (query, answer, step) in [
        (
            "user=1&permission=project.root:GET",
            Answered::Unknown,
            "project.root:GET Unknown it is asked in a project, and none is named",
        ),
        (
            "user=1&permission=project.root:GET&project=1",
            Answered::Yes,
            "project.root:GET Yes as a member or visitor of the project",
        ),
        (
            "token=none&permission=project.root:GET&project=1",
            Answered::Yes,
            "project.root:GET Yes as a member or visitor of the project",
        ),
        (
            "user=1&permission=project.root:UPDATE&project=1",
            Answered::No,
            "project.root:UPDATE No",
        ),
        (
            "user=3&permission=project.root:GET&project=1",
            Answered::No,
            "project.root:GET No the user may not know of the project `1`: 404",
        ),
        (
            "user=1&method=GET&path=/x/explained/{project_id}&project=9",
            Answered::No,
            "project.root:UPDATE No the user may not know of the project `9`: 404",
        ),
    ] {
        let (found, steps, _) = told(query).await;
        assert_eq!((found, &*steps[0]), (answer, step), "{query}");
    }
}

#[actix_web::test]
async fn models_are_told_without_a_record() {
    let (answer, _, ways) = told("user=3&model=invoice&op=create").await;
    assert_eq!(answer, Answered::No);
    assert_eq!(ways, ["be in `accountant`"]);
    let verdict = ask("user=1&model=invoice&op=read").await.unwrap();
    assert_eq!(verdict.answer, Answered::Depends);
    assert_eq!(verdict.outlook.unwrap().grants.len(), 3);
    assert_eq!(
        verdict.steps.iter().map(line).collect::<Vec<_>>(),
        [
            "grant to `accountant` No",
            "grant to `sales_user`, where salesperson_id is the user's id and status is not \"it's\" Depends in `sales_manager`, which implies `sales_user`",
            "grant to `core_portal`, where contact_id is the user's contact or status is one of [\"a\", \"b\"] No",
            "restriction for everybody: company_id is one of the user's companies or company_id is empty Depends",
        ]
    );
    let stranger = ask("user=7&model=invoice&op=create").await.unwrap();
    assert_eq!(stranger.answer, Answered::No);
    assert_eq!(
        line(&stranger.steps[0]),
        "grant to `accountant` Unknown the model and the user name groups of two declarations"
    );
    let (answer, ..) = told("user=2&model=invoice&op=create").await;
    assert_eq!(answer, Answered::Yes);
}

#[actix_web::test]
async fn stored_roles_are_asked_of_the_store() {
    let (answer, steps, _) = told("user=1&role=reader").await;
    assert_eq!((answer, &*steps[0]), (Answered::Yes, "role:reader Yes"));
    let (answer, _, ways) = told("user=2&role=reader").await;
    assert_eq!(
        (answer, ways),
        (Answered::No, vec!["have the role `reader`".to_owned()])
    );
}

#[actix_web::test]
async fn what_is_not_there_and_what_does_not_answer_are_told_apart() {
    for query in [
        "user=99&group=director",
        "token=nosuch&group=director",
        "user=1&method=GET&path=/x/explained",
        "user=1&method=POST&path=/explained",
        "user=1&model=invoice&op=read&id=3",
    ] {
        let error = ask(query).await.unwrap_err();
        assert!(matches!(error, AskError::Unknown(_)), "{query}: {error}");
    }
    for query in [
        "user=4&permission=admin.users:GET",
        "user=4&role=reader",
        "user=1&permission=project.root:GET&project=2",
    ] {
        let error = ask(query).await.unwrap_err();
        assert!(matches!(error, AskError::Unavailable), "{query}: {error}");
    }
}
