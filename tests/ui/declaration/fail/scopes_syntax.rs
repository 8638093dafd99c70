//! What is no declaration of scopes. Gates that use it stay silent.
guard_runtime::define_scopes! {
    pub mod scopes {
        admin {
            "users": GET,
            users,
            tools: ,
            GET,
            one: GET, UPDATE,
            two: GET & UPDATE,
            three = GET,
            four: [GET, UPDATE],
            five: GET |,
            six: "GET",
            seven: GET UPDATE,
            eight: *,
            nine::GET,
            pub ten: GET,
            ,
            struct: GET,
            größe: GET,
            #[cfg(test)]
            eleven: GET,
            fine: GET,
        }
        first() { root: GET }
        second("id") { root: GET }
        third(one, two) { root: GET }
        fourth: u32 { root: GET }
        fifth: { root: GET }
        sixth(id) extends admin.fine { root: GET }
        seventh(id) inherits { root: GET }
        eighth(id) inherits admin { root: GET }
        ninth(id) inherits admin::fine { root: GET }
        tenth(id) inherits admin.fine, admin.users { root: GET }
        eleventh(id) inherits admin.fine + { root: GET }
        "twelfth" { root: GET }
        { root: GET }
        self { root: GET }
        thirteenth(id) { root: GET },
        fourteenth(id) { root: GET }
        last
    }
}

mod no_module {
    guard_runtime::define_scopes! { admin { tools: GET } }
}

mod no_braces {
    guard_runtime::define_scopes! { pub mod scopes; }
}

mod two_modules {
    guard_runtime::define_scopes! { pub mod scopes {} pub mod more {} }
}

mod nothing {
    guard_runtime::define_scopes! {}
}

#[guard_runtime::requires_scope(admin.nonsense = FLY)]
async fn silent() -> &'static str {
    "silent"
}

guard_runtime::define_roles! {
    pub mod roles { silent { admin.nonsense = GET } }
}

fn main() {
    let _ = scopes::admin::fine::GET;
    let _ = scopes::fourteenth::root::GET;
}
