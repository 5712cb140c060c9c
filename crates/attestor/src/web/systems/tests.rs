//! Journeys of customers over HTTP, on both databases, with the clock moved.

use axum::http::StatusCode;

use crate::actions::trust::samples::publish;
use crate::store::gate::Value;
use crate::web::tests::desk::{Browser, Desk, PASSWORD, on_both, on_one_with};

/// The days of the example, with the tests' clock on 2026-11-22.
const EXAMPLE: &str = include_str!("../../../../attestor-core/tests/trust/example.yaml");

/// The example as a portal, with one text in the place of another: portals hold no systems.
pub(in crate::web) fn portal(from: &str, to: &str) -> String {
    let (start, rest) = EXAMPLE.split_once("systems:\n").expect("systems");
    let (_, end) = rest.split_once("texts:\n").expect("texts");
    let text = format!("{start}texts:\n{end}");
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

/// A provider's portal and a customer with a system on Tidewater, who is signed in.
struct Journey {
    provider: String,
    customer: String,
    pat: Browser,
    system: String,
}

const EMAIL: &str = "cas@example.org";

async fn begun(desk: &Desk, content: &str) -> Journey {
    let mut owner = desk.set_up().await;
    let provider = desk.organization(&mut owner, "Harborlight", "publisher").await;
    publish(&desk.site.portals, &provider, content).await;
    let customer = desk.organization(&mut owner, "Northwind", "customer").await;
    let invite = format!("/organizations/{customer}/invite");
    let code = desk.invite(&mut owner, &invite, "customer_admin").await;
    let mut pat = desk.accept(&code, EMAIL).await;
    let got = desk.post(&mut pat, "/systems", &[("name", "The shop")]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
    let system = got.location().trim_end_matches("/services").to_owned();
    let mut journey = Journey { provider, customer, pat, system };
    let service = format!("{} tidewater public", journey.provider);
    let fields = [("number", "1"), ("service", service.as_str())];
    let got = journey.send(desk, "/services", &fields).await;
    assert_eq!(got.location(), format!("{}/services?said=kept", journey.system), "{}", got.body);
    journey
}

impl Journey {
    async fn page(&mut self, desk: &Desk, way: &str) -> crate::web::tests::desk::Got {
        let address = format!("{}{way}", self.system);
        desk.get(&mut self.pat, &address).await
    }

    async fn send(
        &mut self,
        desk: &Desk,
        way: &str,
        fields: &[(&str, &str)],
    ) -> crate::web::tests::desk::Got {
        let address = format!("{}{way}", self.system);
        desk.post(&mut self.pat, &address, fields).await
    }

    /// Signs in again, after days.
    async fn again(&mut self, desk: &Desk) {
        self.pat = Browser::default();
        desk.sign_in(&mut self.pat, EMAIL, PASSWORD).await;
    }

    /// Share and reason of a control, as the file has them.
    async fn control(&mut self, desk: &Desk, control: &str) -> (String, String) {
        let got = self.page(desk, "/files/controls.json").await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        let whole: serde_json::Value = serde_json::from_str(&got.body).expect("JSON");
        let all = whole["controls"].as_array().expect("controls");
        let found = all.iter().find(|it| it["control"] == control).expect(control);
        let why = found["layers"][0]["why"].as_str().unwrap_or_default();
        (found["share"].as_str().expect("a share").to_owned(), why.to_owned())
    }

    /// What the members were told, and how often.
    async fn notices(&self, desk: &Desk) -> Vec<String> {
        let told = "select content from trust_notice
where organization_id = $1 and kind = 'system-review' order by at, notice_id";
        let values = [Value::from(&self.customer)];
        let rows = desk.site.portals.store().rows(told, &values).await.expect("notices");
        rows.iter().map(|row| row.text(0).expect("a text")).collect()
    }
}

fn pair(share: &str, why: &str) -> (String, String) {
    (share.to_owned(), why.to_owned())
}

async fn record(desk: &Desk) -> String {
    let entries = desk.site.people.store().entries_after(0, 10_000).await.expect("read");
    entries.iter().map(|entry| format!("{} {}\n", entry.kind, entry.content)).collect()
}

#[test]
fn a_system_is_made_written_about_taken_along_and_ended() {
    on_both(async |desk| {
        let mut journey = begun(desk, &portal("harbor", "harbor")).await;
        let page = journey.page(desk, "").await;
        assert!(page.body.contains("Lacks your text") && page.body.contains("HL 700123"));
        let way = format!("href=\"/trust/{}/harborlight-iso\"", journey.provider);
        assert!(page.body.contains(&way), "the certificate that decides is one step away");
        assert!(page.body.contains("class=\"floor own\"") && page.body.contains("1/37"));
        let number = page.between("name=\"number\" value=\"", "\"");
        let own = [
            ("number", number.as_str()),
            ("framework", "iso27001-2022"),
            ("control", "A.5.1"),
            ("text", "=1+1 is read every year."),
        ];
        let got = journey.send(desk, "/own", &own).await;
        assert!(got.location().ends_with("framework=iso27001-2022&said=kept#c-A.5.1"));
        assert!(!journey.page(desk, "?share=shared").await.body.contains("Lacks your text</span>"));
        let late = journey.send(desk, "/own", &own).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("Somebody changed the system meanwhile"));
        let csv = journey.page(desk, "/files/controls.csv").await;
        assert!(csv.body.contains(",'=1+1 is read every year.,"), "no text is a formula");
        assert_eq!(csv.body.lines().count(), 94);
        let filtered = journey.page(desk, "?share=inherited").await;
        assert!(filtered.body.contains("No control is of this kind"));
        let covers = journey.page(desk, "?to=iso27001-2013").await;
        assert!(covers.body.contains("2 covered whole"), "{}", covers.body);
        let page = journey.page(desk, "").await;
        let number = page.between("name=\"number\" value=\"", "\"");
        let got = journey.send(desk, "/end", &[("number", &number)]).await;
        assert_eq!(got.location(), "/systems?said=ended");
        assert_eq!(journey.page(desk, "").await.status, StatusCode::NOT_FOUND);
        let record = record(desk).await;
        for kind in ["system_made", "system_changed", "system_ended"] {
            assert!(record.contains(kind), "{kind}");
        }
        assert!(!record.contains("read every year"), "texts stand in the system");
    });
}

#[test]
fn what_is_not_in_its_form_changes_nothing_and_others_see_nothing() {
    on_both(async |desk| {
        let mut journey = begun(desk, &portal("harbor", "harbor")).await;
        let got = desk.post(&mut journey.pat, "/systems", &[("name", " ")]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        let provider = journey.provider.clone();
        for (way, service) in [
            ("/services", format!("{provider} tidewater public")),
            ("/services", format!("{provider} lantern government")),
            ("/services", format!("{provider} nothing public")),
            ("/services", "elsewhere tidewater public".to_owned()),
            ("/services", "tidewater".to_owned()),
        ] {
            let fields = [("number", "2"), ("service", service.as_str())];
            let got = journey.send(desk, way, &fields).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{service}");
        }
        for (framework, control) in [("nothing", "A.5.1"), ("iso27001-2022", "A.99.1"), ("", "")] {
            let fields =
                [("number", "2"), ("framework", framework), ("control", control), ("text", "x")];
            let got = journey.send(desk, "/own", &fields).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{framework}");
        }
        for way in ["?framework=nothing", "?on=2026-02-30"] {
            assert_eq!(journey.page(desk, way).await.status, StatusCode::BAD_REQUEST, "{way}");
        }
        assert_eq!(journey.page(desk, "/files/controls.pdf").await.status, StatusCode::NOT_FOUND);
        let kept = desk.site.portals.systems(&journey.customer).await.expect("read");
        assert_eq!((kept.len(), kept[0].number, kept[0].content.uses.len()), (1, 2, 1));
        let system = journey.system.clone();
        let invite = format!("/organizations/{provider}/invite");
        desk.clock.advance(60);
        let mut owner = Browser::default();
        desk.sign_in(&mut owner, "owner@example.org", PASSWORD).await;
        let rival = {
            let mut work = desk.site.people.store().begin().await.expect("begun");
            let at = desk.clock.now().to_string();
            let rows =
                work.rows("select account_id from account where email = 'cas@example.org'", &[]);
            let account = rows.await.expect("read")[0].text(0).expect("an id");
            let place = (account.as_str(), provider.as_str());
            assert!(work.put_member("m-rival", place, "publisher", &at).await.expect("in"));
            work.commit().await.expect("kept");
            invite
        };
        assert!(rival.contains(&provider));
        let got =
            desk.post(&mut journey.pat, "/account/membership", &[("membership", "m-rival")]).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
        assert_eq!(desk.get(&mut journey.pat, &system).await.status, StatusCode::NOT_FOUND);
        let got = desk.post(&mut journey.pat, &format!("{system}/end"), &[("number", "2")]).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
    });
}

/// L3: a certificate that is over flips what rests on it the same day.
#[test]
fn an_expired_certificate_needs_review_the_same_day_and_is_told_once() {
    on_both(async |desk| {
        let content = portal("expires: 2028-03-01", "expires: 2026-12-01");
        let mut journey = begun(desk, &content).await;
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 0);
        desk.clock.advance_days(9);
        journey.again(desk).await;
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 0);
        assert_eq!(journey.control(desk, "A.5.1").await, pair("shared", "both-do"));
        desk.clock.advance_days(1);
        journey.again(desk).await;
        let wanted = pair("needs-review", "certificate-expired");
        assert_eq!(journey.control(desk, "A.5.1").await, wanted);
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 1);
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 0);
        desk.clock.advance_days(1);
        journey.again(desk).await;
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 0, "told once");
        let notices = journey.notices(desk).await;
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert!(notices[0].contains("\"item\""), "{notices:?}");
        let record = record(desk).await;
        for told in ["system_needs_review", "certificate-expired", "A.5.1"] {
            assert!(record.contains(told), "{told}: {record}");
        }
        let page = journey.page(desk, "").await;
        assert!(page.body.contains("The certificate ended on"), "{}", page.body);
        assert!(page.body.contains("1 control needs review"));
        let list = desk.get(&mut journey.pat, "/systems").await;
        assert!(list.body.contains("Needs review</span>"));
    });
}

