//! What all pages of the desk have: title, doors, who is signed in as what.

use attestor_core::desk::role::{Relation, Right};
use attestor_core::instant::Instant;

use super::assets;
use super::frame::Door;
use super::seat::Seat;
use super::shape::Link;
use crate::languages::Language;
use crate::people::caller::Caller;
use crate::phrases::Arg;

/// The doors in the bar on top: address, key of the words, and the right that opens it.
const DOORS: &[(&str, &str, Option<Right>)] = &[
    ("/desk", "people-frame-work", Some(Right::CaseRead)),
    ("/desk/cases", "people-frame-cases", Some(Right::CaseRead)),
    ("/desk/record", "people-frame-record", Some(Right::RecordRead)),
    #[cfg(feature = "lake")]
    ("/mfa", "mfa-nav", Some(Right::MfaRead)),
    ("/offerings", "offerings-nav", Some(Right::OfferingsPublish)),
    ("/systems", "systems-nav", Some(Right::SystemsEdit)),
    ("/watching", "watching-nav", Some(Right::TokensOwn)),
    ("/people", "people-frame-people", Some(Right::PeopleOwn)),
    ("/organizations", "people-frame-organizations", Some(Right::PeopleAll)),
    ("/", "people-frame-catalog", None),
];

/// The frame of a page.
pub(super) struct DeskFrame<'s> {
    seat: &'s Seat,
    /// What the page is about: what the window is called.
    pub(super) title: String,
    /// The way from the worker's front page to this one: the page itself last, without an address.
    /// Empty on pages that are no part of a case.
    pub(super) crumbs: Vec<Link>,
    /// What has just been done, for who comes from doing it.
    pub(super) said: Option<String>,
}

impl<'s> DeskFrame<'s> {
    /// The frame of a page with a title.
    pub(super) fn new(seat: &'s Seat, title: String) -> Self {
        let said = said(seat);
        Self { seat, title, crumbs: Vec::new(), said }
    }

    /// Sets the way to the page: pairs of address and words; then the page.
    pub(super) fn with_way(mut self, way: &[(String, String)], here: &str) -> Self {
        let step = |(address, text): &(String, String)| Link {
            address: address.clone(),
            text: text.clone(),
        };
        let last = Link { address: String::new(), text: here.to_owned() };
        self.crumbs = way.iter().map(step).chain(std::iter::once(last)).collect();
        self
    }

    /// Whether the caller belongs to the certification body.
    pub(super) fn is_staff(&self) -> bool {
        self.caller().is_some_and(Caller::is_staff)
    }

    /// The language of the page.
    pub(super) fn language(&self) -> Language {
        self.seat.language
    }

    /// The words of a key.
    pub(super) fn t(&self, key: &str) -> String {
        self.seat.phrases().word(key)
    }

    /// The words of a key with values.
    pub(super) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.seat.phrases().text(key, args)
    }

    /// The address of a style, script or picture.
    #[expect(clippy::unused_self, reason = "templates ask the frame for all addresses")]
    pub(super) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// Who is signed in.
    pub(super) fn caller(&self) -> Option<&Caller> {
        self.seat.caller.as_ref()
    }

    /// The word for the caller's role; empty without one.
    pub(super) fn role(&self) -> String {
        let role = self.caller().and_then(Caller::role);
        role.map_or_else(String::new, |role| self.t(&format!("people-role-{role}")))
    }

    /// The doors that are open to the caller.
    pub(super) fn doors(&self) -> Vec<Door> {
        let path = self.seat.uri.path();
        let open = DOORS.iter().filter(|(_, _, right)| right.is_none_or(|right| self.may(right)));
        let doors: Vec<_> = open.collect();
        let behind = |address: &str| path == address || path.starts_with(&format!("{address}/"));
        let here = doors.iter().map(|(address, ..)| *address).filter(|address| behind(address));
        let here = here.max_by_key(|address| address.len());
        let door = |(address, key, _): &&(&'static str, &'static str, Option<Right>)| Door {
            address: (*address).to_owned(),
            text: self.door_text(address, key),
            here: here == Some(*address),
        };
        doors.iter().map(door).collect()
    }

    /// The words of a door; behind that to notices, how many are new.
    fn door_text(&self, address: &str, key: &str) -> String {
        if address == "/watching" && self.seat.unseen > 0 {
            return self.text("watching-nav-new", &[("count", Arg::from(self.seat.unseen))]);
        }
        self.t(key)
    }

    /// Whether the caller may go through a door now.
    pub(super) fn may(&self, right: Right) -> bool {
        self.caller()
            .is_some_and(|caller| caller.has_enough_factors() && caller.may(right, Relation::None))
    }

    /// The day of an instant in the tables, in the form of the language.
    pub(super) fn day(&self, at: &str) -> String {
        let at = Instant::parse(at);
        at.map_or_else(String::new, |at| self.seat.phrases().day(at.day()))
    }

    /// Day and time of an instant in the tables.
    pub(super) fn time(&self, at: &str) -> String {
        let time = at.get(11..16).unwrap_or_default();
        self.text("people-time", &[("day", Arg::from(&self.day(at))), ("time", Arg::from(time))])
    }
}

/// The words of `?said=…` and, on pages of cases, of `?done=…-done-…`, if there are such words: a
/// closed list, so that nobody else's stand here.
fn said(seat: &Seat) -> Option<String> {
    let (name, done) = (seat.asked("said"), seat.asked("done"));
    let rooms = ["desk-done-", "offerings-done-", "watching-done-"];
    let is_done = rooms.iter().any(|room| done.starts_with(room));
    let key = if is_done { done } else { format!("people-said-{name}") };
    if !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        return None;
    }
    let text = seat.phrases().word(&key);
    (!text.starts_with('[')).then_some(text)
}
