//! What a page offers at all, and whether an env could ever make use of it.

use super::EntityOf;
use crate::admin::objects::PageError;
use crate::admin::{Action, ModelPage};
use crate::denied::Denied;
use crate::env::Env;
use crate::model::Op;
use crate::records::GuardedDb;

/// Refuses what the page does not offer, and what the env could do with no record.
pub(super) async fn could<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    action: Action,
) -> Result<(), PageError> {
    offered::<P>(action)?;
    let op = match action {
        Action::Open => return Ok(()),
        Action::List | Action::Filter => {
            P::has_list_permission(env, None).await?;
            Op::Read
        }
        Action::Read => {
            P::has_read_permission(env, None).await?;
            Op::Read
        }
        Action::Create => {
            P::has_create_permission(env, None).await?;
            Op::Create
        }
        Action::Update => {
            P::has_update_permission(env, None, None).await?;
            Op::Update
        }
        Action::Delete => {
            P::has_delete_permission(env, None).await?;
            Op::Delete
        }
        // These are asked of forms and of the actions themselves.
        Action::Submit | Action::Custom(_) => return Err(Denied::forbidden().into()),
    };
    Ok(db.could::<EntityOf<P>>(op)?)
}

/// Refuses what `only(…)` leaves out.
pub(super) fn offered<P: ModelPage>(action: Action) -> Result<(), Denied> {
    let only = P::SHOWN.only;
    // Who filters a list, lists.
    let asked = if action == Action::Filter {
        Action::List
    } else {
        action
    };
    if only.is_empty() || asked == Action::Open || only.contains(&asked) {
        Ok(())
    } else {
        Err(Denied::forbidden())
    }
}
