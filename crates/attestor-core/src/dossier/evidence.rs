//! `documents.yaml` and `evidence.yaml`: what was handed in.

use std::collections::BTreeMap;

use super::resolve::Row;
use crate::certification::case::{Document, Evidence, Target};
use crate::day::Day;
use crate::fault::Problem;
use crate::id::{Id, Spot};
use crate::source::{Decode, Fields, Kind, Node, Sink};

/// What `documents.yaml` says.
pub(super) struct DocumentsFile(pub(super) Vec<Row<Document>>);

impl Decode for DocumentsFile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let documents = fields.items("documents");
        fields.finish();
        documents.map(Self)
    }
}

impl Decode for Row<Document> {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let kind = fields.required("kind");
        let file = fields.required::<Spot<String>>("file");
        let dated_on = fields.optional("dated_on");
        fields.finish();
        let file = file?;
        Some(Self {
            value: Document { kind: kind?, file: file.value, dated_on: dated_on? },
            file: file.place,
        })
    }
}

/// What `evidence.yaml` says.
pub(super) struct EvidenceFile(pub(super) Vec<Row<Evidence>>);

impl Decode for EvidenceFile {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let evidence = fields.items("evidence");
        fields.finish();
        evidence.map(Self)
    }
}

impl Decode for Row<Evidence> {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, sink)?;
        let id = fields.required("id");
        let file = fields.required::<Spot<String>>("file");
        let kind = fields.required("kind");
        let form = fields.required("form");
        let captured_on = fields.required::<Day>("captured_on");
        let submitted_on = fields.optional::<Day>("submitted_on");
        let targets = fields.some_items("for");
        let components = fields.items::<Id>("components");
        let shows = fields.items::<Id>("shows");
        let figures = fields.optional::<Figures>("figures");
        let process_built_on = fields.optional("process_built_on");
        let runs = fields.optional("runs");
        let line = fields.line;
        fields.finish();
        let (file, captured_on, submitted_on) = (file?, captured_on?, submitted_on?);
        if let Some(handed_in) = submitted_on.filter(|&handed_in| handed_in < captured_on) {
            let words =
                format!("handed in on {handed_in}, before it was captured on {captured_on}");
            sink.add_at(line, Problem::Inconsistent(words));
        }
        let value = Evidence {
            id: id?,
            file: file.value,
            kind: kind?,
            form: form?,
            captured_on,
            submitted_on,
            targets: targets?,
            components: components?.into_iter().collect(),
            shows: shows?.into_iter().collect(),
            figures: figures?.map(|figures| figures.0).unwrap_or_default(),
            process_built_on: process_built_on?,
            runs: runs?,
        };
        Some(Self { value, file: file.place })
    }
}

/// `CONTROL` or `CONTROL/PART`.
impl Decode for Target {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let (control, part) = text
            .split_once('/')
            .map_or((text.as_str(), None), |(control, part)| (control, Some(part)));
        let target = Id::parse(control).and_then(|control| match part {
            None => Some(Self { control, part: None }),
            Some(part) => Id::parse(part).map(|part| Self { control, part: Some(part) }),
        });
        if target.is_none() {
            sink.add(node, Problem::NotAnId { found: text });
        }
        target
    }
}

struct Figures(BTreeMap<Id, String>);

impl Decode for Figures {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            sink.add(node, Problem::WrongKind { expected: "a map", found: node.kind.name() });
            return None;
        };
        let mut figures = BTreeMap::new();
        for (key, line, value) in entries {
            let value = String::decode(value, sink);
            match (Id::parse(key), value) {
                (Some(id), Some(value)) => {
                    figures.insert(id, value);
                }
                (None, _) => sink.add_at(*line, Problem::NotAnId { found: key.clone() }),
                (Some(_), None) => {}
            }
        }
        Some(Self(figures))
    }
}
