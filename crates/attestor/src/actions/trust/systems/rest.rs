//! What a system rests on: every control of a framework on a day, and what that covers of another.

use std::collections::{BTreeMap, BTreeSet};

use attestor_core::day::Day;
use attestor_core::framework::Catalog;
use attestor_core::id::Id;
use attestor_core::trust::crosswalk::{Covered, Mapping, coverage};
use attestor_core::trust::inherit::several::{Told, inherit};
use attestor_core::trust::inherit::{Asked, Standing, asked};
use attestor_core::trust::system::{Content, Kept, given, seen};

use super::super::{Portals, Published};

/// The portals as systems see them.
pub(crate) fn told(published: &Published) -> Vec<Told<'_>> {
    published
        .portals
        .iter()
        .map(|portal| Told { organization: &portal.organization, trust: &portal.trust })
        .collect()
}

impl Portals {
    /// The frameworks whose controls can be asked about: id and catalog.
    pub(crate) fn frameworks(&self) -> impl Iterator<Item = (&Id, &Catalog)> {
        self.library().catalogs.iter()
    }

    /// The framework with an id.
    pub(crate) fn framework(&self, id: &str) -> Option<(&Id, &Catalog)> {
        self.library().catalogs.get_key_value(&Id::parse(id)?)
    }

    /// The controls of a framework, ready to be asked about.
    pub(crate) fn asked(&self, (id, catalog): (&Id, &Catalog)) -> Vec<Asked> {
        asked(id, catalog, self.mappings())
    }

    /// What a system is given today, framework by framework; frameworks that give nothing are absent.
    pub(crate) fn given(
        &self,
        content: &Content,
        published: &Published,
        today: Day,
    ) -> BTreeMap<Id, Kept> {
        let portals = told(published);
        let of = |(id, catalog): (&Id, &Catalog)| {
            let asked = self.asked((id, catalog));
            let kept = given(&inherit(&portals, content, (id, &asked), today));
            (!kept.is_empty()).then(|| (id.clone(), kept))
        };
        self.frameworks().filter_map(of).collect()
    }

    /// Every control of a framework as somebody sees it on a day. Today, what was given and is not
    /// any more waits for a look.
    pub(crate) fn standings<'a>(
        &self,
        published: &'a Published,
        content: &'a Content,
        (framework, asked): (&Id, &'a [Asked]),
        day: Day,
    ) -> Vec<Standing<'a>> {
        let mut standings = inherit(&told(published), content, (framework, asked), day);
        if day == self.clock().today()
            && let Some(kept) = content.kept.get(framework)
        {
            seen(kept, &mut standings);
        }
        standings
    }

    /// The mapping from one framework to another; a framework leads to itself item by item. `None`
    /// where no crosswalk leads there.
    pub(crate) fn mapping(&self, from: &Id, to: &Id) -> Option<&Mapping> {
        self.mappings().iter().find(|it| it.from.value == *from && it.to.value == *to)
    }

    /// The frameworks to which a mapping leads from one.
    pub(crate) fn leads_to(&self, from: &Id) -> Vec<&Id> {
        let fitting = self.mappings().iter().filter(|it| it.from.value == *from);
        let mut ids: Vec<&Id> = fitting.map(|it| &it.to.value).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

/// What is covered of a target by the controls that a system inherits or shares.
pub(crate) fn covered<'a>(
    mapping: &'a Mapping,
    standings: &[Standing<'_>],
    target: &'a Catalog,
) -> Vec<Covered<'a>> {
    let gives = standings.iter().filter(|it| it.share.gives());
    let have: BTreeSet<Id> = gives.map(|it| it.control.clone()).collect();
    coverage(mapping, &have, target.items.iter().map(|item| &item.id.value))
}
