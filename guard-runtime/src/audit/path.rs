//! Paths as texts.

use syn::Path;

/// The path's names, without generic arguments.
pub(super) fn segments(path: &Path) -> Vec<String> {
    let segments = path.segments.iter();
    segments.map(|segment| unraw(&segment.ident)).collect()
}

/// `r#get` is `get`.
pub(super) fn unraw(name: &syn::Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}
