//! What a token would have beyond its creator.

use crate::denied::Denied;
use crate::env::Env;
use crate::scope::PermissionSet;
use crate::tokens::requested::Requested;

/// What the env does not have itself, within the limits of its credential.
pub(super) async fn excess_of(env: &Env, requested: &Requested) -> Result<PermissionSet, Denied> {
    let mut excess = requested.global.difference(env.permissions());
    for it in &requested.projects {
        let held = env.project_scope(it.scope, it.project.clone()).await?;
        let more = it.permissions.difference(&held.permissions());
        excess = excess.union(&more);
    }
    Ok(excess)
}
