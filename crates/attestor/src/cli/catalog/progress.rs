//! How far a long work is, on stderr.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::actions::import_pages::Progress;
use crate::clock::Rhythm;

/// How often progress is told where no terminal shows it.
const PAUSE: Duration = Duration::from_secs(10);

/// Progress on stderr: a bar on a terminal, else a line now and then.
pub(super) struct Shown {
    word: &'static str,
    bar: Option<ProgressBar>,
    rhythm: Rhythm,
}

impl Shown {
    /// Progress in things of this name, such as `files`.
    pub(super) fn new(word: &'static str) -> Self {
        let bar = io::stderr().is_terminal().then(|| {
            let form = format!("{{wide_bar}} {{pos}}/{{len}} {word}, {{eta}} left");
            let style = ProgressStyle::with_template(&form);
            let bar = ProgressBar::new(0);
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        Self { word, bar, rhythm: Rhythm::default() }
    }

    /// Tells how far it is.
    pub(super) fn tell(&mut self, progress: Progress) {
        let Progress { done, all } = progress;
        if let Some(bar) = &self.bar {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        } else if self.rhythm.is_due(PAUSE) {
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(io::stderr().lock(), "{done} of {all} {}", self.word);
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
