//! Random texts: ids, which are no secrets, and secrets, of which only digests are kept.

use attestor_core::digest::Digest;
use data_encoding::BASE64URL_NOPAD;

use crate::stop::Stop;

/// How an access token begins, so that it is recognized where it should not be.
pub(crate) const TOKEN_PREFIX: &str = "att_";

/// Random bytes of the machine.
pub(crate) fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], Stop> {
    let mut bytes = [0_u8; LENGTH];
    getrandom::fill(&mut bytes)
        .map_err(|error| Stop::Failure(format!("the machine gives no random bytes: {error}")))?;
    Ok(bytes)
}

/// A new id: 128 random bits in 32 letters.
pub(crate) fn id() -> Result<String, Stop> {
    Ok(format!("{:032x}", u128::from_be_bytes(random::<16>()?)))
}

/// A new secret: 256 random bits in 43 letters that need no care in addresses.
pub(crate) fn secret() -> Result<String, Stop> {
    Ok(BASE64URL_NOPAD.encode(&random::<32>()?))
}

/// A new access token.
pub(crate) fn token() -> Result<String, Stop> {
    Ok(format!("{TOKEN_PREFIX}{}", secret()?))
}

/// What is kept of a secret. It has as many random bits as the digest, so that a plain one is enough.
pub(crate) fn digest(secret: &str) -> String {
    Digest::of(secret.as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_fit_into_addresses_and_differ() {
        let (one, other) = (secret().expect("random"), token().expect("random"));
        assert_eq!((one.len(), other.len()), (43, 47));
        let plain = |text: &str| {
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        assert!(plain(&one) && plain(&other));
        assert_ne!(one, secret().expect("random"));
        assert_ne!(id().expect("random"), id().expect("random"));
    }
}
