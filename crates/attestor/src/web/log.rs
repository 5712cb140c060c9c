//! The log on stderr: one line an event, as text or as JSON, that nobody can forge from outside.
//!
//! What comes from a client is written quoted and escaped. Queries and header fields, which may
//! hold search words and secrets, are not written at all.

use std::io;

use axum::http::{Method, StatusCode};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogLevel};

/// Starts the log of this process; a second start changes nothing.
pub(crate) fn start(format: LogFormat, level: LogLevel) {
    let name = level.as_str();
    let filter = EnvFilter::builder()
        .with_default_directive(LevelFilter::WARN.into())
        .parse_lossy(format!("warn,attestor={name}"));
    let log = tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_env_filter(filter)
        // Words about a closed stderr would go to stderr, and end the program.
        .log_internal_errors(false);
    // A log that is there already goes on.
    let _ = match format {
        LogFormat::Text => log.with_ansi(false).try_init(),
        LogFormat::Json => log.json().flatten_event(true).with_current_span(false).try_init(),
    };
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, words = panic.payload_as_str(), "a fault of the program");
    }));
}

/// What is told of one request.
pub(super) struct Served<'a> {
    /// What was asked for.
    pub(super) method: &'a Method,
    /// The path, without the query.
    pub(super) path: &'a str,
    /// How it was answered.
    pub(super) status: StatusCode,
    /// The time from the whole header to the beginning of the answer.
    pub(super) micros: u64,
    /// The size of the answer's body, if it is known at the beginning.
    pub(super) bytes: Option<u64>,
    /// The request's id.
    pub(super) id: &'a str,
}

/// The most letters of a path in the log.
const PATH_LETTERS: usize = 256;

/// Writes the line of one request.
pub(super) fn request(served: &Served<'_>) {
    tracing::info!(
        target: "attestor::request",
        method = served.method.as_str(),
        path = shortened(served.path),
        status = served.status.as_u16(),
        duration_us = served.micros,
        bytes = served.bytes,
        request_id = served.id,
        "answered"
    );
}

fn shortened(path: &str) -> &str {
    let end = path.char_indices().nth(PATH_LETTERS).map_or(path.len(), |(at, _)| at);
    path.get(..end).unwrap_or(path)
}
