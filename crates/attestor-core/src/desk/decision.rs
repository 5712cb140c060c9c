//! What a decision rests on, by digests, so that it can be worked out again.

use std::fmt::Write as _;

use crate::certification::case::Case;
use crate::certification::decision::{Assessment, assess};
use crate::certification::reason::Reason;
use crate::digest::Digest;
use crate::dossier;
use crate::framework::Library;

use super::act::Grounds;
use super::guard::Rules;
use crate::day::Day;

/// The digest of the facts of a case: of the files of its dossier.
#[must_use]
pub fn case_digest(library: &Library, rules: Rules<'_>, case: &Case) -> Digest {
    let files = dossier::write(library, rules.program, case);
    Digest::of_parts(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())))
}

/// The digest of everything that an assessment says: conclusion, reasons, controls, points, hard
/// fails and documents, each on a line of its own.
#[must_use]
pub fn assessment_digest(assessment: &Assessment<'_>) -> Digest {
    let mut text = String::new();
    let mut line = |kind: &str, id: &str, state: &str, reasons: &[Reason]| {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{kind}\t{id}\t{state}");
        for reason in reasons {
            let _ = write!(text, "\t{}", reason.rule);
            for (name, value) in &reason.facts {
                let _ = write!(text, "\t{name}={value:?}");
            }
            let _ = writeln!(text);
        }
    };
    line("outcome", "", assessment.outcome.as_str(), &assessment.reasons);
    for it in &assessment.documents {
        line("document", it.rule.id.value.as_str(), it.state.as_str(), &it.reasons);
    }
    for it in &assessment.controls {
        line("control", it.control.id.value.as_str(), it.state.as_str(), &it.reasons);
    }
    for it in &assessment.hard_fails {
        line("hard-fail", it.hard_fail.id.value.as_str(), it.state.as_str(), &it.reasons);
    }
    for it in &assessment.domains {
        let points = format!("{}/{} {}", it.points.part, it.points.whole, it.passed);
        line("domain", it.domain.id.value.as_str(), &points, &[]);
    }
    Digest::of(text.as_bytes())
}

/// What a decision on a day rests on.
#[must_use]
pub fn grounds(library: &Library, rules: Rules<'_>, case: &Case, day: Day) -> Grounds {
    let assessment = assess(rules.program, rules.permissions, case, day);
    Grounds {
        assessed_on: day,
        outcome: assessment.outcome,
        edition: rules.program.digest,
        case: case_digest(library, rules, case),
        assessment: assessment_digest(&assessment),
    }
}
