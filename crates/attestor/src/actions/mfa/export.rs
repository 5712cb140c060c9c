//! Rows to take along: the three downloads of the report, all rows or the newest, as they come.

use std::io::{self, Write};

use attestor_core::day::Day;
use attestor_core::mfa::event::Channel;
use attestor_lake::{Column, Form};
use csv::{Terminator, Writer, WriterBuilder};
use serde_json::{Map, Value};

use super::{Mfa, stop};
use crate::spreadsheet::guarded;
use crate::stop::Stop;

pub(crate) use attestor_lake::Export;

/// What is taken along.
#[derive(Debug)]
pub(crate) struct Wanted<'a> {
    /// Whose requests.
    pub(crate) organization: &'a str,
    /// Which of the downloads.
    pub(crate) what: Export,
    /// The requests on which channels.
    pub(crate) channels: Vec<Channel>,
    /// The first day, in the organization's zone.
    pub(crate) from: Day,
    /// The day that it ends before.
    pub(crate) to: Day,
    /// Only so many rows, the newest ones; `None` for all.
    pub(crate) newest: Option<usize>,
}

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileForm {
    /// Comma-separated values with a head.
    Csv,
    /// One JSON document, as the public resource has it.
    Json,
    /// One JSON object a line.
    Lines,
}

impl Mfa {
    /// Writes rows as they come; says how many. Memory does not grow with their number.
    pub(crate) async fn export(
        &mut self,
        wanted: &Wanted<'_>,
        form: FileForm,
        into: &mut (dyn Write + Send),
    ) -> Result<u64, Stop> {
        let zone = self.must_know(wanted.organization).await?.zone();
        let days = (wanted.from, wanted.to, &zone);
        if wanted.what == Export::Summary {
            let (rule, now) = (self.rule.clone(), self.now());
            self.lake.refresh(wanted.organization, (&zone, &rule), now).await.map_err(stop)?;
        }
        let exported = self.lake.export(wanted.organization, wanted.what, &wanted.channels, days);
        let mut exported = exported.await.map_err(stop)?;
        if let Some(rows) = wanted.newest {
            exported = exported.newest(rows);
        }
        let mut file = match RowFile::begin(wanted.what, form, into) {
            Ok(file) => file,
            Err(error) => return over(0, &error),
        };
        while let Some(rows) = exported.next().await.map_err(stop)? {
            for row in rows {
                if let Err(error) = file.row(&row) {
                    return over(file.rows, &error);
                }
            }
        }
        let rows = file.rows;
        file.end().map_or_else(|error| over(rows, &error), Ok)
    }
}

/// How writing ends before its end: who reads from a pipe may stop when it is enough.
fn over(rows: u64, error: &io::Error) -> Result<u64, Stop> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(rows),
        _ => Err(Stop::Failure(format!("cannot write the rows: {error}"))),
    }
}

/// A file of rows as it grows.
struct RowFile<'a> {
    what: Export,
    to: Rows<'a>,
    rows: u64,
}

enum Rows<'a> {
    Csv(Box<Writer<&'a mut (dyn Write + Send)>>),
    /// JSON, with what stands before each further row.
    Json(&'a mut (dyn Write + Send), FileForm),
}

impl<'a> RowFile<'a> {
    fn begin(what: Export, form: FileForm, into: &'a mut (dyn Write + Send)) -> io::Result<Self> {
        let to = match form {
            FileForm::Csv => {
                let mut csv = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(into);
                csv.write_record(what.columns().iter().map(|column| column.name)).map_err(plain)?;
                Rows::Csv(Box::new(csv))
            }
            FileForm::Json => {
                into.write_all(head(what).as_bytes())?;
                Rows::Json(into, form)
            }
            FileForm::Lines => Rows::Json(into, form),
        };
        Ok(Self { what, to, rows: 0 })
    }

    fn row(&mut self, row: &[String]) -> io::Result<()> {
        match &mut self.to {
            Rows::Csv(csv) => {
                let cells = row.iter().map(|cell| guarded(cell).into_owned());
                csv.write_record(cells).map_err(plain)?;
            }
            Rows::Json(into, form) => {
                let is_first = self.rows == 0;
                let before = if *form == FileForm::Json && !is_first { ",\n" } else { "" };
                into.write_all(before.as_bytes())?;
                serde_json::to_writer(&mut *into, &object(self.what.columns(), row))?;
                if *form == FileForm::Lines {
                    into.write_all(b"\n")?;
                }
            }
        }
        self.rows += 1;
        Ok(())
    }

    fn end(self) -> io::Result<u64> {
        match self.to {
            Rows::Csv(mut csv) => csv.flush()?,
            Rows::Json(into, form) => {
                if form == FileForm::Json {
                    into.write_all(tail(self.what, self.rows).as_bytes())?;
                }
                into.flush()?;
            }
        }
        Ok(self.rows)
    }
}

/// What the system said, so that a closed pipe is known.
fn plain(error: csv::Error) -> io::Error {
    let words = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => io::Error::other(words),
    }
}

/// The public summary is a bare list, the others are collections.
fn head(what: Export) -> &'static str {
    match what {
        Export::Summary => "[\n",
        Export::Portal | Export::Requests => "{\"items\":[\n",
    }
}

fn tail(what: Export, rows: u64) -> String {
    match what {
        Export::Summary => "\n]\n".to_owned(),
        Export::Portal | Export::Requests => {
            format!(
                "\n],\"totalCount\":{rows},\"attributes\":{{\"objectType\":\"Collection\"}}}}\n"
            )
        }
    }
}

fn object(columns: &[Column], row: &[String]) -> Value {
    let value = |form: Form, text: &String| match form {
        Form::Text => Value::from(text.as_str()),
        Form::Count => text.parse::<u64>().map_or(Value::Null, Value::from),
        Form::Flag => Value::from(text == "true"),
    };
    let cells = columns.iter().zip(row);
    let cells = cells.map(|(column, text)| (column.name.to_owned(), value(column.form, text)));
    Value::Object(cells.collect::<Map<_, _>>())
}
