//! The values that acts carry: the facts of a case.

use serde_json::{Value as Json, json};

use super::{day, digest, id, list, map, object, of, one_of, or_null, text, truth, whole};

/// The largest number of small counts.
const SMALL: u64 = 65_535;

/// All values by name.
pub(super) fn all() -> Vec<(String, Json)> {
    let named = |(name, schema): (&str, Json)| (name.to_owned(), schema);
    [small(), handed_in(), scope(), judged(), reports(), case()]
        .concat()
        .into_iter()
        .map(named)
        .collect()
}

fn small() -> Vec<(&'static str, Json)> {
    let verified = object(&[("partner_id", text())], &[]);
    let excused = object(&[("reason", text())], &[]);
    vec![
        ("YesNo", one_of(&["yes", "no", "na", "unanswered"])),
        (
            "AppFacts",
            object(
                &[],
                &[("id", text()), ("name", text()), ("kind", or_null(id())), ("publisher", text())],
            ),
        ),
        (
            "Verification",
            json!({"oneOf": [
                {"type": "string", "enum": ["unverified", "withdrawn"]},
                object(&[("verified", verified)], &[]),
                object(&[("not-applicable", excused)], &[]),
            ]}),
        ),
        (
            "RecordedDraw",
            object(
                &[("seed", text()), ("population", text())],
                &[("redraw_reason", or_null(text())), ("enlarged", list(of("Enlargement")))],
            ),
        ),
        (
            "Enlargement",
            object(
                &[("component", id()), ("to", whole(u64::from(u32::MAX))), ("reason", text())],
                &[],
            ),
        ),
        (
            "Attestation",
            object(
                &[],
                &[
                    ("submitted_on", or_null(day())),
                    ("answers", map(of("YesNo"))),
                    ("texts", map(text())),
                    ("permissions", list(of("PermissionFacts"))),
                    (
                        "ruled_out",
                        list(json!({"type": "array", "items": id(), "minItems": 2, "maxItems": 2})),
                    ),
                ],
            ),
        ),
    ]
}

