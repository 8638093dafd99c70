//! What the attributes leave for the documentation.

/// Has the operation that utoipa makes of a handler name the handler: see `handlers::operation`.
///
/// Whether there is such an operation, the attribute cannot know: `#[utoipa::path]` has expanded
/// already where it stands above. So a type of that name stands in for it outside of the block in
/// which the module's own, if there is one, comes into sight and goes before.
#[cfg(feature = "openapi")]
#[doc(hidden)]
#[macro_export]
macro_rules! __document {
    ($path:ident, $gate:ty) => {
        const _: () = {
            // Named here, where nothing of the module stands before what the gate's own macros name.
            #[allow(dead_code)]
            type __GuardOfOperation = $gate;

            #[allow(dead_code, non_camel_case_types)]
            pub struct $path;

            impl $crate::__private::utoipa::Path for $path {
                fn methods() -> ::std::vec::Vec<$crate::__private::utoipa::openapi::HttpMethod> {
                    ::std::vec::Vec::new()
                }

                fn path() -> ::std::string::String {
                    ::std::string::String::new()
                }

                fn operation() -> $crate::__private::utoipa::openapi::path::Operation {
                    ::core::default::Default::default()
                }
            }

            const _: () = {
                #[allow(unused_imports, clippy::wildcard_imports)]
                use self::*;

                #[allow(dead_code, non_local_definitions)]
                impl $path {
                    #[doc(hidden)]
                    #[must_use]
                    pub fn operation() -> $crate::__private::utoipa::openapi::path::Operation {
                        $crate::__private::operation::<Self, __GuardOfOperation>()
                    }
                }
            };
        };
    };
}

/// Without the documentation there is nothing to leave.
#[cfg(not(feature = "openapi"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __document {
    ($path:ident, $gate:ty) => {};
}
