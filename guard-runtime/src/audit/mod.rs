//! The source audit: finds handlers without a gate before the program runs.

mod attributes;
mod error;
mod files;
mod finding;
mod imports;
mod judge;
mod macros;
mod path;
mod seen;
mod vocabulary;
mod walk;

use std::path::{Path, PathBuf};

pub use error::AuditError;
use files::Source;
pub use finding::Finding;

/// Reads source and finds the handlers that have no gate.
///
/// It finds
/// - functions with an actix route attribute (`#[get("/")]`, `#[actix_web::post("/")]`,
///   `#[routes]`, under another name, in `#[cfg_attr(…)]`) and no gate, wherever they stand:
///   in modules, in functions, in the text of macros;
/// - handlers registered by hand, `.to(handler)` and `web::to(handler)`, where a function of that
///   name in the source has no gate, and closures there.
///
/// The only way to have no gate is to say so: `#[no_auth]` on the function, or
/// `no_auth().handler(f)` where it is registered. A gate in a `#[cfg_attr(…)]` counts only for a
/// route under the same condition. A layer around a scope does not count: what is registered in
/// it may be registered elsewhere as well. Code of tests counts as all other code does.
///
/// It reads what stands in the files and expands nothing, so it cannot find
/// - what a macro makes of its arguments, and handlers that `build.rs` or `include!` bring in;
/// - a handler that comes from another crate, from a variable (`let h = list; … .to(h)`) or from a
///   function (`.to(make())`), and services without `to`: `fn_service(…)`, `Files`;
/// - files behind symbolic links, and cargo's `target` folders.
///
/// Strict mode and [`routes`](crate::routes) see those.
///
/// ```no_run
/// use guard_runtime::audit::Audit;
///
/// for finding in Audit::of("src")?.and("examples")?.findings() {
///     println!("{finding}");
/// }
/// # Ok::<(), guard_runtime::audit::AuditError>(())
/// ```
#[derive(Default)]
pub struct Audit {
    base: PathBuf,
    sources: Vec<Source>,
}

impl Audit {
    /// The source below a folder, or one file.
    ///
    /// # Errors
    ///
    /// [`AuditError`] names the folder that is missing or holds no source, or the file that cannot
    /// be read or is not Rust. Nothing is skipped.
    pub fn of(path: impl AsRef<Path>) -> Result<Self, AuditError> {
        Self::default().and(path)
    }

    /// The source below one more folder.
    ///
    /// # Errors
    ///
    /// As [`of`](Self::of).
    pub fn and(mut self, path: impl AsRef<Path>) -> Result<Self, AuditError> {
        files::read(&self.base, path.as_ref(), &mut self.sources)?;
        Ok(self)
    }

    /// Nothing yet; relative paths are meant from this folder.
    pub(crate) fn in_folder(base: PathBuf) -> Self {
        Self {
            base,
            sources: Vec::new(),
        }
    }

    /// The handlers without a gate, by file and position.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        judge::findings(&self.sources)
    }
}

impl std::fmt::Debug for Audit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let files = self.sources.iter().map(|source| &source.file);
        f.debug_list().entries(files).finish()
    }
}
