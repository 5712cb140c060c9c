//! From a case to a decision.
//!
//! Read [`case`] for what is known of an app, [`reason`] for how rules explain themselves, then
//! follow a case: [`start`] (may it begin), [`scope`] and [`sample`] (what is looked at),
//! [`documents`], [`evidence`], [`pentest`], [`external`] (what was handed in), [`controls`] (what
//! that shows), [`score`] and [`decision`] (what follows). [`clock`], [`lifecycle`], [`change`] and
//! [`retention`] tell what is due when.

pub mod attestation;
pub mod booking;
pub mod case;
pub mod change;
pub mod clock;
pub mod conditions;
pub mod controls;
pub mod decision;
pub mod documents;
pub mod evidence;
pub mod external;
pub mod findings;
pub mod hard_fails;
pub mod lifecycle;
pub mod pentest;
pub mod permissions;
pub mod reason;
pub mod retention;
pub mod sample;
pub mod scope;
pub mod score;
pub mod start;
pub mod steps;
