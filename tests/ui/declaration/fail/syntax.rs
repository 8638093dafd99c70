//! What is no declaration. Gates that use it stay silent.
guard_runtime::define_groups! {
    pub mod groups {
        "sales",
        support user,
        7,
        first: ,
        second: sales | support,
        third = sales,
        fourth: sales +,
        fifth: "sales",
        struct,
        pub sixth,
        ,
        seventh(sales),
        fine,
    }
}

guard_runtime::define_roles! {
    pub mod roles {
        "editor",
        reviewer = editor,
    }
}

mod no_module {
    guard_runtime::define_groups! { sales, support }
}

mod no_braces {
    guard_runtime::define_groups! { pub mod groups; }
}

mod brackets {
    guard_runtime::define_groups! { pub mod groups(sales) }
}

mod no_name {
    guard_runtime::define_groups! { pub mod { sales } }
}

mod two_modules {
    guard_runtime::define_groups! { pub mod groups { sales } pub mod more { support } }
}

mod nothing {
    guard_runtime::define_roles! {}
}

#[guard_runtime::requires_group(fine, "quoted")]
async fn silent() -> &'static str {
    "silent"
}

#[guard_runtime::requires_role(editor)]
async fn silent_too() -> &'static str {
    "silent"
}

fn main() {
    let _ = groups::fine;
}
