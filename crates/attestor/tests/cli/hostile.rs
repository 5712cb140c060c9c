//! Broken and hostile dossiers: every fault at once, exit 2, no panic, bounded memory and time, and
//! never half a report.

use std::fs;
use std::path::Path;

use super::run::{attestor, example, folder, skipped, transcript};

fn write(dossier: &Path, file: &str, text: impl AsRef<[u8]>) {
    fs::write(dossier.join(file), text).unwrap();
}

fn refused(here: &Path, expected: &[&str]) {
    let report = here.join("report.html");
    let args = ["assess", "dossier", "--on", "2026-11-16", "--report", report.to_str().unwrap()];
    let output = attestor(here, &args);
    let talk = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{talk}");
    assert!(output.stdout.is_empty(), "a refused dossier prints no data");
    assert!(!report.exists(), "a refused dossier leaves no report");
    for words in expected {
        assert!(talk.contains(words), "{words}: {talk}");
    }
}

#[test]
fn broken_files_are_listed_together() {
    let here = folder();
    let dossier = example(here.path());
    write(&dossier, "scope.yaml", "environments: [{id: live, hosting: paas}\n");
    write(&dossier, "documents.yaml", [0xff, 0xfe, 0x00]);
    write(
        &dossier,
        "controls.yaml",
        "controls:\n- {control: OPS-ACC-04, verdict: fine, reason: x}\n",
    );
    write(
        &dossier,
        "pentest.yaml",
        "file: gone.pdf\nfirm: F\nmethod: manual\nended_on: 2026-02-30\n",
    );
    refused(
        here.path(),
        &[
            "scope.yaml:",
            "documents.yaml: the text is not UTF-8",
            "controls.yaml:2: `fine` is not one of",
            "pentest.yaml:4: `2026-02-30` is not a day",
            "faults found; nothing was written",
        ],
    );
}

#[test]
fn endless_and_deep_files_are_refused_unread() {
    let here = folder();
    let dossier = example(here.path());
    let huge = fs::File::create(dossier.join("evidence.yaml")).unwrap();
    huge.set_len(100 * 1024 * 1024).unwrap();
    write(&dossier, "controls.yaml", "[".repeat(1_000_000));
    write(&dossier, "permissions.yaml", "a: &a [x, x]\nb: [*a, *a]\n");
    refused(
        here.path(),
        &[
            "evidence.yaml: 104857600 bytes are more than the 4194304 allowed",
            "controls.yaml:1:",
            "permissions.yaml:1: anchors are not used",
        ],
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_refused() {
    let here = folder();
    let dossier = example(here.path());
    fs::write(here.path().join("secret.txt"), "secret").unwrap();
    fs::remove_file(dossier.join("evidence/gdpr.txt")).unwrap();
    std::os::unix::fs::symlink(here.path().join("secret.txt"), dossier.join("evidence/gdpr.txt"))
        .unwrap();
    fs::remove_file(dossier.join("controls.yaml")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", dossier.join("controls.yaml")).unwrap();
    refused(
        here.path(),
        &[
            "`evidence/gdpr.txt` leaves the folder",
            "controls.yaml: `controls.yaml` leaves the folder",
        ],
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_folder_does_not_hang() {
    let here = folder();
    let dossier = example(here.path());
    fs::remove_file(dossier.join("controls.yaml")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(dossier.join("controls.yaml")).status();
    if !made.is_ok_and(|status| status.success()) {
        skipped("mkfifo is not on this machine");
        return;
    }
    refused(here.path(), &["is not a file"]);
}

#[test]
fn paths_that_leave_the_folder_are_refused() {
    let here = folder();
    let dossier = example(here.path());
    let mut rows = "documents:\n".to_owned();
    for path in ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\\\x", "documents//x"] {
        rows.push_str(&format!("- {{kind: app-description, file: \"{path}\"}}\n"));
    }
    write(&dossier, "documents.yaml", rows);
    refused(
        here.path(),
        &[
            "documents.yaml:2: `../../etc/passwd` leaves",
            "documents.yaml:3: `/etc/passwd` leaves",
            "documents.yaml:6:",
        ],
    );
}

#[test]
fn a_full_report_folder_is_a_failure_and_leaves_nothing() {
    let here = folder();
    example(here.path());
    let output = attestor(
        here.path(),
        &["assess", "dossier", "--on", "2026-11-16", "--report", "not/there/report.html"],
    );
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!here.path().join("not").exists());
}

#[test]
fn wrong_ids_are_answered_with_the_nearest() {
    let here = folder();
    let dossier = example(here.path());
    write(
        &dossier,
        "evidence.yaml",
        "evidence:\n- id: E-1\n  file: evidence/gdpr.txt\n  kind: polcy\n  form: document\n  captured_on: 2026-11-01\n  for: [OPS-TRN-O1, OPS-MAL-01/A9]\n  components: [web-1]\n",
    );
    insta::assert_snapshot!(transcript(here.path(), &["assess", "dossier", "--on", "2026-11-16"]));
}
