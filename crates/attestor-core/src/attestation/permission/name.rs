//! Names of permissions, and the three parts that a name is made of.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::fault::Problem;
use crate::source::{Decode, Node, Sink};
use crate::word::as_text;

/// The longest name that is read, in characters.
const MAX_CHARS: usize = 120;

/// The name of an API permission such as `Sites.Manage.All`. Never translated.
///
/// Keeps the spelling it was given; comparing, ordering and hashing take upper and lower case as
/// one, as the identity platform does. Source: sources X-23.
#[derive(Debug, Clone)]
pub struct PermissionName {
    text: String,
    folded: String,
    /// The part before the first dot, in lower case. Kept, because it decides most comparisons.
    resource: String,
}

impl PermissionName {
    /// The name in this text without outer spaces; `None` when it is empty, longer than 120
    /// characters or has control characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty()
            && text.chars().count() <= MAX_CHARS
            && !text.chars().any(char::is_control);
        let folded = text.to_lowercase();
        let resource = folded.split('.').next().unwrap_or_default().to_owned();
        fits.then(|| Self { text: text.to_owned(), folded, resource })
    }

    /// The name as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the name has the form of an identifier: ASCII letters, digits, `.`, `-` and `_`.
    /// A translated name on a published page has not.
    #[must_use]
    pub fn is_identifier(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    }

    /// The name in lower case, which comparisons use.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// The part before the first dot, in lower case.
    pub(super) fn resource(&self) -> &str {
        &self.resource
    }

    /// Resource, action and reach in lower case; the reach `own` when there is no third part.
    /// `None` for names of one part, such as `openid`. A fourth part belongs to the reach.
    pub(super) fn parts(&self) -> Option<(&str, &str, &str)> {
        let (resource, rest) = self.folded.split_once('.')?;
        let (action, reach) = rest.split_once('.').unwrap_or((rest, OWN));
        Some((resource, action, reach))
    }
}

/// The reach of a name without a third part.
pub(super) const OWN: &str = "own";

as_text!(PermissionName, "the name of a permission");

impl fmt::Display for PermissionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for PermissionName {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for PermissionName {}

impl PartialOrd for PermissionName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PermissionName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded.cmp(&other.folded)
    }
}

impl Hash for PermissionName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded.hash(state);
    }
}

/// In data files a name must be an identifier.
impl Decode for PermissionName {
    fn decode(node: &Node, sink: &Sink<'_>) -> Option<Self> {
        let text = String::decode(node, sink)?;
        let name = Self::parse(&text).filter(Self::is_identifier);
        if name.is_none() {
            sink.add(node, Problem::NotAnId { found: text });
        }
        name
    }
}
