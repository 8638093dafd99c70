//! Cycles, and groups that imply what excludes each other.
mod one {
    guard_runtime::define_groups! {
        pub mod groups { selfish: selfish }
    }
}

mod two {
    guard_runtime::define_groups! {
        pub mod groups { chicken: egg, egg: chicken }
    }
}

mod three {
    guard_runtime::define_groups! {
        pub mod groups { sales: core_internal + paper, paper: stone, stone: scissors, scissors: paper }
    }
}

mod exclusive {
    guard_runtime::define_groups! {
        pub mod groups {
            direct: core_internal + core_portal,
            inside: core_internal,
            outside: core_public,
            indirect: inside + outside,
            below: indirect,
            fine: core_portal + core_public,
        }
    }
}

fn main() {}
