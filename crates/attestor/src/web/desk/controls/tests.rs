//! Controls, evidence, conversations and review as publishers and analysts meet them.

use attestor_core::certification::controls::ControlState;
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::role::Role;
use attestor_core::framework::Rule;
use axum::http::{StatusCode, header};

use crate::vault::samples;
use crate::web::desk::tests::{Bureau, Got, Person};

/// A running case with a publisher and an analyst, and a control that documents show.
struct Scene {
    place: Bureau,
    publisher: Person,
    analyst: Person,
    case: String,
    control: String,
    kind: String,
}

impl Scene {
    fn new() -> Self {
        let place = Bureau::new();
        let (publisher, analyst) = (place.publisher(), place.analyst());
        let file = place.running(&publisher, &analyst);
        let (control, kind) = plain_control(&place, &file);
        Self { place, publisher, analyst, case: file.id.clone(), control, kind }
    }

    fn at(&self, rest: &str) -> String {
        format!("/desk/cases/{}{rest}", self.case)
    }

    fn page(&self) -> String {
        self.at(&format!("/controls/{}", self.control))
    }

    /// The page of the control for somebody.
    fn seen_by(&self, person: &Person) -> Got {
        self.place.get(person, &self.page())
    }

    /// A form with a file, as a browser sends it.
    fn upload(&self, name: &str, bytes: &[u8], more: &[(&str, &str)]) -> Got {
        let fields =
            [("kind", self.kind.as_str()), ("form", "document"), ("captured", "2026-11-20")];
        let mut body = Vec::new();
        for (field, value) in fields.iter().chain(more) {
            body.extend(
                format!(
                    "--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n--x--\r\n");
        let place = format!("{}/evidence", self.page());
        self.place.send(&self.publisher, &place, "multipart/form-data; boundary=x", body)
    }

    fn submit(&self) -> Got {
        let stand = self.stand(&self.publisher);
        let place = format!("{}/submit", self.page());
        self.place.post(&self.publisher, &place, &[("stand", &stand), ("note", "")])
    }

    fn stand(&self, person: &Person) -> String {
        between(&self.seen_by(person), "name=\"stand\" value=\"", "\"")
    }

    fn judge(&self, fields: &[(&str, &str)]) -> Got {
        self.place.post(&self.analyst, &format!("{}/verdict", self.page()), fields)
    }

    fn file(&self) -> std::sync::Arc<CaseFile> {
        self.place.on(self.place.site.desk.case(&self.case)).expect("read").expect("a case")
    }
}

fn between(got: &Got, start: &str, end: &str) -> String {
    let rest = got.body.split_once(start).unwrap_or_else(|| panic!("{start} in {}", got.body)).1;
    rest.split_once(end).expect(end).0.to_owned()
}

/// The first control that one document shows whole, and the kind of that document.
fn plain_control(place: &Bureau, file: &CaseFile) -> (String, String) {
    let rules = place.site.desk.rules(file).expect("rules");
    let assessment = rules.assess(file, place.clock.today());
    let found = assessment.controls.iter().find_map(|outcome| {
        let control = outcome.control;
        let plain = control.rule == Rule::Evidence
            && control.sampled.is_none()
            && outcome.state == ControlState::Missing
            && control.parts.iter().all(|part| part.checks.is_empty())
            && !outcome.reasons.iter().any(|it| it.rule.as_str() == "platform-report-missing");
        let kinds =
            control.evidence.iter().filter_map(|kind| rules.program.evidence.kind(&kind.value));
        let mut kinds =
            kinds.filter(|kind| kind.forms.iter().any(|it| it.value.as_str() == "document"));
        let kind = kinds.next().filter(|_| plain)?;
        Some((control.id.value.to_string(), kind.id.value.to_string()))
    });
    found.expect("a control that a document shows")
}

fn refused(got: &Got, status: StatusCode) {
    assert_eq!(got.status, status, "{}", got.body);
    assert!(got.has("id=\"not-done\""), "{}", got.body);
}

fn done(got: &Got) {
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
}

/// Every word of a page has its phrase.
fn whole(got: &Got) {
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert!(!got.has("[desk-"), "{}", between(got, "[desk-", "]"));
    assert!(!got.has("[party-") && !got.has("[people-"));
}

#[test]
fn the_list_has_every_control_of_the_edition_and_filters_them() {
    let scene = Scene::new();
    for person in [&scene.publisher, &scene.analyst] {
        let got = scene.place.get(person, &scene.at("/controls"));
        whole(&got);
        let file = scene.file();
        let rules = scene.place.site.desk.rules(&file).expect("rules");
        for (_, control) in rules.program.controls() {
            assert!(got.has(&format!("/controls/{}\"", control.id.value)), "{}", control.id.value);
        }
        let one = scene.place.get(person, &scene.at(&format!("/controls?q={}", scene.control)));
        assert_eq!(one.body.matches("<tr data-status").count(), 1);
        let none = scene.place.get(person, &scene.at("/controls?status=failed"));
        assert!(none.has("No control matches"));
    }
    let publishers = scene.place.get(&scene.publisher, &scene.at("/controls"));
    assert!(!publishers.has("type=\"checkbox\""), "publishers give no verdicts");
}

#[test]
fn every_control_has_a_page_for_both_sides() {
    let scene = Scene::new();
    let file = scene.file();
    let rules = scene.place.site.desk.rules(&file).expect("rules");
    for (_, control) in rules.program.controls() {
        for person in [&scene.publisher, &scene.analyst] {
            whole(&scene.place.get(person, &scene.at(&format!("/controls/{}", control.id.value))));
        }
    }
    let got = scene.place.get(&scene.publisher, &scene.at("/controls/NOT-THERE"));
    assert_eq!(got.status, StatusCode::NOT_FOUND);
}

#[test]
fn evidence_comes_in_by_form_and_goes_out_as_an_attachment() {
    let scene = Scene::new();
    let got = scene.upload("policy <b>.pdf", &samples::pdf(), &[]);
    done(&got);
    assert!(got.location().ends_with("done=desk-done-evidence#E1"), "{}", got.location());
    let page = scene.seen_by(&scene.analyst);
    whole(&page);
    assert!(page.has("policy &#60;b&#62;.pdf") && !page.has("policy <b>"));
    assert!(page.has("Counts until"));
    let digest = between(&page, &format!("{}/", scene.at("/files")), "\"");
    let sent = scene.place.get(&scene.analyst, &scene.at(&format!("/files/{digest}")));
    let field = |name: &str| sent.headers.get(name).map_or("", |it| it.to_str().expect("text"));
    assert_eq!((sent.status, field("content-type")), (StatusCode::OK, "application/pdf"));
    assert!(field("content-disposition").starts_with("attachment;"));
    assert!(field(header::CONTENT_SECURITY_POLICY.as_str()).starts_with("sandbox"));
    let picture = scene.place.get(&scene.analyst, &scene.at(&format!("/files/{digest}/image")));
    assert_eq!(picture.status, StatusCode::NOT_FOUND, "a document is no picture");
    let other = scene.place.person("Fabrikam", "Frida Foreign", Role::Publisher);
    for address in [scene.page(), scene.at(&format!("/files/{digest}"))] {
        assert_eq!(scene.place.get(&other, &address).status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[test]
fn a_newer_version_takes_the_place_of_the_older_one() {
    let scene = Scene::new();
    done(&scene.upload("notes.txt", b"first <script>alert(1)</script>", &[]));
    let page = scene.seen_by(&scene.publisher);
    assert!(page.has("first &#60;script&#62;") && !page.has("<script>alert"));
    done(&scene.upload("notes.txt", b"second", &[("replaces", "E1")]));
    let page = scene.seen_by(&scene.publisher);
    assert!(page.has("Version 2") && page.has("Earlier versions (1)"), "{}", page.body);
    done(&scene.upload("screen.png", &samples::png(), &[]));
    let page = scene.seen_by(&scene.publisher);
    let picture = between(&page, "<img src=\"", "\"");
    let sent = scene.place.get(&scene.publisher, &picture);
    assert_eq!(sent.headers.get("content-type").expect("a type"), "image/png");
}

#[test]
fn a_refused_file_leaves_nothing_and_keeps_what_was_typed() {
    let scene = Scene::new();
    let got = scene.upload("tool.exe", b"MZ\0\0\0", &[("runs", "7")]);
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("name=\"runs\" min=\"0\" max=\"65535\" value=\"7\""));
    assert!(scene.file().pieces.is_empty());
    let store = scene.place.site.people.store();
    let entries = scene.place.on(store.entries_after(0, 10_000)).expect("read");
    assert!(entries.iter().any(|it| it.kind == "upload_refused" && it.subject == "upload"));
    // What else is wrong keeps the file, so that it is not sent twice.
    let got = scene.upload("policy.pdf", &samples::pdf(), &[("captured", "soon")]);
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("name=\"digest\" value=\"") && got.has("policy.pdf"));
}

#[test]
fn a_round_goes_from_handing_in_to_a_verdict() {
    let scene = Scene::new();
    let got = scene.submit();
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY);
    done(&scene.upload("policy.pdf", &samples::pdf(), &[]));
    done(&scene.submit());
    let page = scene.seen_by(&scene.publisher);
    assert!(
        page.has("It waits for the analyst (round") && page.has("Handed in while it was fresh")
    );
    let stand = scene.stand(&scene.analyst);
    let got = scene.judge(&[("stand", &stand), ("verdict", "revision-requested"), ("do", "now")]);
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY);
    let words = "Which environments does it cover?";
    done(&scene.judge(&[
        ("stand", &stand),
        ("verdict", "revision-requested"),
        ("reason", words),
        ("do", "now"),
    ]));
    let page = scene.seen_by(&scene.publisher);
    assert!(page.has(words) && page.has("Hand in anew"), "{}", page.body);
    done(&scene.submit());
    let stand = scene.stand(&scene.analyst);
    done(&scene.judge(&[("stand", &stand), ("verdict", "approved"), ("do", "now")]));
    let page = scene.seen_by(&scene.publisher);
    assert!(page.has("Nothing has to be handed in."), "{}", page.body);
}

#[test]
fn a_verdict_on_evidence_that_changed_meanwhile_is_a_conflict_and_keeps_its_words() {
    let scene = Scene::new();
    done(&scene.upload("policy.pdf", &samples::pdf(), &[]));
    done(&scene.submit());
    let stand = scene.stand(&scene.analyst);
    done(&scene.upload("newer.txt", b"newer", &[("replaces", "E1")]));
    let fields =
        [("stand", stand.as_str()), ("verdict", "failed"), ("reason", "kept words"), ("do", "now")];
    let got = scene.judge(&fields);
    refused(&got, StatusCode::CONFLICT);
    assert!(got.has("kept words") && got.has("newer.txt"));
    assert!(got.has("value=\"failed\" required checked"));
    let pick = format!("{}~{stand}", scene.control);
    let got = scene.place.post(
        &scene.analyst,
        &scene.at("/controls"),
        &[("control", pick.as_str()), ("verdict", "failed"), ("reason", "kept words")],
    );
    refused(&got, StatusCode::CONFLICT);
    assert!(got.has("kept words") && scene.file().case.reviews.is_empty());
}

#[test]
fn several_controls_get_one_verdict() {
    let scene = Scene::new();
    let list = scene.place.get(&scene.analyst, &scene.at("/controls?status=open"));
    let picks: Vec<&str> = list
        .body
        .split("name=\"control\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .take(3)
        .collect();
    let mut fields: Vec<(&str, &str)> = picks.iter().map(|pick| ("control", *pick)).collect();
    fields.extend([("verdict", "failed"), ("reason", "Not there at all.")]);
    done(&scene.place.post(&scene.analyst, &scene.at("/controls"), &fields));
    assert_eq!(scene.file().case.reviews.len(), 3);
    let got = scene.place.post(&scene.publisher, &scene.at("/controls"), &fields);
    assert_eq!(got.status, StatusCode::FORBIDDEN);
}

#[test]
fn a_review_is_kept_back_until_it_is_sent_at_once() {
    let scene = Scene::new();
    let empty = scene.place.get(&scene.analyst, &scene.at("/review"));
    whole(&empty);
    assert!(empty.has("<h1>Queue is empty</h1>"));
    done(&scene.upload("policy.pdf", &samples::pdf(), &[]));
    done(&scene.submit());
    let got = scene.place.get(&scene.analyst, &scene.at("/review"));
    let screen = scene.at(&format!("/review/{}", scene.control));
    assert_eq!(got.location(), screen);
    let page = scene.place.get(&scene.analyst, &screen);
    whole(&page);
    let stand = between(&page, "name=\"stand\" value=\"", "\"");
    let fields =
        [("stand", stand.as_str()), ("verdict", "failed"), ("reason", "canary-of-a-draft")];
    done(&scene.place.post(&scene.analyst, &screen, &fields));
    assert!(!scene.seen_by(&scene.publisher).has("canary-of-a-draft"));
    let overview = scene.place.get(&scene.analyst, &scene.at("/review?all=1"));
    assert!(overview.has("Pending (1)") && overview.has("canary-of-a-draft"));
    let seen = between(&overview, "name=\"seen\" value=\"", "\"");
    done(&scene.place.post(&scene.analyst, &scene.at("/review/send"), &[("seen", &seen)]));
    assert!(scene.seen_by(&scene.publisher).has("canary-of-a-draft"));
    let got = scene.place.post(&scene.analyst, &scene.at("/review/send"), &[("seen", &seen)]);
    refused(&got, StatusCode::CONFLICT);
    let got = scene.place.get(&scene.publisher, &scene.at("/review"));
    assert_eq!(got.status, StatusCode::FORBIDDEN);
}

#[test]
fn publishers_see_nothing_internal_on_any_of_these_pages() {
    let scene = Scene::new();
    done(&scene.upload("policy.pdf", &samples::pdf(), &[]));
    let about = format!("control:{}", scene.control);
    for (about, to, words) in [
        (about.as_str(), "internal", "canary-internal"),
        (about.as_str(), "draft-shared", "canary-draft"),
        (about.as_str(), "shared", "for-everybody"),
        ("case", "internal", "canary-case"),
        ("pentest", "draft-internal", "canary-pentest"),
    ] {
        let fields = [("about", about), ("to", to), ("words", words)];
        done(&scene.place.post(&scene.analyst, &scene.at("/threads"), &fields));
    }
    let pages = [scene.page(), scene.at("/controls"), scene.at("/threads")];
    for address in &pages {
        let got = scene.place.get(&scene.publisher, address);
        whole(&got);
        assert!(!got.has("canary"), "{address}: {}", between(&got, "canary", "<"));
        assert!(!got.has("Weight:") && !got.has("Keep internal"), "{address}");
    }
    assert!(scene.seen_by(&scene.publisher).has("for-everybody"));
    let staff = scene.seen_by(&scene.analyst);
    assert!(staff.has("canary-internal") && staff.has("canary-draft") && staff.has("Weight:"));
    assert!(scene.place.get(&scene.analyst, &pages[2]).has("canary-case"));
    // An internal remark by a publisher is refused, and its words are kept.
    let fields = [("about", about.as_str()), ("to", "internal"), ("words", "kept words")];
    let got = scene.place.post(&scene.publisher, &scene.at("/threads"), &fields);
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.has("kept words"));
}

#[test]
fn conversations_are_resolved_reopened_and_marked_when_newer_evidence_comes() {
    let scene = Scene::new();
    done(&scene.upload("policy.pdf", &samples::pdf(), &[]));
    let about = format!("control:{}", scene.control);
    let fields =
        [("about", about.as_str()), ("item", "E1"), ("to", "shared"), ("words", "Page 3?")];
    done(&scene.place.post(&scene.analyst, &scene.at("/threads"), &fields));
    assert!(!scene.seen_by(&scene.publisher).has("Outdated"));
    done(&scene.upload("newer.txt", b"newer", &[("replaces", "E1")]));
    assert!(scene.seen_by(&scene.publisher).has("Outdated: a newer version came in"));
    let turn = |what: &str| {
        let place = scene.at(&format!("/threads/T1/{what}"));
        scene.place.post(&scene.publisher, &place, &[("about", &about)])
    };
    done(&turn("resolve"));
    assert!(scene.seen_by(&scene.analyst).has("Resolved conversations (1)"));
    done(&turn("resolve"));
    done(&turn("reopen"));
    assert!(!scene.seen_by(&scene.analyst).has("Resolved conversations"));
}

#[test]
fn saying_that_all_evidence_is_in_ends_the_gathering() {
    let scene = Scene::new();
    let page = scene.place.get(&scene.publisher, &scene.at("/controls"));
    assert!(page.has("Say that all evidence is in"), "{}", page.body);
    assert!(page.has("controls are still with you."), "{}", page.body);
    let staff = scene.place.get(&scene.analyst, &scene.at("/controls"));
    assert!(!staff.has("Say that all evidence is in"));
    let refused = scene.place.post(&scene.analyst, &scene.at("/complete"), &[]);
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let stale = scene.place.post(&scene.publisher, &scene.at("/complete"), &[("seen", "1")]);
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
    let done = scene.place.post(&scene.publisher, &scene.at("/complete"), &[]);
    assert!(done.location().contains("desk-done-complete"), "{}", done.body);
    let over = scene.place.get(&scene.publisher, &scene.at("/controls"));
    assert!(!over.has("Say that all evidence is in"));
    let twice = scene.place.post(&scene.publisher, &scene.at("/complete"), &[]);
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.body);
}
