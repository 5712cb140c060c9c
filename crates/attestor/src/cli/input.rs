//! Reading input files within bounds, and the arguments that choose a program.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use attestor_core::fault::{Fault, Place, Problem, nearest};
use attestor_core::framework::{Catalog, Framework, Library};
use attestor_core::id::Id;
use clap::Args;

use super::Stop;
use crate::world;

/// Which program's rules are used.
#[derive(Debug, Args)]
pub(crate) struct Program {
    /// The program whose rules are used.
    #[arg(long = "program", value_name = "ID", default_value = "m365-certification")]
    pub(crate) id: String,
    /// A folder with programs, or with one program, in the place of those in the binary.
    #[arg(long, value_name = "DIR")]
    pub(crate) frameworks: Option<PathBuf>,
}

impl Program {
    /// Loads the programs.
    pub(crate) fn library(&self) -> Result<Library, Stop> {
        world::library(self.frameworks.as_deref())
    }

    /// The chosen program.
    pub(crate) fn choose<'a>(&self, library: &'a Library) -> Result<&'a Framework, Stop> {
        library.framework(&self.id).ok_or_else(|| {
            let names: Vec<&str> = library
                .frameworks
                .iter()
                .map(|program| program.edition.framework.as_str())
                .collect();
            let hint = nearest(&self.id, names.iter().copied())
                .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Stop::Usage(format!(
                "there is no program `{}`; known: {}{hint}",
                self.id,
                names.join(", ")
            ))
        })
    }
}

/// The catalog of an external framework, with its id.
pub(crate) fn catalog<'a>(library: &'a Library, id: &str) -> Result<(&'a Id, &'a Catalog), Stop> {
    let found = library.catalogs.iter().find(|(known, _)| *known == id);
    found.ok_or_else(|| {
        let names: Vec<&str> = library.catalogs.keys().map(Id::as_str).collect();
        let hint = nearest(id, names.iter().copied())
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        Stop::Usage(format!("there is no framework `{id}`; known: {}{hint}", names.join(", ")))
    })
}

/// A fault of a file as a whole.
pub(crate) fn whole(path: &Path, problem: Problem) -> Stop {
    Stop::Faults(vec![Fault {
        place: Place { file: path.display().to_string(), line: 0 },
        problem,
    }])
}

/// The bytes of a file of at most `limit` bytes; `-` is standard input.
pub(crate) fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Stop> {
    let mut content = Vec::new();
    let failed = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound => whole(path, Problem::MissingFile),
        io::ErrorKind::IsADirectory => {
            whole(path, Problem::Unreadable { reason: "it is a folder".to_owned() })
        }
        _ => Stop::io("read", path, error),
    };
    let read = if path == Path::new("-") {
        io::stdin().lock().take(limit + 1).read_to_end(&mut content)
    } else {
        let file = File::open(path).map_err(|error| failed(&error))?;
        file.take(limit + 1).read_to_end(&mut content)
    };
    let read = read.map_err(|error| failed(&error))? as u64;
    if read > limit {
        return Err(whole(path, Problem::TooLarge { bytes: read, limit }));
    }
    Ok(content)
}

/// The text of a file of at most `limit` bytes; `-` is standard input.
pub(crate) fn text(path: &Path, limit: u64) -> Result<String, Stop> {
    String::from_utf8(bytes(path, limit)?).map_err(|_| whole(path, Problem::NotUtf8))
}
