//! The table of decisions, written from the rules and not from the code.

use std::collections::BTreeMap;
use std::fmt;

use crate::app::{LAYER, texts};
use crate::world::{Asked, Credential, Limit, Person, Place, World, strings};

/// Who there is.
///
/// Roles: an `operator` has `admin.tools:*` and `admin.configuration:GET`; a `manager`
/// `admin.projects:GET` and `UPDATE`; an `auditor` (defined at run time) `admin.configuration:GET` and
/// `user.tokens:GET`; an `administrator` all that is no project's. In projects, a `reader` has
/// everything's `GET`, a `modeller` `project.models:CREATE` and `UPDATE`, a `janitor` (defined at run
/// time) `project.models:DELETE` and `project.log:GET`, an `owner` everything; in teams, a `player`
/// has `team.root:GET`.
fn people() -> BTreeMap<String, Person> {
    let people = [
        ("guest", "core_public", ""),
        ("guest-operator", "core_public", "operator"),
        ("portal", "core_portal", ""),
        ("portal-manager", "core_portal core_public", "manager"),
        ("plain", "", "auditor"),
        ("internal", "core_internal", ""),
        ("operator", "core_internal", "operator"),
        ("manager", "core_internal", "manager"),
        ("several", "core_internal", "operator manager"),
        ("administrator", "core_internal", "administrator"),
        ("blocked", "core_internal", "administrator"),
        ("sales", "sales", ""),
        ("books", "auditor", ""),
        // Roles of projects, held by a user, and one that nobody knows.
        ("confused", "core_internal", "owner player gardener"),
    ];
    let person = |(name, groups, roles): (&str, &str, &str)| {
        let person = Person {
            groups: strings(groups.split_whitespace()),
            roles: strings(roles.split_whitespace()),
            extra: Vec::new(),
            is_blocked: name == "blocked",
        };
        (name.to_owned(), person)
    };
    people.into_iter().map(person).collect()
}

/// What there is: `scope id visibility visitors | member: roles; …`
const PLACES: [&str; 8] = [
    "project 1 internal project.root:GET project.log:GET \
     | portal: reader; operator:; several: modeller; blocked: owner",
    "project 2 internal | guest: reader; plain:",
    // What visitors of a private project may do means nothing: it has none.
    "project 3 private project.root:GET \
     | internal: reader modeller; portal:; books: owner; sales: reader",
    "project 7 private \
     | portal: owner; guest-operator: reader; blocked: owner; several: reader janitor; confused: administrator player",
    "project a/b private | portal: reader",
    // Another one, whose id is written as the path of the one above.
    "project a%2Fb private | plain: owner",
    "team 1 private | internal: player; portal: player",
    "team 2 internal team.root:GET |",
];

pub(crate) fn world() -> World {
    let place = |text: &str| {
        let (head, members) = text.split_once('|').expect("members");
        let head = head.split_whitespace().collect::<Vec<_>>();
        let members = members.split(';').filter_map(|it| it.split_once(':'));
        let place = Place {
            is_internal: head[2] == "internal",
            visitors: strings(head[3..].iter().copied()),
            members: members
                .map(|(name, roles)| (name.trim().to_owned(), strings(roles.split_whitespace())))
                .collect(),
        };
        ((head[0].to_owned(), head[1].to_owned()), place)
    };
    World {
        people: people(),
        projects: PLACES.into_iter().map(place).collect(),
        is_down: false,
        is_slow: true,
    }
}

/// `caller | credential | path | gate | status`. The credential is a `session` without limit, `claims`
/// and a scope claim, or what a limited token allows everywhere, and per project behind `;`.
const TABLE: &str = "
# Nobody, and nobody who counts.
anonymous      | session                        | /n   | signed_in               | 401
anonymous      | session                        | /n   | configuration_get       | 401
anonymous      | session                        | /n   | tools_or_tokens         | 401
anonymous      | session                        | /n   | operator_role           | 401
anonymous      | session                        | /p/1 | root_get                | 401
anonymous      | session                        | /p/9 | root_get                | 401
anonymous      | session                        | /p/1 | auditor_or_root         | 401
anonymous      | session                        | /layer/1 | models_create       | 401
anonymous      | session                        | /n   | root_get                | 401
anonymous      | session                        | /twice/1/3 | root_get          | 401
bad            | session                        | /n   | signed_in               | 401
bad            | session                        | /n   | configuration_get       | 401
bad            | session                        | /p/1 | root_get                | 401
bad            | session                        | /p/9 | root_get                | 401
expired        | session                        | /n   | signed_in               | 401
expired        | session                        | /n   | configuration_get       | 401
expired        | session                        | /p/3 | root_get                | 401
gone           | session                        | /n   | signed_in               | 401
gone           | session                        | /p/1 | root_get                | 401
gone           | admin.tools:GET; 1 project.root:GET | /p/1 | root_get           | 401

