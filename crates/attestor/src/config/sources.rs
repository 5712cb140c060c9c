//! Where settings come from, the strongest source first.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::file;
use super::key::Key;
use crate::stop::Stop;

/// The file that is looked for in the data folder.
const FILE: &str = "attestor.toml";

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A flag of the command line.
    Flag(Key),
    /// A variable of the environment.
    Variable(Key),
    /// A line of the TOML file.
    Line(PathBuf, usize),
    /// Nobody said anything.
    Default,
}

impl Origin {
    /// How strong a source is; the lowest wins.
    fn rank(&self) -> u8 {
        match self {
            Self::Flag(_) => 0,
            Self::Variable(_) => 1,
            Self::Line(..) => 2,
            Self::Default => 3,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(key) => f.write_str(&key.flag()),
            Self::Variable(key) => f.write_str(&key.variable()),
            Self::Line(path, line) => write!(f, "{}:{line}", path.display()),
            Self::Default => f.write_str("default"),
        }
    }
}

/// A setting's text and where it came from.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Given {
    /// The setting.
    pub(crate) key: Key,
    /// The text; secrets must not be shown.
    pub(crate) text: String,
    /// Its source.
    pub(crate) origin: Origin,
}

impl Given {
    /// The text for people: a secret is only said to be there.
    pub(crate) fn shown(&self) -> &str {
        if self.key.is_secret() { "(set)" } else { &self.text }
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={} from {}", self.key.name(), self.shown(), self.origin)
    }
}

/// The sources of one start.
pub(crate) struct Sources<'a> {
    /// The flags that were given.
    pub(crate) flags: Vec<(Key, String)>,
    /// The file that `--config` names.
    pub(crate) file: Option<PathBuf>,
    /// The environment.
    pub(crate) variable: &'a dyn Fn(&str) -> Option<String>,
}

impl Sources<'_> {
    /// Every setting that has a value, from its strongest source.
    pub(crate) fn gather(&self) -> Result<Vec<Given>, Stop> {
        let mut all = self.nearest();
        let lines = self.lines(&all)?;
        for given in lines {
            if !all.iter().any(|one| one.key == given.key) {
                all.push(given);
            }
        }
        one_database(&mut all)?;
        let set = |key: &Key| all.iter().any(|one| one.key == *key);
        let unset: Vec<Key> = Key::ALL.into_iter().filter(|key| !set(key)).collect();
        all.extend(unset.into_iter().filter_map(by_default));
        all.sort_by_key(|given| given.key);
        Ok(all)
    }

    /// What flags and, behind them, variables say. An empty variable says nothing.
    fn nearest(&self) -> Vec<Given> {
        let flag = |key: Key| {
            let (_, text) = self.flags.iter().find(|(given, _)| *given == key)?;
            Some(Given { key, text: text.clone(), origin: Origin::Flag(key) })
        };
        let variable = |key: Key| {
            let text = (self.variable)(&key.variable()).filter(|text| !text.is_empty())?;
            Some(Given { key, text, origin: Origin::Variable(key) })
        };
        Key::ALL.into_iter().filter_map(|key| flag(key).or_else(|| variable(key))).collect()
    }

    /// What the file says: the named one, else the one in the data folder if it is there.
    fn lines(&self, nearest: &[Given]) -> Result<Vec<Given>, Stop> {
        let named = self.file.clone().or_else(|| {
            (self.variable)("ATTESTOR_CONFIG").filter(|text| !text.is_empty()).map(PathBuf::from)
        });
        let path = named.clone().unwrap_or_else(|| data_dir(nearest).join(FILE));
        match std::fs::read_to_string(&path) {
            Ok(text) => file::read(&path, &text),
            Err(error) if named.is_none() && error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => {
                Err(Stop::Usage(format!("cannot read the settings in {}: {error}", path.display())))
            }
        }
    }
}

fn data_dir(given: &[Given]) -> &Path {
    let text = given.iter().find(|one| one.key == Key::DataDir).map(|one| one.text.as_str());
    Path::new(text.or(Key::DataDir.default()).unwrap_or("."))
}

fn by_default(key: Key) -> Option<Given> {
    Some(Given { key, text: key.default()?.to_owned(), origin: Origin::Default })
}

/// URL and file of a URL are two ways to say one thing: the stronger source wins.
fn one_database(all: &mut Vec<Given>) -> Result<(), Stop> {
    let rank = |key: Key| all.iter().find(|one| one.key == key).map(|one| one.origin.rank());
    let (Some(url), Some(file)) = (rank(Key::Database), rank(Key::DatabaseFile)) else {
        return Ok(());
    };
    let weaker = match url.cmp(&file) {
        std::cmp::Ordering::Less => Key::DatabaseFile,
        std::cmp::Ordering::Greater => Key::Database,
        std::cmp::Ordering::Equal => {
            let words = "both `database` and `database_file` are set; leave one out";
            return Err(Stop::Usage(words.to_owned()));
        }
    };
    all.retain(|one| one.key != weaker);
    Ok(())
}
