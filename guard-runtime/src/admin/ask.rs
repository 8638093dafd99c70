//! The one question: whether an env may do this with a page.

use std::any::TypeId;
use std::cell::RefCell;
use std::collections::HashMap;

use super::{Action, Declared, Node, Permission};
use crate::env::Env;
use crate::gate;

/// What has been answered to one env, so that what stands above many pages is asked once about each.
struct Memo {
    env: Env,
    answers: RefCell<HashMap<(TypeId, TypeId, Action), Permission>>,
}

tokio::task_local! {
    static MEMO: Memo;
}

/// Asks what stands above `T` whether it lets the env do this with the page: what the default of each
/// `has_page_permission` does. Above a site, and above what is `independent`, stands nothing: there its
/// gates decide.
///
/// # Errors
///
/// The refusal.
pub async fn ask_parent<T: Declared>(env: &Env, page: &'static Node, action: Action) -> Permission {
    match T::NODE.parent {
        Some(parent) if T::NODE.words.independent.is_none() => ask(parent, env, page, action).await,
        _ => gates(T::NODE, env),
    }
}

/// `has_page_permission` of a trait of the tree, whose default is [`ask_parent`].
macro_rules! asks {
    (below) => {
        $crate::admin::ask::asks! {
            /// Whether the env may do this with a page below. What it refuses no page below can allow,
            /// unless the page is `independent`.
            ///
            /// By default it asks what it stands under, and a site its gates: `requires_internal`
            /// unless it has others.
        }
    };
    (itself) => {
        $crate::admin::ask::asks! {
            /// Whether the env may do this with the page.
            ///
            /// By default it asks what the page stands under.
        }
    };
    ($(#[$docs:meta])+) => {
        $(#[$docs])+
        ///
        /// # Errors
        ///
        /// The refusal: [`Denied::forbidden`](crate::Denied::forbidden), that of a gate
        /// ([`Gate::check`](crate::Gate::check)), or 503 for what does not answer.
        fn has_page_permission(
            env: &Env,
            page: &'static Node,
            action: Action,
        ) -> impl Future<Output = Permission> {
            $crate::admin::ask_parent::<Self>(env, page, action)
        }
    };
}
pub(super) use asks;

/// What this node itself says.
async fn ask(node: &'static Node, env: &Env, page: &'static Node, action: Action) -> Permission {
    let key = (node.id(), page.id(), action);
    if let Some(answer) = remembered(env, |answers| answers.get(&key).cloned()) {
        return answer;
    }
    let answer = (node.ask)(env, page, action).await;
    remembered(env, |answers| {
        answers.insert(key, answer.clone());
        Some(())
    });
    answer
}

fn remembered<T>(
    env: &Env,
    with: impl FnOnce(&mut HashMap<(TypeId, TypeId, Action), Permission>) -> Option<T>,
) -> Option<T> {
    let looked = MEMO.try_with(|memo| {
        // Another env, also one of the same user with other companies, is another question.
        let mut answers = memo.env.is(env).then(|| memo.answers.borrow_mut())?;
        with(&mut answers)
    });
    looked.ok().flatten()
}

/// What the gates of a node alone say.
fn gates(node: &'static Node, env: &Env) -> Permission {
    let mut gates = node.words.gates.iter();
    gates.try_for_each(|gate| gate::check(gate, env))
}

/// Lets each part of the tree be asked once about each page and action in what runs within.
pub(super) async fn once<T>(env: &Env, within: impl Future<Output = T>) -> T {
    if remembered(env, |_| Some(())).is_some() {
        return within.await;
    }
    let memo = Memo {
        env: env.clone(),
        answers: RefCell::default(),
    };
    MEMO.scope(memo, within).await
}

/// Whether the env may do this with a page, as far as the tree says: the gates of the page and of all
/// it stands under, and what each of them says of the page being open and of the action.
///
/// # Errors
///
/// The first refusal, from the site down.
pub(super) async fn may(env: &Env, page: &'static Node, action: Action) -> Permission {
    let levels = page.asked().collect::<Vec<_>>();
    for level in levels.iter().rev() {
        gates(level, env)?;
    }
    says(env, page, action).await
}

/// The same, whatever gates stand before the page.
///
/// # Errors
///
/// The first refusal, from the site down.
pub(super) async fn says(env: &Env, page: &'static Node, action: Action) -> Permission {
    let levels = page.asked().collect::<Vec<_>>();
    let levels = levels.iter().rev();
    for level in levels.clone() {
        ask(level, env, page, Action::Open).await?;
    }
    for level in levels.filter(|_| action != Action::Open) {
        ask(level, env, page, action).await?;
    }
    Ok(())
}
