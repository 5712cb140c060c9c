//! The rules of app-compliance certification: values in, values out.
//!
//! Read in this order:
//! - [`day`], [`instant`], [`ratio`], [`answer`], [`party`]: the small values everything is said with.
//! - [`fault`], [`source`]: strict reading of YAML text, every fault at once with file and line.
//! - [`framework`]: a certification program as data, loaded and checked.
//! - [`attestation`]: the questionnaire, published pages, permissions.
//! - [`certification`]: scope, sample, evidence, score, decision, life of a certificate.
//! - [`dossier`]: an app's case as a folder of plain files, read and written.
//! - [`desk`]: who may do what to a case.
//! - [`checks`]: verdicts on observed facts, such as the TLS versions of a listener.
//! - [`trust`]: what a provider is certified for, and what a customer inherits.
//! - [`mfa`]: the report on multifactor authentication, from logs to shares and their causes.
//!
//! Nothing in this package reads a clock, a file, the network or the environment.

pub mod answer;
pub mod attestation;
pub mod basis;
pub mod certification;
pub mod checks;
pub mod day;
pub mod desk;
pub mod digest;
pub mod dossier;
pub mod fault;
pub mod framework;
pub mod id;
pub mod instant;
pub mod mfa;
pub mod party;
pub mod ratio;
pub mod source;
pub mod trust;
mod word;
