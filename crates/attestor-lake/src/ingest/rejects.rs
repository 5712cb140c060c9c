//! The file that tells which records were not read, and why. What stood in them is not repeated
//! there beyond what the reason needs.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use attestor_core::mfa::source::Reject;
use serde_json::json;

use crate::fault::Fault;

/// The file, made with its first line.
pub(super) struct Rejects {
    path: PathBuf,
    file: Option<BufWriter<File>>,
}

impl Rejects {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), file: None }
    }

    /// Adds a line.
    pub(super) fn tell(&mut self, log: &str, reject: &Reject) -> Result<(), Fault> {
        let line = json!({
            "log": log,
            "line": reject.line,
            "offset": reject.offset,
            "code": reject.reason.code(),
            "reason": reject.reason.to_string(),
        });
        self.write(&line.to_string()).map_err(|error| self.fault(&error))
    }

    /// Says whether there is a line, once all are written.
    pub(super) fn close(mut self) -> Result<bool, Fault> {
        let Some(mut file) = self.file.take() else { return Ok(false) };
        file.flush().map_err(|error| self.fault(&error))?;
        Ok(true)
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            None => {
                if let Some(folder) = self.path.parent() {
                    fs::create_dir_all(folder)?;
                }
                self.file.insert(BufWriter::new(File::create(&self.path)?))
            }
        };
        writeln!(file, "{line}")
    }

    fn fault(&self, error: &io::Error) -> Fault {
        Fault::File { name: self.path.display().to_string(), why: error.to_string() }
    }
}
