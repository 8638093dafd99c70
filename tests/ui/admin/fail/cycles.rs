//! Trees that lead back to themselves.
use guard_runtime::admin::{PageGroup, page_group};

#[page_group(under = Two)]
struct One;
impl PageGroup for One {}

#[page_group(under = Three)]
struct Two;
impl PageGroup for Two {}

#[page_group(under = One)]
struct Three;
impl PageGroup for Three {}

#[page_group(under = Itself)]
struct Itself;
impl PageGroup for Itself {}

fn main() {}