# A blocked account: before anything else is looked at.
blocked        | session                        | /n   | signed_in               | 403
blocked        | session                        | /n   | configuration_get       | 403
blocked        | session                        | /p/1 | root_get                | 403
blocked        | session                        | /p/9 | root_get                | 403
blocked        | session                        | /n   | root_get                | 403
blocked        | session                        | /layer/7 | root_get            | 403
blocked        | admin.configuration:GET        | /n   | configuration_get       | 403
blocked        | ; 7 project.root:GET           | /p/7 | root_get                | 403

# Signed in is enough, and a guest is not signed in.
guest          | session                        | /n   | signed_in               | 403
guest-operator | session                        | /n   | signed_in               | 403
portal         | session                        | /n   | signed_in               | 200
portal-manager | session                        | /n   | signed_in               | 200
plain          | session                        | /n   | signed_in               | 200
internal       | session                        | /n   | signed_in               | 200
internal       |                                | /n   | signed_in               | 200
internal       | claims                         | /n   | signed_in               | 200

# Global permissions, without limit.
guest          | session                        | /n   | configuration_get       | 403
guest-operator | session                        | /n   | configuration_get       | 200
portal         | session                        | /n   | configuration_get       | 403
portal-manager | session                        | /n   | internal_projects       | 403
plain          | session                        | /n   | configuration_get       | 200
plain          | session                        | /n   | configuration_update    | 403
plain          | session                        | /n   | tools_or_tokens         | 403
internal       | session                        | /n   | configuration_get       | 403
operator       | session                        | /n   | configuration_get       | 200
operator       | session                        | /n   | configuration_update    | 403
operator       | session                        | /n   | configuration_and_tools | 200
operator       | session                        | /n   | tools_or_tokens         | 200
operator       | session                        | /n   | operator_role           | 200
operator       | session                        | /n   | internal_projects       | 403
manager        | session                        | /n   | internal_projects       | 200
manager        | session                        | /n   | configuration_and_tools | 403
manager        | session                        | /n   | operator_role           | 403
several        | session                        | /n   | internal_projects       | 200
several        | session                        | /n   | configuration_and_tools | 200
several        | session                        | /n   | operator_role           | 200
several        | session                        | /n   | configuration_update    | 403
administrator  | session                        | /n   | configuration_update    | 200
administrator  | session                        | /n   | tools_or_tokens         | 200
administrator  | session                        | /n   | operator_role           | 403
# Roles of projects held by a user, and roles that nobody knows, are nothing.
confused       | session                        | /n   | signed_in               | 200
confused       | session                        | /n   | configuration_get       | 403
confused       | session                        | /p/2 | root_get                | 403

# Global permissions of a token: its own, and its owner's, and not one without the other.
administrator  |                                | /n   | configuration_get       | 403
administrator  | admin.configuration:GET        | /n   | configuration_get       | 200
administrator  | admin.configuration:GET        | /n   | configuration_update    | 403
administrator  | admin.tools:UPDATE             | /n   | configuration_and_tools | 403
administrator  | admin.tools:UPDATE admin.configuration:GET | /n | configuration_and_tools | 200
administrator  | user.tokens:CREATE             | /n   | tools_or_tokens         | 200
administrator  | user.tokens:GET                | /n   | tools_or_tokens         | 403
administrator  | ; 1 admin.configuration:GET    | /n   | configuration_get       | 403
operator       | admin.configuration:GET admin.configuration:UPDATE | /n | configuration_update | 403
operator       | admin.configuration:GET admin.configuration:UPDATE | /n | configuration_get | 200
internal       | admin.configuration:GET        | /n   | configuration_get       | 403
# A role is not a permission: a limit leaves it.
operator       |                                | /n   | operator_role           | 200
manager        | admin.projects:GET             | /n   | internal_projects       | 200
portal-manager | admin.projects:GET             | /n   | internal_projects       | 403

