//! One file per thing the product does: load, ask the core, hand over the result. Doors call these.

pub(crate) mod assess;
pub(crate) mod report;
