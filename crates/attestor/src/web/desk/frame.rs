//! What all pages of the desk have.

pub(in crate::web) use crate::web::desk_frame::DeskFrame as Frame;
