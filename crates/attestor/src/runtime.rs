//! The one place where the rest of the program waits for what runs asynchronously.

use std::future::Future;

use tokio::runtime::{Builder, Runtime};

use crate::stop::Stop;

/// Runs the database's work on the thread that waits for it.
pub(crate) struct Waiting(Runtime);

impl Waiting {
    /// Prepares for waiting; once a command.
    pub(crate) fn new() -> Result<Self, Stop> {
        let runtime = Builder::new_current_thread().enable_all().build();
        runtime.map(Self).map_err(|error| Stop::Failure(format!("cannot start: {error}")))
    }

    /// Prepares for a server: one thread a processor, two at least.
    pub(crate) fn for_server() -> Result<Self, Stop> {
        let threads = std::thread::available_parallelism().map_or(2, |count| count.get().max(2));
        let runtime = Builder::new_multi_thread().worker_threads(threads).enable_all().build();
        runtime.map(Self).map_err(|error| Stop::Failure(format!("cannot start: {error}")))
    }

    /// Waits for a result.
    pub(crate) fn on<T>(&self, work: impl Future<Output = T>) -> T {
        self.0.block_on(work)
    }
}
