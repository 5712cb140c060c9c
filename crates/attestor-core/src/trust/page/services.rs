//! Services out of the lines of a page: one line is one service, in one cloud or several.

use super::super::model::{Cloud, CloudKind, InScope, Service, Trust};
use super::names::{parts, slug};
use crate::id::{Id, Spot};

/// Words before a clause about the ways of delivery.
const CLAUSES: &[&str] = &[" either as ", " as a standalone ", " as included in "];
/// Words behind a name that do not belong to it.
const GENERIC: &[&str] = &[" cloud service", " service"];
/// Before a remark on what of a service is meant.
const DETAIL: &str = " — ";
/// The cloud of services that name none.
const PUBLIC: &str = "public";

/// Adds the service of a line, with its clouds, to the model and to its offering's scope.
pub(super) fn add(
    trust: &mut Trust,
    provider: (&Id, &str),
    text: &Spot<Id>,
    body: &str,
    link: Option<&str>,
) -> Option<()> {
    let (rest, clause) = clause(body);
    let (named, detail) = rest
        .split_once(DETAIL)
        .map_or((rest, None), |(name, detail)| (name, Some(detail.to_owned())));
    let (name, clouds) = clouds(named);
    let aliases = aliases(name, provider.1, &clouds);
    let name = short(name);
    let id = fresh(trust, slug(own_name(name, provider.1))?)?;
    let clouds: Vec<Spot<Id>> = clouds.iter().filter_map(|cloud| known(trust, cloud)).collect();
    let scope = clouds.iter().map(|cloud| InScope {
        service: Spot::made(id.clone()),
        cloud: cloud.clone(),
        from: None,
        until: None,
    });
    if let Some(offering) = trust.offerings.last_mut() {
        offering.services.extend(scope);
    }
    trust.services.push(Service {
        id: Spot::made(id),
        provider: Spot::made(provider.0.clone()),
        name: name.to_owned(),
        text: Some(text.clone()),
        aliases,
        group: None,
        clouds,
        clause: clause.map(str::to_owned),
        detail,
        link: link.map(str::to_owned),
    });
    Some(())
}

/// The name without the provider's before it.
fn own_name<'n>(name: &'n str, provider: &str) -> &'n str {
    let own = name.strip_prefix(provider).and_then(|rest| rest.strip_prefix(' '));
    own.filter(|_| !provider.is_empty()).unwrap_or(name)
}

/// The name without the provider's, and the names of the service in each cloud.
fn aliases(name: &str, provider: &str, clouds: &[&str]) -> Vec<String> {
    let name = short(name);
    let own = Some(own_name(name, provider)).filter(|own| *own != name);
    let in_clouds = clouds.iter().filter(|cloud| !cloud.is_empty());
    let in_clouds = in_clouds.map(|cloud| format!("{name} {cloud}"));
    own.map(str::to_owned).into_iter().chain(in_clouds).collect()
}

/// The name without words behind it that do not belong to it.
fn short(name: &str) -> &str {
    GENERIC.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name)
}

fn clause(body: &str) -> (&str, Option<&str>) {
    let at = CLAUSES.iter().filter_map(|word| body.find(word)).min();
    let Some((name, clause)) = at.and_then(|at| body.split_at_checked(at)) else {
        return (body, None);
    };
    (name, Some(clause.trim_start()))
}

/// The name of a line, and the clouds behind it: `A, A X and A Y` is A, for everybody, in X and in
/// Y. A list whose parts do not all begin with the first is one name.
fn clouds(named: &str) -> (&str, Vec<&str>) {
    let parts = parts(named);
    let whole = (named, vec![""]);
    let Some((first, others)) = parts.split_first().filter(|(_, others)| !others.is_empty()) else {
        return whole;
    };
    let rest: Option<Vec<&str>> =
        others.iter().map(|part| part.strip_prefix(first)?.strip_prefix(' ')).collect();
    rest.map_or(whole, |rest| (first, std::iter::once("").chain(rest).collect()))
}

/// The cloud of a name, which is made where it is not known yet.
fn known(trust: &mut Trust, name: &str) -> Option<Spot<Id>> {
    let name = if name.is_empty() { PUBLIC } else { name };
    let id = slug(name)?;
    if !trust.clouds.iter().any(|cloud| cloud.id.value == id) {
        let lower = name.to_ascii_lowercase();
        let (id, name) = (Spot::made(id.clone()), name.to_owned());
        trust.clouds.push(Cloud { id, name, kind: kind(&lower) });
    }
    Some(Spot::made(id))
}

/// Who a cloud is for; a name that says nothing else is that of a country.
fn kind(name: &str) -> CloudKind {
    if name == PUBLIC {
        return CloudKind::Public;
    }
    if name.contains("defense") {
        return CloudKind::Defense;
    }
    if name.contains("government") {
        return CloudKind::Government;
    }
    CloudKind::Sovereign
}

/// The id, or one with a number behind it where another service has it.
fn fresh(trust: &Trust, id: Id) -> Option<Id> {
    let is_free = |id: &Id| trust.service(id).is_none();
    if is_free(&id) {
        return Some(id);
    }
    (2..10_000).filter_map(|number| Id::parse(&format!("{id}-{number}"))).find(is_free)
}
