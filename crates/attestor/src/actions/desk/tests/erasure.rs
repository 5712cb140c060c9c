//! Files whose time is over are erased, whatever stands in the way, and come back when they come in
//! again.

use std::path::{Path, PathBuf};

use attestor_core::desk::act::{Act, FileRef};
use attestor_core::desk::refusal::Rule;
use attestor_core::digest::Digest;

use super::super::erasure::Erased;
use super::super::evidence::lost_file;
use super::super::folder::operator;
use super::super::{Refused, files};
use super::builder::{Bench, everywhere, open_act, worker};
use crate::store::evidence::FileState;
use crate::vault::{Offer, Vault};

/// A day after which all files of the demo's dossier are over.
const YEARS: u64 = 800;

/// A case of the demo's dossier with all its files.
struct Kept<'a> {
    bench: &'a Bench,
    folder: tempfile::TempDir,
    vault: Vault,
    organization: String,
    case: String,
    /// One of its files.
    file: FileRef,
}

impl<'a> Kept<'a> {
    fn new(bench: &'a Bench) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let vault = files::vault(folder.path()).expect("a vault");
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
        let import = bench.desk.import(&vault, &demo, "Contoso");
        let case = bench.waiting.on(import).expect("imported");
        // Its time is over; so are those of its files, later.
        assert_eq!(bench.waiting.on(bench.desk.end_late()).expect("ended"), 1);
        let file = case.files.values().next().expect("a file").clone();
        let organization = case.organization.clone();
        Self { bench, folder, vault, organization, case: case.id.clone(), file }
    }

    fn path(&self) -> PathBuf {
        let digits = self.file.digest.to_string();
        let place = self.folder.path().join("evidence").join(&self.organization);
        place.join(digits.get(..2).expect("two digits")).join(&digits)
    }

    fn erase(&self) -> Erased {
        self.bench.waiting.on(self.bench.desk.erase_due(&self.vault)).expect("looked at")
    }

    fn state(&self) -> Option<FileState> {
        let files = self.bench.desk.store().files_of(&self.organization);
        self.bench.waiting.on(files).expect("read").get(&self.file.digest.to_string()).copied()
    }

    fn kept(&self) -> bool {
        let exists = self.vault.exists(&self.organization, self.file.digest);
        self.bench.waiting.on(exists).expect("looked")
    }

    /// Sends bytes for the case, as a browser does.
    fn send(&self, bytes: Vec<u8>) -> Digest {
        let offer = Offer {
            organization: self.organization.clone(),
            name: self.file.name.clone(),
            size: None,
            sha256: None,
            by: "operator".to_owned(),
            at: self.bench.clock.now(),
        };
        let whole = futures_util::stream::iter([Ok::<_, std::io::Error>(bytes)]);
        let sealed = self.bench.waiting.on(self.vault.take_whole(offer, whole)).expect("taken");
        assert_eq!(sealed.digest, self.file.digest, "the same bytes");
        sealed.digest
    }

    fn add(&self) -> Result<bool, crate::stop::Stop> {
        let case = self.bench.case(&self.case);
        let upload = ("upload", &self.file);
        let worker = operator();
        self.bench.waiting.on(self.bench.desk.add_file(&self.vault, (&worker, &case), upload, None))
    }

    fn bytes(&self) -> Vec<u8> {
        let read = self.vault.read_whole(&self.organization, self.file.digest);
        self.bench.waiting.on(read).expect("read")
    }
}

