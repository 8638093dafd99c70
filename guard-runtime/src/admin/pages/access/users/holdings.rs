//! What a user has, and what the caller may give or take.

use std::borrow::Cow;

use maud::{Markup, html};

use super::super::Access;
use super::super::hand_out::{self, changed};
use super::super::shown::table;
use crate::User;
use crate::admin::access::{Account, AssignmentRules, How, Sources};
use crate::admin::pages::Stop;
use crate::admin::state::Served;
use crate::env::Env;

/// A user on the page of a site, and who looks at them.
pub(super) struct Holdings<'a> {
    page: &'a Served,
    access: &'a Access,
    sources: Sources<'a>,
    rules: AssignmentRules,
    env: &'a Env,
    account: &'a Account,
    user: &'a User,
    id: Cow<'a, str>,
    /// The names of the roles that are stored.
    roles: Vec<String>,
    /// Whether the page lets the caller change anything.
    is_changed: bool,
}

impl<'a> Holdings<'a> {
    pub(super) async fn of(
        page: &'a Served,
        env: &'a Env,
        account: &'a Account,
        user: &'a User,
    ) -> Result<Self, Stop> {
        let access = Access::of(page)?;
        let sources = access.sources(page)?;
        let roles = sources.role_names(user).await?;
        Ok(Self {
            page,
            access,
            sources,
            rules: access.rules(),
            env,
            account,
            user,
            id: account.id.as_text(),
            roles,
            is_changed: hand_out::may_change(page, env).await?,
        })
    }

    pub(super) fn groups(&self) -> Markup {
        let declared = self.access.vocabulary.groups();
        let entries = declared.entries().filter_map(|entry| {
            let group = declared.get(entry.name)?;
            Some((entry, group))
        });
        let unknown = self.account.groups.iter();
        let unknown = unknown.filter(|it| declared.get(it).is_none());
        let rows = html! {
            @for (entry, group) in entries {
                @let how = self.sources.by_groups(self.account, self.user, group);
                @let is_own = self.account.groups.iter().any(|it| it == entry.name);
                tr {
                    th scope="row" { (named(entry.name, entry.description)) }
                    td { (held(&how, is_own)) }
                    td { @if self.may_put(entry.name, is_own) { (self.button("groups", entry.name, is_own)) } }
                }
            }
            // What is not declared grants nothing, and would as soon as somebody declares it.
            @for name in unknown {
                tr {
                    th scope="row" { code { (name) } }
                    td { "not declared" }
                    td { @if self.may_put(name, true) { (self.button("groups", name, true)) } }
                }
            }
        };
        table("Groups", &["Group", "Held", "Change"], &rows)
    }

    pub(super) fn roles(&self) -> Markup {
        let offered = self.offered();
        let declared = self.access.vocabulary.role_catalog();
        let about = |name: &str| {
            let role = declared.and_then(|it| it.get(name));
            role.map(|it| it.description().to_owned())
                .unwrap_or_default()
        };
        let rows = html! {
            @for name in &offered {
                @let has = self.roles.contains(name);
                tr {
                    th scope="row" { (named(name, &about(name))) }
                    td { @if has { strong { "yes" } } @else { span.none { "no" } } }
                    td { @if self.may_give(name) { (self.button("roles", name, has)) } }
                }
            }
        };
        html! {
            @if offered.is_empty() { p.empty { "There are no roles outside of projects." } }
            @else { (table("Roles", &["Role", "Held", "Change"], &rows)) }
        }
    }

    /// Whether the group may be given, or taken if it is stored.
    fn may_put(&self, name: &str, is_own: bool) -> bool {
        let before = &self.account.groups;
        let after = changed(before, name, !is_own);
        let allowed = self.rules.groups(self.env, self.user, before, &after);
        self.is_changed && allowed.is_ok()
    }

    /// The roles that count outside of projects, and names that are stored and no roles any more.
    fn offered(&self) -> Vec<String> {
        let mut all = self.access.role_names();
        let catalog = self.access.vocabulary.role_catalog();
        all.retain(|name| {
            let role = catalog.and_then(|it| it.get(name));
            role.is_some_and(|it| it.project_scope().is_none())
        });
        all.extend(self.roles.iter().cloned());
        all.sort();
        all.dedup();
        all
    }

    fn may_give(&self, name: &str) -> bool {
        let catalog = self.access.vocabulary.role_catalog();
        let allowed = match catalog.and_then(|it| it.get(name)) {
            Some(role) => self.rules.role(self.env, self.user, &role),
            None => self.rules.leftover_role(self.env, self.user, name),
        };
        self.is_changed && allowed.is_ok()
    }

    fn button(&self, what: &str, name: &str, has: bool) -> Markup {
        let (change, text) = if has {
            ("take", "Take away")
        } else {
            ("give", "Give")
        };
        html! {
            form.inline method="post" action={ (self.page.href()) "/" (what) } {
                input type="hidden" name="user" value=(self.id);
                input type="hidden" name="name" value=(name);
                button type="submit" name="change" value=(change) aria-label={ (text) " " (name) } { (text) }
            }
        }
    }
}

fn named(name: &str, description: &str) -> Markup {
    html! {
        code { (name) }
        @if !description.is_empty() { p.help { (description) } }
    }
}

fn held(how: &[How], is_own: bool) -> Markup {
    html! {
        @if is_own { strong { "yes" } " " span.mark { "own" } }
        @else if how.is_empty() { span.none { "no" } }
        @else {
            strong { "yes" } " "
            @for it in how {
                @if let How::Group { group, .. } = it { span.mark.inherited { "inherited from " (group) } " " }
                @else { span.mark.inherited { "granted besides" } " " }
            }
        }
    }
}
