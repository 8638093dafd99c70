//! Worlds made at random, with one user at their centre.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::app::{LAYER, texts};
use crate::reference;
use crate::world::{Asked, Credential, Limit, Names, Person, Place, World, strings};

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) world: World,
    pub(crate) credential: Credential,
    project: &'static str,
    team: &'static str,
}

pub(crate) struct Request {
    pub(crate) uri: String,
    pub(crate) asked: Asked,
}

impl Case {
    /// Every gate once, and some behind the gate of a scope.
    pub(crate) fn requests(&self) -> Vec<Request> {
        let Self { project, team, .. } = self;
        let mut requests = Vec::new();
        for (name, text) in texts() {
            let (path, named): (String, &[&str]) = if text.contains("team.") {
                (format!("/t/{team}/p/{project}"), &["project", "team"])
            } else if text.contains("project.") {
                (format!("/p/{project}"), &["project"])
            } else {
                ("/n".to_owned(), &[])
            };
            requests.push(self.request(format!("{path}/{name}"), text.to_owned(), named));
            if text.contains("project.") && !text.contains("team.") {
                let both = format!("all({LAYER}, {text})");
                requests.push(self.request(format!("/layer/{project}/{name}"), both, &["project"]));
            }
        }
        requests
    }

    /// Where a handler lists what the user may do, and what it is to say.
    pub(crate) fn lists(&self) -> Vec<(String, (u16, String))> {
        let Self {
            world,
            project,
            team,
            ..
        } = self;
        let asked = self.request(String::new(), String::new(), &[]).asked;
        let said = |found: Result<Names, u16>| match found {
            Ok(names) => (200, names.into_iter().collect::<Vec<_>>().join(" ")),
            Err(status) => (status, String::new()),
        };
        let of = |scope, id| said(reference::list_project(world, &asked, scope, id));
        vec![
            (
                "/mine".to_owned(),
                said(reference::list_global(world, &asked)),
            ),
            (format!("/list/{project}"), of("project", project)),
            (format!("/list_team/{team}"), of("team", team)),
        ]
    }

    fn request(&self, uri: String, gate: String, named: &[&str]) -> Request {
        let path = named.iter().map(|scope| {
            let id = if *scope == "team" {
                self.team
            } else {
                self.project
            };
            ((*scope).to_owned(), id.to_owned())
        });
        let (credential, path) = (self.credential.clone(), path.collect());
        let asked = Asked {
            credential,
            gate,
            path,
        };
        Request { uri, asked }
    }
}

/// Some of all permissions: few, about half, or nearly all.
fn permissions() -> impl Strategy<Value = Vec<String>> {
    let all = reference::all().into_iter().collect::<Vec<_>>();
    let count = all.len();
    prop_oneof![
        subsequence(all.clone(), 0..4),
        subsequence(all.clone(), 0..=count),
        subsequence(all, count - 4..=count),
    ]
}

fn roles() -> impl Strategy<Value = Vec<String>> {
    let all = [
        "administrator",
        "operator",
        "manager",
        "reader",
        "modeller",
        "owner",
        "player",
        "editor",
        "auditor",
        "janitor",
        "gardener",
    ];
    prop_oneof![Just(Vec::new()), subsequence(all.to_vec(), 1..5)].prop_map(strings)
}

fn person() -> impl Strategy<Value = Person> {
    let groups = prop_oneof![
        4 => Just(&["core_internal"][..]),
        2 => Just(&["sales"][..]),
        1 => Just(&["manager", "auditor"][..]),
        2 => Just(&["core_portal"][..]),
        1 => Just(&["core_portal", "core_public"][..]),
        1 => Just(&["core_public"][..]),
        1 => Just(&["auditor"][..]),
        1 => Just(&[][..]),
    ];
    let extra = prop_oneof![3 => Just(Vec::new()), 1 => permissions()];
    (groups, roles(), extra, prop::bool::weighted(0.05)).prop_map(
        |(groups, roles, extra, is_blocked)| Person {
            groups: strings(groups.iter().copied()),
            roles,
            extra,
            is_blocked,
        },
    )
}

