//! The publisher attestation: what a publisher says about an app before certification.

pub mod permission;
