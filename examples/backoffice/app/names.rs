//! The groups and roles by which permissions are handed out.

guard_runtime::define_groups! {
    /// The groups of the back office.
    pub(crate) mod groups {
        /// Answers tickets.
        support: core_internal,
        /// Packs and ships.
        warehouse: core_internal,
        /// Sells.
        sales_user: core_internal,
        /// Leads the sales team.
        sales_manager: sales_user,
        /// Reads the books.
        auditor: core_internal,
        /// Changes settings.
        settings_admin: core_internal,
        /// Installs modules.
        module_admin: core_internal,
        /// Blocks accounts and signs them out.
        account_admin: core_internal,
        /// Looks after the whole installation.
        system_admin: settings_admin + module_admin + account_admin,
    }
}

guard_runtime::define_roles! {
    /// What a user of the back office may be entrusted with.
    pub(crate) mod roles {
        /// Sees costs and margins.
        controller,
    }
}
