//! The program: served, killed, and asked whether all is well.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use crate::http::{self, Answer};

/// Where the program keeps everything.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) data: PathBuf,
    /// The URL of its database, if that is not in the folder.
    pub(crate) database: Option<String>,
}

impl Kept {
    /// The program over this, without other wishes of the environment.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("ATTESTOR_") {
                command.env_remove(name);
            }
        }
        // Not as a flag: a folder that a command is told by flag means the database in it.
        command.args(args).env("ATTESTOR_DATA_DIR", &self.data).stdin(Stdio::null());
        if let Some(database) = &self.database {
            command.env("ATTESTOR_DATABASE", database);
        }
        command
    }

    /// Serves this; ends where it does not.
    pub(crate) fn serve(&self, flags: &[&str]) -> Served {
        let all = [&["serve", "--listen", "127.0.0.1:0", "--log-level", "error"], flags].concat();
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log());
        let mut command = self.command(&all);
        command.stdout(Stdio::piped()).stderr(log.expect("a log"));
        let mut process = command.spawn().expect("started");
        let mut line = String::new();
        let stdout = process.stdout.as_mut().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim_end().strip_prefix("Attestor listens on http://");
        let address = address.unwrap_or_else(|| panic!("{line:?}: {}", self.words())).to_owned();
        Served { process, address }
    }

    /// Beside the data, which may lie on a disk that is full.
    fn log(&self) -> PathBuf {
        self.data.with_extension("log")
    }

    /// What the program said so far.
    pub(crate) fn words(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap_or_default()
    }

    /// Everything that is kept is whole.
    pub(crate) fn assert_whole(&self, flags: &[&str]) {
        let all = [&["fsck", "--format", "json"], flags].concat();
        let Output { status, stdout, stderr } = self.command(&all).output().expect("runs");
        let talk = String::from_utf8_lossy(&stdout) + String::from_utf8_lossy(&stderr);
        assert_eq!(status.code(), Some(0), "{talk}");
    }
}

impl Drop for Kept {
    /// What the program said helps to see why a test stopped.
    fn drop(&mut self) {
        if std::thread::panicking() {
            crate::say(&self.words());
        }
    }
}

/// The program, serving.
pub(crate) struct Served {
    process: Child,
    pub(crate) address: String,
}

impl Served {
    pub(crate) fn get(&self, token: &str, path: &str) -> Answer {
        let bearer = format!("Bearer {token}");
        let fields: &[(&str, &str)] =
            if token.is_empty() { &[] } else { &[("Authorization", &bearer)] };
        http::ask(&self.address, &format!("GET {path}"), fields, b"").expect("an answer")
    }

    /// SIGKILL.
    pub(crate) fn kill(mut self) {
        assert!(self.process.try_wait().expect("asked").is_none(), "it ended by itself");
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The root of a folder that a test made, without links.
pub(crate) fn data_in(folder: &Path) -> PathBuf {
    folder.join("data")
}
