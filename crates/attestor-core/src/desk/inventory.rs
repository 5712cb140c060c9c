//! An inventory from the lists that publishers have already: a table, or a bill of materials.
//!
//! Both give the same components, or every fault at once.

mod bom;
mod cyclonedx;

use crate::certification::case::Component;
use crate::dossier;
use crate::fault::Fault;
use crate::id::Id;

#[cfg(test)]
mod tests;

/// The name that faults of a table carry.
pub const CSV_FILE: &str = "inventory.csv";
/// The name that faults of a bill of materials carry.
pub const CYCLONEDX_FILE: &str = "bom.json";

/// Reads a table in the form of a dossier's `inventory.csv`.
///
/// # Errors
/// Every fault with its line.
pub fn from_csv(text: &str) -> Result<Vec<Component>, Vec<Fault>> {
    dossier::components(CSV_FILE, text)
}

/// Reads a CycloneDX bill of materials, 1.4 to 1.6, in JSON: each component and each service is one
/// of the inventory, however deep it is nested, but the app itself (`metadata.component`).
///
/// - The id is the `bom-ref`, else name and version, with other characters than an id has as `-`;
///   a second one like it gets a number.
/// - The device type is the component's `type`, or `service`.
/// - A component of type `operating-system` inside another names that one's operating system; on
///   its own it is a component with itself as its operating system.
/// - The properties `attestor:environment`, `attestor:function` and `attestor:location` say what the
///   form has no place for. What is nested inherits environment and location; without either,
///   `environment` is taken.
///
/// # Errors
/// What is not JSON of this form, with its line; else every fault, with the component's name.
pub fn from_cyclonedx(text: &str, environment: &Id) -> Result<Vec<Component>, Vec<Fault>> {
    cyclonedx::components(text, environment)
}