# The scope claim of a session token limits as well.
administrator  | claims                         | /n   | configuration_get       | 403
administrator  | claims openid profile          | /n   | configuration_get       | 403
administrator  | claims admin.configuration:GET | /n   | configuration_get       | 200
administrator  | claims admin.configuration:get | /n   | configuration_get       | 200
administrator  | claims Admin.configuration:GET | /n   | configuration_get       | 403
administrator  | claims admin.configuration:GET | /n   | configuration_update    | 403
administrator  | claims admin.*:GET             | /n   | configuration_get       | 403
internal       | claims admin.configuration:GET | /n   | configuration_get       | 403
internal       | claims project.root:GET        | /p/3 | root_get                | 200
internal       | claims project.root:GET        | /p/3 | models_get              | 403
internal       | claims project.root:GET        | /p/7 | root_get                | 404
internal       | claims openid                  | /p/3 | root_get                | 404
internal       | claims project.gone:GET        | /p/3 | root_get                | 404
internal       | claims openid                  | /p/1 | root_get                | 403
administrator  | claims admin.projects:GET      | /p/3 | root_get                | 200
administrator  | claims project.root:GET        | /p/3 | root_get                | 404

# An internal project: internal users see it, and may what visitors may.
guest          | session                        | /p/1 | root_get                | 404
portal-manager | session                        | /p/1 | root_get                | 200
plain          | session                        | /p/1 | root_get                | 404
internal       | session                        | /p/1 | root_get                | 200
internal       | session                        | /p/1 | log_get                 | 200
internal       | session                        | /p/1 | models_get              | 403
internal       | session                        | /p/1 | root_update             | 403
internal       | session                        | /p/2 | root_get                | 403
sales          | session                        | /p/1 | root_get                | 200
sales          | session                        | /p/1 | sales_root              | 200
sales          | session                        | /p/2 | sales_root              | 403
internal       | session                        | /p/1 | sales_root              | 403
# A member is no visitor, be it with less.
operator       | session                        | /p/1 | root_get                | 403
several        | session                        | /p/1 | models_create           | 200
several        | session                        | /p/1 | models_delete           | 403
several        | session                        | /p/1 | root_and_models         | 200
portal         | session                        | /p/1 | root_get                | 200
portal         | session                        | /p/1 | models_create           | 403
plain          | session                        | /p/2 | root_get                | 403
guest          | session                        | /p/2 | root_get                | 200

# A private project: members alone, and who may do something there anyway.
anonymous      | session                        | /p/3 | root_get                | 401
guest          | session                        | /p/3 | root_get                | 404
portal         | session                        | /p/3 | root_get                | 403
plain          | session                        | /p/3 | root_get                | 404
operator       | session                        | /p/3 | root_get                | 404
internal       | session                        | /p/3 | root_get                | 200
internal       | session                        | /p/3 | models_create           | 200
internal       | session                        | /p/3 | models_delete           | 403
internal       | session                        | /p/3 | root_and_models         | 200
internal       | session                        | /p/7 | root_get                | 404
books          | session                        | /p/3 | root_delete             | 200
books          | session                        | /p/7 | root_delete             | 404
guest-operator | session                        | /p/7 | root_get                | 200
guest-operator | session                        | /p/7 | root_update             | 403
several        | session                        | /p/7 | models_delete           | 200
several        | session                        | /p/7 | models_create           | 403
portal         | session                        | /p/7 | root_get_and_update     | 200
internal       | session                        | /p/3 | root_get_and_update     | 403
# Roles of users, and of teams, are nothing in a project; the member knows of it all the same.
confused       | session                        | /p/7 | root_get                | 403
confused       | session                        | /p/3 | root_get                | 404
# A missing project is like one that is private, also for administrators.
internal       | session                        | /p/9 | root_get                | 404
portal         | session                        | /p/9 | root_get                | 404
administrator  | session                        | /p/9 | root_get                | 404

