//! What is told, by hand and at random.

mod answers;
mod apply;
mod brute;
mod declare;
mod dice;
mod model;
mod property;
mod rules;
mod told;
#[cfg(feature = "uuid")]
mod uuids;
