//! Pages of Microsoft Graph, as far as they have to be understood here.

use std::borrow::Cow;
use std::collections::HashSet;

use attestor_core::digest::Digest;
use serde::Deserialize;
use url::Url;

use crate::graph::{Graph, Trouble};

/// A page with a list.
#[derive(Debug, Deserialize)]
pub(super) struct Page<'a, T> {
    pub(super) value: Vec<T>,
    #[serde(borrow, default, rename = "@odata.nextLink")]
    pub(super) next: Option<Cow<'a, str>>,
}

/// The addresses of the pages of one list, each asked for once.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    seen: HashSet<Digest>,
}

impl Addresses {
    /// The address of the next page, if there is one.
    pub(super) fn next(
        &mut self,
        graph: &Graph,
        link: Option<&str>,
    ) -> Result<Option<Url>, Trouble> {
        let Some(link) = link else { return Ok(None) };
        let url = graph.next(link)?;
        if self.seen.insert(Digest::of(url.as_str().as_bytes())) {
            return Ok(Some(url));
        }
        Err(Trouble::Circle)
    }
}

/// Reads a page.
pub(super) fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<Page<'a, T>, Trouble> {
    serde_json::from_slice(bytes).map_err(|error| Trouble::NotAPage(error.to_string()))
}

/// Reads all pages from an address on, and hands over the values of each.
pub(super) async fn all<T: for<'a> Deserialize<'a>>(
    graph: &mut Graph,
    first: Url,
    mut take: impl FnMut(T),
) -> Result<(), Trouble> {
    let mut addresses = Addresses::default();
    let mut url = addresses.next(graph, Some(first.as_str()))?;
    while let Some(at) = url {
        let bytes = graph.get(&at).await?;
        let page: Page<'_, T> = read(&bytes)?;
        page.value.into_iter().for_each(&mut take);
        url = addresses.next(graph, page.next.as_deref())?;
    }
    Ok(())
}