# What is inherited: the verbs of `admin.projects`, where they are offered.
manager        | session                        | /p/3 | root_get                | 200
manager        | session                        | /p/3 | root_update             | 200
manager        | session                        | /p/3 | root_delete             | 403
manager        | session                        | /p/3 | log_get                 | 200
manager        | session                        | /p/7 | models_create           | 403
portal-manager | session                        | /p/7 | models_get              | 200
portal-manager | session                        | /p/7 | models_delete           | 403
administrator  | session                        | /p/7 | models_create           | 200
administrator  | session                        | /p/7 | models_delete           | 200
administrator  | session                        | /p/7 | root_delete             | 200
# Other global permissions are not inherited, and teams inherit nothing.
operator       | session                        | /p/7 | root_get                | 404
administrator  | session                        | /t/1/p/7 | root_and_team       | 404
administrator  | session                        | /t/2/p/7 | root_and_team       | 200

# A token in projects: what it names there, of what its owner may there.
internal       | ; 3 project.root:GET           | /p/3 | root_get                | 200
internal       | ; 3 project.root:GET           | /p/3 | models_get              | 403
internal       | ; 3 project.root:DELETE        | /p/3 | root_delete             | 403
internal       | ; 3                            | /p/3 | root_get                | 403
internal       | ; 3 project.root:GET           | /p/7 | root_get                | 404
internal       | ; 7 project.root:GET           | /p/7 | root_get                | 404
internal       | ; 7 project.root:GET           | /p/3 | root_get                | 404
internal       | ; 7 project.root:GET           | /p/1 | root_get                | 403
internal       | ; 1 project.root:GET           | /p/1 | root_get                | 200
internal       | ; 1 project.models:GET         | /p/1 | models_get              | 403
internal       |                                | /p/1 | root_get                | 403
internal       |                                | /p/3 | root_get                | 404
internal       |                                | /p/9 | root_get                | 404
internal       | ; 9 project.root:GET           | /p/9 | root_get                | 404
internal       | ; team 3 project.root:GET      | /p/3 | root_get                | 404
internal       | ; 3 project.root:GET; 3 project.models:GET | /p/3 | models_get   | 200
portal         | ; 7 project.root:GET           | /p/1 | root_get                | 404
portal         | ; 7 project.root:GET           | /p/7 | root_get_and_update     | 403
portal         | ; 7 project.root:GET project.root:UPDATE | /p/7 | root_get_and_update | 200
# Without naming a project, in every one in which the owner may.
internal       | project.root:GET               | /p/3 | root_get                | 200
internal       | project.root:GET               | /p/7 | root_get                | 404
internal       | project.root:GET; 1 project.log:GET | /p/1 | root_get           | 200
# What is inherited needs no naming, but the token must have it.
manager        | admin.projects:GET             | /p/3 | root_get                | 200
manager        | admin.projects:GET             | /p/3 | root_update             | 403
manager        | admin.projects:DELETE          | /p/3 | root_delete             | 404
manager        | admin.tools:GET                | /p/3 | root_get                | 404
administrator  |                                | /p/7 | root_get                | 404
administrator  |                                | /p/1 | root_get                | 403
administrator  | admin.projects:CREATE          | /p/7 | models_create           | 200
administrator  | admin.projects:CREATE          | /p/7 | root_get                | 403
# It is not held as a member, so naming it in the project gives nothing.
administrator  | ; 7 project.root:GET           | /p/7 | root_get                | 404
administrator  | admin.projects:GET; 7 project.root:UPDATE | /p/7 | root_update  | 403
several        | admin.projects:GET; 7 project.models:DELETE | /p/7 | models_delete | 200
several        | admin.projects:GET; 7 project.models:DELETE | /p/7 | log_get    | 200
several        | admin.projects:UPDATE; 7 project.models:DELETE | /p/7 | log_get | 403

