//! The platform's report from a system: a certificate or audit report of a provider's portal, behind
//! a service that one of the publisher's systems uses.
//!
//! It comes in as any other report and is judged as one. The record keeps where it comes from.

use std::collections::BTreeMap;

use attestor_core::desk::act::{Act, FileRef};
use attestor_core::desk::file::CaseFile;
use attestor_core::id::Id;
use attestor_core::trust::inherit::Why;
use attestor_core::trust::system::Used;
use serde_json::json;

use crate::actions::trust::systems::System;
use crate::actions::trust::systems::platform::{
    FROM_SYSTEM, Kind, NotShown, Shown, Source, sources,
};
use crate::actions::trust::{Portal, Published};
use crate::phrases::Arg;
use crate::store::record::Told;
use crate::vault::Offer;
use crate::web::desk::files::keep;
use crate::web::desk::form::Typed;
use crate::web::desk::refused::NotDone;
use crate::web::desk::special::Choice;
use crate::web::desk::visit::DeskVisit;
use crate::web::visit::Refusal;

/// What the form offers, system by system.
#[derive(Default)]
pub(super) struct Offers {
    /// A group a system.
    pub(super) groups: Vec<(String, Vec<Choice>)>,
    /// Where each report comes from that was taken from a system, by the digest of its file.
    pub(super) origins: BTreeMap<String, String>,
}

/// What the publisher of a case can take from its systems, and what it took.
pub(super) async fn offers(
    visit: &DeskVisit,
    file: &CaseFile,
    may_add: bool,
) -> Result<Offers, Refusal> {
    let portals = &visit.site.portals;
    let mut offers = Offers { origins: origins(visit, file).await?, ..Offers::default() };
    if !may_add || visit.worker.organization != file.organization {
        return Ok(offers);
    }
    let published = portals.published().await?;
    for system in portals.systems(&file.organization).await? {
        let choices = sources(&system, &published);
        let choices = choices.iter().map(|it| choice(&system, &published, it)).collect::<Vec<_>>();
        if !choices.is_empty() {
            offers.groups.push((system.name, choices));
        }
    }
    Ok(offers)
}

fn choice(system: &System, published: &Published, source: &Source) -> Choice {
    let Source { used, kind, item } = source;
    let Used { organization, service, cloud } = used;
    let portal = published.of(organization);
    let name = portal.and_then(|it| it.trust.service(service));
    let name = name.map_or(service.as_str(), |it| &it.name);
    let provider = portal.map_or(organization.as_str(), |it| &it.name);
    let title = portal.and_then(|it| number(it, source)).unwrap_or_else(|| item.to_string());
    Choice {
        value: format!("{} {organization} {service} {cloud} {} {item}", system.id, kind.as_str()),
        text: format!("{name} ({cloud}), {provider}: {title}"),
        chosen: false,
    }
}

/// The number of a certificate.
fn number(portal: &Portal, source: &Source) -> Option<String> {
    let mut all = portal.trust.certificates.iter();
    let found = all.find(|it| source.kind == Kind::Certificate && it.id.value == source.item)?;
    found.number.clone()
}

/// Where the case's reports come from that were taken from a system.
async fn origins(visit: &DeskVisit, file: &CaseFile) -> Result<BTreeMap<String, String>, Refusal> {
    let store = visit.desk().store();
    let mut origins = BTreeMap::new();
    for entry in store.entries_of(FROM_SYSTEM, &file.id, 0).await? {
        let Ok(told) = serde_json::from_str::<serde_json::Value>(&entry.content) else { continue };
        let text = |key: &str| told.get(key).and_then(|it| it.as_str()).unwrap_or_default();
        let version = told.get("version").and_then(serde_json::Value::as_i64).unwrap_or(0);
        let (version, day) = (version.to_string(), visit.seat.phrases());
        let at = attestor_core::instant::Instant::parse(&entry.at);
        let day = at.map_or_else(String::new, |at| day.day(at.day()));
        let args = [
            ("system", Arg::from(text("system"))),
            ("provider", Arg::from(text("provider"))),
            ("version", Arg::from(&version)),
            ("item", Arg::from(text("item"))),
            ("day", Arg::from(&day)),
        ];
        let words = visit.phrases().text("desk-external-from-system-origin", &args);
        origins.insert(text("digest").to_owned(), words);
    }
    Ok(origins)
}

/// What a form asks for.
struct Wanted {
    system: System,
    source: Source,
}

