//! What a publisher says about an app: the questionnaire, and pages that were published with it.
//!
//! Read in this order:
//! - [`question`]: the questionnaire as data: ids, types, conditions, places on the page forms.
//! - [`page`]: reading a published page of either form in any language, without losing a fact.

pub mod page;
pub mod question;
