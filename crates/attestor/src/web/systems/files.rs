//! The controls of a system to take along: CSV, XLSX and JSON.

use attestor_core::trust::inherit::Standing;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use super::Asked;
use super::rows::{Filter, Given, families};
use super::wire::Inheritance;
use crate::stop::Stop;
use crate::web::seat::Seat;
use crate::web::table::{Cell, Form, Table};
use crate::web::visit::{Refusal, Reply};

/// The titles of the columns, by key.
const TITLES: [&str; 6] = [
    "systems-column-control",
    "systems-column-title",
    "systems-column-share",
    "systems-column-own",
    "systems-column-why",
    "systems-column-certificates",
];

/// Sends `controls.csv`, `.xlsx` or `.json`.
pub(super) async fn send(seat: Seat, Path((id, file)): Path<(String, String)>) -> Reply {
    let asked = Asked::of(&seat, &id).await?;
    let portals = &seat.site.portals;
    let questions = portals.asked(asked.framework);
    let standings = portals.standings(
        &asked.published,
        &asked.system.content,
        (asked.framework.0, &questions),
        asked.day,
    );
    let (media_type, bytes) = match file.as_str() {
        "controls.csv" => written(&seat, &asked, &standings, Form::Csv).await?,
        "controls.xlsx" => written(&seat, &asked, &standings, Form::Xlsx).await?,
        "controls.json" => {
            let names = (asked.system.id.as_str(), asked.system.name.as_str());
            let whole = Inheritance::new(names, asked.framework, &standings, asked.day);
            let json = serde_json::to_vec(&whole);
            let failed =
                |error: serde_json::Error| Refusal::Failed(Stop::Failure(error.to_string()));
            ("application/json", json.map_err(failed)?)
        }
        _ => return Err(Refusal::NotFound),
    };
    let fields = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-store")];
    let mut answer = (fields, bytes).into_response();
    let ending = file.rsplit('.').next().unwrap_or_default();
    let (framework, day) = (asked.framework.0, asked.day);
    let name = format!("attachment; filename=\"attestor-system-{framework}-{day}.{ending}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}

async fn written(
    seat: &Seat,
    asked: &Asked<'_>,
    standings: &[Standing<'_>],
    form: Form,
) -> Result<(&'static str, Vec<u8>), Refusal> {
    let phrases = seat.phrases();
    let families = families(phrases, (&asked.published, asked.framework.1), standings, Filter::All);
    let why = |it: &Given| format!("{}, {}: {}", it.service, it.provider, it.why);
    let rows = families.into_iter().flat_map(|family| family.rows).map(|row| {
        let mut certificates: Vec<String> =
            row.layers.iter().map(|it| it.certificate.clone()).collect();
        certificates.retain(|it| !it.is_empty());
        certificates.dedup();
        let why: Vec<String> = row.layers.iter().map(why).collect();
        let share = if row.lacks { phrases.word("systems-share-lacks") } else { row.mark.text };
        vec![
            Cell::Text(row.control),
            Cell::Text(row.title),
            Cell::Text(share),
            Cell::Text(row.own),
            Cell::Text(why.join("; ")),
            Cell::Text(certificates.join("; ")),
        ]
    });
    let table = Table {
        titles: TITLES.iter().map(|key| phrases.word(key)).collect(),
        rows: rows.collect(),
    };
    Ok((form.media_type(), table.bytes(form, asked.today).await?))
}
