//! Links in pages, feeds and site maps.
//!
//! Templates write attributes with `"` and escape it everywhere else, so that links are found
//! without reading the whole language.

/// What stands before a link, and what ends it.
const MARKS: [(&str, char); 4] =
    [(" href=\"", '"'), (" src=\"", '"'), (" action=\"", '"'), ("<loc>", '<')];

/// Where a link of the site leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// The path.
    pub(super) path: String,
    /// The query without its `?`.
    pub(super) query: Option<String>,
    /// The place on the page, with its `#`; may be empty.
    fragment: String,
    /// Whether the link names the site, too.
    whole: bool,
}

/// All links to pages of the site.
pub(super) fn targets(text: &str, public_url: &str) -> Vec<Target> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(piece) = next(rest) {
        found.extend(target(piece.value, public_url));
        rest = piece.behind;
    }
    found
}

/// The text with links to files: `place` gives the file's path below the folder. A link to nothing
/// is taken away, its words stay.
pub(super) fn rewritten(
    text: &str,
    public_url: &str,
    up: &str,
    place: impl Fn(&Target) -> Option<String>,
) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(piece) = next(rest) {
        written.push_str(piece.before);
        let target = target(piece.value, public_url);
        match target.map(|target| (place(&target), target)) {
            None => written.extend([piece.mark, piece.value, piece.end]),
            Some((Some(link), target)) => {
                let link = link_to(&link, &target, public_url, up);
                written.extend([piece.mark, &link, piece.end]);
            }
            // An element that is nothing but its address keeps it.
            Some((None, target)) if target.whole => {
                written.extend([piece.mark, piece.value, piece.end]);
            }
            Some((None, _)) => {}
        }
        rest = piece.behind;
    }
    written.push_str(rest);
    written
}

fn link_to(link: &str, target: &Target, public_url: &str, up: &str) -> String {
    let fragment = &target.fragment;
    if target.whole {
        return format!("{public_url}/{link}{fragment}");
    }
    let here = if up.is_empty() && link.is_empty() { "./" } else { up };
    format!("{here}{link}{fragment}")
}

/// A link in a text, and what stands around it.
struct Piece<'t> {
    before: &'t str,
    mark: &'t str,
    value: &'t str,
    end: &'t str,
    behind: &'t str,
}

fn next(text: &str) -> Option<Piece<'_>> {
    let first = |(mark, end): &(&'static str, char)| Some((text.find(mark)?, *mark, *end));
    let (at, mark, end) = MARKS.iter().filter_map(first).min_by_key(|(at, ..)| *at)?;
    let (before, rest) = text.split_at_checked(at)?;
    let (mark, rest) = rest.split_at_checked(mark.len())?;
    let (value, rest) = rest.split_at_checked(rest.find(end)?)?;
    let (end, behind) = rest.split_at_checked(end.len_utf8())?;
    // The tag that the mark of a site map begins is not part of the link.
    Some(Piece { before, mark, value, end, behind })
}

/// Where a link leads; `None` for one that leaves the site or stays on the page.
fn target(value: &str, public_url: &str) -> Option<Target> {
    let value = value.replace("&#38;", "&").replace("&amp;", "&");
    let (whole, rest) = match value.strip_prefix(public_url) {
        Some("") => (true, "/"),
        Some(rest) => (true, rest),
        None => (false, value.as_str()),
    };
    if !rest.starts_with('/') || rest.starts_with("//") {
        return None;
    }
    let (rest, fragment) = rest
        .split_once('#')
        .map_or((rest, String::new()), |(rest, place)| (rest, format!("#{place}")));
    let (path, query) =
        rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query.to_owned())));
    Some(Target { path: path.to_owned(), query, fragment, whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://a.example";

    #[test]
    fn links_lead_to_files_from_where_they_stand() {
        let text = "<a href=\"/x?tier=a&#38;q=b#top\">X</a><a  href=\"#main\"><a href=\"//b/x\">\
            <link href=\"https://a.example/x\"><loc>https://a.example/x</loc>\
            <a href=\"https://b.example/x\"><form action=\"/x\"><img src=\"/gone\" alt=\"\">\
            <loc>https://a.example/gone</loc><a href=\"/\">";
        let place = |target: &Target| match target.path.as_str() {
            "/x" => Some("y/x/".to_owned()),
            "/" => Some(String::new()),
            _ => None,
        };
        let wanted = "<a href=\"../y/x/#top\">X</a><a  href=\"#main\"><a href=\"//b/x\">\
            <link href=\"https://a.example/y/x/\"><loc>https://a.example/y/x/</loc>\
            <a href=\"https://b.example/x\"><form action=\"../y/x/\"><img alt=\"\">\
            <loc>https://a.example/gone</loc><a href=\"../\">";
        assert_eq!(rewritten(text, URL, "../", place), wanted);
        assert!(rewritten("<a href=\"/\">", URL, "", place).contains("\"./\""));
    }

    #[test]
    fn queries_are_read_unescaped() {
        let found = targets("<a href=\"/x?a=1&#38;b=2\"> href=\"never ends", URL);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].query.as_deref(), Some("a=1&b=2"));
    }
}