#[test]
fn a_file_that_comes_in_again_after_its_erasure_is_kept_and_known() {
    everywhere(|bench| {
        let kept = Kept::new(bench);
        let bytes = kept.bytes();
        bench.clock.advance_days(YEARS);
        let erased = kept.erase();
        assert_eq!((erased.files, erased.failed.len()), (31, 0));
        assert_eq!((kept.state(), kept.kept()), (Some(FileState::Erased), false));
        assert_eq!(kept.erase(), Erased::default(), "once is enough");
        kept.send(bytes.clone());
        assert!(kept.add().expect("added"));
        assert_eq!(kept.state(), Some(FileState::Clean));
        let row = bench.desk.store().file(&kept.organization, kept.file.digest);
        let row = bench.waiting.on(row).expect("read").expect("known again");
        assert_eq!(row.size_bytes, bytes.len() as u64);
        // The old case's time is over still, but an act that names the file may follow.
        assert_eq!(kept.erase(), Erased::default());
        assert_eq!(kept.bytes(), bytes);
        bench.clock.advance_days(8);
        assert_eq!(kept.erase().files, 1, "nobody named it");
    });
}

#[test]
fn bytes_that_cannot_be_removed_are_tried_again_and_others_go() {
    everywhere(|bench| {
        let kept = Kept::new(bench);
        bench.clock.advance_days(YEARS);
        // A folder in the place of the file cannot be removed as a file, whoever tries.
        let (path, beside) = (kept.path(), kept.folder.path().join("beside"));
        std::fs::rename(&path, &beside).expect("moved");
        std::fs::create_dir(&path).expect("a folder");
        let first = kept.erase();
        assert_eq!((first.files, first.failed.len()), (31, 1));
        let name = format!("{}/{}: ", kept.organization, kept.file.digest);
        assert!(first.failed[0].starts_with(&name), "{:?}", first.failed);
        std::fs::remove_dir(&path).expect("removed");
        std::fs::rename(&beside, &path).expect("moved back");
        assert!(kept.kept());
        let second = kept.erase();
        assert_eq!((second.files, second.late, second.failed.len()), (0, 1, 0));
        assert!(!kept.kept());
    });
}

#[test]
fn nobody_is_told_that_a_file_is_kept_whose_bytes_went_meanwhile() {
    everywhere(|bench| {
        let kept = Kept::new(bench);
        let bytes = kept.bytes();
        kept.send(bytes);
        bench.waiting.on(kept.vault.erase(&kept.organization, kept.file.digest)).expect("erased");
        let before = bench.waiting.on(bench.desk.store().record_end()).expect("read");
        let refused = kept.add().expect_err("the bytes are gone");
        assert!(format!("{refused:?}").contains("send it again"), "{refused:?}");
        assert_eq!(bench.waiting.on(bench.desk.store().record_end()).expect("read"), before);
    });
}

#[test]
fn an_act_names_a_file_that_was_erased_only_when_it_came_in_again() {
    everywhere(|bench| {
        let kept = Kept::new(bench);
        let bytes = kept.bytes();
        bench.clock.advance_days(YEARS);
        kept.erase();
        let mut own = worker("publisher");
        own.organization.clone_from(&kept.organization);
        let open = bench.desk.open(&own, &kept.organization, open_act("app-2"));
        let case = bench.waiting.on(open).expect("opened").id.clone();
        let program = bench.desk.library().framework("small-team-baseline").expect("the program");
        let kind = program.documents[0].id.value.clone();
        let act = Act::AddDocument { kind, file: kept.file.clone(), dated_on: None };
        let add = || bench.waiting.on(bench.desk.act(&own, &case, None, act.clone()));
        let refused = add();
        assert!(
            matches!(refused, Err(Refused::Rule(ref it)) if it.rule == Rule::NotThere),
            "{refused:?}"
        );
        // The same is looked at again where the act is written.
        let lost = async || {
            let mut work = bench.desk.store().begin().await.expect("begun");
            lost_file(&mut work, &kept.organization, &act).await.expect("read")
        };
        assert_eq!(bench.waiting.on(lost()), Some(kept.file.digest));
        kept.send(bytes);
        assert!(kept.add().expect("added"));
        assert_eq!(bench.waiting.on(lost()), None);
        add().expect("added");
        bench.clock.advance_days(8);
        assert_eq!(kept.erase(), Erased::default(), "the new case wants it");
    });
}
