//! The web server as its operator and its clients meet it: a process, signals, raw HTTP.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "tests stop at the first surprise"
)]

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The fields that every answer has.
const FIELDS: [&str; 7] = [
    "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types attestor\r\n",
    "x-content-type-options: nosniff\r\n",
    "referrer-policy: strict-origin-when-cross-origin\r\n",
    "cross-origin-opener-policy: same-origin\r\n",
    "cross-origin-resource-policy: same-origin\r\n",
    "permissions-policy: accelerometer=(), ",
    "x-request-id: ",
];

/// The program without settings from the environment.
fn attestor(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attestor"));
    command.current_dir(folder).args(args).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("ATTESTOR_") {
            command.env_remove(name);
        }
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A server of one test, on a port and in a folder of its own.
struct Server {
    process: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Server {
    fn start(args: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let all = [&["serve", "--listen", "127.0.0.1:0"], args].concat();
        let mut process = attestor(folder.path(), &all).spawn().expect("started");
        let mut line = String::new();
        let stdout = process.stdout.as_mut().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim_end().strip_prefix("Attestor listens on http://");
        let address = address.unwrap_or_else(|| panic!("{line:?}")).to_owned();
        Self { process, address, _folder: folder }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).expect("connected")
    }

    /// Sends bytes and gives all that comes until the server closes.
    fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(bytes).expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8(answer).expect("text")
    }

    fn ask(&self, line: &str, fields: &str) -> String {
        let head = format!("{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{fields}\r\n");
        self.raw(head.as_bytes())
    }

    fn signal(&self, name: &str) {
        let number = self.process.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &number]).status().expect("kill");
        assert!(sent.success());
    }

    fn stop(mut self, signal: &str) -> (Option<i32>, String) {
        self.signal(signal);
        let mut talk = String::new();
        let mut stderr = self.process.stderr.take().expect("a pipe");
        stderr.read_to_string(&mut talk).expect("text");
        (self.process.wait().expect("ended").code(), talk)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn talk(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

#[test]
fn every_answer_has_the_fields_that_guard_it() {
    let server = Server::start(&["--max-body", "2048"]);
    let long = format!("GET /{}", "a".repeat(8192));
    for (line, fields, status) in [
        ("GET /livez", "", "200 OK"),
        ("GET /healthz", "", "200 OK"),
        ("GET /readyz", "", "200 OK"),
        ("HEAD /livez", "", "200 OK"),
        ("GET /livez/nothing/here/at/all", "", "404 Not Found"),
        ("POST /livez", "Content-Length: 0\r\n", "405 Method Not Allowed"),
        ("TRACE /livez", "", "405 Method Not Allowed"),
        ("OPTIONS *", "", "404 Not Found"),
        ("POST /livez", "Content-Length: 2049\r\n", "413 Payload Too Large"),
        (&long, "", "414 URI Too Long"),
    ] {
        let answer = server.ask(line, fields);
        let first: String = line.chars().take(40).collect();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{first}: {answer}");
        for field in FIELDS {
            assert_eq!(answer.matches(field).count(), 1, "{first}: {field}: {answer}");
        }
        let allows = answer.contains("\r\nallow: GET");
        assert!(allows || !status.starts_with("405"), "{first}: {answer}");
        assert!(answer.contains("cache-control: no-store\r\n"), "{first}: {answer}");
    }
}

#[test]
fn it_answers_within_a_second_of_its_start() {
    let begin = Instant::now();
    let server = Server::start(&[]);
    let answer = server.ask("GET /readyz", "");
    let took = begin.elapsed();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    // A new database with its tables is part of it. The bound is wide for machines under load.
    assert!(took < Duration::from_secs(5), "{took:?}");
    println!("start to first answer: {} ms", took.as_millis());
}

#[test]
fn too_large_a_header_is_refused() {
    let server = Server::start(&[]);
    let field = format!("X-Large: {}\r\n", "a".repeat(40_000));
    let answer = server.ask("GET /livez", &field);
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    let many = (0..101).fold(String::new(), |mut all, number| {
        let _ = write!(all, "X-{number}: a\r\n");
        all
    });
    let answer = server.ask("GET /livez", &many);
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

#[test]
fn a_client_that_is_slow_with_its_header_is_cut() {
    let server = Server::start(&["--header-timeout", "1"]);
    let answer = server.raw(b"GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    assert!(!answer.contains("200 OK"), "{answer}");
    // A connection that is kept without a further request ends as well.
    let answer = server.raw(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n");
    assert!(answer.ends_with("\r\n\r\nok"), "{answer}");
}

#[test]
fn a_signal_stops_it_cleanly_whatever_connections_are_open() {
    for signal in ["TERM", "INT"] {
        let server = Server::start(&[]);
        let _new = server.connect();
        let mut kept = server.connect();
        kept.write_all(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
        let mut first = [0_u8; 15];
        kept.read_exact(&mut first).expect("an answer");
        assert_eq!(&first, b"HTTP/1.1 200 OK");
        let (code, talk) = server.stop(signal);
        assert_eq!(code, Some(0), "{talk}");
        assert!(talk.ends_with("stopped\n"), "{talk}");
    }
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let server = Server::start(&["--log-level", "error", "--grace", "600"]);
    // A client that asks and asks and takes no answer keeps a request running.
    let mut stuck = server.connect();
    stuck.set_write_timeout(Some(Duration::from_millis(300))).expect("set");
    let requests = "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100);
    while stuck.write_all(requests.as_bytes()).is_ok() {}
    server.signal("TERM");
    // The first signal is known to be heard once nobody new is let in.
    while TcpStream::connect(&server.address).is_ok() {}
    let (code, talk) = server.stop("TERM");
    assert_eq!(code, Some(130), "{talk}");
}

#[test]
fn a_port_that_another_program_has_is_named_with_a_way_out() {
    let server = Server::start(&[]);
    let folder = tempfile::tempdir().expect("a folder");
    let args = ["serve", "--listen", &server.address];
    let output = attestor(folder.path(), &args).output().expect("run");
    assert_eq!(output.status.code(), Some(3));
    assert!(output.stdout.is_empty());
    assert_eq!(
        talk(&output),
        format!(
            "failure: cannot listen on {}: another program does; stop it or choose another port \
             with --listen\n",
            server.address
        )
    );
}

#[test]
fn the_log_has_one_line_a_request_that_nobody_can_forge() {
    let server = Server::start(&["--log-format", "json"]);
    let forged = "GET /livez/%0d%0a%7B%22level%22:%22ERROR%22%7D?q=hidden-word";
    server.ask(forged, "X-Request-Id: from-outside-1\r\nCookie: hidden-cookie\r\n");
    // Bytes that are no letters do not become a line of their own either.
    server.raw(b"GET /a\rb\x1b[2J HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    server.raw(
        "GET /\u{2028}\u{85}\u{9b} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".as_bytes(),
    );
    let (_, talk) = server.stop("TERM");
    assert!(!talk.contains("hidden"), "{talk}");
    // What a first start says to its operator stands beside the log.
    let said = ["made the key of ", "nobody can sign in yet;", "http://127.0.0.1:"];
    let is_said = |line: &&str| said.iter().any(|start| line.starts_with(start));
    let lines: Vec<&str> =
        talk.lines().filter(|line| *line != "stopped" && !is_said(line)).collect();
    let events: Vec<serde_json::Value> = lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
        .collect();
    let first = &events[0];
    assert_eq!(first["method"], "GET");
    assert_eq!(first["path"], "/livez/%0d%0a%7B%22level%22:%22ERROR%22%7D");
    assert_eq!(first["status"], 404);
    assert_eq!(first["request_id"], "from-outside-1");
    assert!(first["duration_us"].is_u64() && first["bytes"].is_u64(), "{first}");
    assert!(events.iter().all(|event| event["level"] == "INFO"), "{talk}");
}

#[test]
fn a_stop_right_behind_the_start_leaves_no_error_in_the_log() {
    for _ in 0..12 {
        let (code, talk) = Server::start(&[]).stop("TERM");
        assert_eq!(code, Some(0), "{talk}");
        assert!(!talk.contains("ERROR") && talk.ends_with("stopped\n"), "{talk}");
    }
}

#[test]
fn the_log_as_text_has_no_character_that_does_things_to_a_terminal() {
    let server = Server::start(&[]);
    server.raw(
        "GET /\u{2028}\u{85}\u{9b}31m HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".as_bytes(),
    );
    server.ask("GET /readyz", "");
    let (_, talk) = server.stop("TERM");
    assert!(talk.contains("method=\"GET\" path=\"/readyz\" status=200 duration_us="), "{talk}");
    let is_plain = |letter: char| letter == '\n' || (!letter.is_control() && letter != '\u{2028}');
    assert!(talk.chars().all(is_plain), "{talk:?}");
}

#[test]
fn settings_come_from_the_nearest_source_and_tell_it() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("data")).expect("made");
    let file = "max_body = 4096\ngrace = 7\nlog_level = \"warn\"\n";
    std::fs::write(folder.path().join("data/attestor.toml"), file).expect("written");
    let args = ["config", "show", "--format", "json", "--data-dir", "data", "--max-body", "2048"];
    let output = attestor(folder.path(), &args)
        .env("ATTESTOR_GRACE", "6")
        .env("ATTESTOR_MAX_BODY", "1024")
        .env("ATTESTOR_DATABASE", "postgres://u:hidden@localhost/a")
        .output()
        .expect("run");
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    assert!(!String::from_utf8_lossy(&output.stdout).contains("hidden"));
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    for (name, value, origin) in [
        ("max_body", "2048", "--max-body"),
        ("grace", "6", "ATTESTOR_GRACE"),
        ("log_level", "warn", "data/attestor.toml:3"),
        ("listen", "127.0.0.1:8080", "default"),
        ("database", "(set)", "ATTESTOR_DATABASE"),
    ] {
        let expected = serde_json::json!({"value": value, "origin": origin});
        assert_eq!(shown[name], expected, "{name}");
    }
    assert!(shown["contact"].is_null());
}

#[test]
fn wrong_settings_end_with_2_and_name_each() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("own.toml"), "lissten = \"a\"\n").expect("written");
    for (args, words) in [
        (
            ["config", "check", "--config", "own.toml"],
            "error: own.toml:1: unknown setting `lissten`; did you mean `listen`?\n",
        ),
        (
            ["serve", "--grace=x", "--listen", "here"],
            "error: --listen: `listen` is `here`: a host and a port are wanted, as 127.0.0.1:8080 \
             or [::1]:8080\nerror: --grace: `grace` is `x`: whole seconds from 0 to 3600 are \
             wanted\n",
        ),
    ] {
        let output = attestor(folder.path(), &args).output().expect("run");
        assert_eq!((output.status.code(), talk(&output).as_str()), (Some(2), words));
    }
}
