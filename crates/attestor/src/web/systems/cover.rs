//! What the controls of a system cover of another framework: what somebody has already.

use attestor_core::framework::Catalog;
use attestor_core::trust::crosswalk::{Covered, Extent};
use attestor_core::trust::inherit::Standing;

use super::Asked;
use crate::actions::trust::systems::rest::covered;
use crate::phrases::{Arg, Phrases};
use crate::web::seat::Seat;
use crate::web::shape::{Bar, Link, Mark};

/// What is covered.
pub(super) struct Cover {
    pub(super) title: String,
    pub(super) bar: Bar,
    pub(super) sum: String,
    pub(super) rows: Vec<Row>,
}

/// An item of the framework that is asked about.
pub(super) struct Row {
    pub(super) item: String,
    pub(super) title: String,
    pub(super) mark: Mark,
    pub(super) by: String,
}

/// The frameworks that can be asked about, and what is covered of the one that is.
pub(super) fn cover(
    seat: &Seat,
    asked: &Asked<'_>,
    standings: &[Standing<'_>],
) -> (Vec<Link>, Option<Cover>) {
    let portals = &seat.site.portals;
    let from = asked.framework.0;
    let targets = portals.leads_to(from);
    let link = |id: &&attestor_core::id::Id| {
        let title =
            portals.framework(id.as_str()).map_or_else(|| id.to_string(), |it| it.1.title.clone());
        let address =
            format!("{}{}#covers", super::here(&asked.system), asked.query("to", id.as_str()));
        Link { address, text: title }
    };
    let links = targets.iter().map(link).collect();
    let wanted = seat.asked("to");
    let shown = targets.into_iter().find(|id| id.as_str() == wanted).and_then(|to| {
        let (mapping, catalog) = (portals.mapping(from, to)?, portals.framework(to.as_str())?.1);
        let found = covered(mapping, standings, catalog);
        Some(shown(seat.phrases(), catalog, &found))
    });
    (links, shown)
}

fn shown(phrases: &Phrases, catalog: &Catalog, found: &[Covered<'_>]) -> Cover {
    let count = |extent| found.iter().filter(|it| it.extent == extent).count();
    let (whole, together) = (count(Extent::Whole), count(Extent::Together));
    let (part, open) = (count(Extent::Part), count(Extent::Open));
    let args = [
        ("whole", Arg::from(whole)),
        ("together", Arg::from(together)),
        ("part", Arg::from(part)),
        ("open", Arg::from(open)),
    ];
    let sum = phrases.text("systems-cover-sum", &args);
    let counts = [("ok", whole), ("info", together), ("warn", part), ("none", open)];
    let row = |(it, item): (&Covered<'_>, &attestor_core::framework::CatalogItem)| Row {
        item: it.item.to_string(),
        title: item.title.clone().unwrap_or_default(),
        mark: mark(phrases, it.extent),
        by: it.by.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "),
    };
    Cover {
        title: catalog.title.clone(),
        bar: Bar::new(sum.clone(), &counts),
        sum,
        rows: found.iter().zip(&catalog.items).map(row).collect(),
    }
}

fn mark(phrases: &Phrases, extent: Extent) -> Mark {
    let (class, symbol) = match extent {
        Extent::Whole => ("ok", "check"),
        Extent::Together => ("info", "columns"),
        Extent::Part => ("warn", "alert"),
        Extent::Open => ("none", "dash"),
    };
    Mark::new(class, symbol, phrases.word(&format!("systems-extent-{extent}")))
}
