//! A browser, and what a person does with it.

use std::net::SocketAddr;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::{Client, ClientBuilder, Locator};
use futures::lock::{Mutex, MutexGuard};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::app::data::seed::demo::PASSWORD;
use crate::driver::Driver;
use crate::server::server;

pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ENTER: &str = "\u{e007}";
pub(crate) const SPACE: &str = " ";
pub(crate) const DOWN: &str = "\u{e015}";

/// One at a time: a browser takes the machine for itself.
static TURN: Mutex<()> = Mutex::new(());

pub(crate) struct Browser {
    pub(crate) client: Client,
    /// What it opens paths of.
    pub(crate) server: SocketAddr,
    driver: Driver,
    _turn: MutexGuard<'static, ()>,
}

impl Browser {
    /// `None` where there is no browser, and need not be one.
    pub(crate) async fn start() -> Option<Self> {
        Self::start_with(server).await
    }

    /// In front of a server that is started if there is a browser.
    pub(crate) async fn start_with(server: fn() -> SocketAddr) -> Option<Self> {
        let turn = TURN.lock().await;
        let (mut driver, program) = Driver::start()?;
        let mut arguments = vec![
            "--headless=new".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--window-size=1200,900".to_owned(),
            format!("--user-data-dir={}", driver.profile.display()),
        ];
        // Its sandbox refuses to work for root, which tests in containers are.
        if is_root() {
            arguments.push("--no-sandbox".to_owned());
        }
        let wanted = json!({
            "goog:chromeOptions": { "args": arguments, "binary": program },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.as_object().unwrap().clone())
            .connect(&driver.url())
            .await
            .expect("a session");
        driver.session = client.session_id().await.unwrap();
        Some(Self {
            client,
            server: server(),
            driver,
            _turn: turn,
        })
    }

    pub(crate) async fn open(&self, path: &str) {
        let url = format!("http://{}{path}", self.server);
        self.client.goto(&url).await.unwrap();
    }

    /// Signs in as a person does who has no mouse.
    pub(crate) async fn sign_in(&self, login: &str) {
        self.open(crate::SIGN_IN).await;
        self.tab_to("[name=username]").await;
        self.press(login).await;
        self.press(TAB).await;
        self.press(PASSWORD).await;
        self.press(ENTER).await;
        self.wait_for("#sign-out").await;
    }

    /// Presses keys, wherever the cursor is.
    pub(crate) async fn press(&self, keys: &str) {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let keyboard = keys.chars().fold(keyboard, |keyboard, value| {
            let down = keyboard.then(KeyAction::Down { value });
            down.then(KeyAction::Up { value })
        });
        self.client.perform_actions(keyboard).await.unwrap();
    }

    /// Goes on with the Tab key until it is there.
    #[track_caller]
    pub(crate) fn tab_to(&self, what: &str) -> impl Future<Output = ()> {
        let place = std::panic::Location::caller();
        async move {
            for _ in 0..250 {
                if self.is_at(what).await {
                    return;
                }
                self.press(TAB).await;
            }
            panic!("{place}: `{what}` is not reached with the Tab key");
        }
    }

    pub(crate) async fn is_at(&self, what: &str) -> bool {
        let script = "return document.activeElement.matches(arguments[0])";
        self.script(script, json!([what])).await == json!(true)
    }

    #[track_caller]
    pub(crate) fn wait_for(&self, what: &str) -> impl Future<Output = ()> {
        let place = std::panic::Location::caller();
        async move {
            let wait = self.client.wait().at_most(Duration::from_secs(20));
            let found = wait.for_element(Locator::Css(what)).await;
            if let Err(error) = found {
                let text = self.text("body").await;
                panic!("{place}: `{what}` does not appear: {error}\n{text}");
            }
        }
    }

    pub(crate) async fn text(&self, what: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text = self.script(script, json!([what])).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    pub(crate) async fn script(&self, script: &str, arguments: Value) -> Value {
        let arguments = arguments.as_array().unwrap().clone();
        self.client.execute(script, arguments).await.unwrap()
    }

    /// A command of the browser's own protocol.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.driver.command("/goog/cdp/execute", &body)
    }

    pub(crate) fn set_dark(&self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        );
    }

    pub(crate) fn set_size(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    pub(crate) fn set_offline(&self, offline: bool) {
        let network = json!({
            "offline": offline, "latency": 0, "download_throughput": -1, "upload_throughput": -1,
        });
        let body = json!({ "network_conditions": network });
        self.driver.command("/chromium/network_conditions", &body);
    }

    /// What the browser complained of since it was last asked.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let log = self
            .driver
            .command("/se/log", &json!({ "type": "browser" }));
        let log = log.as_array().unwrap().iter();
        log.map(ToString::to_string).collect()
    }
}

fn is_root() -> bool {
    let id = std::process::Command::new("id").arg("-u").output();
    id.is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}
