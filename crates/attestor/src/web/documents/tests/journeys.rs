//! What readers and owners do when all goes well.

use axum::http::StatusCode;

use super::*;
use crate::web::tests::desk::{PASSWORD, on_both, on_one};

const DAY: u64 = 24 * 60 * 60;

#[test]
fn what_is_for_everybody_is_read_without_signing_in_as_its_owner_brought_it() {
    on_both(async |desk| {
        let cast = Cast::of(desk).await;
        cast.add(desk, ("certificate/main", ""), ("Zertifikat für alle.pdf", &pdf())).await;
        let (mut nobody, item) = (Browser::default(), "certificate/main");
        let page = desk.get(&mut nobody, &cast.gate(item)).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in ["Certificate of Fabrikam", "FB 1", "Everybody", "SHA-256", "March 1, 2028"] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let page = desk.get(&mut nobody, &format!("{}?hl=ko-KR", cast.gate(item))).await;
        assert!(page.body.contains("lang=\"ko-KR\">패브리캠 인증서"), "{}", page.body);
        let (status, fields, bytes) = desk.bytes(&nobody, &cast.file(item)).await;
        assert_eq!((status, bytes), (StatusCode::OK, pdf()));
        let name = "attachment; filename*=UTF-8''Zertifikat%20f%C3%BCr%20alle.pdf";
        assert_eq!(fields["content-disposition"], name);
        assert_eq!(fields["content-type"], "application/pdf");
        assert_eq!(fields["x-content-type-options"], "nosniff");
        assert_eq!(desk.bytes(&cast.reader, &cast.file(item)).await.2, pdf());
        let log = record(desk).await;
        assert_eq!(log.matches("document_downloaded").count(), 1, "nobody is nobody in the log");
    });
}

#[test]
fn a_document_is_watched_where_it_is_read() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("report/members", "public"), ("report.pdf", &pdf())).await;
        let gate = cast.gate("report/members");
        let page = desk.get(&mut Browser::default(), &gate).await;
        assert!(!page.body.contains("Watch this document"), "nobody cannot be told");
        for (on, before, after) in
            [("1", "Watch this document", "Stop watching"), ("0", "Stop", "Watch this document")]
        {
            let page = desk.get(&mut cast.reader, &gate).await;
            assert!(page.body.contains(before), "{}", page.body);
            let value = format!("name=\"on\" value=\"{on}\"");
            assert!(page.body.contains(&value), "{}", page.body);
            let item = page.between("name=\"item\" value=\"", "\"");
            let kind = page.between("name=\"kind\" value=\"", "\"");
            let fields = [
                ("organization", cast.fabrikam.as_str()),
                ("kind", kind.as_str()),
                ("item", item.as_str()),
                ("on", on),
                ("next", gate.as_str()),
            ];
            let got = desk.post(&mut cast.reader, "/watching", &fields).await;
            assert_eq!(got.location(), gate, "{}", got.body);
            let page = desk.get(&mut cast.reader, &gate).await;
            assert!(page.body.contains(after), "{}", page.body);
        }
    });
}

#[test]
fn who_is_not_signed_in_is_led_there_and_back() {
    on_both(async |desk| {
        let cast = Cast::of(desk).await;
        cast.add(desk, ("report/members", "public"), ("report.pdf", &pdf())).await;
        let (mut nobody, gate) = (Browser::default(), cast.gate("report/members"));
        let page = desk.get(&mut nobody, &gate).await;
        assert!(page.body.contains("Who is signed in"), "what the portal says counts");
        let way = page.between("<a class=\"btn pri\" href=\"", "\"");
        let got = desk.get(&mut nobody, &cast.file("report/members")).await;
        assert_eq!((got.status, got.location()), (StatusCode::SEE_OTHER, way.as_str()));
        let fields =
            [("email", "Northwind@example.org"), ("password", PASSWORD), ("next", gate.as_str())];
        let got = desk.post(&mut nobody, &way, &fields).await;
        assert_eq!(got.location(), gate, "{}", got.body);
        let (status, _, bytes) = desk.bytes(&nobody, &cast.file("report/members")).await;
        assert_eq!(status, StatusCode::OK);
        let mark = mark_of(&bytes);
        let lines: Vec<&str> = mark.lines().collect();
        assert_eq!(lines[0], "Some Body \u{b7} Northwind");
        assert!(lines[1].starts_with("2026-11-22 09:00 UTC \u{b7} "), "{mark}");
        let log = record(desk).await;
        let id = lines[1].rsplit(' ').next().expect("an id");
        assert!(log.contains(&format!("\\\"download\\\":\\\"{id}\\\"")), "{log}");
    });
}

