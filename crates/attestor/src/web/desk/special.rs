//! What the special screens of a case share.
//!
//! Read in this order:
//! - [`Room`]: the case around a screen, and what the worker may do there.
//! - [`Form`], [`send`], [`Back`]: a form becomes one act, or comes back with why not.
//! - [`Prose`], [`told`], [`money`]: reasons and amounts in words. [`sent_file`]: files of forms.

mod prose;
mod upload;

use attestor_core::desk::act::{Act, FileRef};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::{Right, grants};
use attestor_core::framework::{Framework, Visibility};
use axum::http::StatusCode;

pub(super) use self::prose::{Prose, plain, prose, said_by, told};
pub(super) use self::upload::{Taken, sent_file, taken};
use super::form::Typed;
use super::frame::Frame;
use super::nav::CaseNav;
pub(super) use super::nav::Here;
use super::refused::NotDone;
pub(super) use super::threads::Moment;
use super::visit::DeskVisit;
use crate::web::shape::Mark;
use crate::web::visit::Reply;

/// The case around a screen.
pub(super) struct Room {
    /// The address of the case.
    pub(super) case: String,
    /// The address of the screen.
    pub(super) here: String,
    /// The number of the last act, which forms send back.
    pub(super) seen: u64,
    /// The ways to the other screens.
    pub(super) nav: CaseNav,
    /// What the worker may do.
    pub(super) may: May,
}

/// What a worker may do with a case that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct May {
    /// Hand in for the publisher.
    pub(super) hand_in: bool,
    /// Judge for the certification body.
    pub(super) review: bool,
    /// Propose and confirm decisions.
    pub(super) decide: bool,
    /// Take the certificate back; also of a case that is over.
    pub(super) revoke: bool,
    /// See what is the certification body's own.
    pub(super) staff: bool,
}

impl May {
    /// What the worker of a visit may do with a case.
    pub(super) fn of(visit: &DeskVisit, file: &CaseFile) -> Self {
        let relation = visit.worker.relation(&file.organization);
        let holds = |right| grants(visit.worker.role, right, relation);
        let open = !file.stage().is_over();
        Self {
            hand_in: open && holds(Right::CaseHandIn),
            review: open && holds(Right::CaseReview),
            decide: open && holds(Right::CaseDecide),
            revoke: holds(Right::CaseRevoke),
            staff: visit.worker.is_staff(),
        }
    }

    /// Whether the worker sees what an edition shows to some only.
    pub(super) fn sees(self, visibility: Visibility) -> bool {
        self.staff || visibility == Visibility::Shown
    }
}

impl Room {
    /// The room of a screen.
    pub(super) fn new(visit: &DeskVisit, file: &CaseFile, here: Here) -> Self {
        Self {
            case: Here::Overview.address(&file.id),
            here: here.address(&file.id),
            nav: CaseNav::new(visit, file, here),
            seen: file.number,
            may: May::of(visit, file),
        }
    }
}

/// The frame of a screen with the way to it.
pub(super) fn frame<'v>(visit: &'v DeskVisit, room: &Room, title: String) -> Frame<'v> {
    let here = room.nav.links.iter().find(|link| link.here);
    let here = here.map_or_else(|| title.clone(), |link| link.text.clone());
    visit.frame(title).with_way(&room.nav.way, &here)
}

/// A form that was sent.
pub(super) struct Form {
    /// What was typed.
    pub(super) typed: Typed,
    /// The file that came with it.
    pub(super) file: Option<FileRef>,
    /// What it asks for, or what is wrong with it.
    pub(super) act: Result<Act, NotDone>,
    /// Where it leads when it is done, behind the address of the case.
    pub(super) room: &'static str,
    /// What is said then.
    pub(super) done: &'static str,
}

/// What came back with a form.
#[derive(Default)]
pub(super) struct Back {
    /// What was typed.
    pub(super) typed: Typed,
    /// The file that came with it and is kept.
    pub(super) file: Option<FileRef>,
    /// Why it was not done.
    pub(super) not_done: Option<NotDone>,
}

impl Back {
    /// The status of the answer.
    pub(super) fn status(&self) -> StatusCode {
        self.not_done.as_ref().map_or(StatusCode::OK, |it| it.status)
    }

    /// What was typed into a form, if it is the one that came back.
    pub(super) fn of(&self, form: &str) -> Option<&Typed> {
        Some(&self.typed).filter(|typed| self.not_done.is_some() && typed.get("form") == form)
    }

    /// What a field of a form shows: what was typed, else what is known.
    pub(super) fn value(&self, (form, field): (&str, &str), known: &str) -> String {
        self.of(form).map_or_else(|| known.to_owned(), |typed| typed.raw(field).to_owned())
    }
}

/// The page of a screen for a case.
pub(super) type View = fn(&DeskVisit, &CaseFile, &Back) -> Reply;

/// Does what a form asks for and leads to the screen, or shows the page with the form again.
pub(super) async fn send(visit: &DeskVisit, case: &str, form: Form, view: View) -> Reply {
    let Form { typed, file: sent, act, room, done } = form;
    let refused = match act {
        Err(fault) => fault,
        Ok(act) => match visit.act(case, typed.seen(), act).await {
            Ok(_) => return visit.done(&format!("/desk/cases/{case}/{room}"), done),
            Err(refused) => NotDone::of(refused, visit.phrases())?,
        },
    };
    let file = visit.case(case).await?;
    view(visit, &file, &Back { typed, file: sent, not_done: Some(refused) })
}

/// An amount in hundredths with its currency: `2,500.00 EUR`.
pub(super) fn money(visit: &DeskVisit, hundredths: u64, currency: &str) -> String {
    let whole = i64::try_from(hundredths / 100).unwrap_or(i64::MAX);
    let number = visit.phrases().formats().number(whole);
    format!("{number}.{:02} {currency}", hundredths % 100)
}

/// A choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// What is sent.
    pub(super) value: String,
    /// What is shown.
    pub(super) text: String,
    /// Whether it is chosen.
    pub(super) chosen: bool,
}

/// The choices of a list, one of them chosen.
pub(super) fn choices(
    all: impl IntoIterator<Item = (String, String)>,
    chosen: &str,
) -> Vec<Choice> {
    let choice = |(value, text): (String, String)| Choice { chosen: value == chosen, value, text };
    all.into_iter().map(choice).collect()
}

/// A mark for yes or no.
pub(super) fn yes_no(visit: &DeskVisit, yes: bool) -> Mark {
    if yes {
        Mark::new("ok", "check", visit.t("desk-yes"))
    } else {
        Mark::new("none", "dash", visit.t("desk-no"))
    }
}

/// The title of an external framework; its id where the edition does not know it.
pub(super) fn framework_title(program: &Framework, id: &attestor_core::id::Id) -> String {
    let found = program.external_framework(id);
    found.map_or_else(|| id.to_string(), |found| found.title.clone())
}

#[cfg(test)]
pub(super) mod tests;
