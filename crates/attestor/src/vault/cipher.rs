//! AES-256-GCM as this room uses it: keys of 32 bytes, nonces of 12, tags of 16 behind the bytes.

use std::io;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};

/// The length of a tag.
pub(super) const TAG_BYTES: usize = 16;

/// A key, ready for use.
#[derive(Clone)]
pub(super) struct Cipher(LessSafeKey);

impl Cipher {
    /// Prepares a key.
    pub(super) fn new(key: &[u8; 32]) -> io::Result<Self> {
        let key = UnboundKey::new(&AES_256_GCM, key);
        Ok(Self(LessSafeKey::new(key.map_err(|_| io::Error::other("cannot prepare a key"))?)))
    }

    /// Encrypts bytes in place and puts the tag behind them. A nonce serves once for a key.
    pub(super) fn seal(
        &self,
        nonce: [u8; 12],
        beside: &[u8],
        bytes: &mut Vec<u8>,
    ) -> io::Result<()> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        let sealed = self.0.seal_in_place_append_tag(nonce, Aad::from(beside), bytes);
        sealed.map_err(|_| io::Error::other("cannot encrypt"))
    }

    /// Decrypts bytes in place and takes the tag away; `None` if they are not what was sealed.
    pub(super) fn open(&self, nonce: [u8; 12], beside: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        let clear = self.0.open_in_place(nonce, Aad::from(beside), bytes).ok()?.len();
        bytes.truncate(clear);
        Some(())
    }
}

/// Bytes that nobody can guess.
pub(super) fn random<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes)
}
