//! The reading thread: bytes to records to events to portions of rows.

use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use attestor_core::mfa::event::Channels;
use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::source::{Reader, Record, Records, Reject};
use deltalake::arrow::array::RecordBatch;
use tokio::sync::mpsc;

use super::ImportedLog;
use super::input::Input;
use super::rejects::Rejects;
use crate::fault::Fault;
use crate::rows::Rows;

/// How many rows are taken at once. Memory is bounded by this, not by the length of a log.
const PORTION_ROWS: usize = 131_072;

/// How many bytes are read at once.
const CHUNK_BYTES: usize = 1 << 18;

/// What the thread hands over.
pub(super) enum Coming {
    /// A portion of rows.
    Rows(RecordBatch),
    /// A log is over.
    End(ImportedLog),
}

/// What is to be read.
pub(super) struct Reading {
    pub(super) inputs: Vec<Input>,
    pub(super) channels: Channels,
    pub(super) rule: Arc<MfaRule>,
    pub(super) rejects: PathBuf,
    pub(super) send: mpsc::Sender<Coming>,
}

impl Reading {
    /// Reads all logs; says whether some records are told in the file of rejects. It ends early when
    /// nobody takes portions any more.
    pub(super) fn run(self) -> Result<bool, Fault> {
        let mut taking = Taking {
            rows: Rows::new(),
            rejects: Rejects::new(&self.rejects),
            log: ImportedLog::default(),
            over: false,
            failed: None,
        };
        for input in &self.inputs {
            taking.log = ImportedLog { name: input.name(), ..ImportedLog::default() };
            if let Err(error) = self.log(input, &mut taking) {
                taking.log.stopped = Some(error.to_string());
            }
            if let Some(fault) = taking.failed.take() {
                return Err(fault);
            }
            let ended = Coming::End(std::mem::take(&mut taking.log));
            if taking.over || self.send.blocking_send(ended).is_err() {
                return Ok(false);
            }
        }
        if taking.rows.len() > 0 {
            let _ = self.send.blocking_send(Coming::Rows(taking.rows.take()?));
        }
        taking.rejects.close()
    }

    fn log(&self, input: &Input, taking: &mut Taking) -> io::Result<()> {
        let mut bytes = input.open()?;
        let mut records = Records::new();
        let mut reader = Reader::new(&self.rule);
        let mut chunk = vec![0; CHUNK_BYTES];
        let end = loop {
            let read = match bytes.read(&mut chunk) {
                Ok(0) => break Ok(()),
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => break Err(error),
            };
            let piece = chunk.get(..read).unwrap_or_default();
            records.push(piece, |record| self.take(record, &mut reader, taking));
            if taking.over || taking.failed.is_some() {
                return Ok(());
            }
        };
        taking.log.next_link = records.next_link().map(str::to_owned);
        records.finish(|record| self.take(record, &mut reader, taking));
        taking.log.kind = reader.kind();
        end
    }

    fn take(
        &self,
        record: Result<Record<'_>, Reject>,
        reader: &mut Reader<'_>,
        taking: &mut Taking,
    ) {
        let read = record.and_then(|record| {
            let reject = |reason| Reject { line: record.line, offset: record.offset, reason };
            reader.read(&record.body).map_err(reject)
        });
        match read {
            Ok(event) => {
                taking.log.read += 1;
                let (first, last) = taking.log.times.unwrap_or((event.ts, event.ts));
                taking.log.times = Some((first.min(event.ts), last.max(event.ts)));
                taking.rows.push(&event, &self.channels);
            }
            Err(reject) => taking.reject(&reject),
        }
        if taking.rows.len() >= PORTION_ROWS {
            match taking.rows.take() {
                Ok(rows) => taking.over |= self.send.blocking_send(Coming::Rows(rows)).is_err(),
                Err(fault) => taking.failed = Some(fault),
            }
        }
    }
}

/// What was read so far.
struct Taking {
    rows: Rows,
    rejects: Rejects,
    log: ImportedLog,
    over: bool,
    failed: Option<Fault>,
}

impl Taking {
    fn reject(&mut self, reject: &Reject) {
        *self.log.rejected.entry(reject.reason.code()).or_default() += 1;
        if let Err(fault) = self.rejects.tell(&self.log.name, reject) {
            self.failed.get_or_insert(fault);
        }
    }
}
