//! Uploads in pieces: cut, resumed, raced, ended.

use super::*;

#[tokio::test]
async fn an_upload_goes_on_where_it_was_cut_also_after_a_restart() {
    let desk = Desk::new();
    let bytes = large(300_000);
    let announced =
        Offer { sha256: Some(Digest::of(&bytes)), ..offer("a.png", Some(bytes.len() as u64)) };
    let upload = desk.vault.begin(announced).await.expect("begun");
    assert_eq!(desk.vault.append(&upload.id, 0, bytes[..100_000].to_vec()).await, Ok(100_000));
    let broken = [Ok(bytes[100_000..150_000].to_vec()), Err("cut")];
    let cut = desk.vault.append_stream(&upload.id, 100_000, stream::iter(broken)).await;
    assert_eq!(cut, Err(UploadRefusal::BrokenOff("cut".to_owned())));

    let vault = desk.again();
    let state = vault.state(&upload.id).await.expect("known");
    assert_eq!(state, Upload { offset: 150_000, ..upload.clone() });
    let early = vault.finish(&upload.id).await;
    assert_eq!(early, Err(UploadRefusal::Incomplete { offset: 150_000, size: 300_000 }));
    let rest = stream::iter([Ok::<_, Infallible>(&bytes[150_000..])]);
    assert_eq!(vault.append_stream(&upload.id, 150_000, rest).await, Ok(300_000));
    let sealed = vault.finish(&upload.id).await.expect("taken");
    assert_eq!(vault.read_whole(CONTOSO, sealed.digest).await, Ok(bytes));
    assert_eq!(vault.state(&upload.id).await, Err(UploadRefusal::NotFound));
    assert_eq!(vault.finish(&upload.id).await, Err(UploadRefusal::NotFound));
}

