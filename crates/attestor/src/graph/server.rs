//! What may be written on the command line: servers and ids.

use std::net::IpAddr;

use attestor_core::mfa::key::Key;
use url::{Host, Url};

/// A server's address: `https://` and a host. Without encryption only this machine is asked, because
/// secrets go there.
pub(crate) fn server(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("not an address: {error}"))?;
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => IpAddr::from(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::from(ip).is_loopback(),
        None => return Err("an address names a host".to_owned()),
    };
    match url.scheme() {
        "https" => {}
        "http" if is_here => {}
        _ => return Err("only `https://`, for a secret goes there".to_owned()),
    }
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_open = url.username().is_empty() && url.password().is_none();
    if is_bare && is_open {
        return Ok(url);
    }
    Err("only a host with its port, such as `https://graph.microsoft.com`".to_owned())
}

/// A directory: a GUID, or one of its domains.
pub(crate) fn directory_id(text: &str) -> Result<String, String> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
    let is_domain = text.contains('.') && text.len() < 254 && text.chars().all(is_letter);
    if Key::parse(text).is_some() || is_domain && !text.contains("..") {
        return Ok(text.to_lowercase());
    }
    Err("neither a GUID nor a domain such as `contoso.onmicrosoft.com`".to_owned())
}

/// An application's id: a GUID.
pub(crate) fn client_id(text: &str) -> Result<String, String> {
    Key::parse(text).map(|key| key.to_string()).ok_or_else(|| "not a GUID".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_only_to_encrypted_servers_or_this_machine() {
        for good in ["https://graph.microsoft.us", "http://127.0.0.1:4010", "http://[::1]:80/"] {
            assert!(server(good).is_ok(), "{good}");
        }
        for bad in [
            "graph.microsoft.com",
            "http://graph.microsoft.com",
            "http://localhost.example.org",
            "https://a:b@graph.microsoft.com",
            "https://graph.microsoft.com/v1.0",
            "ftp://localhost",
        ] {
            assert!(server(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn directories_are_ids_or_domains() {
        for good in ["6E6AEF4A-4ca9-40a8-b5bf-b53a1923c540", "contoso.onmicrosoft.com"] {
            assert_eq!(directory_id(good), Ok(good.to_lowercase()));
        }
        for bad in ["", "common", "a/../b.c", "a..b", "contoso.com/x", "é.com"] {
            assert!(directory_id(bad).is_err(), "{bad}");
        }
    }
}
