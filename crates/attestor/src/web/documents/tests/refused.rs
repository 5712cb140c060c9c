//! What is refused: files, addresses, strangers.

use axum::http::StatusCode;
use rust_xlsxwriter::Workbook;

use super::*;
use crate::vault::samples;
use crate::web::tests::desk::{on_both, on_one};

#[test]
fn files_that_are_none_for_a_portal_are_refused_in_words_and_leave_nothing() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("certificate/main", ""), ("good.pdf", &pdf())).await;
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Rows").expect("a name");
        sheet.write_formula(1, 2, "=A1").expect("a formula");
        let computing = book.save_to_buffer().expect("a workbook");
        let macros = samples::docx_with(&[("word/vbaProject.bin", b"x")]);
        let cases: [(&str, &[u8], &str); 8] = [
            ("a.pdf", b"no PDF at all", "was not taken"),
            ("a.pdf", b"%PDF-1.4\nbut no more\n%%EOF\n", "cannot be read page by page"),
            ("a.docx", &macros, "holds macros or controls"),
            ("a.xlsx", &computing, "a formula in cell C2 of the sheet “Rows”"),
            ("a.csv", b"a,b\n1,=1+1\n", "a formula in row and column B2"),
            ("a.zip", &samples::zip(&[("a.txt", b"a")]), "Files that end in “zip” are not taken"),
            ("a.exe", b"MZ", "Files that end in “exe” are not taken"),
            ("a.txt", b"", "the file is empty"),
        ];
        for (name, bytes, words) in cases {
            let got = cast.try_add(desk, ("certificate/main", ""), (name, bytes)).await;
            assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {words}");
            assert!(got.body.contains(words), "{name}: {words}: {}", got.body);
            assert!(got.body.contains("what stood there before still does"), "{name}");
            assert!(got.body.contains("value=\"certificate/main\" selected"), "{name}");
        }
        let got = cast.try_add(desk, ("certificate/none", ""), ("a.pdf", &pdf_of(1, 77))).await;
        assert!(got.body.contains("Choose an item"), "{}", got.body);
        let got = cast.try_add(desk, ("", ""), ("", b"")).await;
        assert!(got.body.contains("Choose a file"), "{}", got.body);
        let mut nobody = Browser::default();
        let page = desk.get(&mut nobody, &cast.gate("certificate/main")).await;
        assert!(page.body.contains("good.pdf"));
        let log = record(desk).await;
        assert_eq!(log.matches("kind: \"document_refused\"").count(), cases.len());
        assert_eq!(log.matches("kind: \"document_added\"").count(), 1);
        let page = desk.get(&mut cast.publisher, "/offerings/documents").await;
        assert!(!page.body.contains("h-earlier"), "nothing of it is listed");
        let listing = desk.site.vault().expect("a vault").list().await.expect("listed");
        assert_eq!(listing.files.len(), 1, "nothing of it is kept");
    });
}

#[test]
fn what_nobody_may_know_of_is_not_found_and_what_is_old_leads_on() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        for item in ["report/planned", "report/gone", "report/before", "report/open"] {
            cast.add(desk, (item, ""), ("report.pdf", &pdf())).await;
        }
        let hidden = [
            "report/planned",
            "report/gone",
            "report/none",
            "certificate/open",
            "page/open",
            "certificate/main",
            "report/%00",
        ];
        for item in hidden {
            for address in [cast.gate(item), cast.file(item)] {
                let got = desk.get(&mut cast.reader, &address).await;
                assert_eq!(got.status, StatusCode::NOT_FOUND, "{address}");
            }
        }
        let got = desk.get(&mut cast.reader, "/documents/nobody/report/open").await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
        let (page, file) = (cast.gate("report/before"), cast.file("report/before"));
        let page = desk.get(&mut cast.reader, &page).await;
        assert!(page.body.contains("took the place of this one"));
        assert!(page.body.contains(&format!("href=\"{}\"", cast.gate("report/terms"))));
        assert!(!page.body.contains("/file\""), "{}", page.body);
        assert_eq!(desk.get(&mut cast.reader, &file).await.status, StatusCode::NOT_FOUND);
        let old = cast.gate("certificate/old");
        let page = desk.get(&mut cast.reader, &old).await;
        assert!(page.body.contains(&format!("href=\"{}\"", cast.gate("certificate/main"))));
    });
}

