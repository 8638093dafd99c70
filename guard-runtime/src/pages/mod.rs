//! What pages have in common, whatever they are about.

mod answer;
mod file;
mod proof;

pub(crate) use answer::{headers, page};
pub(crate) use file::{file, version};
use maud::PreEscaped;
pub(crate) use proof::proof;

/// How they look.
pub(crate) const STYLE: &str = include_str!("style.css");

/// Said where something can be changed.
pub(crate) const NO_SCRIPT: PreEscaped<&str> = PreEscaped(
    "<noscript><p class=\"notice\">Everything can be read without JavaScript. Changes need it: it \
     proves to the server that they come from this page.</p></noscript>",
);
