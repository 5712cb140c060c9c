//! What all pages have: title, languages, doors, the way back.

use std::sync::OnceLock;

use super::{Site, address, assets};
use crate::languages::Language;
use crate::phrases::{Arg, Phrases};
use crate::web::visit::Visit;

/// The doors in the bar on top: the path below the language and the key of the words.
const DOORS: [(&str, &str); 5] = [
    ("apps", "web-nav-catalog"),
    ("permissions", "web-nav-permissions"),
    ("publishers", "web-nav-publishers"),
    ("app-ids", "web-nav-app-ids"),
    ("trust", "web-nav-trust"),
];

/// The frame of a page.
pub(super) struct Frame<'v> {
    site: &'v Site,
    phrases: &'v Phrases,
    /// The language.
    pub(super) language: Language,
    /// The path below the language, with its query.
    below: String,
    /// What the page is about.
    pub(super) title: String,
    /// One sentence for those who find the page elsewhere; may be empty.
    pub(super) description: String,
    /// The way from the front page, the page itself last.
    pub(super) crumbs: Vec<Crumb>,
    /// Whether search engines leave the page out: lists with filters, comparisons.
    pub(super) hidden: bool,
    /// The page as data, in the words of schema.org.
    pub(super) json_ld: Option<String>,
    /// This page in all languages, once a template has asked.
    others: OnceLock<Vec<Other>>,
}

/// A step on the way.
pub(super) struct Crumb {
    /// Where it leads; `None` for the page itself.
    pub(super) address: Option<String>,
    /// What it says.
    pub(super) text: String,
}

/// The same page in a language.
pub(super) struct Other {
    /// The language.
    pub(super) language: Language,
    /// The address on this server.
    pub(super) address: String,
    /// The whole address.
    pub(super) absolute: String,
    /// What it says to those who would like to read it, in that language.
    pub(super) offer: String,
    /// Whether this is the page's own language.
    pub(super) here: bool,
}

/// A door in the bar on top.
pub(super) struct Door {
    /// Where it leads.
    pub(super) address: String,
    /// What it says.
    pub(super) text: String,
    /// Whether the page is behind it.
    pub(super) here: bool,
}

impl<'v> Frame<'v> {
    /// The frame of a page with a title.
    pub(super) fn new(visit: &'v Visit, title: String) -> Self {
        Self::at(&visit.site, visit.language, visit.below().to_owned(), title)
    }

    /// The frame of a page at a path below the language.
    pub(super) fn at(site: &'v Site, language: Language, below: String, title: String) -> Self {
        Self {
            site,
            phrases: site.phrases(language),
            language,
            below,
            title,
            description: String::new(),
            crumbs: Vec::new(),
            hidden: false,
            json_ld: None,
            others: OnceLock::new(),
        }
    }

    /// Sets the way to the page: below the front page, pairs of path and words; then the page.
    pub(super) fn with_way(mut self, way: &[(&str, String)], here: &str) -> Self {
        let home = Crumb { address: Some(self.to("")), text: self.t("web-home") };
        let steps = way
            .iter()
            .map(|(path, text)| Crumb { address: Some(self.to(path)), text: text.clone() });
        let last = Crumb { address: None, text: here.to_owned() };
        self.crumbs = std::iter::once(home).chain(steps).chain(std::iter::once(last)).collect();
        self
    }

    /// The words of a key.
    pub(super) fn t(&self, key: &str) -> String {
        self.phrases.word(key)
    }

    /// The words of a key with values.
    pub(super) fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.phrases.text(key, args)
    }

    /// Whether the page works without a server: nothing can be searched, filtered or compared.
    pub(super) fn fixed(&self) -> bool {
        self.site.fixed.is_some()
    }

    /// An address below the page's language.
    pub(super) fn to(&self, below: &str) -> String {
        format!("/{}/{below}", self.language.path())
    }

    /// The address of a style, script or picture.
    #[expect(clippy::unused_self, reason = "templates ask the frame for all addresses")]
    pub(super) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The whole address of a path on this server.
    pub(super) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site.settings.public_url)
    }

    /// The whole address of this page.
    pub(super) fn canonical(&self) -> String {
        self.absolute(&self.to(&self.below))
    }

    /// The address that finds the reader's language by itself.
    pub(super) fn default_address(&self) -> String {
        self.site.default_address(&self.below)
    }

    /// This page in all languages.
    pub(super) fn alternates(&self) -> &[Other] {
        self.others.get_or_init(|| self.all_languages())
    }

    fn all_languages(&self) -> Vec<Other> {
        let other = |language: Language| {
            let address = format!("/{}/{}", language.path(), self.below);
            Other {
                absolute: self.absolute(&address),
                offer: self.site.phrases(language).word("web-language-offer"),
                here: language == self.language,
                language,
                address,
            }
        };
        self.site.languages().iter().copied().map(other).collect()
    }

    /// The doors in the bar on top.
    pub(super) fn doors(&self) -> Vec<Door> {
        let first = self.below.split(['/', '?']).next().unwrap_or_default();
        let door = |(path, key): &(&str, &str)| Door {
            address: self.to(path),
            text: self.t(key),
            here: first == *path,
        };
        DOORS.iter().map(door).collect()
    }

    /// The address of an app.
    pub(super) fn app(&self, id: &str) -> String {
        self.to(&format!("apps/{}", address::part(id)))
    }

    /// The address of a publisher by its key.
    pub(super) fn publisher(&self, key: &str) -> String {
        self.to(&format!("publishers/{}", address::part(key)))
    }

    /// The address of a permission.
    pub(super) fn permission(&self, name: &str) -> String {
        self.to(&format!("permissions/{}", address::part(name)))
    }

    /// The address of an app registration.
    pub(super) fn registration(&self, id: &str) -> String {
        self.to(&format!("app-ids/{}", address::part(id)))
    }
}
