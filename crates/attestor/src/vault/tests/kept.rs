//! Files at rest: whatever is changed shows, and whatever is half-done is invisible.

use super::*;

/// A kept file of three chunks, where it lies, and its bytes at rest.
async fn kept(desk: &Desk) -> (Digest, PathBuf, Vec<u8>) {
    let sealed = desk.take("a.txt", &b"0123456789".repeat(15_000)).await.expect("taken");
    let [path] = desk.files().try_into().expect("one file");
    let path = desk.folder.path().join(path);
    let bytes = std::fs::read(&path).expect("readable");
    (sealed.digest, path, bytes)
}

#[tokio::test]
async fn every_change_of_a_file_at_rest_shows() {
    let desk = Desk::new();
    let (digest, path, whole) = kept(&desk).await;
    let (head, chunk) = (seal::HEAD_BYTES, seal::CHUNK_BYTES + cipher::TAG_BYTES);
    let swapped = {
        let (first, second) = (&whole[head..head + chunk], &whole[head + chunk..head + 2 * chunk]);
        [&whole[..head], second, first, &whole[head + 2 * chunk..]].concat()
    };
    let mut changed = vec![
        ("empty", Vec::new()),
        ("only a head", whole[..head].to_vec()),
        ("half a head", whole[..30].to_vec()),
        ("without its last chunk", whole[..head + 2 * chunk].to_vec()),
        ("without its last byte", whole[..whole.len() - 1].to_vec()),
        ("without its first chunk", [&whole[..head], &whole[head + chunk..]].concat()),
        ("with chunks in another order", swapped),
        ("with something behind it", [whole.as_slice(), b"x"].concat()),
        ("with its last chunk twice", [&whole, &whole[head + 2 * chunk..]].concat()),
    ];
    for at in [0, 4, 5, 7, 15, 40, head, head + chunk - 1, head + chunk, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        changed.push(("with another bit", bytes));
    }
    for (how, bytes) in changed {
        std::fs::write(&path, bytes).expect("written");
        let check = desk.vault.check(CONTOSO, digest).await;
        let seen = matches!(check, Err(ReadFailure::Damaged(_) | ReadFailure::KeyMissing(_)));
        assert!(seen, "{how}: {check:?}");
        assert!(desk.vault.read_whole(CONTOSO, digest).await.is_err(), "{how}");
    }
    std::fs::write(&path, whole).expect("written");
    assert_eq!(desk.vault.check(CONTOSO, digest).await, Ok(150_000));
}

#[tokio::test]
async fn a_file_moved_to_another_organization_or_name_does_not_open() {
    let desk = Desk::new();
    let (digest, path, whole) = kept(&desk).await;
    let other = desk.folder.path().join(format!("evidence/{}", "fabrikam"));
    let inner = path.strip_prefix(desk.folder.path().join("evidence/contoso")).expect("below");
    std::fs::create_dir_all(other.join(inner).parent().expect("a folder")).expect("made");
    std::fs::write(other.join(inner), &whole).expect("written");
    let moved = desk.vault.check("fabrikam", digest).await;
    assert_eq!(moved, Err(ReadFailure::Damaged("its key does not open")));
    let second = desk.take("b.txt", b"other").await.expect("taken").digest;
    let target = path_of(CONTOSO, second).expect("a path");
    std::fs::write(desk.folder.path().join("evidence").join(target), &whole).expect("written");
    assert!(desk.vault.check(CONTOSO, second).await.is_err());
}

#[tokio::test]
async fn a_damaged_file_is_replaced_when_its_bytes_come_again() {
    let desk = Desk::new();
    let (digest, path, whole) = kept(&desk).await;
    std::fs::write(&path, &whole[..1000]).expect("written");
    desk.take("a.txt", &b"0123456789".repeat(15_000)).await.expect("taken");
    assert_eq!(desk.vault.check(CONTOSO, digest).await, Ok(150_000));
}

#[tokio::test]
async fn what_a_crash_left_is_no_file_and_what_nobody_wrote_is_told() {
    let desk = Desk::new();
    let (digest, path, whole) = kept(&desk).await;
    std::fs::write(desk.folder.path().join("evidence/.temp/.tmp1"), &whole).expect("written");
    std::fs::write(path.with_extension("bak"), b"x").expect("written");
    let listing = desk.vault.list().await.expect("a list");
    assert_eq!(listing.files, [(CONTOSO.to_owned(), digest)]);
    let stray = path_of(CONTOSO, digest).expect("a path") + ".bak";
    assert_eq!(listing.strays, [stray]);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_keeps_the_upload() {
    let desk = Desk::new();
    let id = desk.vault.begin(offer("a.txt", None)).await.expect("begun").id;
    desk.vault.append(&id, 0, b"words".to_vec()).await.expect("added");
    let blocked = desk.folder.path().join("evidence/contoso");
    std::fs::write(&blocked, b"a file where a folder should be").expect("written");
    let refusal = desk.vault.finish(&id).await.expect_err("no place");
    assert_eq!(refusal.code(), "storage_unavailable");
    assert_eq!(desk.vault.state(&id).await.expect("kept").offset, 5);
    std::fs::remove_file(&blocked).expect("removed");
    let digest = desk.vault.finish(&id).await.expect("taken").digest;
    assert_eq!(desk.vault.read_whole(CONTOSO, digest).await, Ok(b"words".to_vec()));
}

#[cfg(unix)]
#[tokio::test]
async fn folders_and_the_key_are_for_the_program_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let root = desk.folder.path();
    Keys::load(None, None, root).expect("a key");
    desk.take("a.txt", b"words").await.expect("taken");
    let mode = |path: &str| {
        let metadata = std::fs::metadata(root.join(path)).expect("there");
        metadata.permissions().mode() & 0o777
    };
    for folder in ["evidence", "evidence/contoso", "uploads"] {
        assert_eq!(mode(folder), 0o700, "{folder}");
    }
    assert_eq!(mode("evidence.key"), 0o600);
}
