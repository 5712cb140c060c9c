//! Clients that stop in the middle of a file: by the API, where the upload waits for them, and in a
//! form, where nothing but an entry of the record stays.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::http::{self, Answer, ask};
use crate::people::{Case, Tokens, set_up, started_case};
use crate::served::{Kept, Served, data_in};

/// Sends the beginning of a request whose body has more bytes.
fn begin(server: &Served, line: &str, fields: &[(&str, &str)], body: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(&server.address).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("set");
    let mut head = format!("{line} HTTP/1.1\r\nHost: {}\r\n", server.address);
    for (name, value) in fields {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len() + 10_000));
    stream.write_all(&[head.as_bytes(), body].concat()).expect("sent");
    stream
}

/// Waits for the server to end the connection; gives its answer.
fn cut(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the server ends it");
    http::whole(&bytes).expect("an answer")
}

struct Scene {
    kept: Kept,
    server: Served,
    tokens: Tokens,
    case: Case,
    _folder: tempfile::TempDir,
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Kept { data: data_in(folder.path()), database: None };
    let server = kept.serve(&["--request-timeout", "2"]);
    let tokens = set_up(&kept, &server);
    let case = started_case(&server, &tokens, "slow");
    Scene { kept, server, tokens, case, _folder: folder }
}

/// The codes of refused uploads in the record.
fn refused(scene: &Scene) -> Vec<String> {
    let list = scene.server.get(&scene.tokens.owner, "/api/v1/record?limit=200").json();
    let entries = list["entries"].as_array().expect("entries").iter();
    let code = |entry: &Json| Some(entry["content"]["code"].as_str()?.to_owned());
    entries.filter(|it| it["kind"] == "upload_refused").filter_map(code).collect()
}

fn uploads_under_way(data: &Path) -> usize {
    data.join("uploads").read_dir().expect("a folder").count()
}

#[test]
fn an_upload_that_stops_in_the_middle_is_cut_and_goes_on_later() {
    let scene = scene();
    let Scene { server, tokens, case, .. } = &scene;
    let bearer = format!("Bearer {}", tokens.publisher);
    let case = &case.id;
    let path = format!("/api/v1/cases/{case}/uploads");
    let body = json!({"name": "a.txt", "size_bytes": 10_005}).to_string();
    let fields = [("Authorization", bearer.as_str()), ("Content-Type", "application/json")];
    let begun = ask(&server.address, &format!("POST {path}"), &fields, body.as_bytes());
    let begun = begun.expect("an answer").json();
    let upload = format!("{path}/{}", begun["id"].as_str().expect("an id"));
    let fields = [("Authorization", bearer.as_str()), ("Upload-Offset", "0")];
    let answer = cut(begin(server, &format!("PATCH {upload}"), &fields, b"Line\n"));
    assert_eq!((answer.status, answer.kind().as_str()), (400, "upload-broken-off"));
    // What came is there, and nothing shows of the file.
    assert_eq!(server.get(&tokens.publisher, &upload).json()["offset"], 5);
    let files = server.get(&tokens.publisher, &format!("/api/v1/cases/{case}/evidence")).json();
    assert_eq!(files["evidence"], json!([]));
    scene.kept.assert_whole(&[]);
}

/// The beginning of a form with a file that has more bytes.
fn begin_form(scene: &Scene) -> TcpStream {
    let path = format!("/desk/cases/{}/controls/BASE-ACC-02/evidence", scene.case.id);
    let fields = [
        ("Accept", "text/html"),
        ("Cookie", scene.tokens.cookie.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
        ("Content-Type", "multipart/form-data; boundary=X"),
    ];
    let body = b"--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
        Content-Type: text/plain\r\n\r\nThe beginning of a file.\n";
    begin(&scene.server, &format!("POST {path}"), &fields, body)
}

#[test]
fn a_form_that_stops_in_the_middle_leaves_nothing_but_an_entry_of_the_record() {
    let scene = scene();
    let answer = cut(begin_form(&scene));
    assert!((400..500).contains(&answer.status), "{} {}", answer.status, answer.text());
    assert_eq!(refused(&scene), ["upload_broken_off"]);
    assert_eq!(uploads_under_way(&scene.kept.data), 0);
    scene.kept.assert_whole(&[]);
}

#[test]
fn a_form_whose_client_goes_away_leaves_nothing_but_an_entry_of_the_record() {
    let scene = scene();
    drop(begin_form(&scene));
    for _ in 0..100 {
        if !refused(&scene).is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(refused(&scene), ["upload_broken_off"]);
    assert_eq!(uploads_under_way(&scene.kept.data), 0);
    scene.kept.assert_whole(&[]);
}