# Alternatives and combinations of both kinds.
operator       | session                        | /p/1 | configuration_or_models | 403
operator       | session                        | /p/3 | configuration_or_models | 404
administrator  | session                        | /p/9 | configuration_or_models | 200
administrator  | admin.configuration:UPDATE     | /p/7 | configuration_or_models | 200
administrator  | admin.configuration:GET        | /p/7 | configuration_or_models | 404
internal       | session                        | /p/3 | configuration_or_models | 200
internal       | ; 3 project.models:UPDATE      | /p/3 | configuration_or_models | 200
internal       | ; 3 project.models:GET         | /p/3 | configuration_or_models | 403
books          | session                        | /p/9 | auditor_or_root         | 200
books          |                                | /p/9 | auditor_or_root         | 200
portal         | session                        | /p/7 | auditor_or_root         | 200
portal         | session                        | /p/3 | auditor_or_root         | 403
portal         | session                        | /p/9 | auditor_or_root         | 404
manager        | session                        | /p/3 | projects_and_models     | 200
internal       | session                        | /p/3 | projects_and_models     | 403
manager        | session                        | /p/9 | projects_and_models     | 404
operator       | session                        | /p/1 | nested                  | 403
several        | session                        | /p/7 | nested                  | 200
several        | ; 7 project.log:GET            | /p/7 | nested                  | 403
several        | admin.tools:GET; 7 project.log:GET | /p/7 | nested              | 200
several        | ; 7 project.models:DELETE      | /p/7 | nested                  | 200
sales          | session                        | /p/3 | sales_root              | 200
sales          | ; 1 project.root:GET           | /p/3 | sales_root              | 404
sales          | session                        | /p/7 | sales_root              | 404

# Two kinds of projects in one path.
internal       | session                        | /t/1/p/3 | root_and_team       | 200
internal       | session                        | /t/2/p/3 | root_and_team       | 200
internal       | session                        | /t/9/p/3 | root_and_team       | 404
internal       | session                        | /t/1/p/9 | root_and_team       | 404
internal       | session                        | /t/1/p/2 | root_and_team       | 403
internal       | session                        | /t/9/p/3 | root_or_team        | 200
internal       | session                        | /t/1/p/9 | root_or_team        | 200
internal       | session                        | /t/9/p/2 | root_or_team        | 404
portal         | session                        | /t/1/p/1 | root_and_team       | 200
portal         | session                        | /t/2/p/3 | root_or_team        | 404
internal       | ; 3 project.root:GET           | /t/1/p/3 | root_and_team       | 404
internal       | ; 3 project.root:GET; team 1 team.root:GET | /t/1/p/3 | root_and_team | 200
internal       | ; 3 project.root:GET           | /t/2/p/3 | root_and_team       | 403
# The team's own parameter is missing.
internal       | session                        | /p/3 | root_and_team           | 500
internal       | session                        | /p/3 | root_or_team            | 500

# The gate of the path's scope, and then the handler's.
internal       | session                        | /layer/3 | models_create       | 200
internal       | session                        | /layer/3 | models_delete       | 403
internal       | session                        | /layer/1 | signed_in           | 200
internal       | session                        | /layer/2 | signed_in           | 403
internal       | session                        | /layer/7 | signed_in           | 404
portal         | session                        | /layer/7 | root_update         | 200
portal         | session                        | /layer/3 | root_update         | 403
administrator  | session                        | /layer/9 | configuration_get   | 404
administrator  | session                        | /layer/3 | configuration_get   | 200
several        | ; 7 project.models:DELETE      | /layer/7 | models_delete       | 403
several        | ; 7 project.models:DELETE project.root:GET | /layer/7 | models_delete | 200

