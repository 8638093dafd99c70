//! Records in the application's database, read and changed as the rules of their models allow.

mod aggregate;
mod answer;
mod change;
mod chosen;
mod create;
mod db;
mod error;
mod executor;
mod explain;
mod filter;
mod find;
mod joined;
mod key;
mod parts;
mod raw;
mod read;
mod related;
mod rules;
mod save;
mod set;
mod transaction;
mod update;
mod values;

pub use aggregate::Grouped;
pub use change::Written;
pub use create::Create;
pub use db::GuardedDb;
pub use error::AccessError;
pub use explain::Explain;
#[cfg(feature = "admin")]
pub(crate) use filter::containing;
pub use filter::{Filter, FilterBy, field};
pub use find::{Find, KeyOf, ReadableOf};
pub use joined::Join;
pub use read::Page;
pub use related::With;
pub use update::Update;
pub(crate) use values::condition;
