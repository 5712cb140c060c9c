//! Which apps a request asks for: search, filters, order, place. One form for pages, downloads and
//! the API.

use attestor_core::attestation::catalog::facet::{Facet, Freshness};
use attestor_core::attestation::catalog::identity::app_id;
use attestor_core::attestation::catalog::index::{Query, Sort};

use super::address;
use super::visit::Refusal;

/// The most values of one request.
const MAX_VALUES: usize = 50;
/// The most bytes of words and of one value.
const MAX_BYTES: usize = 400;
/// The name under which freshness is asked for.
pub(super) const FRESHNESS: &str = "freshness";

/// What a request asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wish {
    /// Words.
    pub(crate) words: String,
    /// Values of facets, in the order of the request.
    pub(crate) chosen: Vec<(Facet, String)>,
    /// How fresh.
    pub(crate) freshness: Vec<Freshness>,
    /// The order; `None` where none is asked for.
    pub(crate) sort: Option<Sort>,
    /// The app behind which the part begins.
    pub(crate) after: Option<String>,
    /// The most apps, where a number is asked for.
    pub(crate) limit: Option<usize>,
}

impl Wish {
    /// Reads a query. Names that are not known are passed over; `None` where a value is not in its
    /// form.
    pub(crate) fn parse(query: &str) -> Option<Self> {
        let mut wish = Self::default();
        for (name, value) in pairs(query) {
            if value.len() > MAX_BYTES || wish.chosen.len() + wish.freshness.len() > MAX_VALUES {
                return None;
            }
            if !value.is_empty() {
                wish.take(&name, value)?;
            }
        }
        Some(wish)
    }

    fn take(&mut self, name: &str, value: String) -> Option<()> {
        match name {
            "q" => self.words = value.trim().to_owned(),
            FRESHNESS => push_new(&mut self.freshness, Freshness::parse(&value)?),
            "sort" => self.sort = Some(sort(&value)?),
            "after" => self.after = Some(app_id(&value)?),
            "limit" => self.limit = Some(value.parse().ok()?),
            other => {
                if let Some(facet) = Facet::parse(other) {
                    push_new(&mut self.chosen, (facet, value));
                }
            }
        }
        Some(())
    }

    /// The question to the index, with this many apps unless the request names a number.
    pub(crate) fn query(&self, limit: usize) -> Query {
        Query {
            words: self.words.clone(),
            chosen: self.chosen.clone(),
            freshness: self.freshness.clone(),
            sort: self.sorted(),
            after: self.after.clone(),
            limit: self.limit.unwrap_or(limit),
        }
    }

    /// The order that is used.
    pub(crate) fn sorted(&self) -> Sort {
        match self.sort {
            Some(Sort::Relevance) if self.words.is_empty() => Sort::Name,
            Some(sort) => sort,
            None if self.words.is_empty() => Sort::Name,
            None => Sort::Relevance,
        }
    }

    /// The order's name in addresses.
    pub(crate) fn sort_name(&self) -> &'static str {
        match self.sorted() {
            Sort::Relevance => "relevance",
            Sort::Name => "name",
            Sort::Newest => "newest",
        }
    }

    /// Whether it asks for the whole list from its beginning.
    pub(crate) fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// The same from the beginning.
    pub(crate) fn first(&self) -> Self {
        Self { after: None, ..self.clone() }
    }

    /// The same behind an app.
    pub(crate) fn behind(&self, after: &str) -> Self {
        Self { after: Some(after.to_owned()), ..self.clone() }
    }

    /// The same from the beginning in another order.
    pub(crate) fn by(&self, sort: Sort) -> Self {
        Self { sort: Some(sort), ..self.first() }
    }

    /// The same from the beginning without one value.
    pub(crate) fn without(&self, name: &str, value: &str) -> Self {
        let mut wish = self.first();
        match name {
            "q" => wish.words.clear(),
            FRESHNESS => wish.freshness.retain(|one| one.as_str() != value),
            facet => wish.chosen.retain(|(one, have)| one.as_str() != facet || have != value),
        }
        wish
    }

    /// The query of an address, with its `?`; empty for a plain wish.
    pub(crate) fn to_query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.words.is_empty() {
            pairs.push(("q", self.words.clone()));
        }
        pairs.extend(self.chosen.iter().map(|(facet, value)| (facet.as_str(), value.clone())));
        pairs.extend(self.freshness.iter().map(|one| (FRESHNESS, one.as_str().to_owned())));
        if self.sort.is_some() {
            pairs.push(("sort", self.sort_name().to_owned()));
        }
        if let Some(limit) = self.limit {
            pairs.push(("limit", limit.to_string()));
        }
        if let Some(after) = &self.after {
            pairs.push(("after", after.clone()));
        }
        address::query(pairs.iter().map(|(name, value)| (*name, value.as_str())))
    }
}

/// Name and value of each pair of a query.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

/// The number that a query gives a name; `None` where it has none or leaves it blank, as a form does.
pub(super) fn number(query: &str, name: &str) -> Result<Option<i64>, Refusal> {
    let found = pairs(query).find(|(known, value)| known == name && !value.is_empty());
    found.map(|(_, value)| value.parse().map_err(|_| Refusal::BadRequest)).transpose()
}

fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

fn sort(name: &str) -> Option<Sort> {
    match name {
        "relevance" => Some(Sort::Relevance),
        "name" => Some(Sort::Name),
        "newest" => Some(Sort::Newest),
        _ => None,
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_reads_back_from_its_own_query() {
        let query = "?q=%EC%9D%B8%EC%A6%9D%20a%26b&tier=certified&permission=User.Read&freshness=older&sort=newest&limit=5&after=WA1";
        let wish = Wish::parse(query.trim_start_matches('?')).unwrap();
        assert_eq!(wish.words, "인증 a&b");
        assert_eq!(wish.to_query(), query);
        assert_eq!(Wish::parse(wish.to_query().trim_start_matches('?')), Some(wish));
    }

    #[test]
    fn values_out_of_their_form_are_refused_and_unknown_names_passed_over() {
        for bad in ["sort=best", "freshness=old", "after=a b", "limit=x"] {
            assert_eq!(Wish::parse(bad), None, "{bad}");
        }
        assert_eq!(Wish::parse("utm_source=x&tier=&q=+"), Some(Wish::default()));
        assert_eq!(Wish::parse(&format!("q={}", "x".repeat(MAX_BYTES + 1))), None);
    }

    #[test]
    fn filters_go_one_by_one() {
        let wish = Wish::parse("q=a&tier=attested&tier=certified&freshness=older").unwrap();
        assert_eq!(
            wish.without("tier", "attested").to_query(),
            "?q=a&tier=certified&freshness=older"
        );
        assert_eq!(
            wish.without("q", "").to_query(),
            "?tier=attested&tier=certified&freshness=older"
        );
    }
}
