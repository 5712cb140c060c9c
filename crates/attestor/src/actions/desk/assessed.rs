//! The assessment of a case as data, with what its edition hides from publishers left out.

use attestor_core::desk::decision::case_digest;
use attestor_core::desk::file::CaseFile;
use attestor_core::framework::{Framework, Visibility};
use serde_json::Value as Json;

use super::{Desk, Worker};
use crate::phrases::Phrases;
use crate::report::{Audience, Subject, wire};
use crate::stop::Stop;

/// The fields of a domain that tell points.
const POINTS: [&str; 3] = ["met", "applicable", "percent"];

/// Whether a worker may see something that an edition shows or hides.
fn sees(worker: &Worker, visibility: Visibility) -> bool {
    worker.is_staff() || visibility == Visibility::Shown
}

/// Whether a worker sees points and weights of a program.
pub(crate) fn sees_points(worker: &Worker, program: &Framework) -> bool {
    sees(worker, program.edition.scores)
}

impl Desk {
    /// The assessment of a case today, in the form of `assess --format json`. Points and pass marks
    /// that a worker may not see are null.
    pub(crate) fn assessed(
        &self,
        worker: &Worker,
        file: &CaseFile,
        phrases: &Phrases,
    ) -> Result<Json, Stop> {
        let rules = self.rules(file)?;
        let assessment = rules.assess(file, self.clock().today());
        let audience = if worker.is_staff() { Audience::Analyst } else { Audience::Publisher };
        let digest = case_digest(self.library(), rules, &file.case).to_string();
        let subject = Subject {
            program: rules.program,
            case: &file.case,
            assessment: &assessment,
            dossier_digest: &digest,
            audience,
        };
        // Through text: shares are written as the decimals that they are, never as binary fractions.
        let text = serde_json::to_string(&wire::of(phrases, &subject));
        let text = text.map_err(|error| Stop::Failure(error.to_string()))?;
        let mut whole: Json =
            serde_json::from_str(&text).map_err(|error| Stop::Failure(error.to_string()))?;
        if !sees_points(worker, rules.program) {
            hide_points(&mut whole);
        }
        Ok(whole)
    }
}

fn hide_points(whole: &mut Json) {
    let hide = |rows: Option<&mut Json>, names: &[&str]| {
        let rows = rows.and_then(Json::as_array_mut).into_iter().flatten();
        for row in rows.filter_map(Json::as_object_mut) {
            for (_, value) in row.iter_mut().filter(|(name, _)| names.contains(&name.as_str())) {
                *value = Json::Null;
            }
        }
    };
    hide(whole.get_mut("domains"), &POINTS);
    hide(whole.get_mut("controls"), &["weight"]);
}
