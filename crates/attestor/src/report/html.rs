//! The report as one HTML file: no script, nothing from elsewhere, one style sheet inside.
//!
//! The policy in its head allows that style sheet by its SHA-256 and nothing else, so that even a
//! text that got through the escaping could not load or run anything.

use askama::Template;
use attestor_core::digest::Digest;

use super::view::View;

/// The style sheet.
const CSS: &str =
    concat!(include_str!("../../assets/tokens.css"), include_str!("../../assets/report.css"));

/// The shape of `templates/report.html`.
#[derive(Template)]
#[template(path = "report.html")]
struct Page<'v> {
    view: &'v View<'v>,
    css: &'static str,
    css_hash: String,
}

/// The report as an HTML document.
///
/// # Errors
/// Never for reasons of the view; the type leaves room for a template that cannot be written.
pub(crate) fn render(view: &View<'_>) -> Result<String, askama::Error> {
    let css_hash = base64(&Digest::of(CSS.as_bytes()).bytes());
    Page { view, css: CSS, css_hash }.render()
}

/// A sentence as HTML: everything escaped, and what stands in backticks as code that is never
/// translated.
fn rich(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 32);
    let pieces: Vec<&str> = text.split('`').collect();
    let last = pieces.len() - 1;
    for (at, piece) in pieces.iter().enumerate() {
        // An opening backtick without a closing one stands for itself.
        match (at % 2 == 1, at == last) {
            (true, false) => {
                html.push_str("<code translate=\"no\">");
                escape(piece, &mut html);
                html.push_str("</code>");
            }
            (true, true) => {
                html.push('`');
                escape(piece, &mut html);
            }
            (false, _) => escape(piece, &mut html),
        }
    }
    html
}

fn escape(text: &str, html: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(sign),
        }
    }
}

/// Base64 with padding, as policies write digests.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let six = (bits >> (18 - 6 * place)) & 63;
            let sign = usize::try_from(six).ok().and_then(|six| SIGNS.get(six));
            let padding = place > chunk.len();
            text.push(if padding { '=' } else { sign.map_or('=', |sign| char::from(*sign)) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_examples_of_rfc_4648() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn rich_text_escapes_and_marks_code() {
        assert_eq!(rich("a `b<c` d"), "a <code translate=\"no\">b&lt;c</code> d");
        assert_eq!(rich("5 ` 6"), "5 ` 6");
        assert_eq!(rich(""), "");
    }

    #[test]
    fn style_sheet_is_small_and_cannot_close_its_element() {
        assert!(CSS.len() < 25_000, "the style sheet has {} bytes", CSS.len());
        assert!(!CSS.contains("</") && !CSS.contains("http") && !CSS.contains("@import"));
    }
}
