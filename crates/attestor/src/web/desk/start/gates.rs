//! The gates in order: verification, attestation, terms, start.

use attestor_core::certification::case::{Consent, Verification};
use attestor_core::certification::start;
use attestor_core::desk::file::{AttestationReview, Stage};

use crate::phrases::Arg;
use crate::web::desk::look::Look;
use crate::web::shape::Mark;

/// A gate.
pub(super) struct Gate {
    /// Its name.
    pub(super) title: String,
    /// How it stands.
    pub(super) mark: Mark,
    /// What it says now.
    pub(super) text: String,
    /// Who must act; empty for nobody.
    pub(super) who: String,
}

/// The fact of the page.
pub(super) fn heading(look: &Look<'_>) -> String {
    if look.standing.stage != Stage::NotStarted {
        let day = look.file.case.dates.started_on.map(|day| look.day(day).text);
        let day = day.unwrap_or_default();
        return look.text("desk-start-started", &[("day", Arg::from(&day))]);
    }
    let open = gates(look).iter().filter(|gate| gate.mark.class != "ok").count();
    // The last gate is the start itself.
    look.counted("desk-start-open", open.saturating_sub(1))
}

/// The gates.
pub(super) fn gates(look: &Look<'_>) -> Vec<Gate> {
    vec![attestation(look), verification(look), terms(look), begin(look)]
}

fn gate(look: &Look<'_>, title: &str, mark: (&'static str, &'static str, &str), who: &str) -> Gate {
    let (class, symbol, key) = mark;
    Gate {
        title: look.t(title),
        mark: Mark::new(class, symbol, look.t(key)),
        text: String::new(),
        who: if who.is_empty() { String::new() } else { look.t(who) },
    }
}

fn verification(look: &Look<'_>) -> Gate {
    let title = "desk-start-verification";
    let analyst = "desk-party-analyst";
    match &look.file.case.verification {
        Verification::Verified { partner_id } => Gate {
            text: look.text("desk-start-partner", &[("id", Arg::from(partner_id))]),
            ..gate(look, title, ("ok", "check", "desk-start-verified"), "")
        },
        Verification::NotApplicable { reason } => Gate {
            text: reason.clone(),
            ..gate(look, title, ("ok", "dash", "desk-start-not-applicable"), "")
        },
        Verification::Unverified => {
            gate(look, title, ("warn", "empty", "desk-start-unverified"), analyst)
        }
        Verification::Withdrawn => {
            gate(look, title, ("bad", "alert", "desk-start-withdrawn"), analyst)
        }
    }
}

fn attestation(look: &Look<'_>) -> Gate {
    let title = "desk-start-attestation";
    let publisher = "desk-party-publisher";
    let dated = look.file.case.attestation.as_ref().and_then(|it| it.submitted_on);
    let day = dated.map(|day| look.day(day).text).unwrap_or_default();
    let text = if day.is_empty() {
        String::new()
    } else {
        look.text("desk-start-attested-on", &[("day", Arg::from(&day))])
    };
    let gate = |mark, who| gate(look, title, mark, who);
    let found = match &look.file.attestation {
        AttestationReview::Missing => {
            return gate(("warn", "empty", "desk-start-attestation-missing"), publisher);
        }
        AttestationReview::Submitted => {
            gate(("info", "clock", "desk-start-attestation-submitted"), "desk-party-analyst")
        }
        AttestationReview::Returned { reason } => {
            let found = gate(("warn", "alert", "desk-start-attestation-returned"), publisher);
            return Gate { text: reason.clone(), ..found };
        }
        AttestationReview::Approved => gate(("ok", "check", "desk-start-attestation-approved"), ""),
    };
    Gate { text, ..found }
}

fn terms(look: &Look<'_>) -> Gate {
    let title = "desk-start-terms";
    match look.file.case.consent {
        Consent::Given => gate(look, title, ("ok", "check", "desk-start-terms-given"), ""),
        Consent::Missing => {
            let mark = ("warn", "empty", "desk-start-terms-missing");
            gate(look, title, mark, "desk-party-publisher")
        }
    }
}

fn begin(look: &Look<'_>) -> Gate {
    let title = "desk-start-begin";
    if look.standing.stage != Stage::NotStarted {
        return gate(look, title, ("ok", "check", "desk-start-begun"), "");
    }
    let ready =
        look.assessment.start.is_empty() && look.file.attestation == AttestationReview::Approved;
    if ready {
        let mark = ("info", "clock", "desk-start-ready");
        return gate(look, title, mark, "desk-party-publisher");
    }
    gate(look, title, ("none", "empty", "desk-start-later"), "")
}

/// Answers of the attestation that do not go together.
pub(super) fn inconsistent(look: &Look<'_>) -> Vec<String> {
    let Some(attestation) = &look.file.case.attestation else { return Vec::new() };
    start::inconsistencies(attestation).iter().map(|it| look.reason(it)).collect()
}
