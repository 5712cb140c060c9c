//! The site in a real browser: the checks of `tests/browser` against the program as it is.
//!
//! They need Node, the packages that `npm ci` puts into `tests/browser`, and Chromium. Where one is
//! missing the tests say so and pass, unless `ATTESTOR_REQUIRE_BROWSER=1` forbids it.
//! `ATTESTOR_SHOTS` names a folder for pictures of all pages.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop at what it does not expect")]

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};

/// The oldest Node that the driver of the browser runs on.
const OLDEST_NODE: u32 = 18;
/// How the program says where it listens.
const LISTENS: &str = "listens on http://";

fn checks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser")
}

fn demo_catalog() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-catalog")
}

/// What the checks lack on this machine.
fn lacking() -> Option<String> {
    let node = Command::new("node").arg("--version").output();
    let Ok(node) = node else { return Some("node is not installed".to_owned()) };
    let version = String::from_utf8_lossy(&node.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|one| one.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Some(format!("node {version} is older than {OLDEST_NODE}"));
    }
    if !checks().join("node_modules/playwright-core").exists() {
        return Some("`npm ci` has not run in tests/browser".to_owned());
    }
    let named = std::env::var_os("ATTESTOR_CHROMIUM").map(PathBuf::from);
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].map(PathBuf::from);
    let found = named.into_iter().chain(usual).any(|place| place.exists());
    if !found {
        return Some("chromium is not installed".to_owned());
    }
    None
}

/// What the program lacks.
fn unserved() -> Option<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    let serves = command.args(["serve", "--help"]).output().is_ok_and(|out| out.status.success());
    (!serves).then(|| "the program has no `serve`".to_owned())
}

/// Whether nothing is lacking; prints a line when something is, and fails where it must not be.
fn is_possible(lacking: Option<String>) -> bool {
    let Some(lacking) = lacking else { return true };
    assert!(std::env::var_os("ATTESTOR_REQUIRE_BROWSER").is_none_or(|one| one != "1"), "{lacking}");
    // Written past the capture of the test runner, so that a skipped test is seen.
    let _ = writeln!(std::io::stderr(), "skipped: {lacking}");
    false
}

/// A folder that goes when the test ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(what: &str) -> Self {
        let name = format!("attestor-browser-{}-{what}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(path.join("hostile")).expect("a folder");
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The program, serving until the test ends.
struct Server {
    process: Child,
    address: String,
    /// What it says on stderr, line by line.
    talk: Receiver<String>,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_attestor"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let talk = lines(process.stderr.take().expect("its talk"));
        let output = lines(process.stdout.take().expect("its output"));
        let Some(line) = output.iter().find(|line| line.contains(LISTENS)) else {
            let _ = process.kill();
            let _ = process.wait();
            panic!("`attestor {}` does not say where it listens", arguments.join(" "));
        };
        let at = line.find("http://").and_then(|at| line.get(at..)).unwrap_or_default();
        Self { process, address: at.trim().to_owned(), talk }
    }

    fn of(data: &str) -> Self {
        Self::start(&["serve", "--listen", "127.0.0.1:0", "--data-dir", data])
    }

    /// The link that a first start prints.
    fn setup_link(&self) -> String {
        let link = self.talk.iter().find(|line| line.contains("/setup?code="));
        link.expect("a link").trim().to_owned()
    }
}

/// The lines of an output. All of them are read, so that the program never waits for a reader.
fn lines(output: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    receiver
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn import(data: &str, folder: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.args(["catalog", "import", "--data-dir", data, folder]);
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Runs a script of the checks and fails with what it says.
fn node(script: &str, arguments: &[&str]) {
    let mut command = Command::new("node");
    command.arg(checks().join(script)).args(arguments);
    let output = command.output().expect("node runs");
    let text = [output.stdout, output.stderr].map(|one| String::from_utf8_lossy(&one).into_owned());
    assert!(output.status.success(), "{}", text.join("\n"));
}

/// Runs a script that makes pictures where the environment asks for them.
fn with_shots(script: &str, arguments: &[&str]) {
    let shots = std::env::var("ATTESTOR_SHOTS").ok();
    let shots = shots.iter().flat_map(|folder| ["--shots", folder.as_str()]);
    node(script, &arguments.iter().copied().chain(shots).collect::<Vec<_>>());
}

/// Browsers take turns: two at once are slow enough to run into each other's time limits.
static TURN: Mutex<()> = Mutex::new(());

#[test]
fn the_checks_find_what_is_planted() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    if is_possible(lacking()) {
        node("selftest.mjs", &[]);
    }
}

#[test]
fn every_page_works_for_everybody() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    if !is_possible(lacking().or_else(unserved)) {
        return;
    }
    let scratch = Scratch::new("pages");
    let data = scratch.path("data");
    let hostile = scratch.path("hostile");
    std::fs::copy(checks().join("hostile.md"), scratch.path("hostile/hostile.md")).expect("a copy");
    import(&data, &demo_catalog().display().to_string());
    import(&data, &hostile);
    let server = Server::of(&data);
    with_shots("run.mjs", &[&server.address]);
}

#[test]
fn every_page_of_trust_portals_works_for_everybody() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    if !is_possible(lacking().or_else(unserved)) {
        return;
    }
    let scratch = Scratch::new("trust");
    let folder = scratch.path("demo");
    let server = Server::start(&["demo", "--dir", &folder, "--listen", "127.0.0.1:0"]);
    let pages = checks().join("trust.json").display().to_string();
    with_shots("run.mjs", &[&server.address, "--pages", &pages]);
    with_shots("portal.mjs", &[&server.address]);
}

#[test]
fn every_page_of_the_desk_works_for_who_uses_it() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    if !is_possible(lacking().or_else(unserved)) {
        return;
    }
    let scratch = Scratch::new("desk");
    let folder = scratch.path("demo");
    let server = Server::start(&["demo", "--dir", &folder, "--listen", "127.0.0.1:0"]);
    with_shots("desk.mjs", &[&server.address]);
}

#[test]
fn an_app_goes_from_invitation_to_a_recorded_decision_with_nothing_but_the_pages() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    if !is_possible(lacking().or_else(unserved)) {
        return;
    }
    let scratch = Scratch::new("journey");
    // Passkeys need a name that the site is reached by, and so its port before it starts.
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = free.local_addr().expect("its number").port();
    drop(free);
    let (listen, site) = (format!("127.0.0.1:{port}"), format!("http://localhost:{port}"));
    let data = scratch.path("data");
    let server =
        Server::start(&["serve", "--listen", &listen, "--public-url", &site, "--data-dir", &data]);
    let link = server.setup_link();
    with_shots("journey.mjs", &[&site, &link]);
}
