//! The controls of a case, and one control with its evidence and conversations.
//!
//! Read in this order:
//! - `look`: a case assessed once, with who looks at it. `marks`: words, shapes, colors.
//! - `list`: all controls by family, filters, one verdict on several.
//! - `complete`: all evidence is in.
//! - `one`: a control: `requirement` (what it asks for), `sample` (which components), `panel` (what
//!   who looks may do), `verdict` (what analysts and publishers say of it).

mod complete;
mod list;
pub(super) mod look;
pub(super) mod marks;
pub(super) mod one;
mod panel;
mod requirement;
pub(super) mod sample;
pub(super) mod verdict;

#[cfg(test)]
mod tests;

use attestor_core::desk::role::Right;

pub(super) use self::list::Choice;
pub(super) use self::requirement::check_text as requirement_text;

use crate::web::access::{Need, Routes};

/// The addresses of this room.
pub(super) fn routes() -> Routes {
    let read = Need::Case(Right::CaseRead);
    let review = Need::Case(Right::CaseReview);
    let hand_in = Need::Case(Right::CaseHandIn);
    Routes::new()
        .get("/desk/cases/{case}/controls", read, list::show)
        .post("/desk/cases/{case}/controls", review, list::judge)
        .post("/desk/cases/{case}/complete", hand_in, complete::say)
        .get("/desk/cases/{case}/controls/{control}", read, one::show)
        .get("/desk/cases/{case}/controls/{control}/verdict", read, one::back)
        .post("/desk/cases/{case}/controls/{control}/verdict", review, verdict::judge)
        .get("/desk/cases/{case}/controls/{control}/submit", read, one::back)
        .post("/desk/cases/{case}/controls/{control}/submit", hand_in, verdict::submit)
        .get("/desk/cases/{case}/controls/{control}/absent", read, one::back)
        .post("/desk/cases/{case}/controls/{control}/absent", hand_in, verdict::declare)
}
