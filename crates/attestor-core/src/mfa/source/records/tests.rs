use proptest::prelude::*;

use super::*;

/// What came out of a stream: records by place, rejects by place and reason.
fn all(chunks: &[&[u8]], limit: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut sink = |item: Result<Record<'_>, Reject>| {
        found.push(match item {
            Ok(Record { line, offset, body }) => {
                let bytes = match body {
                    Body::Json(bytes) => bytes,
                    Body::Row(row) => row.bytes,
                };
                format!("{line}@{offset} {}", String::from_utf8_lossy(bytes))
            }
            Err(reject) => {
                format!("{}@{} !{}", reject.line, reject.offset, reject.reason.code())
            }
        });
    };
    let mut records = Records::with_limit(limit);
    for chunk in chunks {
        records.push(chunk, &mut sink);
    }
    records.finish(&mut sink);
    found
}

fn read(text: &str) -> Vec<String> {
    let whole = all(&[text.as_bytes()], 1000);
    let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
    assert_eq!(all(&bytes, 1000), whole, "byte by byte: {text}");
    whole
}

#[test]
fn every_form_is_cut_into_records() {
    for (text, expected) in [
        ("{\"a\":1}\n{\"a\":2}\n", vec!["1@0 {\"a\":1}", "2@8 {\"a\":2}"]),
        ("\u{feff}{\"a\":1}\r\n\r\n{\"a\":2}", vec!["1@3 {\"a\":1}", "3@14 {\"a\":2}"]),
        ("[{\"a\":1},\n {\"b\":\"]}\"}]", vec!["1@1 {\"a\":1}", "2@11 {\"b\":\"]}\"}"]),
        (
            "{\"@x\":\"y\",\"value\":[{\"a\":1}, {\"a\":2}],\"z\":{}}",
            vec!["1@19 {\"a\":1}", "1@28 {\"a\":2}"],
        ),
        (
            "{\"records\":[\n{\"a\":1}]}\n{\"records\":[{\"a\":2}]}",
            vec!["2@13 {\"a\":1}", "3@35 {\"a\":2}"],
        ),
        (
            "{\n \"totalCount\": 2,\n \"items\": [ {\"a\":[1,{}]} ], \"t\": null}",
            vec!["3@32 {\"a\":[1,{}]}"],
        ),
        ("{\n\"a\":1\n}\n{\n\"a\":2}", vec!["1@0 {\n\"a\":1\n}", "4@10 {\n\"a\":2}"]),
        ("{\n\"a\":1\n}", vec!["1@0 {\n\"a\":1\n}"]),
        ("{\"a\":1}{\"a\":2}", vec!["1@0 {\"a\":1}", "1@7 {\"a\":2}"]),
        ("x,y\n1,\"a\nb\"\n2,c", vec!["2@4 1,\"a\nb\"", "4@12 2,c"]),
        ("", vec![]),
        (" \n ", vec![]),
        ("[]", vec![]),
        ("{\"value\":[]}", vec![]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_is_broken_is_rejected_and_reading_goes_on() {
    let long = "x".repeat(1200);
    for (text, expected) in [
        ("{\"a\":1}\n{\"a\":", vec!["1@0 {\"a\":1}", "2@8 !cut"]),
        ("{\"a\":\"b\n{\"a\":2}\n", vec!["1@0 {\"a\":\"b", "2@8 {\"a\":2}"]),
        ("{\"a\":1}\n{\"a\n{\"a\":3}\n", vec!["1@0 {\"a\":1}", "2@8 {\"a", "3@12 {\"a\":3}"]),
        ("{\"value\":[{\"a\":1},{\"a\":\"", vec!["1@10 {\"a\":1}", "1@18 !cut"]),
        ("{\"value\":[{\"a\":\"\n{\"value\":[{\"a\":2}]}\n", vec!["1@10 !cut", "2@27 {\"a\":2}"]),
        (
            "{\"value\":[1,\"x\",{\"a\":1}]}",
            vec!["1@10 !not-a-record", "1@12 !not-a-record", "1@16 {\"a\":1}"],
        ),
        ("[{\"a\":1} %\n {\"a\":2}]", vec!["1@1 {\"a\":1}", "1@9 !not-json", "2@12 {\"a\":2}"]),
        ("x\n\"open", vec!["2@2 !cut"]),
        (
            &format!("{{\"a\":\"{long}\"}}\n{{\"a\":2}}\n"),
            vec!["1@0 !too-long", "2@1209 {\"a\":2}"],
        ),
        (&format!("[{{\"a\":\"{long}\"}},{{\"a\":2}}]"), vec!["1@1 !too-long", "1@1210 {\"a\":2}"]),
        (&format!("x\n{long}\n1"), vec!["2@2 !too-long", "3@1203 1"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn next_page_is_named() {
    let mut records = Records::new();
    assert_eq!(records.next_link(), None);
    let page = br#"{"value":[],"@odata.nextLink":"https:\/\/example.org\/?a=\"b\""}"#;
    for chunk in page.chunks(3) {
        records.push(chunk, |_| {});
    }
    assert_eq!(records.next_link(), Some("https://example.org/?a=\"b\""));
    records.push(b"\n{\"value\":[]}", |_| {});
    assert_eq!(records.next_link(), None);
}

#[test]
fn a_broken_value_is_told_where_it_begins_however_it_is_cut() {
    let text = b"{\"value\":[\"x{\r\n";
    let (chunk, rest) = text.split_at(11);
    assert_eq!(all(&[chunk, rest], 64), ["1@10 !not-a-record", "1@10 !cut"]);
}

#[test]
fn the_form_does_not_depend_on_how_much_came_at_once() {
    // A quotation mark that closes a name only in a later line; a first member over the limit.
    for text in ["{\"a\n\"s\":[1],\"value\":[{\"b\":1}]}", "{\"aaaaaaaaaaaaaaaa\":1}{\"b\":2}\n"] {
        let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(all(&bytes, 12), all(&[text.as_bytes()], 12), "{text}");
    }
}

proptest! {
    /// How a stream is cut into chunks changes nothing, and memory stays within the limit.
    #[test]
    fn chunks_do_not_matter(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "{\"a\":1}", "{", "}", "[", "]", "\"", "\\", "\n", "\r\n", ",", ":", "\"value\":[",
            "\"a\"", "x", " ", "1", "null", "{\"value\":[{\"a\":2}]}", "\u{feff}", "é",
        ]), 0..24),
        cuts in prop::collection::vec(1usize..9, 1..40),
    ) {
        let text: String = pieces.concat();
        let mut chunks: Vec<&[u8]> = Vec::new();
        let mut rest = text.as_bytes();
        for cut in cuts {
            let (chunk, after) = rest.split_at(cut.min(rest.len()));
            chunks.push(chunk);
            rest = after;
        }
        chunks.push(rest);
        prop_assert_eq!(all(&chunks, 64), all(&[text.as_bytes()], 64));
    }
}
