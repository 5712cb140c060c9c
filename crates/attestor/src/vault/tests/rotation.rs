//! Master keys: where they come from, and how one follows another.

use super::*;

const OLD: &str = "1111111111111111111111111111111111111111111111111111111111111111";
const NEW: &str = "2222222222222222222222222222222222222222222222222222222222222222";

fn opened(desk: &Desk, keys: &str) -> Vault {
    let key = Keys::parse(keys).expect("keys");
    Vault::open(VaultSettings { key, ..settings(desk.folder.path()) }).expect("a store")
}

/// The name of a key, as it is documented.
fn id_of(hex: &str) -> String {
    let bytes = HEXLOWER.decode(hex.as_bytes()).expect("digits");
    Digest::of(&bytes).to_string().chars().take(8).collect()
}

#[tokio::test]
async fn after_rewrapping_the_old_key_is_needed_no_more_and_contents_are_untouched() {
    let desk = Desk::new();
    let texts: Vec<String> = (0..5).map(|number| number.to_string().repeat(100_000)).collect();
    let mut digests = Vec::new();
    for text in &texts {
        digests.push(desk.take("a.txt", text.as_bytes()).await.expect("taken").digest);
    }
    let upload = desk.vault.begin(offer("b.txt", Some(5))).await.expect("begun").id;
    desk.vault.append(&upload, 0, b"wor".to_vec()).await.expect("added");
    let body = |digest| {
        let path = path_of(CONTOSO, digest).expect("a path");
        let bytes = std::fs::read(desk.folder.path().join("evidence").join(path)).expect("there");
        bytes[seal::HEAD_BYTES..].to_vec()
    };
    let before: Vec<_> = digests.iter().map(|&digest| body(digest)).collect();

    let both = opened(&desk, &format!("{NEW}\n{OLD}\n"));
    assert_eq!(both.read_whole(CONTOSO, digests[0]).await, Ok(texts[0].clone().into_bytes()));
    let done = both.rewrap().await.expect("done");
    let expected = Rewrapped { changed: 5, unchanged: 0, uploads: 1, failed: Vec::new() };
    assert_eq!(done, expected);
    let again = both.rewrap().await.expect("done");
    assert_eq!((again.changed, again.unchanged, again.uploads), (0, 5, 0));

    let alone = opened(&desk, NEW);
    for (digest, text) in digests.iter().zip(&texts) {
        assert_eq!(alone.read_whole(CONTOSO, *digest).await, Ok(text.clone().into_bytes()));
    }
    alone.append(&upload, 3, b"ds".to_vec()).await.expect("goes on");
    alone.finish(&upload).await.expect("taken");
    assert_eq!(digests.iter().map(|&digest| body(digest)).collect::<Vec<_>>(), before);
}

#[tokio::test]
async fn a_missing_key_is_named_and_the_files_stay() {
    let desk = Desk::new();
    let digest = desk.take("a.txt", b"words").await.expect("taken").digest;
    let other = opened(&desk, NEW);
    let failure = other.read_whole(CONTOSO, digest).await.expect_err("no key");
    let words = format!("the file needs the key {}, which is not given", id_of(OLD));
    assert_eq!(failure.to_string(), words);
    let done = other.rewrap().await.expect("done");
    assert_eq!(done.failed, [(CONTOSO.to_owned(), digest, failure)]);
    assert_eq!(desk.vault.read_whole(CONTOSO, digest).await, Ok(b"words".to_vec()));
}

#[test]
fn keys_are_read_in_both_spellings_and_refused_in_every_other() {
    let hex = Keys::parse(&format!("# new\n{NEW}\n  {OLD}  \n")).expect("keys");
    let base64 = Keys::parse("IiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiI=").expect("a key");
    assert_eq!(hex.current(), base64.current());
    assert_eq!(hex.current().to_string(), id_of(NEW));
    assert_eq!(format!("{hex:?}"), format!("Keys({} and 1 older)", id_of(NEW)));
    for wrong in [
        "",
        "# nothing",
        "1234",
        OLD.strip_prefix('1').expect("a digit"),
        "zz",
        &format!("{OLD}00"),
        "hello world",
    ] {
        assert!(Keys::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_key_file_is_made_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("data/evidence.key");
    let (made, origin) = Keys::load(None, None, &folder.path().join("data")).expect("a key");
    assert_eq!(origin, KeyOrigin::Made(file.clone()));
    let (again, origin) = Keys::load(None, None, &folder.path().join("data")).expect("a key");
    assert_eq!(origin, KeyOrigin::File(file.clone()));
    assert_eq!(made.current(), again.current());
    let (named, _) = Keys::load(None, Some(&file), folder.path()).expect("a key");
    assert_eq!(named.current(), made.current());
    let (given, origin) = Keys::load(Some(OLD), None, folder.path()).expect("a key");
    assert_eq!((given.current().to_string(), origin), (id_of(OLD), KeyOrigin::Given));
    assert!(matches!(Keys::load(Some(OLD), Some(&file), folder.path()), Err(Stop::Usage(_))));
    let missing = folder.path().join("missing");
    assert!(matches!(Keys::load(None, Some(&missing), folder.path()), Err(Stop::Failure(_))));
    std::fs::write(&file, "short").expect("written");
    assert!(matches!(Keys::load(None, Some(&file), folder.path()), Err(Stop::Usage(_))));
}

#[test]
fn addresses_of_other_stores_are_read_or_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let open = |url: &str| {
        Vault::open(VaultSettings { url: Some(url.to_owned()), ..settings(folder.path()) })
    };
    let other = folder.path().join("elsewhere");
    assert!(open(&format!("file://{}", other.display())).is_ok());
    assert!(other.is_dir());
    for wrong in
        ["elsewhere", "ftp://example.org/a", "memory:///a", "http://example.org/", "file://host/a"]
    {
        assert!(matches!(open(wrong), Err(Stop::Usage(_))), "{wrong}");
    }
    let scanner = |address: &str| {
        let scanner = Some(address.to_owned());
        Vault::open(VaultSettings { scanner, ..settings(folder.path()) })
    };
    for wrong in ["", "localhost", "localhost:", ":3310", "localhost:x", "unix:relative"] {
        assert!(matches!(scanner(wrong), Err(Stop::Usage(_))), "{wrong}");
    }
    assert!(scanner("localhost:3310").is_ok());
}