/// L4: a service that leaves the scope does the same, by its day and by a new version of the portal.
#[test]
fn a_service_that_leaves_needs_review_the_same_day_until_somebody_looked() {
    on_both(async |desk| {
        let mut journey = begun(desk, &portal("from: 2025-01-01}", "until: 2026-12-01}")).await;
        desk.clock.advance_days(10);
        journey.again(desk).await;
        let wanted = pair("needs-review", "left-scope");
        assert_eq!(journey.control(desk, "A.5.1").await, wanted);
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 1);
        // It comes back, and is given again without a word of anybody.
        publish(&desk.site.portals, &journey.provider, &portal("harbor", "harbor")).await;
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 0);
        assert_eq!(journey.control(desk, "A.5.1").await, pair("shared", "both-do"));
        // A version that says nothing of it any more does not make it the customer's in silence.
        let gone = portal("services: [tidewater, lantern], issued", "services: [lantern], issued");
        publish(&desk.site.portals, &journey.provider, &gone).await;
        let review = pair("needs-review", "not-covered");
        assert_eq!(journey.control(desk, "A.5.1").await, review);
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 1);
        assert_eq!(journey.notices(desk).await.len(), 2);
        let page = journey.page(desk, "").await;
        let number =
            page.between("/looked\"><input type=\"hidden\" name=\"number\" value=\"", "\"");
        let got = journey.send(desk, "/looked", &[("number", &number)]).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.body);
        assert_eq!(journey.control(desk, "A.5.1").await, pair("customer", "not-covered"));
    });
}

