//! AES-256-GCM as this room uses it: keys of 32 bytes, nonces of 12, tags of 16 behind the bytes.

use std::io;

use aes_gcm::aead::{AeadInOut as _, KeyInit as _};
use aes_gcm::{Aes256Gcm, Nonce};

/// The length of a tag.
pub(super) const TAG_BYTES: usize = 16;

/// A key, ready for use.
#[derive(Clone)]
pub(super) struct Cipher(Aes256Gcm);

impl Cipher {
    /// Prepares a key.
    pub(super) fn new(key: &[u8; 32]) -> Self {
        Self(Aes256Gcm::new(key.into()))
    }

    /// Encrypts bytes in place and puts the tag behind them. A nonce serves once for a key.
    pub(super) fn seal(
        &self,
        nonce: [u8; 12],
        beside: &[u8],
        bytes: &mut Vec<u8>,
    ) -> io::Result<()> {
        let nonce = Nonce::from(nonce);
        let sealed = self.0.encrypt_in_place(&nonce, beside, bytes);
        sealed.map_err(|_| io::Error::other("cannot encrypt"))
    }

    /// Decrypts bytes in place and takes the tag away; `None` if they are not what was sealed.
    pub(super) fn open(&self, nonce: [u8; 12], beside: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
        self.0.decrypt_in_place(&Nonce::from(nonce), beside, bytes).ok()
    }
}

/// Bytes that nobody can guess.
pub(super) fn random<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes)
}
