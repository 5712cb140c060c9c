//! Uploads that somebody made to do harm: every one is refused for its own reason, and nothing of
//! any of them is left.

mod archives;
mod bombs;
mod contents;
mod names;
mod raw;

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read};
use std::time::Duration;

use super::check::{Clear, Spill};
use super::speed::cpu;
use super::*;

/// One upload that must be refused.
struct Hostile {
    /// The name that it comes with.
    name: String,
    bytes: Vec<u8>,
    /// The reason.
    code: &'static str,
}

fn hostile(name: &str, bytes: impl Into<Vec<u8>>, code: &'static str) -> Hostile {
    Hostile { name: name.to_owned(), bytes: bytes.into(), code }
}

fn all() -> Vec<Hostile> {
    [names::all(), contents::all(), archives::all(), bombs::all()].into_iter().flatten().collect()
}

#[tokio::test]
async fn hostile_uploads_are_refused_and_leave_nothing() {
    let desk = Desk::new();
    let all = all();
    let distinct: BTreeSet<_> = all.iter().map(|it| (it.name.clone(), it.bytes.clone())).collect();
    assert_eq!(distinct.len(), all.len(), "every upload is another one");
    assert!(all.len() >= 200, "{}", all.len());
    let mut wrong = Vec::new();
    for Hostile { name, bytes, code } in &all {
        match desk.take(name, bytes).await {
            Ok(_) => wrong.push(format!("{name:?} ({code}) was taken")),
            Err(refusal) if refusal.code() != *code => {
                wrong.push(format!("{name:?}: {} and not {code}: {refusal}", refusal.code()));
            }
            Err(_) => {}
        }
        if !desk.files().is_empty() {
            wrong.push(format!("{name:?} left {:?}", desk.files()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

/// Keeps archives in archives in memory.
struct Memory;

impl Spill for Memory {
    fn spill(&self, from: &mut dyn Read) -> io::Result<Box<dyn Clear>> {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes)?;
        Ok(Box::new(Cursor::new(bytes)))
    }
}

#[test]
fn bombs_are_refused_before_they_cost_anything() {
    for Hostile { name, bytes, code } in bombs::all() {
        let Some(begun) = cpu() else { return skipped("no processor times here") };
        let mut clear = Cursor::new(bytes);
        let refusal = check::file(&name, &mut clear, Caps::default(), &Memory).expect_err("a bomb");
        let spent = cpu().expect("counted").saturating_sub(begun);
        assert_eq!(refusal.code(), code, "{name}");
        assert!(spent < Duration::from_millis(200), "{name}: {spent:?}");
    }
}

#[test]
fn each_cap_passes_its_last_value_and_refuses_the_next() {
    let inner = samples::stored(&[("a.txt", &[b'a'; 5000]), ("b.txt", &noise_text(5000))]);
    let outer = samples::stored(&[("inner.zip", &inner), ("c.txt", b"c")]);
    let unpacked = inner.len() as u64 + 10_001;
    let fits = Caps { entries: 4, depth: 2, unpacked_bytes: unpacked, ratio: 100 };
    let judge = |caps: Caps| check::file("a.zip", &mut Cursor::new(&outer), caps, &Memory);
    assert_eq!(judge(fits), Ok(Kind::Zip));
    for (caps, code) in [
        (Caps { entries: 3, ..fits }, "archive_entries"),
        (Caps { depth: 1, ..fits }, "archive_depth"),
        (Caps { unpacked_bytes: unpacked - 1, ..fits }, "archive_size"),
    ] {
        assert_eq!(judge(caps).expect_err("beyond").code(), code);
    }
}

fn noise_text(size: usize) -> Vec<u8> {
    noise(size, 3).into_iter().map(|byte| b'a' + byte % 26).collect()
}
