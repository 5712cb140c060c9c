//! What leaves the program: data on stdout, talk on stderr, one exit code.

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::ValueEnum;
use serde::Serialize;

use crate::stop::{Exit, Stop};

/// The form of the data on stdout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Text for people, at most 80 columns where the content allows it.
    Table,
    /// One JSON document, stable and documented.
    Json,
    /// One JSON document a line, for commands that print many.
    Jsonl,
}

/// The form that is asked for: `csv` is known to few commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Asked {
    /// Text for people, at most 80 columns where the content allows it.
    Table,
    /// One JSON document, stable and documented.
    Json,
    /// One JSON document a line, for commands that print many.
    #[value(alias = "ndjson")]
    Jsonl,
    /// Comma-separated values, from the commands that say so.
    #[value(hide = true)]
    Csv,
    /// A published page, from the commands that say so.
    #[value(hide = true)]
    Page,
    /// An OSCAL document, from the commands that say so.
    #[value(hide = true)]
    Oscal,
}

impl Asked {
    /// The form of the streams; `own` are the forms that few commands write by themselves.
    pub(crate) fn format(self, own: &[Self]) -> Result<Format, Stop> {
        let word = match self {
            Self::Table => return Ok(Format::Table),
            Self::Json => return Ok(Format::Json),
            Self::Jsonl => return Ok(Format::Jsonl),
            Self::Csv => "csv",
            Self::Page => "page",
            Self::Oscal => "oscal",
        };
        if !own.contains(&self) {
            return Err(Stop::Usage(format!(
                "this command knows `--format table`, `json` and `jsonl`, but not `{word}`"
            )));
        }
        Ok(if self == Self::Oscal { Format::Json } else { Format::Table })
    }
}

/// The streams of one command.
#[derive(Debug)]
pub(crate) struct Out {
    /// The form that was asked for.
    pub(crate) format: Format,
    color: bool,
    broken: bool,
}

impl Out {
    /// Streams for one command. Color is used on a terminal unless `NO_COLOR` is set.
    pub(crate) fn new(format: Format) -> Self {
        let color = io::stdout().is_terminal()
            && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { format, color, broken: false }
    }

    /// Whether terminal colors may be used in tables.
    pub(crate) fn color(&self) -> bool {
        self.color
    }

    /// Prints a line of data on stdout. A closed pipe is silent.
    pub(crate) fn line(&mut self, text: impl Display) {
        if !self.broken {
            self.broken = writeln!(io::stdout().lock(), "{text}").is_err();
        }
    }

    /// Prints a text on stdout as it is. A closed pipe is silent.
    pub(crate) fn text(&mut self, text: &str) {
        if !self.broken {
            self.broken = io::stdout().lock().write_all(text.as_bytes()).is_err();
        }
    }

    /// Prints one JSON document on stdout: indented for `json`, on one line for `jsonl`.
    pub(crate) fn json(&mut self, value: &impl Serialize) {
        let text = match self.format {
            Format::Jsonl => serde_json::to_string(value),
            Format::Table | Format::Json => serde_json::to_string_pretty(value),
        };
        match text {
            Ok(text) => self.line(text),
            Err(error) => self.say(format_args!("cannot write JSON: {error}")),
        }
    }

    /// Says something on stderr.
    pub(crate) fn say(&mut self, text: impl Display) {
        // A closed stderr leaves nobody to tell.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Says why a command stopped, and gives the exit code of every end.
    pub(crate) fn end(&mut self, end: Result<Exit, Stop>) -> ExitCode {
        match end {
            Ok(Exit::Done) => ExitCode::SUCCESS,
            Ok(Exit::Refused) => ExitCode::from(1),
            Err(Stop::Faults(faults)) => {
                for fault in &faults {
                    self.say(fault);
                }
                let count = faults.len();
                self.say(format_args!(
                    "{count} {} found; nothing was written",
                    if count == 1 { "fault" } else { "faults" }
                ));
                ExitCode::from(2)
            }
            Err(Stop::Usage(words)) => {
                self.say(format_args!("error: {words}"));
                ExitCode::from(2)
            }
            Err(Stop::Failure(words) | Stop::Full(words) | Stop::Away(words)) => {
                self.say(format_args!("failure: {words}"));
                ExitCode::from(3)
            }
        }
    }
}
