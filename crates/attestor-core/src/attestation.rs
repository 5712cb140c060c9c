//! What a publisher says about an app: the questionnaire, its published pages, its permissions.
//!
//! Read in this order:
//! - [`question`]: the questionnaire as data: ids, types, conditions, places on the page forms.
//! - [`page`]: reading a published page of either form in any language, without losing a fact.
//! - [`permission`]: requested API permissions, and whether they are the least that is needed.

pub mod page;
pub mod permission;
pub mod question;
