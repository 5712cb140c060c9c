//! From a port to the pages: connections within limits, and an end that cuts nobody short.
//!
//! `axum::serve` waits for a client's header for ever, so that connections are taken here.

mod patience;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower::Layer as _;

use self::patience::Patience;
use super::access::client::Peer;
use super::guard::{self, Tell};
use super::health;
use crate::store::Store;

/// The most bytes of a request's first line and header fields together.
const HEADER_BYTES: usize = 32 * 1024;

/// The most header fields.
const HEADER_FIELDS: usize = 100;

/// How long to wait when no connection can be taken, as without free file handles.
const PAUSE: Duration = Duration::from_millis(100);

/// What the server and its pages go by.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Where people reach the site, without a slash at the end: `https://catalog.example.org`.
    pub(crate) public_url: String,
    /// Who takes reports of weaknesses: `mailto:` or `https:`.
    pub(crate) contact: Option<String>,
    /// How long an answer may take, and how long a client may take none of it.
    pub(crate) request_timeout: Duration,
    /// How long a client may take for a header, and keep a connection without a request.
    pub(crate) header_timeout: Duration,
    /// The most bytes of a request's body.
    pub(crate) max_body: usize,
    /// The most connections at one time; further ones wait.
    pub(crate) max_connections: usize,
    /// How long running requests may take after the order to stop.
    pub(crate) grace: Duration,
}

/// How serving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Every request got its answer.
    Clean,
    /// This many connections were cut when the time of grace was over.
    Cut(usize),
}

/// The whole service: pages, health, and the guard around both.
pub(crate) fn app(pages: Router, store: Store, settings: &Settings, tell: Tell) -> Router {
    guard::around(pages.merge(health::routes(store)), settings, tell)
}

/// Serves until `stop`, then lets running requests finish within the time of grace.
pub(crate) async fn serve(
    listener: TcpListener,
    app: Router,
    settings: &Settings,
    stop: impl Future<Output = ()>,
) -> End {
    let (order, ordered) = watch::channel(());
    let mut running = JoinSet::new();
    let door = Door::new(listener, app, settings);
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            (accepted, slot) = door.next() => {
                running.spawn(door.connection(accepted, slot, ordered.clone()));
            }
            Some(_) = running.join_next() => {}
        }
    }
    // Nobody new comes in while the others finish.
    drop(door);
    drop(order);
    finish(running, settings.grace).await
}

async fn finish(mut running: JoinSet<()>, grace: Duration) -> End {
    let all = async { while running.join_next().await.is_some() {} };
    if timeout(grace, all).await.is_ok() {
        return End::Clean;
    }
    let left = running.len();
    running.shutdown().await;
    End::Cut(left)
}

/// Where connections come in.
struct Door {
    listener: TcpListener,
    app: Router,
    builder: http1::Builder,
    slots: Arc<Semaphore>,
    patience: Duration,
}

impl Door {
    fn new(listener: TcpListener, app: Router, settings: &Settings) -> Self {
        let mut builder = http1::Builder::new();
        builder
            .timer(TokioTimer::new())
            .header_read_timeout(settings.header_timeout)
            .max_header_size(HEADER_BYTES)
            .max_headers(HEADER_FIELDS);
        let slots = Arc::new(Semaphore::new(settings.max_connections));
        Self { listener, app, builder, slots, patience: settings.request_timeout }
    }

    /// The next connection, once there is room for it.
    async fn next(&self) -> ((TcpStream, SocketAddr), Option<OwnedSemaphorePermit>) {
        // The semaphore is never closed, so that there is always a slot in the end.
        let slot = Arc::clone(&self.slots).acquire_owned().await.ok();
        loop {
            match self.listener.accept().await {
                Ok(accepted) => return (accepted, slot),
                Err(error) if is_of_one_client(&error) => {}
                Err(error) => {
                    tracing::error!(%error, "cannot take a connection");
                    sleep(PAUSE).await;
                }
            }
        }
    }

    /// Answers the requests of one connection.
    fn connection(
        &self,
        (stream, peer): (TcpStream, SocketAddr),
        slot: Option<OwnedSemaphorePermit>,
        mut ordered: watch::Receiver<()>,
    ) -> impl Future<Output = ()> + use<> {
        // Small answers leave at once.
        let _ = stream.set_nodelay(true);
        let stream = Patience::new(stream, self.patience);
        let service = TowerToHyperService::new(Extension(Peer(peer)).layer(self.app.clone()));
        let connection = self.builder.serve_connection(TokioIo::new(stream), service);
        async move {
            let mut connection = pin!(connection);
            let end = tokio::select! {
                end = connection.as_mut() => end,
                _ = ordered.changed() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
            if let Err(error) = end {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(slot);
        }
    }
}

/// Whether a client left between knocking and coming in.
fn is_of_one_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

#[cfg(test)]
mod tests;