fn place() -> impl Strategy<Value = Place> {
    let visitors = prop_oneof![Just(Vec::new()), permissions()];
    let membership = prop::option::of(roles());
    (any::<bool>(), visitors, membership).prop_map(|(is_internal, visitors, membership)| {
        let other = ("other".to_owned(), strings(["owner"]));
        let mine = membership.map(|roles| ("somebody".to_owned(), roles));
        Place {
            is_internal,
            visitors,
            members: mine.into_iter().chain([other]).collect(),
        }
    })
}

fn world() -> impl Strategy<Value = World> {
    let projects = prop::collection::vec(prop::option::weighted(0.9, place()), 4);
    (person(), projects, any::<bool>()).prop_map(|(person, projects, is_slow)| {
        let keys = [
            ("project", "7"),
            ("project", "8"),
            ("team", "7"),
            ("team", "x"),
        ];
        let keys = keys.map(|(scope, id)| (scope.to_owned(), id.to_owned()));
        let places = keys.into_iter().zip(projects);
        let other = Person {
            groups: strings(["core_internal"]),
            roles: strings(["administrator"]),
            ..Person::default()
        };
        let people = [("somebody", person), ("other", other)];
        World {
            people: BTreeMap::from(people.map(|(name, person)| (name.to_owned(), person))),
            projects: places
                .filter_map(|(key, place)| Some((key, place?)))
                .collect(),
            is_down: false,
            is_slow,
        }
    })
}

fn limit() -> impl Strategy<Value = Limit> {
    let of = select(vec![
        ("project", "7"),
        ("project", "8"),
        ("team", "7"),
        ("project", "9"),
    ]);
    let project = (of, permissions())
        .prop_map(|((scope, id), permissions)| (scope.to_owned(), id.to_owned(), permissions));
    let is_global = |it: &String| !it.starts_with("project.") && !it.starts_with("team.");
    let everywhere =
        (permissions(), prop::bool::weighted(0.2)).prop_map(move |(mut all, keeps)| {
            all.retain(|it| keeps || is_global(it));
            all
        });
    (everywhere, prop::collection::vec(project, 0..4)).prop_map(|(everywhere, projects)| Limit {
        everywhere,
        projects,
    })
}

fn credential() -> impl Strategy<Value = Credential> {
    let me = || "somebody".to_owned();
    let noise = subsequence(
        vec![
            "openid",
            "project",
            "project.gone:GET",
            "admin.tools:PATCH",
            "admin.*:GET",
            "root",
        ],
        0..4,
    );
    let claims = (permissions(), noise, any::<bool>()).prop_map(move |(all, noise, is_lower)| {
        let mut texts = all;
        if is_lower {
            let lower = |text: &String| {
                let (resource, verb) = text.split_once(':').expect("a permission");
                format!("{resource}:{}", verb.to_lowercase())
            };
            texts = texts.iter().map(lower).collect();
        }
        texts.extend(strings(noise));
        Credential::Claims(me(), texts.join(" "))
    });
    prop_oneof![
        6 => Just(Credential::Nothing),
        3 => Just(Credential::Bad),
        2 => Just(Credential::Expired(me())),
        1 => Just(Credential::Session("nobody".to_owned())),
        35 => Just(Credential::Session(me())),
        18 => claims,
        35 => limit().prop_map(move |limit| Credential::Limited(me(), limit)),
    ]
}

pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let project = prop_oneof![8 => Just("7"), 2 => Just("8"), 1 => Just("9"), 1 => Just("007")];
    let team = prop_oneof![6 => Just("7"), 2 => Just("x"), 1 => Just("8")];
    (world(), credential(), project, team).prop_map(|(world, credential, project, team)| Case {
        world,
        credential,
        project,
        team,
    })
}
