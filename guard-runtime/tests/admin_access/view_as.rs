//! The site as somebody else sees it.

use actix_web::http::header::HeaderValue;
use guard_runtime::admin::access::{
    AssignmentChange, AssignmentKind, ChangeFilter, ChangeLog as _, MemoryChangeLog,
};

use crate::assigning::{GROUPS, ROLES};
use crate::browser::{Browser, Shown, World, form, page, world_of};
use crate::people::People;
use crate::server::viewing;

pub const BEGIN: &str = "/admin/users/view-as";
pub const END: &str = "/admin/view-as/end";
pub const ENDED: (u16, &str) = (303, "/admin?said=view-ended");

/// The office, what is stored of its users, and its log.
pub struct Told {
    pub world: World,
    pub people: People,
    pub log: MemoryChangeLog,
}

pub async fn told() -> Told {
    let (people, log) = (People::default(), MemoryChangeLog::default());
    let (raw, access, admin) = viewing(people.clone(), log.clone()).await;
    let world = world_of(raw, access, admin).await;
    Told { world, people, log }
}

impl Told {
    pub async fn entries(&self) -> Vec<AssignmentChange> {
        let all = ChangeFilter::default();
        self.log.list(&all, 100, 0).get().await.unwrap().items
    }
}

/// Somebody who sees the site as somebody else, or says so.
pub struct Viewer<'a> {
    world: &'a World,
    session: String,
    pub cookies: String,
}

impl<'a> Viewer<'a> {
    pub fn with(world: &'a World, browser: &Browser<'a>, cookies: &str) -> Self {
        Self {
            world,
            session: browser.session.clone(),
            cookies: format!("session={}; {cookies}", browser.session),
        }
    }

    pub async fn begin(world: &'a World, name: &str, user: i64) -> Self {
        let browser = world.sign_in(name).await;
        let begun = browser.send(BEGIN, format!("user={user}")).await;
        assert_eq!(begun.leads(), (303, "/admin"), "{}", begun.text);
        let cookie = begun.header("set-cookie").split(';').next().unwrap();
        Self::with(world, &browser, cookie)
    }

    pub async fn open(&self, path: &str) -> Shown {
        let request = page(path).insert_header(("cookie", self.cookies.clone()));
        self.world.send(request).await
    }

    /// With the proof that the session gives.
    pub async fn send(&self, path: &str, body: &str) -> Shown {
        let proof = self.world.access.csrf_token(&self.session).unwrap();
        let request = form(path, body.to_owned()).insert_header(("x-csrf-token", proof));
        let request = request.insert_header(("cookie", self.cookies.clone()));
        self.world.send(request).await
    }
}

