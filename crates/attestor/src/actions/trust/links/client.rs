//! One address is tried, without being led to machines that nobody outside may reach.
//!
//! Who writes a portal chooses its addresses: a name that leads to an address inside of this network
//! is not asked, whether it stands in the portal or in a redirect.

use std::error::Error as _;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, StatusCode};
use url::{Host, Url};

use crate::stop::Stop;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most redirects that are followed.
const REDIRECTS: usize = 5;

/// Which machines may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// None: nothing is tried.
    Nothing,
    /// Those with addresses of the Internet.
    Public,
    /// Any, as in a network of one's own and in tests.
    Any,
}

/// What came of trying an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It leads somewhere; the status.
    Works(u16),
    /// It leads nowhere: a status, or one word.
    Broken(String),
    /// Who knows: a status, or one word.
    Unclear(String),
    /// There is no machine of this name.
    NoHost,
    /// The machine was not reached at all; one word.
    Away(String),
}

/// The host has no address that may be asked.
#[derive(Debug)]
struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the host has no public address")
    }
}

impl std::error::Error for NotPublic {}

/// There is no host of this name.
#[derive(Debug)]
struct NoHost;

impl fmt::Display for NoHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no host of this name")
    }
}

impl std::error::Error for NoHost {}

/// Names to addresses, of which only the allowed ones come through; the connection is made to
/// exactly these, so that a name cannot lead elsewhere a moment later.
struct Names(Reach);

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await;
            let found: Vec<SocketAddr> = found.map_err(|_| NoHost)?.collect();
            if found.is_empty() {
                return Err(NoHost.into());
            }
            if found.iter().any(|it| !may_ask(reach, it.ip())) {
                return Err(NotPublic.into());
            }
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

/// Tries addresses.
pub(crate) struct Tries {
    client: Client,
    reach: Reach,
}

impl Tries {
    /// Prepares for trying.
    pub(crate) fn new(reach: Reach) -> Result<Self, Stop> {
        let client = Client::builder()
            .user_agent(concat!("attestor/", env!("CARGO_PKG_VERSION"), " (link check)"))
            .redirect(Policy::none())
            .no_proxy()
            .timeout(PATIENCE)
            .dns_resolver(Arc::new(Names(reach)))
            .build()
            .map_err(|error| Stop::Failure(format!("cannot prepare to try links: {error}")))?;
        Ok(Self { client, reach })
    }

    /// Tries an address, and where it leads to.
    pub(crate) async fn one(&self, address: &str) -> Answer {
        let Ok(mut url) = Url::parse(address) else { return Answer::Broken("form".to_owned()) };
        for _ in 0..=REDIRECTS {
            match self.step(&url).await {
                Ok(Step::Done(answer)) => return answer,
                Ok(Step::To(next)) => url = *next,
                Err(answer) => return answer,
            }
        }
        Answer::Broken("redirects".to_owned())
    }

    /// One request; `GET` where the server does not like `HEAD`.
    async fn step(&self, url: &Url) -> Result<Step, Answer> {
        self.may_ask(url)?;
        let head = self.send(Method::HEAD, url).await?;
        let status = head.status();
        let answer = if status.is_success() || status.is_redirection() {
            head
        } else {
            self.send(Method::GET, url).await?
        };
        let status = answer.status();
        if status.is_redirection() && status != StatusCode::NOT_MODIFIED {
            let place = answer.headers().get(LOCATION).and_then(|it| it.to_str().ok());
            let next = place.and_then(|place| url.join(place).ok());
            let next = next.ok_or_else(|| Answer::Broken(status.as_u16().to_string()))?;
            return Ok(Step::To(Box::new(next)));
        }
        Ok(Step::Done(judged(status)))
    }

    async fn send(&self, method: Method, url: &Url) -> Result<reqwest::Response, Answer> {
        self.client.request(method, url.clone()).send().await.map_err(|error| failed(&error))
    }

    /// Only addresses on the web, and no machine by a number that may not be asked.
    fn may_ask(&self, url: &Url) -> Result<(), Answer> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Answer::Broken("scheme".to_owned()));
        }
        let number = match url.host() {
            Some(Host::Ipv4(number)) => IpAddr::V4(number),
            Some(Host::Ipv6(number)) => IpAddr::V6(number),
            Some(Host::Domain(_)) => return Ok(()),
            None => return Err(Answer::Broken("form".to_owned())),
        };
        if may_ask(self.reach, number) { Ok(()) } else { Err(Answer::Broken("private".to_owned())) }
    }
}

enum Step {
    Done(Answer),
    To(Box<Url>),
}

fn judged(status: StatusCode) -> Answer {
    let code = status.as_u16();
    match code {
        200..=299 | 304 => Answer::Works(code),
        404 | 410 => Answer::Broken(code.to_string()),
        _ => Answer::Unclear(code.to_string()),
    }
}

/// What a failure means: no such host is broken, anything else may pass.
fn failed(error: &reqwest::Error) -> Answer {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if inner.is::<NotPublic>() {
            return Answer::Broken("private".to_owned());
        }
        if inner.is::<NoHost>() {
            return Answer::NoHost;
        }
        cause = inner.source();
    }
    if error.is_timeout() {
        return Answer::Unclear("timeout".to_owned());
    }
    if error.is_connect() {
        return Answer::Away("connect".to_owned());
    }
    Answer::Unclear("failed".to_owned())
}

fn may_ask(reach: Reach, address: IpAddr) -> bool {
    match reach {
        Reach::Nothing => false,
        Reach::Public => is_public(address),
        Reach::Any => true,
    }
}

/// Whether an address is one of the Internet.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

/// Without the blocks that RFC 6890 and its followers keep for special purposes.
fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let special = match (a, b) {
        (0 | 10 | 127, _) | (169, 254) | (192, 168) => true,
        (100, b) => (64..128).contains(&b),
        (172, b) => (16..32).contains(&b),
        (192, 0) => c == 0 || c == 2,
        (192, 88) => c == 99,
        (198, 18 | 19) => true,
        (198, 51) => c == 100,
        (203, 0) => c == 113,
        (a, _) => a >= 224,
    };
    !special
}

/// Only global unicast counts; addresses that hold one of the fourth version are judged by that.
fn is_public_v6(v6: Ipv6Addr) -> bool {
    if let Some(v4) = v6.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    let [first, second, third, ..] = v6.segments();
    let [.., seventh, eighth] = v6.segments();
    let [a, b] = seventh.to_be_bytes();
    let [c, d] = eighth.to_be_bytes();
    // Translation between the versions, and tunnels to the fourth.
    if (first, second) == (0x64, 0xff9b) {
        return third == 0 && is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    if first == 0x2002 {
        let ([a, b], [c, d]) = (second.to_be_bytes(), third.to_be_bytes());
        return is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    let is_global = (first & 0xe000) == 0x2000;
    let is_special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
    is_global && !is_special && first != 0x3fff
}