/// L5: what the provider's statement says nothing of stays with the customer.
#[test]
fn a_silent_statement_leaves_the_control_and_a_withdrawn_portal_everything_to_review() {
    on_both(async |desk| {
        let mut journey = begun(desk, &portal("harbor", "harbor")).await;
        assert_eq!(journey.control(desk, "A.7.1").await, pair("customer", "no-row"));
        assert_eq!(journey.control(desk, "A.8.7").await, pair("customer", "not-applicable"));
        let mut work = desk.site.portals.store().begin().await.expect("begun");
        let at = desk.clock.now().to_string();
        assert!(
            work.end_portal(&journey.provider, "published", "withdrawn", &at).await.expect("ended")
        );
        work.commit().await.expect("kept");
        assert_eq!(desk.site.portals.review_systems().await.expect("reviewed"), 1);
        let wanted = pair("needs-review", "portal-withdrawn");
        assert_eq!(journey.control(desk, "A.7.1").await, wanted);
        assert!(journey.page(desk, "").await.body.contains("no longer published"));
    });
}

#[test]
fn every_word_of_the_core_has_words_here() {
    use attestor_core::trust::crosswalk::Extent;
    use attestor_core::trust::inherit::{Share, Why};
    let phrases = crate::phrases::Phrases::load("en-US").expect("phrases");
    let shares = Share::ALL.iter().map(|it| format!("systems-share-{it}"));
    let reasons = Why::ALL.iter().map(|it| format!("systems-why-{it}"));
    let extents = Extent::ALL.iter().map(|it| format!("systems-extent-{it}"));
    for key in shares.chain(reasons).chain(extents) {
        assert!(!phrases.word(&key).starts_with('['), "{key}");
    }
}

