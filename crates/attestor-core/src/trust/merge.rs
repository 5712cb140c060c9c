//! A published page on top of a portal that exists: the page's facts are taken, and what a page
//! never tells stays.
//!
//! A page tells no days, no classes of access, no states and no statements. What the page that is
//! replaced told, and the new one does not, is gone; what came from elsewhere stays.

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::{Fault, Place, Problem};
use crate::framework::Catalog;
use crate::id::{Id, Spot};
use crate::word::words;

use super::document::State;
use super::model::{InScope, Offering, Trust};
use super::page::facts;
use super::page::layout::Layout;
use super::page::write;
use super::unit::Unit;

mod fill;

words! {
    /// How something of a portal came through an import of a page.
    pub enum How {
        /// The page does not tell of it; it stays as it was.
        Stays = "stays",
        /// The page tells of it; some of its facts are those from before.
        Filled = "filled",
        /// The page told of it before, and does not any more.
        Gone = "gone",
    }
}

/// What was taken over from before, or is gone.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Taken {
    /// The list of the files that it stands in.
    pub list: &'static str,
    /// Its id.
    pub id: Id,
    /// How it came through.
    pub how: How,
    /// The facts that are those from before.
    pub facts: Vec<&'static str>,
}

/// A portal with a page on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The portal. References may lead nowhere: [`load::check`](super::load::check) tells.
    pub trust: Trust,
    /// What was taken over and what is gone; texts are not listed.
    pub taken: Vec<Taken>,
}

/// Puts a page that was read by [`facts::import`] on top of a portal. The page with the same offering
/// and locale is replaced; where there is none, the page is a further one and nothing is gone.
///
/// # Errors
/// Ids of a further page that are ids of another offering's documents; then nothing is merged.
pub fn merge(
    kept: &Trust,
    mut page: Trust,
    catalogs: &BTreeMap<Id, Catalog>,
) -> Result<Merged, Vec<Fault>> {
    strange(kept, &page)?;
    let fresh = page.pages.pop();
    let old = fresh.as_ref().and_then(|it| same(kept, it));
    let told = old.map(|layout| told(kept, layout, catalogs)).unwrap_or_default();
    let others = kept.pages.iter().filter(|it| old.is_none_or(|old| old.id != it.id));
    let others: Vec<Trust> = others.map(|layout| self::told(kept, layout, catalogs)).collect();
    let mut merging = Merging { taken: Vec::new() };
    let locale = fresh.as_ref().map_or("", |it| it.locale.as_str()).to_owned();
    let mut trust = merging.lists(kept, page, (&told, &others), &locale);
    trust.statements.clone_from(&kept.statements);
    merging.statements(&mut trust);
    trust.pages = layouts(kept, old, fresh);
    Ok(Merged { trust, taken: merging.taken })
}

/// The page of a portal that a new one replaces.
fn same<'t>(kept: &'t Trust, page: &Layout) -> Option<&'t Layout> {
    kept.pages.iter().find(|it| it.offering == page.offering && it.locale == page.locale)
}

/// What a page of a portal tells.
fn told(kept: &Trust, layout: &Layout, catalogs: &BTreeMap<Id, Catalog>) -> Trust {
    facts::import(&write::write(kept, layout), &layout.source_locale, catalogs).0
}

fn layouts(kept: &Trust, old: Option<&Layout>, fresh: Option<Layout>) -> Vec<Layout> {
    let Some(mut fresh) = fresh else { return kept.pages.clone() };
    if let Some(old) = old {
        fresh.id = old.id.clone();
        let one = |it: &Layout| if it.id == old.id { fresh.clone() } else { it.clone() };
        return kept.pages.iter().map(one).collect();
    }
    let is_used = |id: &Id| kept.pages.iter().any(|it| it.id.value == *id);
    let more = (2..).map(|number: u32| Id::made(&format!("page-{number}")));
    let free = std::iter::once(fresh.id.value.clone()).chain(more).find(|id| !is_used(id));
    fresh.id = Spot::made(free.unwrap_or_else(|| fresh.id.value.clone()));
    let mut all = kept.pages.clone();
    all.push(fresh);
    all
}

