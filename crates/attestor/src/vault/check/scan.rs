//! Looking for something in bytes that come in pieces, wherever they are cut.

use memchr::memmem;

use super::super::refusal::UploadRefusal;

/// The record at the end of a ZIP archive, without its comment.
const END_BYTES: usize = 22;

/// The first bytes of that record.
pub(super) const END_SIGNATURE: &[u8] = b"PK\x05\x06";

/// How far before a file's end programs look for that record.
pub(super) const END_REACH: u64 = 65_535 + END_BYTES as u64;

/// Whether text is UTF-8 without NUL.
#[derive(Debug, Default)]
pub(super) struct TextScan {
    cut: Vec<u8>,
}

impl TextScan {
    /// Takes the next piece.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<(), UploadRefusal> {
        if piece.contains(&0) {
            return Err(UploadRefusal::NotText("it holds bytes of value zero"));
        }
        if self.cut.is_empty() {
            return self.check(piece);
        }
        let mut window = std::mem::take(&mut self.cut);
        window.extend_from_slice(piece);
        self.check(&window)
    }

    /// Nothing may be left of a cut character.
    pub(super) fn finish(&self) -> Result<(), UploadRefusal> {
        if self.cut.is_empty() {
            return Ok(());
        }
        Err(UploadRefusal::NotText("its last character is cut off"))
    }

    fn check(&mut self, bytes: &[u8]) -> Result<(), UploadRefusal> {
        let Err(error) = std::str::from_utf8(bytes) else { return Ok(()) };
        if error.error_len().is_some() {
            return Err(UploadRefusal::NotText("it holds bytes that are no characters"));
        }
        self.cut = bytes.get(error.valid_up_to()..).unwrap_or_default().to_vec();
        Ok(())
    }
}

/// Looks for words after `<!`, or anywhere, without regard to case.
#[derive(Debug)]
pub(super) struct WordScan {
    words: &'static [&'static [u8]],
    carry: Vec<u8>,
}

impl WordScan {
    /// The longest word has 15 bytes.
    const CARRY: usize = 15;

    /// Looks for these; each begins with `<!`, or with a letter that is the same in all forms.
    pub(super) fn new(words: &'static [&'static [u8]]) -> Self {
        Self { words, carry: Vec::new() }
    }

    /// Whether a word ends in this piece.
    pub(super) fn meets(&mut self, piece: &[u8]) -> bool {
        let mut window = std::mem::take(&mut self.carry);
        window.extend_from_slice(piece);
        let met = self.words.iter().any(|word| holds(&window, word));
        self.carry = last_of(&window, Self::CARRY).to_vec();
        met
    }
}

fn holds(window: &[u8], word: &[u8]) -> bool {
    let Some(anchor) = word.get(..2) else { return false };
    memmem::find_iter(window, anchor).any(|at| {
        let found = window.get(at..at + word.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(word))
    })
}

/// Looks for the end of a ZIP archive inside something that is none.
#[derive(Debug, Default)]
pub(super) struct EndScan {
    carry: Vec<u8>,
    /// Bytes before the carry.
    before: u64,
    last: Option<u64>,
    plausible: bool,
}

impl EndScan {
    /// Takes the next piece.
    pub(super) fn take(&mut self, piece: &[u8]) {
        let mut window = std::mem::take(&mut self.carry);
        window.extend_from_slice(piece);
        for at in memmem::find_iter(&window, END_SIGNATURE) {
            self.last = Some(self.before.saturating_add(at as u64));
            self.plausible |= window.get(at..at + END_BYTES).is_some_and(is_plausible);
        }
        self.carry = last_of(&window, END_BYTES - 1).to_vec();
        let passed = window.len().saturating_sub(self.carry.len());
        self.before = self.before.saturating_add(passed as u64);
    }

    /// Whether a program that reads archives could find one in here.
    pub(super) fn has_archive(&self, size: u64) -> bool {
        self.plausible || self.last.is_some_and(|at| size.saturating_sub(at) <= END_REACH)
    }
}

/// Whether a record speaks of files on one disk: chance does not write that.
fn is_plausible(record: &[u8]) -> bool {
    let number = |at: usize| record.get(at..at + 2).map(|bytes| (bytes.first(), bytes.get(1)));
    number(4) == Some((Some(&0), Some(&0))) && number(6) == number(4) && number(8) == number(10)
}

fn last_of(bytes: &[u8], count: usize) -> &[u8] {
    bytes.get(bytes.len().saturating_sub(count)..).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_a_text_is_cut() {
        let text = b"<a>\n<!docTYPE html>";
        for cut in 0..text.len() {
            let mut scan = WordScan::new(&[b"<!doctype", b"<!entity"]);
            let (first, second) = text.split_at(cut);
            let first_met = scan.meets(first);
            assert!(first_met | scan.meets(second), "cut at {cut}");
        }
        assert!(!WordScan::new(&[b"<!entity"]).meets(text));
    }

    #[test]
    fn characters_may_be_cut_between_pieces_but_not_at_the_end() {
        let text = "aé漢😀z".as_bytes();
        for cut in 0..=text.len() {
            let (first, second) = text.split_at(cut);
            let mut scan = TextScan::default();
            scan.take(first).expect("text");
            scan.take(second).expect("text");
            scan.finish().expect("whole");
        }
        let mut scan = TextScan::default();
        scan.take(&text[..2]).expect("so far");
        assert!(scan.finish().is_err());
    }

    #[test]
    fn an_archive_end_is_found_wherever_it_is_cut() {
        let mut bytes = vec![b'x'; 100_000];
        bytes[500..522].copy_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x50\0\0\0\0\0\0\0\0\0");
        for cut in 495..530 {
            let (first, second) = bytes.split_at(cut);
            let mut scan = EndScan::default();
            scan.take(first);
            scan.take(second);
            assert!(scan.has_archive(bytes.len() as u64), "cut at {cut}");
        }
        let mut scan = EndScan::default();
        scan.take(b"PK\x05\x06 is how the record begins, \xff\xff");
        assert!(scan.has_archive(40), "near the end everything counts");
        assert!(!scan.has_archive(1_000_000));
    }
}
