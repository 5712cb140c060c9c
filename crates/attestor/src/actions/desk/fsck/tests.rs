//! Each thing that is kept is tampered with, and the first break is exactly that.

mod both;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attestor_core::desk::act::{Act, Interest, Ruling};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::role::Role;
use attestor_core::digest::Digest;
use attestor_core::instant::Instant;
use tempfile::TempDir;

use super::*;
use crate::actions::desk::files::vault;
use crate::actions::desk::seats::seat;
use crate::actions::desk::{Refused, Worker};
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::{Missing, Place, Store};
use crate::vault::Offer;

/// A desk with a decided case, made of the demo's dossier.
struct Kept {
    waiting: Waiting,
    desk: Desk,
    files: Vault,
    case: Arc<CaseFile>,
    folder: TempDir,
}

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo")
}

fn analyst(account: &str) -> Worker {
    Worker {
        account: account.to_owned(),
        name: account.to_owned(),
        organization: "body".to_owned(),
        role: Role::Analyst,
    }
}

impl Kept {
    fn new() -> Self {
        Self::at(None)
    }

    /// Over a database; `None` is SQLite in its own folder.
    fn at(place: Option<Place>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let waiting = Waiting::new().expect("a runtime");
        let place = place.unwrap_or_else(|| Place::Folder(folder.path().to_owned()));
        let store = waiting.on(Store::open(&place, Missing::Made)).expect("opened");
        let clock = Clock::at(Instant::parse("2026-11-16T09:00:00Z").expect("an instant"));
        let analysts = ["first", "second"].map(|name| (name, "body", Role::Analyst));
        waiting.on(seat(&store, &analysts));
        let desk = Desk::new(store, clock).expect("a desk");
        let files = vault(folder.path()).expect("a vault");
        let case = waiting.on(desk.import(&files, &demo(), "Contoso")).expect("imported");
        let case = waiting.on(reject(&desk, &case.id)).expect("decided");
        assert_eq!(case.stage(), Stage::Rejected);
        Self { waiting, desk, files, case, folder }
    }

    fn run(&self, sql: &'static str) {
        if sql.starts_with("create") {
            self.waiting.on(self.desk.store().run(sql, &[])).expect("run");
            return;
        }
        assert_ne!(self.waiting.on(self.desk.store().run(sql, &[])).expect("run"), 0, "{sql}");
    }

    fn check(&self, depth: Depth) -> Checked {
        self.waiting.on(self.desk.fsck(&self.files, depth)).expect("looked at")
    }

    /// The first break: part, which one, and what is wrong with it.
    fn found(&self) -> (&'static str, String, String) {
        let found = self.check(Depth::Whole).first_break.expect("a break");
        (found.part, found.at, found.what)
    }

    /// The file of the first piece of evidence.
    fn file(&self) -> (PathBuf, String) {
        let digest = self.case.files.values().next().expect("a file").digest;
        let (digits, organization) = (digest.to_string(), &self.case.organization);
        let place = self.folder.path().join("evidence").join(organization);
        (
            place.join(digits.get(..2).expect("two digits")).join(&digits),
            format!("{organization}/{digits}"),
        )
    }
}

async fn reject(desk: &Desk, id: &str) -> Result<Arc<CaseFile>, Refused> {
    let (first, second) = (analyst("first"), analyst("second"));
    let none = || Act::DeclareInterest { interest: Interest::None, words: String::new() };
    desk.act(&first, id, None, none()).await?;
    desk.act(&second, id, None, none()).await?;
    let words = "the test report is too old".to_owned();
    let propose = Act::Propose { ruling: Ruling::Reject, words, grounds: None };
    let file = desk.act(&first, id, None, propose).await?;
    let assessment = file.proposal.as_ref().expect("a proposal").grounds.assessment;
    desk.act(&second, id, None, Act::Confirm { assessment }).await
}

#[test]
fn what_nobody_touched_is_whole_and_its_decision_comes_out_again() {
    let kept = Kept::new();
    let checked = kept.check(Depth::Whole);
    assert_eq!(checked.first_break, None);
    assert_eq!(checked.warnings, Vec::<String>::new());
    assert_eq!((checked.cases, checked.decisions, checked.erased), (1, 1, 0));
    assert_eq!(checked.files, 31);
    let replayed = kept.waiting.on(kept.desk.replay(&kept.case.id)).expect("read");
    let replayed = replayed.expect("a decision");
    assert!(replayed.confirmed && replayed.differences().is_empty(), "{replayed:?}");
    assert_eq!(replayed.assessed_on.to_string(), "2026-11-16");
}

#[test]
fn a_changed_entry_is_named() {
    let kept = Kept::new();
    kept.run("update record set content = replace(content, 'Harborline', 'Fabrikam') where entry_id = 33");
    let (part, at, what) = kept.found();
    assert_eq!((part, at.as_str()), ("record", "entry 33"));
    assert_eq!(what, "its digest is not that of what it says");
}

#[test]
fn an_entry_that_was_taken_out_is_named() {
    let kept = Kept::new();
    kept.run("delete from record where entry_id = 20");
    assert_eq!(kept.found().1, "entry 20");
    assert_eq!(kept.found().2, "it is missing");
}

