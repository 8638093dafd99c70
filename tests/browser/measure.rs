//! How a page looks: pictures for people, and what can be measured.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::browser::Browser;

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
pub(crate) async fn look(browser: &Browser, page: &str) {
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

impl Browser {
    /// Keeps a picture of what is seen in `target/screenshots`.
    pub(crate) fn picture(&self, name: &str) {
        let data = self.devtools("Page.captureScreenshot", &json!({}));
        let data = STANDARD.decode(data["data"].as_str().unwrap()).unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), data).unwrap();
    }

    /// Keeps a picture of the whole page.
    pub(crate) async fn picture_of_all(&self, name: &str, width: u32) {
        self.set_size(width, 400);
        let height = "return document.documentElement.scrollHeight";
        let height = self.script(height, json!([])).await.as_u64().unwrap();
        self.set_size(width, u32::try_from(height).unwrap());
        self.picture(name);
        self.set_size(width, 900);
    }
}
