//! Where commands find what is kept: by flag, variable, settings file or default, as the server does.

use clap::Args;

use super::Stop;
use crate::config::{Config, Key, Sources};
use crate::store::Place;

/// Where everything is kept.
#[derive(Debug, Args)]
pub(super) struct Kept {
    /// The folder of the data; `attestor.db` in it is an SQLite database
    /// [env: ATTESTOR_DATA_DIR] [default: ./attestor-data].
    #[arg(long, value_name = "DIR")]
    data_dir: Option<String>,
    /// A PostgreSQL database in the place of the folder's: `postgres://user@host/database`
    /// [env: ATTESTOR_DATABASE].
    #[arg(long, value_name = "URL", conflicts_with = "data_dir")]
    database: Option<String>,
}

impl Kept {
    /// All settings, of which a command needs few.
    pub(super) fn config(&self) -> Result<Config, Stop> {
        self.config_with(Vec::new())
    }

    /// The same with further flags.
    pub(super) fn config_with(&self, mut flags: Vec<(Key, String)>) -> Result<Config, Stop> {
        let given = [(Key::DataDir, &self.data_dir), (Key::Database, &self.database)];
        flags.extend(given.into_iter().filter_map(|(key, text)| Some((key, text.clone()?))));
        // A folder that is named means its own database, whatever the environment says.
        let folder = self.data_dir.is_some();
        let variable = |name: &str| {
            let other = name.starts_with("ATTESTOR_DATABASE");
            if folder && other { None } else { std::env::var(name).ok() }
        };
        Config::read(&Sources { flags, file: None, variable: &variable }.gather()?)
    }

    /// The database that is meant.
    pub(super) fn place(&self) -> Result<Place, Stop> {
        Ok(self.config()?.place())
    }
}
