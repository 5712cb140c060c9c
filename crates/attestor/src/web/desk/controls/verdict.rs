//! What analysts and publishers say of a control: verdicts, handing in, not in place.

use attestor_core::certification::case::Verdict;
use attestor_core::desk::act::{Act, Judged};
use attestor_core::desk::file::CaseFile;
use attestor_core::id::Id;
use axum::extract::Path;

use super::list::missing;
use super::look::stand;
use super::one::{self, Again};
use crate::actions::desk::Refused;
use crate::web::desk::form::Typed;
use crate::web::desk::refused::NotDone;
use crate::web::desk::threads::act_anyway;
use crate::web::desk::visit::DeskVisit;
use crate::web::visit::Reply;

/// The verdicts of an analyst, in the order of forms.
pub(super) const VERDICTS: [Verdict; 4] =
    [Verdict::Approved, Verdict::RevisionRequested, Verdict::NotApplicable, Verdict::Failed];

/// The verdict with a word; `None` for what no analyst says.
pub(super) fn verdict_of(word: &str) -> Option<Verdict> {
    Verdict::parse(word).filter(|verdict| VERDICTS.contains(verdict))
}

/// A verdict as it was typed; else the key of what is wrong with it.
pub(in crate::web::desk) fn judged(typed: &Typed, control: &Id) -> Result<Judged, &'static str> {
    let word = typed.get("verdict");
    let external = word == "external";
    let verdict = if external { Some(Verdict::Approved) } else { verdict_of(word) };
    let external = if external { Id::parse(typed.get("external")).map(Some) } else { Some(None) };
    Ok(Judged {
        control: control.clone(),
        verdict: verdict.ok_or("desk-fault-verdict")?,
        reason: typed.get("reason").replace("\r\n", "\n"),
        external: external.ok_or("desk-fault-external")?,
    })
}

/// Does an act on a control, unless it changed since the page was made. Gives why not.
pub(in crate::web::desk) async fn act_on(
    visit: &DeskVisit,
    file: &CaseFile,
    (control, seen): (&Id, &str),
    act: Act,
) -> Result<u64, Refused> {
    if seen != stand(file, control) {
        return Err(Refused::Conflict { now: file.number });
    }
    act_anyway(visit, &file.id, act).await
}

type Place = Path<(String, String)>;

/// What was typed on the page of a control.
struct Asked {
    visit: DeskVisit,
    control: Id,
    case: String,
    typed: Typed,
}

impl Asked {
    fn of(visit: DeskVisit, (case, control): (String, String), typed: Typed) -> Option<Self> {
        Some(Self { visit, control: Id::parse(&control)?, case, typed })
    }

    /// Does an act and leads back to the control, or shows the page again with what was typed.
    async fn done(self, act: Result<Act, &'static str>, key: &str) -> Reply {
        let file = self.visit.case(&self.case).await?;
        let not_done = match act {
            Ok(act) => {
                let seen = (&self.control, self.typed.get("stand"));
                match act_on(&self.visit, &file, seen, act).await {
                    Ok(_) => {
                        let place = format!("/desk/cases/{}/controls/{}", self.case, self.control);
                        return self.visit.done(&place, key);
                    }
                    Err(refused) => NotDone::of(refused, self.visit.phrases())?,
                }
            }
            Err(key) => NotDone::fault(self.visit.phrases(), key),
        };
        let again = Again { typed: &self.typed, not_done: Some(not_done), file: None };
        one::answer(&self.visit, &self.case, &self.control, again).await
    }
}

/// Gives a verdict at once, or keeps it back until the review is sent.
pub(super) async fn judge(visit: DeskVisit, Path(place): Place, typed: Typed) -> Reply {
    let asked = Asked::of(visit, place, typed).ok_or_else(missing)?;
    let judged = judged(&asked.typed, &asked.control);
    if asked.typed.get("do") == "draft" {
        let act = judged.map(|judged| Act::DraftVerdict { judged });
        return asked.done(act, "desk-done-verdict-kept").await;
    }
    let act = judged.map(|judged| Act::Judge { verdicts: vec![judged] });
    asked.done(act, "desk-done-judged").await
}

/// Hands a control in for review, or hands it in anew.
pub(super) async fn submit(visit: DeskVisit, Path(place): Place, typed: Typed) -> Reply {
    let asked = Asked::of(visit, place, typed).ok_or_else(missing)?;
    let note = asked.typed.get("note").replace("\r\n", "\n");
    let act = Act::SubmitControl { control: asked.control.clone(), note };
    asked.done(Ok(act), "desk-done-submitted").await
}

/// States that a control is not in place.
pub(super) async fn declare(visit: DeskVisit, Path(place): Place, typed: Typed) -> Reply {
    let asked = Asked::of(visit, place, typed).ok_or_else(missing)?;
    let reason = asked.typed.get("absent").replace("\r\n", "\n");
    let act = Act::DeclareNotInPlace { control: asked.control.clone(), reason };
    asked.done(Ok(act), "desk-done-declared").await
}
