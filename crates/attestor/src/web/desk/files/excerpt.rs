//! The beginning of a text file, to be shown in a page as plain text.

use attestor_core::desk::act::FileRef;

use crate::web::desk::visit::DeskVisit;

/// Larger files are only sent.
const MOST_BYTES: u64 = 256 * 1024;

/// How much of a text is shown.
const LINES: usize = 40;

/// How much of a line is shown.
const LETTERS: usize = 240;

/// The beginning of a text; `None` for files that are no text, are large, or cannot be read now.
pub(in crate::web) async fn excerpt(
    visit: &DeskVisit,
    organization: &str,
    file: &FileRef,
) -> Option<String> {
    if !is_text(&file.media_type) || file.size_bytes > MOST_BYTES {
        return None;
    }
    let bytes = visit.site.vault().ok()?.read_whole(organization, file.digest).await.ok()?;
    String::from_utf8(bytes).ok().map(|text| beginning(&text))
}

fn is_text(media_type: &str) -> bool {
    media_type.starts_with("text/") || matches!(media_type, "application/json" | "application/yaml")
}

/// The first lines; control characters are left out, and what is cut off shows as `…`.
fn beginning(text: &str) -> String {
    let mut lines = text.lines();
    let mut shown: Vec<String> = lines.by_ref().take(LINES).map(short).collect();
    if lines.next().is_some() {
        shown.push("…".to_owned());
    }
    shown.join("\n")
}

fn short(line: &str) -> String {
    let line: String = line.chars().filter(|it| *it == '\t' || !it.is_control()).collect();
    super::super::threads::cut(&line, LETTERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_cut_in_both_directions() {
        let long = "x".repeat(500);
        let shown = beginning(&format!("{long}\n{}", "line\n".repeat(60)));
        assert_eq!(shown.lines().count(), LINES + 1);
        assert!(shown.lines().all(|line| line.chars().count() <= LETTERS + 1));
        assert!(shown.ends_with('…'));
        assert_eq!(beginning("a\u{7}b\n"), "ab");
    }
}
