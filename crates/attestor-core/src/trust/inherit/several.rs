//! A system that uses services of several portals.
//!
//! Each service is judged by the portal of its organization alone: certificates and statements of
//! one portal never say anything about services of another. Then the weakest rule holds over all.

use std::collections::BTreeMap;

use super::{Asked, Column, Standing, Statements, standings};
use crate::day::Day;
use crate::id::Id;
use crate::trust::model::Trust;
use crate::trust::system::{Content, Used};

/// A published portal, as systems see it.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Whose it is.
    pub organization: &'a str,
    /// What it says.
    pub trust: &'a Trust,
}

/// Every control of a system over several portals on a day, in the order asked. A service whose
/// portal is not among them needs review, because nobody tells of it any more. A system without
/// services keeps all. `framework` says which of its own texts are meant.
#[must_use]
pub fn inherit<'a>(
    portals: &[Told<'a>],
    content: &'a Content,
    (framework, asked): (&Id, &'a [Asked]),
    today: Day,
) -> Vec<Standing<'a>> {
    let known: BTreeMap<&str, (&'a Trust, Statements<'a>)> = portals
        .iter()
        .filter(|it| content.uses.iter().any(|used| used.organization == it.organization))
        .map(|it| (it.organization, (it.trust, Statements::of(it.trust))))
        .collect();
    let column = |used: &'a Used| {
        let Used { organization, service, cloud } = used;
        match known.get(organization.as_str()) {
            Some((trust, statements)) => {
                Column::of(trust, statements, (Some(organization), service, cloud), today)
            }
            None => {
                Column { portal: Some(organization), service, cloud, provider: None, bases: None }
            }
        }
    };
    let columns: Vec<Column<'a, '_>> = content.uses.iter().map(column).collect();
    let own = content.own.iter().filter(|part| part.framework == *framework);
    let own = own.map(|part| (&part.control, part.text.as_str())).collect();
    standings(&columns, &own, asked)
}

#[cfg(test)]
mod tests;
