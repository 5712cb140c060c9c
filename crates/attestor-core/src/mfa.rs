//! The report on multifactor authentication: from logs to three shares, their causes and forecasts.
//!
//! Read in this order:
//! - [`key`], [`moment`], [`zone`]: ids as 16 bytes, microseconds of time, where a day begins.
//! - [`event`]: one sign-in or request, whatever log it came from.
//! - [`rule`]: what counts as multifactor authentication, as data.
//! - [`source`]: records out of chunks of bytes, and events out of records.
//! - [`metric`]: the shares of a week, their lists, their trend and forecast.
//! - [`directory`]: accounts and policies, and who must use multifactor authentication.
//! - [`diagnosis`]: why a user is counted without it.

pub mod diagnosis;
pub mod directory;
pub mod event;
pub mod key;
pub mod metric;
pub mod moment;
pub mod rule;
pub mod source;
pub mod zone;
