//! What all pages of the desk have.

use super::visit::DeskVisit;
use crate::languages::Language;
use crate::phrases::{Arg, Phrases};
use crate::web::assets;
use crate::web::shape::{Link, Mark};

/// The frame of a page.
pub(in crate::web) struct Frame<'v> {
    visit: &'v DeskVisit,
    phrases: &'v Phrases,
    /// The language.
    pub(in crate::web) language: Language,
    /// What the page is about.
    pub(in crate::web) title: String,
    /// The way from the worker's front page to this one, the page itself last, without an address.
    pub(in crate::web) crumbs: Vec<Link>,
    /// What was done just now; empty for nothing.
    pub(in crate::web) flash: Option<Mark>,
}

impl<'v> Frame<'v> {
    /// The frame of a page with a title.
    pub(super) fn new(visit: &'v DeskVisit, title: String) -> Self {
        let known = |key: &&String| {
            key.starts_with("desk-done-")
                && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        let done = visit.query.get("done").filter(known);
        Self {
            phrases: visit.phrases(),
            language: visit.language,
            title,
            crumbs: Vec::new(),
            flash: done.map(|key| Mark::new("ok", "check", visit.t(key))),
            visit,
        }
    }

    /// Sets the way to the page: pairs of address and words; then the page.
    pub(in crate::web) fn with_way(mut self, way: &[(String, String)], here: &str) -> Self {
        let step = |(address, text): &(String, String)| Link {
            address: address.clone(),
            text: text.clone(),
        };
        let last = Link { address: String::new(), text: here.to_owned() };
        self.crumbs = way.iter().map(step).chain(std::iter::once(last)).collect();
        self
    }

    /// The words of a key.
    pub(in crate::web) fn t(&self, key: &str) -> String {
        self.phrases.word(key)
    }

    /// The words of a key with values.
    pub(in crate::web) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.phrases.text(key, args)
    }

    /// The address of a style, script or picture.
    #[expect(clippy::unused_self, reason = "templates ask the frame for all addresses")]
    pub(in crate::web) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// As whom the worker sees the page.
    pub(in crate::web) fn seen_as(&self) -> String {
        let role =
            self.t(&format!("people-role-{}", self.visit.worker.role.as_str().replace('_', "-")));
        let organization = Arg::from(&self.visit.organization);
        self.text("desk-seen-as", &[("role", Arg::from(&role)), ("organization", organization)])
    }

    /// Who is signed in.
    pub(in crate::web) fn name(&self) -> &str {
        &self.visit.worker.name
    }

    /// Whether the worker belongs to the certification body.
    pub(in crate::web) fn is_staff(&self) -> bool {
        self.visit.worker.is_staff()
    }

    /// Whether an address is the page's own or leads to its room.
    pub(in crate::web) fn is_here(&self, address: &str) -> bool {
        let path = self.visit.uri.path();
        path == address || path.strip_prefix(address).is_some_and(|rest| rest.starts_with('/'))
    }
}
