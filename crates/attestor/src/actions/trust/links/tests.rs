use std::net::IpAddr;

use attestor_core::instant::Instant;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::client::{Answer, Reach, Tries, is_public};
use super::*;
use crate::runtime::Waiting;

/// A server that answers by the path that it is asked for; gives where it listens.
async fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let place = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0_u8; 4096];
            let read = stream.read(&mut asked).await.unwrap_or(0);
            let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
            let answer = answer(&asked);
            let text = format!("HTTP/1.1 {answer}content-length: 0\r\nconnection: close\r\n\r\n");
            let _ = stream.write_all(text.as_bytes()).await;
        }
    });
    place
}

fn answer(asked: &str) -> &'static str {
    let mut words = asked.split(' ');
    match (words.next().unwrap_or_default(), words.next().unwrap_or_default()) {
        (_, "/good") => "200 OK\r\n",
        ("HEAD", "/no-head") => "405 Method Not Allowed\r\n",
        (_, "/no-head") => "200 OK\r\n",
        (_, "/gone") => "410 Gone\r\n",
        (_, "/busy") => "503 Service Unavailable\r\n",
        (_, "/forbidden") => "403 Forbidden\r\n",
        (_, "/on") => "302 Found\r\nlocation: /good\r\n",
        (_, "/round") => "302 Found\r\nlocation: /round\r\n",
        (_, "/out") => "302 Found\r\nlocation: ftp://example.org/\r\n",
        _ => "404 Not Found\r\n",
    }
}

#[test]
fn an_address_works_is_broken_or_unclear() {
    Waiting::new().expect("a runtime").on(async {
        let place = server().await;
        let tries = Tries::new(Reach::Any).expect("a client");
        let broken = |why: &str| Answer::Broken(why.to_owned());
        let unclear = |why: &str| Answer::Unclear(why.to_owned());
        for (path, expected) in [
            ("/good", Answer::Works(200)),
            ("/no-head", Answer::Works(200)),
            ("/on", Answer::Works(200)),
            ("/missing", broken("404")),
            ("/gone", broken("410")),
            ("/round", broken("redirects")),
            ("/out", broken("scheme")),
            ("/busy", unclear("503")),
            ("/forbidden", unclear("403")),
        ] {
            assert_eq!(tries.one(&format!("{place}{path}")).await, expected, "{path}");
        }
        let closed = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}/", closed.local_addr().expect("an address"));
        drop(closed);
        assert_eq!(tries.one(&address).await, Answer::Away("connect".to_owned()));
    });
}

#[test]
fn no_machine_inside_is_asked() {
    Waiting::new().expect("a runtime").on(async {
        let place = server().await;
        let port = place.rsplit(':').next().expect("a port").to_owned();
        let tries = Tries::new(Reach::Public).expect("a client");
        for host in [
            "127.0.0.1",
            "localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "2130706433",
            "0x7f.1",
            "169.254.169.254",
            "10.0.0.1",
        ] {
            let found = tries.one(&format!("http://{host}:{port}/good")).await;
            assert_eq!(found, Answer::Broken("private".to_owned()), "{host}");
        }
    });
    for inside in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.9.9.9",
        "169.254.1.1",
        "172.31.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.5",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "2001:db8::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::ffff:10.0.0.1",
    ] {
        assert!(!is_public(inside.parse::<IpAddr>().expect("an address")), "{inside}");
    }
    for outside in ["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"] {
        assert!(is_public(outside.parse::<IpAddr>().expect("an address")), "{outside}");
    }
}

fn tried(answer: Answer) -> Tried {
    Tried { address: "https://example.org/".to_owned(), answer }
}

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

#[test]
fn what_is_unclear_for_three_days_is_broken() {
    let busy = || tried(Answer::Unclear("503".to_owned()));
    let first = busy().kept(None, at("2026-11-22T09:00:00Z"));
    assert_eq!(first.state, "unclear");
    let later = busy().kept(Some(&first), at("2026-11-25T08:59:59Z"));
    assert_eq!((later.state.as_str(), &later.failing_since), ("unclear", &first.failing_since));
    let last = busy().kept(Some(&later), at("2026-11-25T09:00:00Z"));
    assert_eq!(last.state, "broken");
    let good = tried(Answer::Works(200)).kept(Some(&last), at("2026-11-25T09:00:00Z"));
    assert_eq!((good.state.as_str(), good.failing_since), ("works", None));
    let gone = tried(Answer::Broken("404".to_owned())).kept(None, at("2026-11-22T09:00:00Z"));
    assert_eq!(gone.state, "broken");
}

#[test]
fn a_machine_without_a_network_judges_nothing() {
    let away = |host: &str| Tried { address: format!("https://{host}/"), answer: Answer::NoHost };
    assert!(is_offline(&[away("a.example"), away("b.example"), away("c.example")]));
    assert!(!is_offline(&[away("a.example"), away("a.example"), away("a.example")]));
    let works = tried(Answer::Works(200));
    assert!(!is_offline(&[away("a.example"), away("b.example"), away("c.example"), works]));
}
