//! The files to audit.

use std::fs;
use std::path::Path;

use super::AuditError;

/// One file, parsed.
pub(super) struct Source {
    /// As it was given, with forward slashes.
    pub(super) file: String,
    /// The folder that was given, then the module it holds, by its place below the folder.
    pub(super) module: Vec<String>,
    pub(super) syntax: syn::File,
}

/// Reads all source below a path.
pub(super) fn read(base: &Path, path: &Path, into: &mut Vec<Source>) -> Result<(), AuditError> {
    let before = into.len();
    let full = base.join(path);
    let unreadable = |error| AuditError::unreadable(path, error);
    let root = path.display().to_string();
    // The folder itself may be a link: it was named.
    if fs::metadata(&full).map_err(unreadable)?.is_dir() {
        read_folder(&full, path, &[root], into)?;
    } else {
        into.push(read_file(&full, path, vec![root])?);
    }
    if into.len() == before {
        return Err(AuditError::Nothing {
            path: path.display().to_string(),
        });
    }
    Ok(())
}

fn read_folder(
    full: &Path,
    shown: &Path,
    module: &[String],
    into: &mut Vec<Source>,
) -> Result<(), AuditError> {
    let unreadable = |error| AuditError::unreadable(shown, error);
    let entries = fs::read_dir(full).map_err(unreadable)?;
    let mut entries = entries.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (full, shown) = (entry.path(), shown.join(entry.file_name()));
        // Of the entry itself: links are not followed.
        let kind = entry
            .file_type()
            .map_err(|error| AuditError::unreadable(&shown, error))?;
        let name = shown.file_stem().unwrap_or_default().to_string_lossy();
        let mut module = module.to_vec();
        if kind.is_dir() {
            if !is_target(&full) {
                module.push(name.into_owned());
                read_folder(&full, &shown, &module, into)?;
            }
        } else if kind.is_file() && full.extension().is_some_and(|it| it == "rs") {
            if !["mod", "lib", "main"].contains(&name.as_ref()) {
                module.push(name.into_owned());
            }
            into.push(read_file(&full, &shown, module)?);
        }
    }
    Ok(())
}

/// Cargo's own folder; a module may be called `target` too.
fn is_target(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == "target") && folder.join("CACHEDIR.TAG").exists()
}

fn read_file(full: &Path, shown: &Path, module: Vec<String>) -> Result<Source, AuditError> {
    let text = fs::read_to_string(full).map_err(|error| AuditError::unreadable(shown, error))?;
    let file = shown.display().to_string().replace('\\', "/");
    let syntax = syn::parse_file(&text).map_err(|error| {
        let start = error.span().start();
        AuditError::NotRust {
            path: file.clone(),
            line: start.line,
            column: start.column + 1,
            message: error.to_string(),
        }
    })?;
    Ok(Source {
        file,
        module,
        syntax,
    })
}
