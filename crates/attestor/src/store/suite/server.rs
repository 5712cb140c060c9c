//! PostgreSQL servers for tests, from the machine's own binaries, on a socket in a temporary folder.
//! They do not listen on the network.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;

/// A user of the machine without rights; the server refuses to run as root.
const USER: &str = "nobody";

/// A running server; it stops and its files go when this goes.
pub(crate) struct Server {
    binaries: PathBuf,
    folder: TempDir,
    fsync: &'static str,
}

/// Waits until nobody can write to its input any more, then ends the server of a data folder at once and
/// removes the folder around it. Keys that end the tests do not end it.
const WATCH: &str = r#"
    trap '' HUP INT TERM
    cat
    pid=$(head -n 1 "$1/postmaster.pid")
    kill -s QUIT "$pid"
    while kill -s 0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -rf "$2"
"#;

impl Server {
    /// The server that all tests of a process share, each with databases of its own; it ends with the
    /// process. `None`, with a visible line, where PostgreSQL is not installed; in the gate (`CI=true`)
    /// that is a failure.
    pub(crate) fn shared() -> Option<&'static Self> {
        static SHARED: OnceLock<Option<(Server, Child)>> = OnceLock::new();
        let shared = SHARED.get_or_init(|| {
            let server = Self::made("off")?;
            let watch = server.watch();
            Some((server, watch))
        });
        shared.as_ref().map(|(server, _)| server)
    }

    /// What ends the server when this process has ended, however it did: what a test program keeps in a
    /// static is never dropped.
    fn watch(&self) -> Child {
        let mut watch = Command::new("sh");
        watch.args(["-c", WATCH, "watch"]).arg(self.data()).arg(self.folder.path());
        // It holds no output: who reads this process's must not wait for it.
        watch.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        watch.spawn().expect("a shell")
    }

    /// Starts a server of a test's own, where what is acknowledged is on disk.
    pub(crate) fn start_lasting() -> Option<Self> {
        Self::made("on")
    }

    fn made(fsync: &'static str) -> Option<Self> {
        let Some(binaries) = binaries() else {
            let line = "skipped: PostgreSQL is not installed";
            assert!(std::env::var_os("CI").is_none_or(|value| value != "true"), "{line}");
            // Written past the capture of the test runner, so that a skipped test is seen.
            let _ = writeln!(std::io::stderr(), "{line}");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        if is_root() {
            run(Command::new("chown").arg(USER).arg(folder.path()));
        }
        let server = Self { binaries, folder, fsync };
        let data = server.data();
        run(server
            .command("initdb")
            .args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"])
            .args(["--username=suite", "--pgdata"])
            .arg(&data));
        run(&mut server.starting());
        Some(server)
    }

    fn starting(&self) -> Command {
        let socket = self.folder.path().display();
        let fsync = self.fsync;
        let mut start = self.command("pg_ctl");
        // The words of the server go to a file: it would keep an inherited pipe open.
        start
            .args(["start", "--wait", "--silent", "--pgdata"])
            .arg(self.data())
            .arg("--log")
            .arg(self.folder.path().join("log"))
            .arg("--options")
            .arg(format!("-k {socket} -c listen_addresses= -c fsync={fsync}"));
        start
    }

    /// Kills the server's first process, whatever it does; the others follow it.
    pub(crate) fn kill(&self) {
        let pid = std::fs::read_to_string(self.data().join("postmaster.pid")).expect("a pid");
        let pid = pid.lines().next().expect("a line");
        run(Command::new("kill").args(["-s", "KILL", pid]));
    }

    /// Starts the server again after it was killed.
    pub(crate) fn start_again(&self) {
        // It refuses to until the last process of the one before has ended.
        let started = || self.starting().output().ok().filter(|it| it.status.success());
        if Self::soon(started).is_none() {
            run(&mut self.starting());
        }
    }

    /// Asks again and again for what comes soon, for at most ten seconds.
    pub(crate) fn soon<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
        (0..100).find_map(|_| {
            let found = ask();
            if found.is_none() {
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
            found
        })
    }

    /// The URL of a new, empty database whose name begins with this.
    pub(crate) fn database(&self, name: &str) -> String {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = &format!("{name}_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let socket = self.folder.path().display().to_string();
        run(self.command("createdb").args(["--host", &socket, "--username=suite", name]));
        format!("postgres:///{name}?host={socket}&user=suite")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A program of the server, as somebody who may run it.
    fn command(&self, program: &str) -> Command {
        let program = self.binaries.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", USER, "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = self.data();
        let mut stop = self.command("pg_ctl");
        // A server that cannot be stopped must not hide why the test failed.
        let _ = stop.args(["stop", "--mode=immediate", "--silent", "--pgdata"]).arg(data).output();
    }
}

/// The folder with the server's programs: from the path, or the newest of Debian's.
fn binaries() -> Option<PathBuf> {
    let complete = |folder: &PathBuf| {
        ["initdb", "pg_ctl", "postgres", "createdb"].iter().all(|name| folder.join(name).is_file())
    };
    let path = std::env::var_os("PATH").unwrap_or_default();
    if let Some(found) = std::env::split_paths(&path).find(complete) {
        return Some(found);
    }
    let versions = Path::new("/usr/lib/postgresql").read_dir().ok()?;
    let folders = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
    folders.filter(complete).max()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn run(command: &mut Command) {
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let talk = [stdout, stderr].concat();
    assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&talk));
}
