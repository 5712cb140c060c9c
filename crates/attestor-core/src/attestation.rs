//! What a publisher says about an app: the questionnaire, published pages, requested permissions.
//!
//! Read in this order:
//! - [`question`]: the questionnaire as data: ids, types, conditions, places on the page forms.
//! - [`page`]: reading a published page of either form in any language without losing a fact, and
//!   writing one.
//! - [`text`]: free text with its language and where it comes from.
//! - [`catalog`]: which app a page speaks of, what changed, what does not fit, what is counted.
//! - [`permission`]: least privilege among the permissions that an app requests.

pub mod catalog;
pub mod page;
pub mod permission;
pub mod question;
pub mod text;