#[test]
fn an_agreement_is_accepted_and_a_newer_one_again() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        let gate = cast.gate("report/terms");
        cast.add(desk, ("report/terms", ""), ("soc.pdf", &pdf())).await;
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("has not written the agreement yet"), "{}", page.body);
        assert_eq!(cast.agree_on(desk, "0", "First text.\r\nSecond <line>.").await.status, 303);
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("First text.\nSecond &#60;line&#62;."), "{}", page.body);
        let accept = format!("{gate}/accept");
        let got = desk.post(&mut cast.reader, &accept, &[("version", "1")]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.body.contains("Tick the box"));
        let (status, ..) = desk.bytes(&cast.reader, &cast.file("report/terms")).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "not before it is accepted");
        let ticked = [("version", "1"), ("accept", "yes")];
        let got = desk.post(&mut cast.reader, &accept, &ticked).await;
        assert_eq!(got.location(), format!("{gate}?said=accepted"));
        assert_eq!(desk.post(&mut cast.reader, &accept, &ticked).await.status, 303);
        let (status, _, bytes) = desk.bytes(&cast.reader, &cast.file("report/terms")).await;
        assert_eq!((status, mark_of(&bytes).contains("Northwind")), (StatusCode::OK, true));
        assert_eq!(record(desk).await.matches("kind: \"agreement_accepted\"").count(), 1);

        assert_eq!(cast.agree_on(desk, "1", "Another text.").await.status, 303);
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("has changed since you accepted it"), "{}", page.body);
        let (status, ..) = desk.bytes(&cast.reader, &cast.file("report/terms")).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let got = desk.post(&mut cast.reader, &accept, &ticked).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "of the text that was shown");
        let ticked = [("version", "2"), ("accept", "yes")];
        assert_eq!(desk.post(&mut cast.reader, &accept, &ticked).await.status, 303);
        let (status, ..) = desk.bytes(&cast.reader, &cast.file("report/terms")).await;
        assert_eq!(status, StatusCode::OK);
        let page = desk.get(&mut cast.publisher, "/offerings/agreement").await;
        assert!(page.body.contains("Another text.") && page.body.contains("Northwind"));
    });
}

#[test]
fn a_grant_ends_after_its_last_day() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        let (gate, file) = (cast.gate("report/asked"), cast.file("report/asked"));
        cast.add(desk, ("report/asked", ""), ("pentest.pdf", &pdf())).await;
        let ask = format!("{gate}/ask");
        let got = desk.post(&mut cast.reader, &ask, &[("purpose", "  ")]).await;
        assert!(got.body.contains("Write something."));
        let purpose = [("purpose", "Yearly review, ask ana@example.org")];
        assert_eq!(desk.post(&mut cast.reader, &ask, &purpose).await.status, 303);
        let again = desk.post(&mut cast.reader, &ask, &purpose).await;
        assert_eq!(again.location(), gate, "it waits already");
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("has not decided yet") && page.body.contains("Yearly review"));

        let request = cast.waiting(desk).await;
        for days in ["6", "366", "x"] {
            let grant = [("request", request.as_str()), ("do", "grant"), ("days", days)];
            let got = desk.post(&mut cast.publisher, "/offerings/requests", &grant).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{days}");
            assert!(got.body.contains("Choose 7 to 365 days."), "{days}");
        }
        let grant = [("request", request.as_str()), ("do", "grant"), ("days", "7")];
        let got = desk.post(&mut cast.publisher, "/offerings/requests", &grant).await;
        assert_eq!(got.location(), "/offerings/requests?said=granted");
        let got = desk.post(&mut cast.publisher, "/offerings/requests", &grant).await;
        assert!(got.body.contains("decided, taken back or ended meanwhile"), "{}", got.body);
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("2026-11-29"), "{}", page.body);
        assert_eq!(desk.bytes(&cast.reader, &file).await.0, StatusCode::OK);
        // Sessions end long before grants do.
        desk.clock.advance(7 * DAY);
        desk.sign_in(&mut cast.reader, "Northwind@example.org", PASSWORD).await;
        assert_eq!(desk.bytes(&cast.reader, &file).await.0, StatusCode::OK, "on its last day");
        desk.clock.advance(DAY);
        desk.sign_in(&mut cast.reader, "Northwind@example.org", PASSWORD).await;
        let got = desk.get(&mut cast.reader, &file).await;
        assert_eq!(got.location(), gate, "and not after it");
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("Your access ended on November 29, 2026"), "{}", page.body);
        assert_eq!(desk.post(&mut cast.reader, &ask, &purpose).await.status, 303);
        let log = record(desk).await;
        assert!(!log.contains("ana@example.org"), "what people write is not in the record");
        assert!(log.contains("request_granted") && log.contains("2026-11-29"));
    });
}

