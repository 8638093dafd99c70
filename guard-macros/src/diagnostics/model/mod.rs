//! What is said of `#[model_access(…)]`.

pub(crate) mod column;
pub(crate) mod compare;
pub(crate) mod env;
mod expression;
pub(crate) mod fields;
pub(crate) mod grant;
pub(crate) mod item;
pub(crate) mod method;
pub(crate) mod ops;
pub(crate) mod relation;
pub(crate) mod request;
pub(crate) mod rule;
pub(crate) mod view;
