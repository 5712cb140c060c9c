//! A pull that is killed in the middle.

use super::graph::{Contents, Fake, Whim, sign_in};
use super::pull::{of, pull, pulling};
use super::run::folder;
use super::sample::counted;

const PATH: &str = "/beta/auditLogs/signIns";

/// Eighty interactive sign-ins on forty pages.
fn contents() -> Contents {
    let time = |at: u32| format!("2026-11-20T{:02}:{:02}:00Z", 12 - at / 60, 59 - at % 60);
    let rows = (0..80).map(|at| sign_in(at, "interactiveUser", &time(at), at % 2 == 0));
    Contents { sign_ins: [("interactiveUser", rows.collect())].into(), ..Contents::default() }
}

/// Pulls until the so-and-so-many-th page is asked for, and kills the program there.
fn killed_at(fake: &Fake, folder: &std::path::Path, page: usize) {
    fake.contents().whims.push((PATH, page, Whim::Hang));
    let mut command = pulling(fake, folder, &["--from", "2026-11-01"]);
    let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
    fake.until_it_hangs();
    child.kill().unwrap();
    child.wait().unwrap();
    fake.asked("");
}

#[test]
fn a_killed_pull_goes_on_where_it_was() {
    let (folder, fake) = (folder(), Fake::start(contents()));
    killed_at(&fake, folder.path(), 36);
    assert_eq!(counted(folder.path()), (64, 64), "32 pages of two were taken in");
    // New ones that came in between.
    let new = sign_in(500, "interactiveUser", "2026-11-21T00:00:00Z", true);
    fake.contents().sign_ins.get_mut("interactiveUser").unwrap().push(new);
    let (_, said) = pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    let one = of(&said, "interactiveUser");
    assert_eq!(
        (&one["resumed"], &one["why"]),
        (&true.into(), &serde_json::Value::Null),
        "{said:#}"
    );
    let asked = fake.asked("interactiveUser");
    assert!(asked[0].ends_with("|64"), "the page after the last one that was kept: {asked:?}");
    assert_eq!(counted(folder.path()), (81, 81));
}

#[test]
fn an_address_that_the_server_forgot_is_no_dead_end() {
    for refusal in [Whim::Refuse(400, "BadRequest"), Whim::Refuse(404, "x"), Whim::Refuse(410, "x")]
    {
        let (folder, fake) = (folder(), Fake::start(contents()));
        killed_at(&fake, folder.path(), 33);
        fake.contents().whims.push((PATH, 1, refusal.clone()));
        let (_, said) = pull(&fake, folder.path(), &[]);
        assert_eq!(of(&said, "interactiveUser")["why"], serde_json::Value::Null, "{said:#}");
        assert_eq!(counted(folder.path()), (80, 80), "{refusal:?}");
    }
}

#[test]
fn a_pull_that_was_killed_at_the_first_page_begins_anew() {
    let (folder, fake) = (folder(), Fake::start(contents()));
    killed_at(&fake, folder.path(), 1);
    assert_eq!(counted(folder.path()), (0, 0));
    pull(&fake, folder.path(), &["--from", "2026-11-01"]);
    assert_eq!(counted(folder.path()), (80, 80));
}
