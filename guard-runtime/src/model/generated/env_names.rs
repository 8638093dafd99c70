//! What editors show of the values that every env has.
#![allow(non_camel_case_types, reason = "as rules call them")]

/// `env.uid`: the user's id. [`Env::uid`](crate::Env::uid)
#[derive(Debug)]
pub struct uid;

/// `env.cid`: the company the user works in now; absent if there is none.
/// [`Env::cid`](crate::Env::cid)
#[derive(Debug)]
pub struct cid;

/// `env.cids`: the user's active companies, a list. [`Env::cids`](crate::Env::cids)
#[derive(Debug)]
pub struct cids;

/// `env.contact_id`: the contact record that stands for the user; absent if there is none.
/// [`Env::contact_id`](crate::Env::contact_id)
#[derive(Debug)]
pub struct contact_id;
