//! Which file an address becomes.

use std::fmt::Write as _;

/// The most bytes of a name, below what every file system takes.
const NAME_BYTES: usize = 200;

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The path of the file below the folder.
    pub(super) file: String,
    /// What leads to it, below the folder: pages are led to by their folder.
    pub(super) link: String,
    /// The way from the page up to the folder: `../../`, empty at the top.
    pub(super) up: String,
}

impl Place {
    /// The place of an address that gives this form; `number` counts the parts of a list.
    pub(super) fn of(address: &str, form: &str, number: Option<usize>) -> Self {
        let path = address.split('?').next().unwrap_or_default();
        let mut names: Vec<String> =
            path.split('/').filter(|name| !name.is_empty()).map(name).collect();
        if let Some(number) = number {
            names.extend(["page".to_owned(), number.to_string()]);
        }
        let page = form.starts_with("text/html");
        let depth = if page { names.len() } else { names.len().saturating_sub(1) };
        let mut file = names.join("/");
        if page {
            let slash = if file.is_empty() { "" } else { "/" };
            file.push_str(slash);
            let link = encoded(&file);
            file.push_str("index.html");
            return Self { file, link, up: "../".repeat(depth) };
        }
        file.push_str(ending(path, form));
        Self { link: encoded(&file), file, up: "../".repeat(depth) }
    }

    /// Whether links stand in it.
    pub(super) fn has_links(&self) -> bool {
        [".html", ".xml", ".atom"].iter().any(|ending| self.file.ends_with(ending))
    }
}

/// Addresses of the API have no endings; ids may look like some, so that each gets one.
fn ending(path: &str, form: &str) -> &'static str {
    let bare = path.starts_with("/api/v1/");
    match form.split(';').next().unwrap_or_default() {
        "application/json" if bare => ".json",
        "text/markdown" if bare => ".md",
        _ => "",
    }
}

/// A part of an address as the name of a file or folder that leaves its place nowhere.
fn name(part: &str) -> String {
    let text = percent_encoding::percent_decode_str(part).decode_utf8_lossy();
    let dots = text.chars().all(|letter| letter == '.');
    let mut name = String::new();
    for letter in text.chars() {
        let bad = matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '~');
        if name.len() >= NAME_BYTES {
            break;
        }
        if bad || letter.is_control() || dots {
            // A closed buffer cannot happen: it is a text.
            let _ = write!(name, "~{:x}", u32::from(letter));
        } else {
            name.push(letter);
        }
    }
    name
}

/// A path of names as it stands in a link.
fn encoded(path: &str) -> String {
    let part = |name: &str| percent_encoding::utf8_percent_encode(name, &LINK).to_string();
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// What stands in a link as it is.
const LINK: percent_encoding::AsciiSet =
    percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_files() {
        for (address, form, number, file, link, up) in [
            ("/", "text/html; charset=utf-8", None, "index.html", "", ""),
            ("/fr-fr/", "text/html", None, "fr-fr/index.html", "fr-fr/", "../"),
            (
                "/fr-fr/apps/a.b",
                "text/html",
                None,
                "fr-fr/apps/a.b/index.html",
                "fr-fr/apps/a.b/",
                "../../../",
            ),
            (
                "/fr-fr/apps?after=a",
                "text/html",
                Some(2),
                "fr-fr/apps/page/2/index.html",
                "fr-fr/apps/page/2/",
                "../../../../",
            ),
            ("/fr-fr/apps.csv", "text/csv", None, "fr-fr/apps.csv", "fr-fr/apps.csv", "../"),
            (
                "/api/v1/apps/a.json",
                "application/json",
                None,
                "api/v1/apps/a.json.json",
                "api/v1/apps/a.json.json",
                "../../../",
            ),
            (
                "/api/openapi.json",
                "application/json",
                None,
                "api/openapi.json",
                "api/openapi.json",
                "../",
            ),
            (
                "/api/v1/a/page",
                "text/markdown; charset=utf-8",
                None,
                "api/v1/a/page.md",
                "api/v1/a/page.md",
                "../../../",
            ),
            ("/p/%EB%B9%84", "text/html", None, "p/비/index.html", "p/%EB%B9%84/", "../../"),
            (
                "/p/a%2F..%5Cb",
                "text/html",
                None,
                "p/a~2f..~5cb/index.html",
                "p/a~2f..~5cb/",
                "../../",
            ),
            ("/p/%2E%2E/x", "text/html", None, "p/~2e~2e/x/index.html", "p/~2e~2e/x/", "../../../"),
        ] {
            let place = Place { file: file.to_owned(), link: link.to_owned(), up: up.to_owned() };
            assert_eq!(Place::of(address, form, number), place, "{address}");
        }
    }
}