# Which project? A path that does not say, or says two things, is no answer of the user's.
internal       | session                        | /n   | root_get                | 500
administrator  | session                        | /n   | root_get                | 500
administrator  | session                        | /n   | configuration_or_models | 500
guest          | session                        | /n   | root_get                | 500
internal       | ; 3 project.root:GET           | /n   | root_get                | 500
internal       | session                        | /twice/3/3 | root_get          | 200
internal       | session                        | /twice/3/1 | root_get          | 500
internal       | session                        | /twice/1/3 | root_get          | 500
internal       | session                        | /twice/7/3 | root_get          | 500
administrator  | session                        | /twice/1/3 | configuration_get | 200
# Ids are what the handler would read.
portal         | session                        | /p/7 | root_get                | 200
portal         | session                        | /p/%37 | root_get              | 200
portal         | session                        | /p/%2537 | root_get            | 404
portal         | session                        | /p/007 | root_get              | 404
portal         | session                        | /p/+7 | root_get               | 404
portal         | session                        | /p/7.0 | root_get              | 404
portal         | session                        | /p/%207 | root_get             | 404
portal         | session                        | /p/7%20 | root_get             | 404
portal         | session                        | /p/7%00 | root_get             | 404
portal         | session                        | /p/%D9%A7 | root_get           | 404
portal         | session                        | /p/7,3 | root_get              | 404
portal         | session                        | /p/a%2Fb | root_get            | 200
portal         | session                        | /p/a%2fb | root_get            | 200
plain          | session                        | /p/a%2Fb | root_get            | 404
plain          | session                        | /p/a%252Fb | root_get          | 200
portal         | ; a/b project.root:GET         | /p/a%2Fb | root_get            | 200
portal         | ; a%2Fb project.root:GET       | /p/a%2Fb | root_get            | 404
portal         | session                        | /p/A%2FB | root_get            | 404
portal         | session                        | /p/a%252Fb | root_get          | 404
portal         | session                        | /p/%FF | root_get              | 404
portal         | ; 7 project.root:GET           | /p/%37 | root_get              | 200
portal         | ; 7 project.root:GET           | /p/007 | root_get              | 404
portal         | ; 007 project.root:GET         | /p/7 | root_get                | 404
manager        | session                        | /p/007 | root_get              | 404
";

#[derive(Debug)]
pub(crate) struct Row {
    line: String,
    pub(crate) credential: Credential,
    path: String,
    gate: String,
    pub(crate) status: u16,
}

pub(crate) fn rows() -> Vec<Row> {
    let lines = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(row).collect()
}

fn row(line: &str) -> Row {
    let columns = line.split('|').map(str::trim).collect::<Vec<_>>();
    let [caller, with, path, gate, status] = columns[..] else {
        panic!("five columns: {line}");
    };
    Row {
        line: line.to_owned(),
        credential: credential(caller, with),
        path: path.to_owned(),
        gate: gate.to_owned(),
        status: status.parse().expect(line),
    }
}

pub(crate) fn credential(caller: &str, with: &str) -> Credential {
    let name = caller.to_owned();
    match (caller, with) {
        ("anonymous", _) => Credential::Nothing,
        ("bad", _) => Credential::Bad,
        ("expired", _) => Credential::Expired("administrator".to_owned()),
        (_, "session") => Credential::Session(name),
        (_, with) => match with.strip_prefix("claims") {
            Some(claims) => Credential::Claims(name, claims.trim().to_owned()),
            None => Credential::Limited(name, limit(with)),
        },
    }
}

/// `admin.tools:GET; 7 project.root:GET; team 1 team.root:GET`
fn limit(text: &str) -> Limit {
    let mut parts = text.split(';').map(|it| strings(it.split_whitespace()));
    let everywhere = parts.next().unwrap_or_default();
    let project = |mut words: Vec<String>| {
        let scope = if words[0] == "team" {
            words.remove(0)
        } else {
            "project".to_owned()
        };
        let id = words.remove(0);
        (scope, id, words)
    };
    Limit {
        everywhere,
        projects: parts.map(project).collect(),
    }
}

impl Row {
    pub(crate) fn uri(&self) -> String {
        format!("{}/{}", self.path, self.gate)
    }

    /// The question for the evaluator, which knows nothing of how ids are written in paths.
    pub(crate) fn asked(&self) -> Option<Asked> {
        if self.path.contains(['%', '+']) {
            return None;
        }
        let parts = self.path.split('/').collect::<Vec<_>>();
        let (project, team) = match parts[1..] {
            ["p" | "layer", project] => (Some(project), None),
            ["t", team, "p", project] => (Some(project), Some(team)),
            ["twice", one, other] => ((one == other).then_some(one), None),
            _ => (None, None),
        };
        let known = texts().into_iter().find(|(name, _)| *name == self.gate);
        let (_, gate) = known.unwrap_or_else(|| panic!("no gate: {self}"));
        let gate = match parts[1] {
            "layer" => format!("all({LAYER}, {gate})"),
            _ => gate.to_owned(),
        };
        let named = [("project", project), ("team", team)].into_iter();
        let named = named.filter_map(|(scope, id)| Some((scope.to_owned(), id?.to_owned())));
        Some(Asked {
            credential: self.credential.clone(),
            gate,
            path: named.collect(),
        })
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}
