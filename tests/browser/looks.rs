//! How the pages look: pictures for people, and what can be measured.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};

/// The least contrast (WCAG 2.2, 1.4.3) of all texts that are seen, with the text that has it.
const CONTRAST: &str = r"
  const parse = (color) => (color.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => {
    const it = part / 255;
    return it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = [99, ''];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility() || element.closest('noscript, .unseen, .skip')) continue;
    const [one, other] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < least[0]) least = [contrast, text];
  }
  return least;";

const OVERFLOW: &str =
    "const it = document.documentElement; return it.scrollWidth - it.clientWidth";

/// Measures a page as wide and narrow windows show it, in light and dark, and keeps pictures.
async fn look(browser: &Browser, page: &str) {
    for (scheme, dark) in [("light", false), ("dark", true)] {
        browser.set_dark(dark);
        let least = browser.script(CONTRAST, json!([])).await;
        assert!(
            least[0].as_f64().unwrap() >= 4.5,
            "{page}, {scheme}: {least}"
        );
        for (size, width) in [("wide", 1200), ("narrow", 360)] {
            browser
                .picture_of_all(&format!("{page}-{size}-{scheme}"), width)
                .await;
            let over = browser.script(OVERFLOW, json!([])).await;
            assert_eq!(over, json!(0), "{page}, {size}: the page scrolls sideways");
        }
    }
    browser.set_dark(false);
    browser.set_size(1200, 900);
}

#[actix_web::test]
async fn every_page_is_readable() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("reader").await;
    let filled = "/tokens/new?title=Nightly+export&description=Runs+on+the+build+server\
        &permissions=user.sessions:GET&permissions=user.feedback:CREATE&permissions=admin.users:GET\
        &in=project.root:GET@2&in=project.tool_models:GET@2&projects=project@77";
    browser.open(filled).await;
    look(&browser, "form").await;
    browser
        .tab_to("button[name=remove][value='project@77']")
        .await;
    browser.press(ENTER).await;
    browser.wait_for("#projects[autofocus]").await;
    browser.tab_to(".bar button").await;
    browser.press(ENTER).await;
    browser.wait_for("#secret").await;
    look(&browser, "created").await;
    browser.open("/tokens").await;
    browser.tab_to(".confirm summary").await;
    browser.press(ENTER).await;
    look(&browser, "list").await;
    browser.open("/tokens/new").await;
    browser.tab_to(".skip").await;
    browser.picture("focus");
    browser.press(ENTER).await;
    assert!(browser.is_at("main").await);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[actix_web::test]
async fn the_example_is_readable() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.open("/sign-in").await;
    look(&browser, "sign-in").await;
    browser.open("/tokens").await;
    browser.wait_for("main a[href='/sign-in']").await;
    look(&browser, "refused").await;
    browser.sign_in("manager").await;
    browser.tab_to("summary").await;
    browser.press(ENTER).await;
    look(&browser, "home").await;
}

#[actix_web::test]
async fn what_has_the_cursor_is_seen() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/tokens/new").await;
    let seen = "const it = document.activeElement, at = it.getBoundingClientRect();
        const bar = document.querySelector('.bar').getBoundingClientRect();
        return [getComputedStyle(it).outlineWidth === '3px',
            at.bottom <= innerHeight && (it.closest('.bar') !== null || at.top < bar.top)]";
    let mut passed = 0;
    browser.set_size(800, 500);
    browser.tab_to("#title").await;
    while !browser.is_at(".bar a").await {
        let outlined = browser.script(seen, json!([])).await;
        let at = "return document.activeElement.outerHTML.slice(0, 120)";
        let at = browser.script(at, Value::Array(Vec::new())).await;
        assert_eq!(outlined, json!([true, true]), "{at}");
        browser.press(crate::browser::TAB).await;
        passed += 1;
        assert!(passed < 100);
    }
    assert!(passed > 15);
}
