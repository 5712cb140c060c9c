//! Small secrets that lie in the database, such as those of authenticator apps: sealed as files are.
//!
//! The form: `ATSS`, version 1, the secret's own key under a master key, the encrypted secret with its
//! tag. Both the key and the secret are bound to whose secret it is, so that one that is moved to
//! another account does not open.

use super::cipher::{Cipher, random};
use super::keys::{Keys, WRAPPED_BYTES};
use super::seal::ReadFailure;
use crate::stop::Stop;

const MARK: [u8; 5] = *b"ATSS\x01";

/// Each key serves once.
const NONCE: [u8; 12] = [0; 12];

impl Keys {
    /// Seals a secret of an owner.
    pub(crate) fn seal_secret(&self, owner: &str, clear: &[u8]) -> Result<Vec<u8>, Stop> {
        let sealed = || {
            let (key, context) = (random::<32>()?, context(owner));
            let mut bytes = clear.to_vec();
            Cipher::new(&key)?.seal(NONCE, &context, &mut bytes)?;
            Ok([MARK.as_slice(), &self.wrap(&key, &context)?, &bytes].concat())
        };
        sealed().map_err(|error: std::io::Error| {
            Stop::Failure(format!("a secret cannot be sealed: {error}"))
        })
    }

    /// Opens a sealed secret of an owner.
    pub(crate) fn open_secret(&self, owner: &str, sealed: &[u8]) -> Result<Vec<u8>, ReadFailure> {
        let (wrapped, body) = parts(sealed)?;
        let context = context(owner);
        let (key, mut bytes) = (self.unwrap(wrapped, &context)?, body.to_vec());
        let opened = Cipher::new(&key)?.open(NONCE, &context, &mut bytes);
        opened.map(|()| bytes).ok_or(ReadFailure::Damaged("it was changed"))
    }

    /// A sealed secret under the current master key; `None` if it is that already.
    pub(crate) fn reseal_secret(
        &self,
        owner: &str,
        sealed: &[u8],
    ) -> Result<Option<Vec<u8>>, ReadFailure> {
        let (wrapped, body) = parts(sealed)?;
        if self.is_current(wrapped) {
            return Ok(None);
        }
        let context = context(owner);
        let again = self.wrap(&self.unwrap(wrapped, &context)?, &context)?;
        Ok(Some([MARK.as_slice(), &again, body].concat()))
    }
}

/// Whether bytes have the form of a sealed secret; a plain one is much shorter.
pub(crate) fn is_sealed(bytes: &[u8]) -> bool {
    parts(bytes).is_ok()
}

fn parts(sealed: &[u8]) -> Result<(&[u8; WRAPPED_BYTES], &[u8]), ReadFailure> {
    let rest = sealed.strip_prefix(&MARK).ok_or(ReadFailure::Damaged("it has another form"))?;
    rest.split_first_chunk().ok_or(ReadFailure::Damaged("it is too short"))
}

fn context(owner: &str) -> Vec<u8> {
    [b"attestor secret 1 ".as_slice(), owner.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "1111111111111111111111111111111111111111111111111111111111111111";
    const NEW: &str = "2222222222222222222222222222222222222222222222222222222222222222";

    fn keys(text: &str) -> Keys {
        Keys::parse(text).expect("keys")
    }

    #[test]
    fn a_secret_opens_for_its_owner_under_its_key_only() {
        let sealed = keys(OLD).seal_secret("kim", b"12345678901234567890").expect("sealed");
        assert!(is_sealed(&sealed) && !is_sealed(b"12345678901234567890"));
        assert!(!sealed.windows(5).any(|part| part == b"12345"));
        assert_eq!(keys(OLD).open_secret("kim", &sealed), Ok(b"12345678901234567890".to_vec()));
        assert!(keys(OLD).open_secret("pat", &sealed).is_err());
        assert!(matches!(keys(NEW).open_secret("kim", &sealed), Err(ReadFailure::KeyMissing(_))));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys(OLD).open_secret("kim", &changed).is_err(), "byte {at}");
        }
        assert_ne!(keys(OLD).seal_secret("kim", b"12345678901234567890").expect("sealed"), sealed);
    }

    #[test]
    fn a_secret_goes_under_the_new_key_and_needs_the_old_one_no_more() {
        let sealed = keys(OLD).seal_secret("kim", b"secret").expect("sealed");
        let both = keys(&format!("{NEW}\n{OLD}"));
        let again = both.reseal_secret("kim", &sealed).expect("opened").expect("changed");
        assert_eq!(keys(NEW).open_secret("kim", &again), Ok(b"secret".to_vec()));
        assert_eq!(both.reseal_secret("kim", &again), Ok(None));
        assert!(keys(NEW).reseal_secret("kim", &sealed).is_err());
    }
}