#[actix_web::test]
async fn one_sees_what_the_other_sees_and_who_one_is() {
    let told = told().await;
    let cyd = told.world.sign_in("cyd").await;
    let user = cyd.open("/admin/users/user?id=3").await;
    user.has("See the site as Ivy</button>");
    let begun = cyd.send(BEGIN, "user=3").await;
    let cookie = begun.header("set-cookie");
    for part in [
        "guard-view-as=1;",
        "HttpOnly",
        "Secure",
        "SameSite=Lax",
        "Path=/admin",
        "Max-Age=3600",
    ] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    let viewer = Viewer::with(&told.world, &cyd, "guard-view-as=1");
    let home = viewer.open("/admin").await;
    assert_eq!(home.status, 200);
    home.has("You see the site as <strong>Ivy (3)</strong>. You are Cyd (6).")
        .has("There is no page here that you may open.")
        .has("action=\"/admin/view-as/end\"");
    // What Ivy may not open stays closed, and to programs too.
    let refused = viewer.open("/admin/users").await;
    assert_eq!(refused.status, 403);
    refused.has("You see the site as").has("group:auditor");
    let menu = viewer.open("/admin/api/menu").await;
    assert_eq!(menu.text, r#"{"items":[]}"#);
    // Without the cookie one is oneself, and files are the same for all.
    cyd.open("/admin/users").await.has("Ivy");
    assert_eq!(viewer.open("/admin/static/page.css").await.status, 200);
}

#[actix_web::test]
async fn a_body_that_streams_is_of_the_other_too() {
    let told = told().await;
    let cyd = told.world.sign_in("cyd").await;
    assert_eq!(cyd.open("/admin/told/stream").await.text, "6");
    let viewer = Viewer::begin(&told.world, "cyd", 8).await;
    assert_eq!(viewer.open("/admin/told/stream").await.text, "8");
}

#[actix_web::test]
async fn both_stand_in_the_log_from_beginning_to_end() {
    let told = told().await;
    let viewer = Viewer::begin(&told.world, "cyd", 2).await;
    let ended = viewer.send(END, "").await;
    assert_eq!(ended.leads(), ENDED);
    let cookie = ended.header("set-cookie");
    assert!(cookie.starts_with("guard-view-as=;"), "{cookie}");
    assert!(cookie.contains("Max-Age=0"), "{cookie}");
    let entries = told.entries().await;
    let seen = entries.iter().map(|it| {
        let people = (it.actor.to_string(), it.user.to_string());
        assert_eq!(people, ("6".to_owned(), "2".to_owned()));
        assert_eq!(it.kind, AssignmentKind::ViewAs);
        (it.before.join(""), it.after.join(""), it.state.name())
    });
    let text = |before: &str, after: &str| (before.to_owned(), after.to_owned(), "done");
    let expected = [text("viewing", ""), text("", "viewing")];
    assert_eq!(seen.collect::<Vec<_>>(), expected);
    // It is over, also for a browser that has not forgotten it.
    assert_eq!(viewer.open("/admin/users").await.leads(), ENDED);
    let home = viewer.open("/admin?said=view-ended").await;
    assert_eq!(home.leads(), ENDED);
    let home = told.world.sign_in("cyd").await;
    let home = home.open("/admin?said=view-ended").await;
    home.has("You see the site as yourself again.")
        .has_not("<section class=\"viewing\"");
}

#[actix_web::test]
async fn nothing_is_changed_meanwhile() {
    let told = told().await;
    // Una may all that Cyd may.
    let viewer = Viewer::begin(&told.world, "cyd", 8).await;
    let user = viewer.open("/admin/users/user?id=3").await;
    assert_eq!(user.status, 200);
    user.has("Ivy").has_not("See the site as <strong>");
    let before = (1..=8).map(|id| told.people.stored(id)).collect::<Vec<_>>();
    for (path, body) in [
        (GROUPS, "user=3&name=seller&change=give"),
        (ROLES, "user=3&name=keeper&change=give"),
        (BEGIN, "user=2"),
        ("/admin/sign-in", "username=ada&password=x"),
        ("/admin/view-as/else", ""),
        ("/admin/static/page.js/../../users/groups", ""),
    ] {
        let answer = viewer.send(path, body).await;
        assert_eq!(answer.status, 403, "{path}");
        assert!(answer.text.contains("read-only"), "{}", answer.text);
        assert_eq!(answer.header("set-cookie"), "", "{path}");
    }
    let after = (1..=8).map(|id| told.people.stored(id)).collect::<Vec<_>>();
    assert_eq!(before, after);
    assert_eq!(told.entries().await.len(), 1);
    // One may always leave.
    let left = viewer.send("/admin/sign-out", "").await;
    assert_eq!(left.leads(), (303, "/admin/sign-in?said=signed-out"));
    let forgotten = left.headers.get_all("set-cookie");
    let forgotten = forgotten.filter(|it| it.to_str().unwrap().starts_with("guard-view-as=;"));
    assert_eq!(forgotten.count(), 1);
}

#[actix_web::test]
async fn cookies_of_others_on_the_host_change_nothing() {
    let told = told().await;
    let viewer = Viewer::begin(&told.world, "cyd", 3).await;
    let session = format!("session={}", viewer.session);
    for (cookies, as_ivy) in [(&session, false), (&viewer.cookies, true)] {
        // Latin-1, as old programs write it.
        let header = [b"name=Andr\xe9; theme; ", cookies.as_bytes()].concat();
        let header = HeaderValue::from_bytes(&header).unwrap();
        let request = page("/admin").insert_header(("cookie", header));
        let home = told.world.send(request).await;
        assert_eq!(home.status, 200, "{cookies}");
        let is_viewing = home
            .text
            .contains("You see the site as <strong>Ivy (3)</strong>");
        assert_eq!(is_viewing, as_ivy, "{cookies}");
    }
}
