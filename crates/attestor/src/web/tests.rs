//! What tests of several pages share.

pub(super) mod desk;
