use std::net::SocketAddr;

use axum::routing::get;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

use super::*;

const ASK: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";

fn settings() -> Settings {
    Settings {
        public_url: "http://127.0.0.1:8080".to_owned(),
        contact: None,
        request_timeout: Duration::from_secs(5),
        header_timeout: Duration::from_secs(5),
        max_body: 1024,
        max_connections: 4,
        grace: Duration::from_secs(5),
    }
}

/// A server over a router, the order to stop it, and its end.
async fn start(
    app: Router,
    settings: Settings,
) -> (SocketAddr, oneshot::Sender<()>, JoinHandle<End>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (order, stop) = oneshot::channel();
    let running = tokio::spawn(async move {
        let stop = async {
            let _ = stop.await;
        };
        serve(listener, app, &settings, stop).await
    });
    (address, order, running)
}

/// A router whose answer waits: told when it began, let go by the second.
fn waiting() -> (Router, Arc<Notify>, Arc<Notify>) {
    let (began, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tells, waits) = (Arc::clone(&began), Arc::clone(&go));
    let answer = async move || {
        tells.notify_one();
        waits.notified().await;
        "whole"
    };
    (Router::new().route("/", get(answer)), began, go)
}

async fn all_of(client: &mut TcpStream) -> String {
    let mut text = String::new();
    client.read_to_string(&mut text).await.expect("an answer");
    text
}

#[tokio::test]
async fn a_running_request_finishes_after_the_order_to_stop() {
    let (app, began, go) = waiting();
    let (address, order, running) = start(app, settings()).await;
    let mut client = TcpStream::connect(address).await.expect("connected");
    let mut idle = TcpStream::connect(address).await.expect("connected");
    client.write_all(ASK).await.expect("sent");
    began.notified().await;
    order.send(()).expect("running");
    // The connection without a request ends, and with it the door is shut.
    assert_eq!(all_of(&mut idle).await, "");
    assert!(TcpStream::connect(address).await.is_err());
    go.notify_one();
    assert!(all_of(&mut client).await.ends_with("whole"));
    assert_eq!(running.await.expect("an end"), End::Clean);
}

#[tokio::test]
async fn what_takes_longer_than_the_time_of_grace_is_cut() {
    let (app, began, _go) = waiting();
    let (address, order, running) =
        start(app, Settings { grace: Duration::from_millis(20), ..settings() }).await;
    let mut client = TcpStream::connect(address).await.expect("connected");
    client.write_all(ASK).await.expect("sent");
    began.notified().await;
    order.send(()).expect("running");
    assert_eq!(running.await.expect("an end"), End::Cut(1));
}

#[tokio::test]
async fn a_connection_beyond_the_most_waits_for_another_to_end() {
    let app = Router::new().route("/", get(async || "whole"));
    let (address, _order, _running) =
        start(app, Settings { max_connections: 1, ..settings() }).await;
    let mut first = TcpStream::connect(address).await.expect("connected");
    first.write_all(ASK).await.expect("sent");
    let mut head = [0_u8; 12];
    first.read_exact(&mut head).await.expect("an answer");
    assert_eq!(&head, b"HTTP/1.1 200");
    let mut second = TcpStream::connect(address).await.expect("connected");
    second.write_all(ASK).await.expect("sent");
    let early = timeout(Duration::from_millis(100), second.read_exact(&mut head)).await;
    assert!(early.is_err(), "answered beside the first");
    drop(first);
    second.read_exact(&mut head).await.expect("an answer");
}

#[tokio::test]
async fn a_client_that_takes_nothing_loses_its_connection() {
    let app = Router::new().route("/", get(async || vec![b'a'; 64 << 20]));
    let short = Settings { request_timeout: Duration::from_millis(100), ..settings() };
    let (address, order, running) = start(app, short).await;
    let mut client = TcpStream::connect(address).await.expect("connected");
    client.write_all(ASK).await.expect("sent");
    client.readable().await.expect("an answer that begins");
    // Without patience the answer would still be on its way when the time of grace is over.
    order.send(()).expect("running");
    assert_eq!(running.await.expect("an end"), End::Clean);
}

#[tokio::test]
async fn a_panic_leaves_its_connection_to_the_next_request() {
    async fn panics() {
        panic!("on purpose");
    }
    let pages = Router::new().route("/", get(async || "whole")).route("/panic", get(panics));
    let app = guard::around(
        pages,
        &settings(),
        Arc::new(|trouble: &guard::Trouble| guard::problem(trouble, "http://a")),
    );
    let (address, _order, _running) = start(app, settings()).await;
    let mut client = TcpStream::connect(address).await.expect("connected");
    client.write_all(b"GET /panic HTTP/1.1\r\nHost: a\r\n\r\n").await.expect("sent");
    let mut head = [0_u8; 12];
    client.read_exact(&mut head).await.expect("an answer");
    assert_eq!(&head, b"HTTP/1.1 500");
    client
        .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await
        .expect("sent");
    let rest = all_of(&mut client).await;
    assert!(rest.contains("HTTP/1.1 200 OK") && rest.ends_with("whole"), "{rest}");
}
