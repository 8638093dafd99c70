//! Whether a user is described without contradiction.

use super::{User, UserError};
use crate::group::groups;

impl User {
    /// Whether the groups contradict each other.
    ///
    /// # Errors
    ///
    /// [`UserError::InternalAndExternal`]. Such a user passes no gate: the answer is 500, because
    /// nobody can say which of the two was meant.
    pub fn check(&self) -> Result<(), UserError> {
        let external = self.is_portal() || self.0.groups.contains(groups::core_public);
        if self.is_internal() && external {
            return Err(UserError::InternalAndExternal);
        }
        Ok(())
    }

    pub(crate) fn check_guest(&self) -> Result<(), UserError> {
        let plain = self.0.roles.is_empty() && self.permissions().is_empty() && !self.0.blocked;
        if self.0.groups.names() == ["core_public"] && plain {
            Ok(())
        } else {
            Err(UserError::GuestWithGroups)
        }
    }
}