#[test]
fn other_organizations_neither_see_nor_decide_anything() {
    on_both(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("report/asked", ""), ("secret-name.pdf", &pdf())).await;
        cast.agree_on(desk, "0", "Secret terms.").await;
        let gate = cast.gate("report/asked");
        let ticked = [("version", "1"), ("accept", "yes")];
        desk.post(&mut cast.reader, &format!("{gate}/accept"), &ticked).await;
        desk.post(&mut cast.reader, &format!("{gate}/ask"), &[("purpose", "Secret purpose")]).await;
        let page = desk.get(&mut cast.publisher, "/offerings/documents").await;
        let document = page.between("name=\"document\" value=\"", "\"");
        let request = cast.waiting(desk).await;
        for page in ["documents", "agreement", "requests", "downloads"] {
            let address = format!("/offerings/{page}");
            let got = desk.get(&mut cast.other, &address).await;
            assert_eq!(got.status, StatusCode::OK, "{page}");
            let body = got.body.to_lowercase();
            assert!(!body.contains("secret") && !body.contains("northwind"), "{page}");
            let got = desk.get(&mut cast.reader, &address).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{page}");
        }
        let withdraw = [("document", document.as_str())];
        let got = desk.post(&mut cast.other, "/offerings/documents/withdraw", &withdraw).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND);
        for act in ["grant", "refuse", "end"] {
            let fields =
                [("request", request.as_str()), ("do", act), ("days", "30"), ("reason", "x")];
            let got = desk.post(&mut cast.other, "/offerings/requests", &fields).await;
            assert_eq!(got.status, StatusCode::NOT_FOUND, "{act}");
        }
        assert_eq!(desk.bytes(&cast.other, &cast.file("report/asked")).await.0, 303);
    });
}

#[test]
fn a_name_that_fonts_lack_is_told_by_the_id_of_its_account() {
    on_one(async |desk| {
        let mut cast = Cast::of(desk).await;
        cast.add(desk, ("report/members", ""), ("report.pdf", &pdf())).await;
        let code = desk.invite(&mut cast.owner, "/people/invite", "auditor").await;
        let mut auditor = Browser::default();
        let fields = [
            ("code", code.as_str()),
            ("name", "김하나"),
            ("email", "hana@example.org"),
            ("password", crate::web::tests::desk::PASSWORD),
        ];
        desk.post(&mut auditor, "/invitations", &fields).await;
        let (status, fields, _) = desk.bytes(&auditor, &cast.file("report/members")).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "a role that needs two factors shows them first");
        assert_eq!(fields["location"], "/account/security");
        desk.add_app(&mut auditor).await;
        let (_, _, bytes) = desk.bytes(&auditor, &cast.file("report/members")).await;
        let mark = mark_of(&bytes);
        let line = mark.lines().next().expect("a line").to_owned();
        assert!(line.starts_with("account "), "{mark}");
        assert!(line.ends_with("\u{b7} Contoso Certification"), "{mark}");
    });
}

#[test]
fn a_version_that_others_wrote_meanwhile_is_not_written_over() {
    on_one(async |desk| {
        let mut cast = Cast::of(desk).await;
        assert_eq!(cast.agree_on(desk, "0", "One.").await.status, 303);
        let got = cast.agree_on(desk, "0", "Two.").await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.body.contains("published meanwhile") && got.body.contains("Two."));
        let got = cast.agree_on(desk, "1", "One.").await;
        assert!(got.body.contains("holds already"));
        let long = "x".repeat(20_001);
        for (text, words) in [("", "Write something."), ("a\u{7}b", "letters"), (&long, "too long")]
        {
            let got = cast.agree_on(desk, "1", text).await;
            assert!(got.body.contains(words), "{words}");
        }
    });
}