#[test]
fn a_control_is_of_the_family_that_its_id_begins_with() {
    for (control, wanted) in [
        ("A.5.1", "A.5"),
        ("A.12.1.2", "A.12"),
        ("CC1.1", "CC1"),
        ("AC-2(1)", "AC"),
        ("ac-2.1", "ac"),
        ("1.2.1", "1"),
        ("P", "P"),
    ] {
        let id = attestor_core::id::Id::parse(control).expect("an id");
        assert_eq!(super::family(&id), wanted, "{control}");
    }
}

/// An OSCAL catalog of controls with these ids.
fn catalog(title: &str, ids: impl IntoIterator<Item = String>) -> String {
    let control = |id: String| serde_json::json!({"id": id, "title": "A control"});
    let controls: Vec<_> = ids.into_iter().map(control).collect();
    let metadata = serde_json::json!({
        "title": title,
        "last-modified": "2026-01-01T00:00:00Z",
        "version": "2",
        "oscal-version": "1.1.2",
    });
    let uuid = "11111111-2222-4333-8444-555555555555";
    serde_json::json!({"catalog": {"uuid": uuid, "metadata": metadata, "controls": controls}})
        .to_string()
}

#[test]
fn a_system_is_held_against_a_framework_of_the_operator() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("kept");
    };
    put("ours.json", &catalog("Our controls", ["ac-1", "ac-2", "ia-1"].map(str::to_owned)));
    let many = (1..=150).flat_map(|at| [(0, at), (1, at)]);
    let mut many: Vec<(usize, usize)> = many.collect();
    many.sort_unstable();
    let many = many.into_iter().map(|(family, at)| format!("{}-{at}", ["ac", "ia"][family]));
    put("large.json", &catalog("Many controls", many));
    put(
        "to-ours.yaml",
        "from: iso27001-2022
to: ours
source: us
pairs:
- {from: A.5.1, to: ac-1, relation: equal}
- {from: A.5.1, to: ac-2, relation: subset}
",
    );
    on_one_with(folder.path(), async |desk| {
        let row = "{id: A.5.1, applicable: true, implemented: true";
        let mut journey = begun(desk, &portal(row, &format!("{row}, duty: provider"))).await;
        let page = journey.page(desk, "?framework=ours").await;
        assert!(page.body.contains("Our controls"), "{}", page.body);
        let got = journey.page(desk, "/files/controls.json?framework=ours").await;
        let whole: serde_json::Value = serde_json::from_str(&got.body).expect("JSON");
        let all = whole["controls"].as_array().expect("controls");
        let told: Vec<String> = all
            .iter()
            .map(|it| format!("{} {} {}", it["control"], it["share"], it["layers"][0]["why"]))
            .map(|line| line.replace('"', ""))
            .collect();
        assert_eq!(
            told,
            ["ac-1 inherited provider-does", "ac-2 shared other-edition", "ia-1 customer no-row"]
        );
        let page = journey.page(desk, "?to=ours").await;
        assert!(page.body.contains("ac-1") && page.body.contains("Our controls"), "{}", page.body);
        large(desk, &mut journey).await;
    });
}

/// A framework of 300 controls is shown family by family, and a form leads back to its family.
async fn large(desk: &Desk, journey: &mut Journey) {
    for (way, is, is_not) in [
        ("?framework=large", "c-ac-150", "c-ia-1"),
        ("?framework=large&share=customer&family=ia", "c-ia-1", "c-ac-1"),
        ("?framework=large&family=none", "c-ac-1", "c-ia-1"),
    ] {
        let page = journey.page(desk, way).await;
        assert!(page.body.contains(&format!("id=\"{is}\"")), "{way}");
        assert!(!page.body.contains(&format!("id=\"{is_not}\"")), "{way}");
        assert!(page.body.contains("family=ac#controls") && page.body.contains("ia 150"), "{way}");
    }
    let page = journey.page(desk, "").await;
    assert!(!page.body.contains("&amp;family="), "a small one is whole");
    let number = page.between("name=\"number\" value=\"", "\"");
    let own = [
        ("number", number.as_str()),
        ("framework", "large"),
        ("control", "ia-7"),
        ("text", "We do it."),
    ];
    let got = journey.send(desk, "/own", &own).await;
    let way = "?framework=large&family=ia&said=kept#c-ia-7";
    assert_eq!(got.location(), format!("{}{way}", journey.system), "{}", got.body);
}