#[test]
fn requests_are_refused_taken_back_and_ended_early() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        let (gate, file) = (cast.gate("report/asked"), cast.file("report/asked"));
        cast.add(desk, ("report/asked", ""), ("pentest.pdf", &pdf())).await;
        assert_eq!(cast.agree_on(desk, "0", "Terms of reading.").await.status, 303);
        let purpose = [("purpose", "Review")];
        let ask = format!("{gate}/ask");
        let early = desk.post(&mut cast.reader, &ask, &purpose).await;
        assert_eq!(early.location(), gate, "the agreement comes first");
        let ticked = [("version", "1"), ("accept", "yes")];
        desk.post(&mut cast.reader, &format!("{gate}/accept"), &ticked).await;
        assert!(desk.post(&mut cast.reader, &ask, &purpose).await.location().ends_with("asked"));
        let back = format!("{gate}/withdraw");
        let got = desk.post(&mut cast.reader, &back, &[]).await;
        assert!(got.location().ends_with("taken-back"));
        assert_eq!(desk.post(&mut cast.reader, &back, &[]).await.location(), gate);
        desk.post(&mut cast.reader, &ask, &purpose).await;
        let request = cast.waiting(desk).await;
        let refuse = |reason| [("request", request.as_str()), ("do", "refuse"), ("reason", reason)];
        let got = desk.post(&mut cast.publisher, "/offerings/requests", &refuse("")).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        desk.post(&mut cast.publisher, "/offerings/requests", &refuse("No contract <yet>")).await;
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("was refused on November 22, 2026"), "{}", page.body);
        assert!(page.body.contains("No contract &#60;yet&#62;"));
        desk.clock.advance(60);
        desk.post(&mut cast.reader, &ask, &purpose).await;
        let request = cast.waiting(desk).await;
        let grant = [("request", request.as_str()), ("do", "grant"), ("days", "365")];
        desk.post(&mut cast.publisher, "/offerings/requests", &grant).await;
        assert_eq!(desk.bytes(&cast.reader, &file).await.0, StatusCode::OK);
        let end = [("request", request.as_str()), ("do", "end"), ("reason", "")];
        let got = desk.post(&mut cast.publisher, "/offerings/requests", &end).await;
        assert_eq!(got.location(), "/offerings/requests?said=ended");
        assert_eq!(desk.bytes(&cast.reader, &file).await.0, StatusCode::SEE_OTHER);
        let page = desk.get(&mut cast.reader, &gate).await;
        assert!(page.body.contains("The owner ended your access"), "{}", page.body);
    });
}

