//! How long the store works, in processor time: other tests run at the same time.

use std::io::Read as _;
use std::time::Duration;

use super::*;

/// Processor time of this thread so far, as the system counts it.
pub(super) fn cpu() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

#[test]
fn ten_megabytes_are_written_judged_sealed_and_read_in_little_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = settings(folder.path());
    let bytes = large(10 << 20);
    let Some(begun) = cpu() else { return skipped("no processor times here") };

    let announced = offer("a.png", None);
    let (keys, limits) = (&settings.key, &settings.limits);
    std::fs::create_dir_all(&settings.staging).expect("a folder");
    let mut staged = staging::begin(&settings.staging, keys, &announced, limits).expect("begun");
    for (number, piece) in bytes.chunks(1 << 20).enumerate() {
        staged.append((number << 20) as u64, piece, limits).expect("added");
    }
    let spill = staging::SpillFolder(&settings.staging);
    let (_, digest) = staged.judge(limits, &spill).expect("judged");
    let mut at_rest = Vec::new();
    let mut reader = staged.reader().expect("readable");
    let mut sealing = seal::Sealing::new(&mut at_rest, keys, "place").expect("sealed");
    let mut clear = Vec::new();
    reader.read_to_end(&mut clear).expect("read");
    sealing.take(&clear).expect("sealed");
    sealing.finish().expect("sealed");
    let mut opening = seal::Opening::new(keys.clone(), "place".to_owned());
    let mut read = Vec::new();
    for piece in at_rest.chunks(1 << 17) {
        read.extend(opening.take(piece).expect("opened"));
    }
    read.extend(opening.finish().expect("opened"));
    assert_eq!(Digest::of(&read), digest);

    let spent = cpu().expect("counted").saturating_sub(begun);
    assert!(spent < Duration::from_secs(1), "{spent:?}");
}