/// Ids of documents that another offering has already.
fn strange(kept: &Trust, page: &Trust) -> Result<(), Vec<Fault>> {
    let of = |trust: &Trust| -> BTreeMap<Id, Id> {
        let certificates = trust.certificates.iter().map(|it| (&it.id.value, &it.offering.value));
        let reports = trust.reports.iter().map(|it| (&it.id.value, &it.offering.value));
        let all = certificates.chain(reports);
        all.map(|(id, offering)| (id.clone(), offering.clone())).collect()
    };
    let known = of(kept);
    let faults: Vec<Fault> = of(page)
        .into_iter()
        .filter_map(|(id, offering)| {
            let other = known.get(&id).filter(|other| **other != offering)?;
            let words = format!("`{id}` of `{offering}` is a document of `{other}` already");
            let place = Place { file: String::new(), line: 0 };
            Some(Fault { place, problem: Problem::Inconsistent(words) })
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

struct Merging {
    taken: Vec<Taken>,
}

/// One list before, as the replaced page and the other pages tell it, and on the new page.
struct Lists<'a, T> {
    name: &'static str,
    kept: &'a [T],
    told: BTreeSet<&'a Id>,
    page: Vec<T>,
}

impl Merging {
    /// A list with the page's items first, in its order, and behind them what stays.
    fn list<T: Clone>(
        &mut self,
        lists: Lists<'_, T>,
        id: impl Fn(&T) -> &Id,
        fill: impl Fn(&T, &mut T) -> Vec<&'static str>,
    ) -> Vec<T> {
        let Lists { name, kept, told, page } = lists;
        let mut merged = page;
        let mut found = BTreeSet::new();
        for item in &mut merged {
            let Some(before) = kept.iter().find(|it| id(it) == id(item)) else { continue };
            found.insert(id(before).clone());
            let facts = fill(before, item);
            if !facts.is_empty() {
                self.tell(name, id(before), How::Filled, facts);
            }
        }
        for before in kept.iter().filter(|it| !found.contains(id(it))) {
            if told.contains(id(before)) {
                self.tell(name, id(before), How::Gone, Vec::new());
            } else {
                self.tell(name, id(before), How::Stays, Vec::new());
                merged.push(before.clone());
            }
        }
        merged
    }

    fn tell(&mut self, list: &'static str, id: &Id, how: How, facts: Vec<&'static str>) {
        // Texts are many, and come and go with what they are the words of.
        if list != "texts" {
            self.taken.push(Taken { list, id: id.clone(), how, facts });
        }
    }

    fn lists(
        &mut self,
        kept: &Trust,
        page: Trust,
        (told, others): (&Trust, &[Trust]),
        locale: &str,
    ) -> Trust {
        macro_rules! list {
            ($field:ident, $fill:expr) => {{
                let still: BTreeSet<&Id> =
                    others.iter().flat_map(|it| &it.$field).map(|it| &it.id.value).collect();
                let told = told.$field.iter().map(|it| &it.id.value);
                let told = told.filter(|id| !still.contains(id)).collect();
                let name = stringify!($field);
                let lists = Lists { name, kept: &kept.$field, told, page: page.$field };
                self.list(lists, |it| &it.id.value, $fill)
            }};
        }
        Trust {
            providers: list!(providers, fill::provider),
            standards: list!(standards, |_, _| Vec::new()),
            editions: list!(editions, fill::edition),
            clouds: list!(clouds, |before, now| {
                now.clone_from(before);
                Vec::new()
            }),
            services: list!(services, fill::service),
            bodies: list!(bodies, fill::body),
            offerings: list!(offerings, |before, now| offering(before, now, told)),
            certificates: list!(certificates, fill::certificate),
            reports: list!(reports, fill::report),
            statements: Vec::new(),
            questions: list!(questions, |_, _| Vec::new()),
            resources: list!(resources, |_, _| Vec::new()),
            systems: Vec::new(),
            texts: list!(texts, |before, now| text(before, now, locale)),
            pages: Vec::new(),
        }
    }

    /// A statement goes with its certificate.
    fn statements(&mut self, trust: &mut Trust) {
        let known: BTreeSet<&Id> = trust.certificates.iter().map(|it| &it.id.value).collect();
        let (stay, gone): (Vec<_>, Vec<_>) = std::mem::take(&mut trust.statements)
            .into_iter()
            .partition(|it| known.contains(&it.certificate.value));
        for (list, how) in [(&stay, How::Stays), (&gone, How::Gone)] {
            list.iter().for_each(|it| self.tell("statements", &it.id.value, how, Vec::new()));
        }
        trust.statements = stay;
    }
}

/// Cycle and audits stay; so do the days of services that the page lists, and services in scope that
/// no page told of.
fn offering(before: &Offering, now: &mut Offering, told: &Trust) -> Vec<&'static str> {
    let mut facts = Vec::new();
    if before.cycle_months != now.cycle_months {
        now.cycle_months = before.cycle_months;
        facts.push("cycle_months");
    }
    if !before.audits.is_empty() {
        now.audits.clone_from(&before.audits);
        facts.push("audits");
    }
    let is_same =
        |one: &InScope, other: &InScope| one.service == other.service && one.cloud == other.cloud;
    let told = told.offering(&before.id.value).map_or(&[][..], |it| &it.services);
    let mut services: Vec<InScope> = Vec::new();
    for row in &now.services {
        if services.iter().any(|it| is_same(it, row)) {
            continue;
        }
        let known: Vec<_> = before.services.iter().filter(|it| is_same(it, row)).collect();
        if known.is_empty() {
            services.extend(now.services.iter().filter(|it| is_same(it, row)).cloned());
        }
        services.extend(known.into_iter().cloned());
    }
    let is_added = |row: &&InScope| {
        !now.services.iter().any(|it| is_same(it, row)) && !told.iter().any(|it| is_same(it, row))
    };
    services.extend(before.services.iter().filter(is_added).cloned());
    if services != now.services {
        now.services = services;
        facts.push("services");
    }
    facts
}

/// Translations into other languages than the page's stay; they are stale where the source changed.
fn text(before: &Unit, now: &mut Unit, locale: &str) -> Vec<&'static str> {
    let there: BTreeSet<String> =
        now.translations.iter().map(|it| it.locale.value.clone()).collect();
    let others = before.translations.iter();
    let others = others.filter(|it| it.locale.value != locale && !there.contains(&it.locale.value));
    now.translations.extend(others.cloned());
    Vec::new()
}

/// Takes a fact from before where the page has none.
fn keep<T: Clone>(before: Option<&T>, now: &mut Option<T>) -> bool {
    let takes = now.is_none() && before.is_some();
    if takes {
        *now = before.cloned();
    }
    takes
}

/// Whether a state was said by the owner: a page only knows what is published.
fn is_said(before: State, now: State) -> bool {
    before != now
}

#[cfg(test)]
mod tests;