#[tokio::test]
async fn a_piece_at_the_wrong_place_is_told_the_right_one() {
    let desk = Desk::new();
    let id = desk.vault.begin(offer("a.txt", Some(10))).await.expect("begun").id;
    assert_eq!(desk.vault.append(&id, 0, b"hello".to_vec()).await, Ok(5));
    for wrong in [0, 4, 6] {
        let refused = desk.vault.append(&id, wrong, b"x".to_vec()).await;
        assert_eq!(refused, Err(UploadRefusal::WrongOffset(5)));
    }
    assert_eq!(desk.vault.append(&id, 5, b"world".to_vec()).await, Ok(10));
    desk.vault.finish(&id).await.expect("taken");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_writers_at_once_one_wins_each_piece() {
    let desk = Desk::new();
    let id = desk.vault.begin(offer("a.txt", Some(40_000))).await.expect("begun").id;
    for at in (0..40_000).step_by(1000) {
        let write = |letter: u8| desk.vault.append(&id, at, vec![letter; 1000]);
        let (first, second) = tokio::join!(write(b'a'), write(b'b'));
        let outcomes = [first, second];
        assert!(outcomes.contains(&Ok(at + 1000)), "{outcomes:?}");
        assert!(outcomes.contains(&Err(UploadRefusal::WrongOffset(at + 1000))), "{outcomes:?}");
    }
    let digest = desk.vault.finish(&id).await.expect("taken").digest;
    let kept = desk.vault.read_whole(CONTOSO, digest).await.expect("whole");
    assert!(kept.chunks(1000).all(|piece| piece.iter().all(|letter| *letter == piece[0])));
}

#[tokio::test]
async fn what_a_crash_cut_at_the_end_is_dropped_and_the_rest_stays() {
    let desk = Desk::new();
    let text = b"0123456789".repeat(20_000);
    let id = desk.vault.begin(offer("a.txt", Some(200_000))).await.expect("begun").id;
    desk.vault.append(&id, 0, text[..150_000].to_vec()).await.expect("added");
    let part = desk.folder.path().join(format!("uploads/{id}.part"));
    let whole = std::fs::read(&part).expect("readable");
    for (left, offset) in [
        (whole.len(), 150_000),
        (whole.len() - 1, 131_072),
        (whole.len() - 10_000, 131_072),
        (65_000, 0),
        (3, 0),
    ] {
        std::fs::write(&part, &whole[..left]).expect("written");
        assert_eq!(desk.again().state(&id).await.expect("known").offset, offset, "{left}");
    }
    // Blocks that were promised and never written are zero.
    let mut zeros = whole.clone();
    zeros.truncate(140_000);
    zeros.resize(whole.len(), 0);
    std::fs::write(&part, &zeros).expect("written");
    let vault = desk.again();
    assert_eq!(vault.state(&id).await.expect("known").offset, 131_072);
    vault.append(&id, 131_072, text[131_072..].to_vec()).await.expect("added");
    let digest = vault.finish(&id).await.expect("taken").digest;
    assert_eq!(vault.read_whole(CONTOSO, digest).await, Ok(text));
}

#[tokio::test]
async fn a_changed_piece_is_never_taken() {
    let desk = Desk::new();
    let id = desk.vault.begin(offer("a.txt", Some(150_000))).await.expect("begun").id;
    desk.vault.append(&id, 0, vec![b'x'; 150_000]).await.expect("added");
    let part = desk.folder.path().join(format!("uploads/{id}.part"));
    let mut bytes = std::fs::read(&part).expect("readable");
    bytes[100_000] ^= 1;
    std::fs::write(&part, &bytes).expect("written");
    let refusal = desk.vault.finish(&id).await.expect_err("damaged");
    assert_eq!(refusal.code(), "storage_unavailable");
    assert_eq!(desk.again().state(&id).await.expect("known").offset, 65_536);
}

#[tokio::test]
async fn announcements_are_refused_before_a_byte_is_sent() {
    let desk = Desk::with(|settings| settings.limits.size_bytes = 1000);
    for (offer, code) in [
        (offer("a/b.txt", None), "upload_name"),
        (offer("a.exe", Some(10)), "upload_kind_not_allowed"),
        (offer("a.svg", Some(10)), "upload_kind_not_allowed"),
        (offer("a.txt", Some(0)), "upload_empty"),
        (offer("a.txt", Some(1001)), "upload_too_large"),
    ] {
        let refusal = desk.vault.begin(offer).await.expect_err("refused");
        assert_eq!(refusal.code(), code);
    }
    assert_eq!(desk.files(), Vec::<String>::new());
    assert_eq!(desk.vault.limits().size_bytes, 1000);
    assert!(desk.vault.begin(offer("a.txt", Some(1000))).await.is_ok());
}

#[tokio::test]
async fn pieces_beyond_a_bound_end_the_upload() {
    let desk = Desk::with(|settings| settings.limits.size_bytes = 1000);
    for (size, piece, code) in [
        (None, vec![b'x'; 1001], "upload_too_large"),
        (Some(10), vec![b'x'; 11], "upload_surplus"),
        (Some(10), b"\x7fELF\x02\x01\x01\0\0\0".to_vec(), "upload_executable"),
    ] {
        let id = desk.vault.begin(offer("a.txt", size)).await.expect("begun").id;
        let refusal = desk.vault.append(&id, 0, piece).await.expect_err("refused");
        assert_eq!(refusal.code(), code);
        assert_eq!(desk.vault.state(&id).await, Err(UploadRefusal::NotFound));
        assert_eq!(desk.files(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn bytes_that_are_not_the_announced_ones_are_refused() {
    let desk = Desk::new();
    let announced = Offer { sha256: Some(Digest::of(b"other")), ..offer("a.txt", Some(5)) };
    let id = desk.vault.begin(announced).await.expect("begun").id;
    desk.vault.append(&id, 0, b"bytes".to_vec()).await.expect("added");
    let refusal = desk.vault.finish(&id).await.expect_err("refused");
    let (announced, arrived) = (Digest::of(b"other"), Digest::of(b"bytes"));
    assert_eq!(refusal, UploadRefusal::DigestMismatch { announced, arrived });
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[tokio::test]
async fn a_canceled_upload_and_a_broken_form_leave_nothing() {
    let desk = Desk::new();
    let id = desk.vault.begin(offer("a.txt", None)).await.expect("begun").id;
    desk.vault.append(&id, 0, b"bytes".to_vec()).await.expect("added");
    desk.vault.cancel(&id).await.expect("canceled");
    assert_eq!(desk.vault.cancel(&id).await, Err(UploadRefusal::NotFound));
    let broken = stream::iter([Ok(b"bytes".to_vec()), Err("cut")]);
    let refusal = desk.vault.take_whole(offer("a.txt", None), broken).await;
    assert_eq!(refusal, Err(UploadRefusal::BrokenOff("cut".to_owned())));
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[tokio::test]
async fn sweeping_ends_old_uploads_and_what_crashes_left_and_nothing_else() {
    let desk = Desk::new();
    let at = |seconds| Offer { at: Instant::from_seconds(seconds), ..offer("a.txt", Some(9)) };
    let old = desk.vault.begin(at(1000)).await.expect("begun").id;
    let young = desk.vault.begin(at(2000)).await.expect("begun").id;
    for stray in ["uploads/00112233445566778899aabbccddeeff.part", "evidence/.temp/.tmpAbc"] {
        std::fs::write(desk.folder.path().join(stray), b"x").expect("written");
    }
    assert_eq!(desk.vault.sweep(Instant::from_seconds(2000)).await, Ok(vec![old.clone()]));
    assert_eq!(desk.files().len(), 4, "files of this hour are nobody's yet: {:?}", desk.files());
    assert_eq!(desk.vault.state(&old).await, Err(UploadRefusal::NotFound));
    assert!(desk.vault.state(&young).await.is_ok());
    let late = Instant::from_seconds(u64::MAX);
    assert_eq!(desk.again().sweep(late).await, Ok(vec![young]));
    assert_eq!(desk.files(), Vec::<String>::new());
}

#[tokio::test]
async fn a_file_in_countless_pieces_is_refused() {
    let desk = Desk::with(|settings| settings.limits.size_bytes = 20_000);
    let id = desk.vault.begin(offer("a.txt", None)).await.expect("begun").id;
    let mut refused = None;
    for at in 0..10_100 {
        if let Err(refusal) = desk.vault.append(&id, at, b"x".to_vec()).await {
            refused = Some(refusal);
            break;
        }
    }
    assert_eq!(refused, Some(UploadRefusal::TooManyPieces));
    assert_eq!(desk.files(), Vec::<String>::new());
}
