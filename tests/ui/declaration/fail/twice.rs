//! Two declarations of one name.
guard_runtime::define_groups! {
    pub mod groups { sales }
}

guard_runtime::define_groups! {
    pub mod groups { support }
}

fn main() {}