#[test]
fn a_new_file_takes_the_place_of_the_one_before_and_old_ones_stay_listed() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        let (item, file) = ("certificate/main", cast.file("certificate/main"));
        cast.add(desk, (item, ""), ("first.pdf", &pdf())).await;
        desk.clock.advance(60);
        let second = pdf_of(1, 333);
        cast.add(desk, (item, "signed-in"), ("second.pdf", &second)).await;
        let mut nobody = Browser::default();
        assert_eq!(desk.get(&mut nobody, &file).await.status, StatusCode::SEE_OTHER);
        let (_, fields, _) = desk.bytes(&cast.reader, &file).await;
        assert!(fields["content-disposition"].to_str().expect("text").ends_with("second.pdf"));
        let page = desk.get(&mut cast.publisher, "/offerings/documents").await;
        let earlier = page.between("id=\"h-earlier\"", "</section>");
        assert!(earlier.contains("first.pdf") && earlier.contains("Superseded"));
        let id = page.between("name=\"document\" value=\"", "\"");
        let withdraw = [("document", id.as_str())];
        let place = "/offerings/documents/withdraw";
        let got = desk.post(&mut cast.publisher, place, &withdraw).await;
        assert_eq!(got.location(), "/offerings/documents?said=withdrawn");
        let got = desk.post(&mut cast.publisher, place, &withdraw).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(desk.get(&mut cast.reader, &file).await.status, StatusCode::NOT_FOUND);
        let page = desk.get(&mut cast.publisher, "/offerings/documents").await;
        let earlier = page.between("id=\"h-earlier\"", "</section>");
        assert!(earlier.contains("second.pdf") && earlier.contains("Withdrawn"));
        let vault = desk.site.vault().expect("a vault");
        let depth = crate::actions::desk::fsck::Depth::Whole;
        let checked = desk.site.desk.fsck(vault, depth).await.expect("checked");
        assert_eq!((checked.first_break, checked.warnings), (None, Vec::new()));
        assert_eq!(checked.files, 2, "also what stands there no more");
        let erased = desk.site.desk.erase_due(vault).await.expect("erased");
        assert_eq!((erased.files, erased.late), (0, 0));
    });
}

#[test]
fn downloads_are_listed_by_document_and_reader_and_as_a_file() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("report/members", ""), ("=cmd().pdf", &pdf())).await;
        cast.add(desk, ("report/open", ""), ("open.txt", b"a text")).await;
        for (browser, item) in [
            (&cast.reader, "report/members"),
            (&cast.other, "report/members"),
            (&cast.other, "report/open"),
        ] {
            desk.clock.advance(60);
            assert_eq!(desk.bytes(browser, &cast.file(item)).await.0, StatusCode::OK);
        }
        let page = desk.get(&mut cast.publisher, "/offerings/downloads").await;
        assert_eq!(page.body.matches("<tr><th scope=\"row\">").count(), 3);
        let (contoso, northwind) = (page.body.find("Contoso"), page.body.find("Northwind"));
        assert!(contoso < northwind && contoso.is_some(), "the newest first");
        let by = page.between("<a href=\"/offerings/downloads?account=", "\"");
        let place = format!("/offerings/downloads?account={by}");
        let page = desk.get(&mut cast.publisher, &place).await;
        assert!(page.body.contains("Contoso") && !page.body.contains("Northwind"));
        let csv = format!("/offerings/downloads.csv?account={by}");
        let got = desk.get(&mut cast.publisher, &csv).await;
        assert_eq!(got.headers["content-type"], "text/csv; charset=utf-8; header=present");
        assert_eq!(got.body.lines().count(), 3);
        assert!(got.body.contains(",'=cmd().pdf,"), "{}", got.body);
        let empty = desk.get(&mut cast.other, "/offerings/downloads.csv").await;
        assert_eq!(empty.body.lines().count(), 1, "others see nothing of it");
        let got = desk.get(&mut cast.publisher, "/offerings/downloads?account=%00").await;
        assert_eq!(got.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn the_head_of_a_document_is_no_download() {
    on_one(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("report/members", ""), ("report.pdf", &pdf())).await;
        let file = cast.file("report/members");
        let got = desk.ask(&mut cast.reader, ("HEAD", &file), String::new()).await;
        assert_eq!(got.status, StatusCode::OK);
        assert!(!record(desk).await.contains("document_downloaded"));
    });
}

#[test]
fn owners_read_their_own_documents_without_asking() {
    on_one(async |desk| {
        let cast = Cast::of(desk).await;
        cast.add(desk, ("report/asked", ""), ("pentest.pdf", &pdf())).await;
        let (status, _, bytes) = desk.bytes(&cast.publisher, &cast.file("report/asked")).await;
        assert_eq!((status, mark_of(&bytes).contains("Fabrikam")), (StatusCode::OK, true));
    });
}