/// The act that a form asks for; why not, where the document does not hold today. The file is kept
/// and its origin written down before the act is tried.
pub(super) async fn act(
    visit: &DeskVisit,
    file: &CaseFile,
    typed: &Typed,
) -> Result<Result<Act, NotDone>, Refusal> {
    let portals = &visit.site.portals;
    let Some(wanted) = wanted(visit, file, typed.get("source")).await? else {
        return Ok(Err(not_shown(visit, NotShown::NotThere)));
    };
    let (published, rules) = (portals.published().await?, visit.desk().rules(file)?);
    let on = (&wanted.system, &*published);
    let shown =
        portals.platform_report(rules.program, on, &wanted.source, typed.get("report_type"));
    let shown = match shown {
        Ok(shown) => shown,
        Err(not) => return Ok(Err(not_shown(visit, not))),
    };
    let kept = match taken(visit, file, &shown).await? {
        Ok(kept) => kept,
        Err(not_done) => return Ok(Err(not_done)),
    };
    let provider = published.of(&wanted.source.used.organization);
    let provider = provider.map_or("", |it| it.name.as_str());
    note(visit, file, (&wanted, provider), (&shown, &kept)).await?;
    Ok(Ok(Act::AddExternal { report: Box::new(shown.report), file: kept }))
}

async fn wanted(visit: &DeskVisit, file: &CaseFile, text: &str) -> Result<Option<Wanted>, Refusal> {
    let parts: Vec<&str> = text.split(' ').collect();
    let [system, organization, service, cloud, kind, item] = parts.as_slice() else {
        return Ok(None);
    };
    if visit.worker.organization != file.organization {
        return Ok(None);
    }
    let found = visit.site.portals.system(&file.organization, system).await?;
    let ids = Id::parse(service).zip(Id::parse(cloud)).zip(Id::parse(item));
    let wanted = found.zip(ids).zip(Kind::parse(kind));
    Ok(wanted.map(|((system, ((service, cloud), item)), kind)| {
        let used = Used { organization: (*organization).to_owned(), service, cloud };
        Wanted { system, source: Source { used, kind, item } }
    }))
}

/// Keeps the file that says where every fact comes from.
async fn taken(
    visit: &DeskVisit,
    case: &CaseFile,
    shown: &Shown,
) -> Result<Result<FileRef, NotDone>, Refusal> {
    let bytes = shown.text.clone().into_bytes();
    let offer = Offer {
        organization: case.organization.clone(),
        name: shown.name.clone(),
        size: Some(bytes.len() as u64),
        sha256: None,
        by: visit.worker.account.clone(),
        at: visit.desk().clock().now(),
    };
    let piece = std::future::ready(Ok::<_, std::convert::Infallible>(bytes));
    let piece = futures_util::stream::once(piece);
    match visit.site.vault()?.take_whole(offer, piece).await {
        Ok(sealed) => Ok(Ok(keep(visit, case, sealed).await?)),
        Err(refusal) => {
            let why = refusal.to_string();
            let args = [("name", Arg::from(&shown.name)), ("why", Arg::from(&why))];
            let text = visit.phrases().text("desk-upload-refused", &args);
            let status = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
            Ok(Err(NotDone { status, text, reasons: Vec::new() }))
        }
    }
}

async fn note(
    visit: &DeskVisit,
    case: &CaseFile,
    (wanted, provider): (&Wanted, &str),
    (shown, kept): (&Shown, &FileRef),
) -> Result<(), Refusal> {
    let Used { organization, service, cloud } = &wanted.source.used;
    let told = json!({
        "system_id": wanted.system.id, "system": wanted.system.name, "provider": provider,
        "organization": organization, "version": shown.version, "service": service, "cloud": cloud,
        "kind": wanted.source.kind.as_str(), "item": wanted.source.item,
        "digest": kept.digest.to_string(),
    });
    let mut work = visit.desk().store().begin().await?;
    let entry = Told {
        at: visit.desk().clock().now(),
        actor: &visit.worker.account,
        role: visit.worker.role.as_str(),
        organization: Some(&case.organization),
        subject: FROM_SYSTEM,
        subject_id: &case.id,
        kind: "platform_report_taken",
        content: &told.to_string(),
    };
    work.note(entry).await?;
    Ok(work.commit().await?)
}

fn not_shown(visit: &DeskVisit, not: NotShown) -> NotDone {
    let phrases = visit.phrases();
    match not {
        NotShown::NotThere => NotDone::fault(phrases, "desk-external-from-system-missing"),
        NotShown::Framework => NotDone::fault(phrases, "desk-external-from-system-framework"),
        NotShown::Lapsed(why) => {
            let mut told = NotDone::fault(phrases, "desk-external-from-system-lapsed");
            told.reasons.push(reason(visit, why));
            told
        }
    }
}

/// The same words as with the system.
fn reason(visit: &DeskVisit, why: Why) -> String {
    visit.t(&format!("systems-why-{why}"))
}
