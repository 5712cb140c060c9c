//! The addresses that stand in a portal.

use std::collections::BTreeSet;

use attestor_core::trust::model::Trust;

/// The most bytes of an address that is tried.
const LONGEST: usize = 2_000;

/// Every address on the web that stands in a portal, each once: of services, documents, resources
/// and directories, and in texts.
pub(crate) fn addresses(trust: &Trust) -> BTreeSet<String> {
    let own = trust.services.iter().map(|it| &it.link);
    let own = own.chain(trust.certificates.iter().map(|it| &it.link));
    let own = own.chain(trust.reports.iter().map(|it| &it.link));
    let own = own.chain(trust.resources.iter().map(|it| &it.link));
    let own = own.chain(trust.bodies.iter().map(|it| &it.directory));
    let own = own.flatten().map(String::as_str);
    let bodies = trust.texts.iter().flat_map(|unit| {
        std::iter::once(&unit.body).chain(unit.translations.iter().map(|it| &it.body))
    });
    let all = own.chain(bodies.flat_map(|body| in_text(body)));
    all.map(without_fragment).filter(|it| is_web(it)).map(str::to_owned).collect()
}

/// The addresses of links in a text.
fn in_text(body: &str) -> impl Iterator<Item = &str> {
    body.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(address, _)| address)
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or(address).trim()
}

fn is_web(address: &str) -> bool {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let known = lower.starts_with("https://") || lower.starts_with("http://");
    known && address.len() <= LONGEST && !address.contains(char::is_whitespace)
}
