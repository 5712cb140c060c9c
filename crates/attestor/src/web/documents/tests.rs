//! Journeys of owners and readers of documents, on both databases, with a moved clock.

mod journeys;
mod programs;
mod refused;

use axum::http::StatusCode;
use lopdf::Document;

use crate::actions::trust::samples::publish;
use crate::web::tests::desk::{Browser, Desk, Got};

/// What Fabrikam publishes.
const PORTAL: &str = include_str!("tests/portal.yaml");

/// A PDF of two pages.
fn pdf() -> Vec<u8> {
    pdf_of(2, 400)
}

/// A PDF of some pages of a width.
fn pdf_of(pages: usize, width: i64) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {pages}/MediaBox[0 0 {width} 600]>>", kids.join(" ")),
    ];
    objects.extend((0..pages).map(|_| "<</Type/Page/Parent 2 0 R>>".to_owned()));
    let (mut file, mut table) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj{object}endobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file += &format!("xref\n0 {size}\n0000000000 65535 f \n{table}");
    file += &format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

/// Everything that stands on the first page of a PDF as its mark, one line a text.
fn mark_of(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).expect("a PDF");
    let streams = document.objects.values().filter_map(|it| it.as_stream().ok());
    let forms = streams.filter(|it| it.dict.get(b"Subtype").is_ok());
    let content: Vec<u8> = forms.flat_map(|it| it.content.clone()).collect();
    let content = String::from_utf8(content).expect("text");
    let texts = content.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    let letters = |hex: &str| {
        let bytes = data_encoding::HEXUPPER.decode(hex.as_bytes()).expect("digits");
        bytes.into_iter().map(char::from).collect::<String>()
    };
    texts.map(|(hex, _)| letters(hex)).collect::<Vec<_>>().join("\n")
}

/// The people of a journey.
struct Cast {
    owner: Browser,
    /// Of Fabrikam, which publishes.
    publisher: Browser,
    /// Of Northwind, a customer.
    reader: Browser,
    /// Of Contoso, another publisher.
    other: Browser,
    /// Fabrikam's id.
    fabrikam: String,
}

impl Cast {
    /// Organizations with people, and what Fabrikam publishes.
    async fn of(desk: &Desk) -> Self {
        let mut owner = desk.set_up().await;
        let mut member = async |name: &str, kind: &str, role: &str| {
            let id = desk.organization(&mut owner, name, kind).await;
            let address = format!("/organizations/{id}/invite");
            let code = desk.invite(&mut owner, &address, role).await;
            (id, desk.accept(&code, &format!("{name}@example.org")).await)
        };
        let (fabrikam, publisher) = member("Fabrikam", "publisher", "publisher").await;
        let (_, reader) = member("Northwind", "customer", "customer_admin").await;
        let (_, other) = member("Contoso", "publisher", "publisher").await;
        publish(&desk.site.portals, &fabrikam, PORTAL).await;
        Self { owner, publisher, reader, other, fabrikam }
    }

    /// The page before the document of an item.
    fn gate(&self, item: &str) -> String {
        format!("/documents/{}/{item}", self.fabrikam)
    }

    /// The document of an item.
    fn file(&self, item: &str) -> String {
        format!("{}/file", self.gate(item))
    }

    /// Adds a file as the publisher; it has to be taken.
    async fn add(&self, desk: &Desk, (item, access): (&str, &str), file: (&str, &[u8])) {
        let got = self.try_add(desk, (item, access), file).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{item}: {}", got.body);
        assert!(got.location().starts_with("/offerings/documents?said=added"), "{item}");
    }

    async fn try_add(&self, desk: &Desk, (item, access): (&str, &str), file: (&str, &[u8])) -> Got {
        let fields = [("item", item), ("access", access)];
        desk.upload(&self.publisher, "/offerings/documents", &fields, file).await
    }

    /// Writes a version of the agreement in the place of one with a number.
    async fn agree_on(&mut self, desk: &Desk, seen: &str, text: &str) -> Got {
        let fields = [("version", seen), ("title", "Terms"), ("body", text)];
        desk.post(&mut self.publisher, "/offerings/agreement", &fields).await
    }

    /// The id of the request that waits.
    async fn waiting(&mut self, desk: &Desk) -> String {
        let page = desk.get(&mut self.publisher, "/offerings/requests").await;
        page.between("name=\"request\" value=\"", "\"")
    }
}

/// Everything that the record tells, as one text.
async fn record(desk: &Desk) -> String {
    let entries = desk.site.people.store().entries_after(0, 10_000).await.expect("read");
    entries.iter().map(|entry| format!("{entry:?}\n")).collect()
}
