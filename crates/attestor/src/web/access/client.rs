//! The address of the client behind a request.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

/// Who is at the other end of the connection; the server puts it on every request.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct Peer(pub(in crate::web) SocketAddr);

/// The address of the client, as far as it can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct Client(pub(in crate::web) IpAddr);

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0.ip());
        Ok(Self(client(peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)), &parts.headers)))
    }
}

/// Behind a proxy of the same machine it is the last address that the proxy tells; nobody else is
/// believed.
fn client(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if !peer.to_canonical().is_loopback() {
        return peer;
    }
    let told = headers.get_all("x-forwarded-for").iter().next_back();
    let last = told.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    last.unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_of_the_same_machine_is_believed() {
        let headers: HeaderMap = [("x-forwarded-for", "198.51.100.7, 203.0.113.9")]
            .into_iter()
            .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)))
            .collect();
        let of = |peer: &str| client(peer.parse().expect("an address"), &headers).to_string();
        assert_eq!(of("127.0.0.1"), "203.0.113.9");
        assert_eq!(of("::ffff:127.0.0.1"), "203.0.113.9");
        assert_eq!(of("192.0.2.1"), "192.0.2.1");
        let none = client("127.0.0.1".parse().expect("an address"), &HeaderMap::new());
        assert_eq!(none.to_string(), "127.0.0.1");
    }
}
