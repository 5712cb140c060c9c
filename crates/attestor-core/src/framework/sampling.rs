//! How many components of each stratum are drawn.

use crate::source::{Decode, Fields, Node, Sink};
use crate::word::words;

use super::bounds::{Bounds, Row, Table};
use crate::basis::Basis;

words! {
    /// A property by which components are divided into strata.
    pub enum StratumKey {
        /// The operating system.
        OperatingSystem = "operating-system",
        /// The main function.
        Function = "function",
        /// The type of device.
        DeviceType = "device-type",
        /// The place.
        Location = "location",
    }
}

words! {
    /// How a sample grows when its components differ from each other.
    pub enum Enlarge {
        /// To the next larger figure of the table, after the largest to the whole stratum.
        NextFigureThenWhole = "next-figure-then-whole",
    }
}

/// A row of the sampling table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplingRow {
    bounds: Bounds,
    /// How many components are drawn from a population in these bounds.
    pub sample: u32,
    /// How far the row carries.
    pub basis: Basis,
}

impl Row for SamplingRow {
    fn bounds(&self) -> Bounds {
        self.bounds
    }
}

impl Decode for SamplingRow {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let from = fields.required::<u32>("from");
        let to = fields.optional::<u32>("to");
        let sample = fields.required("sample");
        let basis = fields.required("basis");
        fields.finish();
        let bounds = Bounds { from: i64::from(from?), to: to?.map(i64::from) };
        Some(Self { bounds, sample: sample?, basis: basis? })
    }
}

/// The sampling rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sampling {
    /// The properties that make a stratum.
    pub strata: Vec<StratumKey>,
    /// Sample sizes by population of a stratum; covers 0 and everything above.
    pub table: Table<SamplingRow>,
    /// How a sample grows.
    pub enlarge: Enlarge,
}

impl Decode for Sampling {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let strata = fields.some_items("strata");
        let strata_basis = fields.required::<Basis>("strata_basis");
        let source = fields.required::<String>("source");
        let table = super::load::table(&mut fields, "table", sink, 0, None);
        let enlarge = fields.required("enlarge");
        let enlarge_basis = fields.required::<Basis>("enlarge_basis");
        fields.finish();
        strata_basis.and(source).and(enlarge_basis)?;
        Some(Self { strata: strata?, table: table?, enlarge: enlarge? })
    }
}
