//! What is sold: invoices with their lines, the contacts they go to, and what else tests need.

pub mod campaign;
pub mod contact;
pub mod invoice;
pub mod line;
pub mod memo;
pub mod tag;
pub mod wish;
