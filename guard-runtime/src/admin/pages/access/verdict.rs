//! An answer with the way to it.

use maud::{Markup, html};

use crate::admin::access::{Account, Answered, Step, Verdict};

pub(super) fn view(verdict: &Verdict, link: &str) -> Markup {
    html! {
        section.verdict data-answer=(name(verdict.answer)) {
            h2 { (verdict.about) ": " (words(verdict.answer)) }
            p {
                (account(&verdict.account))
                @if let Some(token) = &verdict.token { ", with the token " code { (token) } }
                ". " a href=(link) { "Link to this question" }
            }
            @if !verdict.steps.is_empty() {
                h3 { "How it is decided" }
                ol.steps { @for it in &verdict.steps { (step(it)) } }
            }
            @if !verdict.smallest_change.is_empty() {
                h3 { "The smallest change that would allow it" }
                ul.changes {
                    @for way in &verdict.smallest_change {
                        li { @for (at, part) in way.iter().enumerate() {
                            @if at > 0 { ", and " } (part)
                        } }
                    }
                }
            }
            @if let Some(explanation) = &verdict.explanation {
                h3 { "What the rules say of this record" }
                pre tabindex="0" { (explanation) }
            }
            @if let Some(outlook) = &verdict.outlook {
                h3 { "What the rules say of any record" }
                ul { @for grant in &outlook.grants {
                    li {
                        @if grant.held { strong { "in " code { (grant.group) } } } @else { "not in " code { (grant.group) } }
                        @if let Some(rule) = &grant.rule { ": where " (rule.words) }
                        @else { ": every record" }
                    }
                } }
                @if !outlook.restrictions.is_empty() {
                    p { "For everybody, only where:" }
                    ul { @for rule in &outlook.restrictions { li { (rule.words) } } }
                }
            }
        }
    }
}

/// Who it is: two may have one name.
pub(super) fn account(account: &Account) -> Markup {
    html! {
        strong { @if account.name.is_empty() { (account.id) } @else { (account.name) } }
        " (" (account.id)
        @if !account.detail.is_empty() { ", " (account.detail) }
        ")"
    }
}

fn step(step: &Step) -> Markup {
    // Deeper ones than that look alike.
    let depth = step.depth.min(6);
    html! {
        li data-depth=(depth) data-answer=(name(step.answer)) {
            strong { (words(step.answer)) } ": " code { (step.what) }
            @if step.depth > 0 { span.unseen { " (part of the one above, at depth " (step.depth) ")" } }
            @for why in &step.why { div.help { (why) } }
        }
    }
}

fn words(answer: Answered) -> &'static str {
    match answer {
        Answered::Yes => "yes",
        Answered::No => "no",
        Answered::Depends => "it depends on the record",
        Answered::Unknown => "it cannot be said, so no",
    }
}

fn name(answer: Answered) -> &'static str {
    match answer {
        Answered::Yes => "yes",
        Answered::No => "no",
        Answered::Depends => "depends",
        Answered::Unknown => "unknown",
    }
}