fn handed_in() -> Vec<(&'static str, Json)> {
    let piece = [
        ("components", list(id())),
        ("shows", list(id())),
        ("figures", map(text())),
        ("process_built_on", or_null(day())),
        ("runs", or_null(whole(SMALL))),
    ];
    let mut evidence = piece.to_vec();
    evidence.push(("submitted_on", or_null(day())));
    evidence.push(("targets", list(of("Target"))));
    let mut own = piece.to_vec();
    own.push(("replaces", or_null(id())));
    let common = [("kind", id()), ("form", id()), ("captured_on", day())];
    let needed = |first: [(&'static str, Json); 2]| [first.as_slice(), &common].concat();
    vec![
        (
            "FileRef",
            object(
                &[
                    ("digest", digest()),
                    ("name", json!({"type": "string", "minLength": 1, "maxLength": 200})),
                ],
                &[("size_bytes", whole(u64::MAX)), ("media_type", text())],
            ),
        ),
        ("Target", object(&[("control", id())], &[("part", or_null(id()))])),
        (
            "Piece",
            object(&needed([("file", of("FileRef")), ("targets", list(of("Target")))]), &own),
        ),
        ("EvidenceFacts", object(&needed([("id", id()), ("file", text())]), &evidence)),
        (
            "DocumentFacts",
            object(&[("kind", id()), ("file", text())], &[("dated_on", or_null(day()))]),
        ),
    ]
}

fn scope() -> Vec<(&'static str, Json)> {
    let role = one_of(&["production", "disaster-recovery", "backup", "support"]);
    let owner = one_of(&["microsoft", "own", "third-party"]);
    let component = ["operating_system", "function", "device_type", "location"];
    let mut texts = vec![("id", id()), ("environment", id())];
    texts.extend(component.map(|name| (name, text())));
    vec![
        (
            "Environment",
            object(&[("id", id()), ("name", text()), ("hosting", id()), ("role", role)], &[]),
        ),
        (
            "Connection",
            object(
                &[("name", text()), ("segmentation", one_of(&["none", "claimed", "proved"]))],
                &[("can_harm", of("YesNo"))],
            ),
        ),
        ("Service", object(&[("host", text()), ("owner", owner)], &[("purpose", or_null(text()))])),
        ("Component", object(&texts, &[])),
        (
            "ScopeFacts",
            object(
                &[],
                &[
                    ("environments", list(of("Environment"))),
                    ("connections", list(of("Connection"))),
                    ("services", or_null(list(of("Service")))),
                    ("recovery_site", of("YesNo")),
                    ("backup_site", of("YesNo")),
                    ("components", list(of("Component"))),
                    ("footprint", list(text())),
                ],
            ),
        ),
    ]
}

fn judged() -> Vec<(&'static str, Json)> {
    let verdict =
        one_of(&["approved", "revision-requested", "failed", "not-applicable", "not-in-place"]);
    let kind = or_null(one_of(&["delegated", "application"]));
    let requested = object(
        &[("name", text())],
        &[("kind", kind), ("justification", or_null(text())), ("app", or_null(text()))],
    );
    vec![
        (
            "Judged",
            object(
                &[("control", id()), ("verdict", verdict.clone())],
                &[("reason", text()), ("external", or_null(id()))],
            ),
        ),
        (
            "ReviewFacts",
            object(&[("verdict", verdict), ("reason", text())], &[("external", or_null(id()))]),
        ),
        (
            "Said",
            object(
                &[
                    ("about", text()),
                    ("visibility", one_of(&["shared", "internal"])),
                    ("words", text()),
                ],
                &[("item", or_null(id())), ("thread", or_null(id()))],
            ),
        ),
        (
            "PermissionFacts",
            object(
                &[("requested", requested)],
                &[("judgment", or_null(one_of(&["accepted", "over-broad"])))],
            ),
        ),
        (
            "Grounds",
            object(
                &[
                    ("assessed_on", day()),
                    (
                        "outcome",
                        one_of(&[
                            "certifiable",
                            "not-ready",
                            "not-startable",
                            "fails",
                            "timed-out",
                            "needs-program-decision",
                        ]),
                    ),
                    ("edition", digest()),
                    ("case", digest()),
                    ("assessment", digest()),
                ],
                &[],
            ),
        ),
    ]
}

fn reports() -> Vec<(&'static str, Json)> {
    vec![("PentestReport", pentest()), ("Finding", finding()), ("ExternalReport", external())]
}

fn pentest() -> Json {
    let tested = one_of(&["production", "uat"]);
    let digests = json!({"type": "array", "items": text(), "minItems": 2, "maxItems": 2});
    object(
        &[
            ("file", text()),
            ("firm", text()),
            ("method", one_of(&["manual", "automatic"])),
            ("ended_on", day()),
            ("web_tested_on", tested.clone()),
            ("infrastructure_tested_on", tested),
        ],
        &[
            ("independent", of("YesNo")),
            ("submitted_on", or_null(day())),
            ("covers", list(id())),
            ("class_list", or_null(text())),
            ("code_digests", or_null(digests)),
            ("footprint", list(text())),
            ("patch_windows", map(whole(SMALL))),
            ("findings", list(of("Finding"))),
        ],
    )
}

fn finding() -> Json {
    object(
        &[("id", text()), ("title", text()), ("cvss_tenths", whole(255))],
        &[
            ("class", or_null(id())),
            ("fixed_on", or_null(day())),
            ("proof", or_null(one_of(&["firm-retest", "own"]))),
        ],
    )
}

fn external() -> Json {
    object(
        &[
            ("framework", id()),
            ("file", text()),
            ("about", one_of(&["app", "platform"])),
            ("issued_on", day()),
        ],
        &[
            ("edition", or_null(id())),
            ("audited_on", or_null(day())),
            ("period_began_on", or_null(day())),
            ("report_type", or_null(text())),
            ("level", or_null(whole(255))),
            ("package", or_null(text())),
            ("assessor", or_null(id())),
            ("reassessment", of("YesNo")),
            ("covers_environment", of("YesNo")),
            ("soa_rows", or_null(whole(SMALL))),
            ("assessed", or_null(list(id()))),
            ("excluded", list(id())),
        ],
    )
}

fn case() -> Vec<(&'static str, Json)> {
    let days = [
        "started_on",
        "documents_accepted_on",
        "evidence_complete_on",
        "certified_on",
        "other_case_since",
        "pentest_starts_on",
    ];
    let whole = object(
        &[],
        &[
            ("app", of("AppFacts")),
            ("verification", of("Verification")),
            ("consent", one_of(&["given", "missing"])),
            ("statements", map(truth())),
            ("attestation", or_null(of("Attestation"))),
            ("dates", of("Dates")),
            ("scope", of("ScopeFacts")),
            ("documents", list(of("DocumentFacts"))),
            ("evidence", list(of("EvidenceFacts"))),
            ("reviews", map(of("ReviewFacts"))),
            ("pentest", or_null(of("PentestReport"))),
            ("external", list(of("ExternalReport"))),
            ("permissions", or_null(list(of("PermissionFacts")))),
            ("draw", or_null(of("RecordedDraw"))),
        ],
    );
    vec![("CaseFacts", whole), ("Dates", object(&[], &days.map(|name| (name, or_null(day())))))]
}
