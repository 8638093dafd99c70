//! The pages about access, as browsers ask for them.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

mod assigning;
mod assigning_refused;
#[allow(dead_code, reason = "the tests of the other pages use the rest of it")]
#[path = "../admin_pages/browser.rs"]
mod browser;
mod changes;
mod explain;
mod matrix;
mod members;
mod members_refused;
mod people;
mod places;
mod projects;
mod refused;
mod revoking;
mod routes;
mod server;
mod site;
mod tokens;
mod users;
mod view_as;
mod view_as_log;
mod view_as_refused;
mod who_can;

guard_runtime::define_groups! {
    /// Who works in the office.
    pub mod groups {
        /// Sells.
        seller: core_internal,
        /// Leads.
        manager: seller,
        /// Looks at who may do what.
        auditor: core_internal,
    }
}

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub mod scopes {
        /// Administration.
        admin {
            /// Users.
            users: GET | UPDATE,
        }
        /// One project.
        project(project_id) {
            /// Its pages.
            pages: GET | UPDATE,
        }
        /// One team.
        team(team_id) {
            /// Its wall.
            wall: GET,
        }
    }
}

guard_runtime::define_roles! {
    /// What people are entrusted with.
    pub mod roles {
        /// Looks after users.
        keeper { admin.users = * },
        /// Reads a project.
        reader { project.pages = GET },
        /// Works on a project.
        editor { project.pages = * },
        /// Reads a wall.
        fan { team.wall = GET },
    }
}
