//! Read a published page for the catalog.

use attestor_core::attestation::catalog::consistency::inconsistencies;
use attestor_core::attestation::catalog::current::{Standing, page_day};
use attestor_core::attestation::catalog::difference::tier;
use attestor_core::attestation::catalog::identity::{Identity, identity};
use attestor_core::attestation::catalog::listing::Content;
use attestor_core::attestation::page::facts::Facts;
use attestor_core::attestation::page::finding::Finding;
use attestor_core::attestation::page::kind::Kind;
use attestor_core::attestation::page::lexicon::Lexicons;
use attestor_core::attestation::page::permission::Permission;
use attestor_core::attestation::page::recognition::Recognition;
use attestor_core::attestation::page::{Page, read_bytes, read_recognized};
use attestor_core::attestation::question::Questionnaire;
use attestor_core::digest::Digest;

use crate::facts_json;
use crate::stop::Stop;
use crate::store::{FindingRow, KeptPage, NewPage, PermissionRow};
use crate::world::page_data;

/// What a file turned out to be.
pub(super) enum Incoming {
    /// The page of an app.
    App(Box<NewPage>),
    /// A list of apps, of their ids, or a table of contents.
    NotOfAnApp,
    /// The page of an app that it does not name.
    Nameless,
}

/// What pages are read with. It takes a while to load and serves any number of pages.
#[derive(Debug)]
pub(crate) struct Reader {
    /// What is asked.
    pub(crate) questionnaire: Questionnaire,
    /// How pages say it in each language.
    pub(crate) lexicons: Lexicons,
}

impl Reader {
    /// Loads the questionnaire and the languages of the binary.
    pub(crate) fn load() -> Result<Self, Stop> {
        let (questionnaire, lexicons) = page_data()?;
        Ok(Self { questionnaire, lexicons })
    }

    /// Reads a kept page. Nothing is recognized twice, unless the reader has learned since.
    pub(crate) fn read(&self, kept: &KeptPage) -> (Page, Vec<Finding>) {
        let (questionnaire, lexicons) = (&self.questionnaire, &self.lexicons);
        match kept.recognized.as_deref().and_then(Recognition::parse) {
            Some(before) => read_recognized(&kept.bytes, questionnaire, lexicons, &before),
            None => read_bytes(&kept.bytes, questionnaire, lexicons),
        }
    }

    /// The facts of a kept page.
    pub(crate) fn facts(&self, kept: &KeptPage) -> Facts {
        self.read(kept).0.facts
    }

    /// A page that comes in.
    pub(super) fn page(&self, bytes: Vec<u8>, digest: Digest) -> Incoming {
        let (page, noticed) = read_bytes(&bytes, &self.questionnaire, &self.lexicons);
        if page.kind != Kind::App {
            return Incoming::NotOfAnApp;
        }
        match identity(&page.facts) {
            Some(identity) => {
                let kept = self.kept_as(identity, &page, &noticed, (bytes, digest));
                Incoming::App(Box::new(kept))
            }
            None => Incoming::Nameless,
        }
    }

    /// A page that is kept under an id already, whatever it is read as now.
    pub(super) fn page_of(&self, kept: &Identity, bytes: Vec<u8>) -> NewPage {
        let (page, noticed) = read_bytes(&bytes, &self.questionnaire, &self.lexicons);
        let identity = identity(&page.facts).filter(|read| read.id == kept.id);
        let identity = identity.unwrap_or_else(|| kept.clone());
        let digest = Digest::of(&bytes);
        self.kept_as(identity, &page, &noticed, (bytes, digest))
    }

    fn kept_as(
        &self,
        identity: Identity,
        page: &Page,
        noticed: &[Finding],
        (bytes, digest): (Vec<u8>, Digest),
    ) -> NewPage {
        let facts = &page.facts;
        let name = facts.app_name().or(Some(&page.title)).filter(|name| !name.is_empty());
        let name = one_line(name.unwrap_or(&identity.id));
        let recognized = Recognition::of(page, noticed, &self.questionnaire, &self.lexicons);
        NewPage {
            content: Content::of(facts, &identity.id, &name, &self.questionnaire),
            name,
            publisher: facts.publisher().map(one_line),
            tier: tier(facts),
            stores_data: facts.answer("stores_customer_data"),
            standing: standing(page),
            digest,
            facts: facts_json::facts(facts, &self.questionnaire).to_string(),
            recognized: recognized.to_string(),
            permissions: facts.permissions.iter().map(permission_row).collect(),
            findings: finding_rows(page, noticed),
            identity,
            page: bytes,
        }
    }
}

/// A name without control characters, which could do things to a terminal.
fn one_line(name: &str) -> String {
    name.replace(char::is_control, " ")
}

fn standing(page: &Page) -> Standing {
    Standing {
        updated: page_day(&page.facts),
        form: page.facts.generation,
        locale: one_line(page.locale.as_deref().unwrap_or_default()),
    }
}

fn permission_row(permission: &Permission) -> PermissionRow {
    PermissionRow {
        name: one_line(&permission.name),
        kind: permission.kind.map(|kind| kind.as_str().to_owned()),
        registration: Some(one_line(&permission.app_id)).filter(|id| !id.is_empty()),
    }
}

/// What the reader noticed, then what does not fit together. Blanks are told once, by name.
fn finding_rows(page: &Page, noticed: &[Finding]) -> Vec<FindingRow> {
    let read =
        noticed.iter().filter(|finding| finding.kind.code() != "blank_answers").map(|finding| {
            FindingRow {
                code: finding.kind.code().to_owned(),
                line: i64::from(finding.line),
                message: finding.kind.to_string(),
            }
        });
    let unfit = inconsistencies(&page.facts, noticed).into_iter().map(|one| FindingRow {
        code: one.code().to_owned(),
        line: 0,
        message: one.to_string(),
    });
    read.chain(unfit).collect()
}