#[test]
fn entries_that_were_swapped_are_named() {
    let kept = Kept::new();
    kept.run("update record set entry_id = -1 where entry_id = 20");
    kept.run("update record set entry_id = 20 where entry_id = 21");
    kept.run("update record set entry_id = 21 where entry_id = -1");
    assert_eq!(kept.found().1, "entry 20");
    assert_eq!(kept.found().2, "it does not name the digest of the entry before it");
}

#[test]
fn a_last_act_that_was_cut_off_shows_in_the_row() {
    let kept = Kept::new();
    kept.run("delete from record where entry_id = (select max(entry_id) from record)");
    let (part, at, what) = kept.found();
    assert_eq!((part, at), ("case", kept.case.id.clone()));
    assert_eq!(what, "its row says `6` for `number`, and its acts say `5`");
}

#[test]
fn each_column_of_a_row_is_compared() {
    let kept = Kept::new();
    kept.run("create table before as select * from certification");
    for (sql, field) in [
        ("update certification set app_name = 'Other'", "app_name"),
        ("update certification set app_id = 'Other'", "app_id"),
        ("update certification set framework = 'other'", "framework"),
        ("update certification set edition = '1999'", "edition"),
        ("update certification set state = 'certified'", "state"),
        ("update certification set whose_move = 'owner'", "whose_move"),
        ("update certification set due_on = '2030-01-01'", "due_on"),
        ("update certification set analyst = 'a1'", "analyst"),
        ("update certification set opened_at = '2020-01-01T00:00:00Z'", "opened_at"),
        ("update certification set changed_at = '2020-01-01T00:00:00Z'", "changed_at"),
        ("update certification set open = 1", "open"),
        ("update certification set waiting = 99", "waiting"),
    ] {
        kept.run(sql);
        let (part, _, what) = kept.found();
        assert_eq!(part, "case", "{sql}: {what}");
        assert!(what.contains(&format!("for `{field}`")), "{sql}: {what}");
        kept.run("delete from certification; insert into certification select * from before");
    }
}

#[test]
fn a_row_of_another_organization_is_named() {
    let kept = Kept::new();
    kept.run("update certification set organization_id = 'other'");
    assert_eq!(kept.found().2, "its row and its entries name two organizations");
}

#[test]
fn a_case_without_row_and_a_row_without_case_are_named() {
    let kept = Kept::new();
    kept.run("update certification set case_id = 'zzz'");
    assert_eq!(
        kept.found(),
        ("case", "zzz".to_owned(), "it has a row and no entry in the record".to_owned())
    );
    let kept = Kept::new();
    kept.run("delete from certification");
    assert_eq!(kept.found().2, "it has entries in the record and no row");
}

#[test]
fn a_changed_byte_of_a_file_is_named_unless_the_look_is_quick() {
    let kept = Kept::new();
    let (path, name) = kept.file();
    let mut bytes = std::fs::read(&path).expect("read");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&path, bytes).expect("written");
    let (part, at, what) = kept.found();
    assert_eq!((part, at), ("file", name));
    assert!(what.starts_with("the file is damaged"), "{what}");
    assert_eq!(kept.check(Depth::Quick).first_break, None);
}

#[test]
fn a_file_that_is_gone_is_named_unless_it_was_erased_in_its_time() {
    let kept = Kept::new();
    let (path, name) = kept.file();
    std::fs::remove_file(&path).expect("removed");
    for depth in [Depth::Whole, Depth::Quick] {
        let found = kept.check(depth).first_break.expect("a break");
        assert_eq!((found.part, &found.at), ("file", &name));
        assert!(found.what.starts_with("the file is missing"), "{}", found.what);
    }
    kept.run("update evidence_file set state = 'erased'");
    let checked = kept.check(Depth::Whole);
    assert_eq!((checked.first_break, checked.erased), (None, 31));
}

#[test]
fn a_file_that_nothing_names_is_told_and_breaks_nothing() {
    let kept = Kept::new();
    let offer = Offer {
        organization: kept.case.organization.clone(),
        name: "nobody.txt".to_owned(),
        size: None,
        sha256: None,
        by: "operator".to_owned(),
        at: kept.desk.clock().now(),
    };
    let piece = futures_util::stream::iter([Ok::<_, std::io::Error>(b"nobody's")]);
    let digest = kept.waiting.on(kept.files.take_whole(offer, piece)).expect("taken").digest;
    let checked = kept.check(Depth::Whole);
    assert_eq!(checked.first_break, None);
    let name = format!("{}/{digest}", kept.case.organization);
    assert_eq!(checked.warnings, [format!("no case and no portal names the file {name}")]);
    assert_eq!(digest, Digest::of(b"nobody's"));
}

#[test]
fn what_the_database_finds_by_itself_comes_first() {
    let kept = Kept::new();
    kept.run(
        "pragma foreign_keys = off;
        insert into access_token (token_id, secret_digest, membership_id, name, scopes, created_at)
        values ('t', 's', 'none', 'n', '', '');
        pragma foreign_keys = on",
    );
    assert_eq!(kept.found().2, "a row of `access_token` points at no row of `membership`");
    assert_eq!(kept.found().0, "database");
}
