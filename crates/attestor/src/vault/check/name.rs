//! Names of files: the one that an upload is shown with, and those inside archives.

use super::super::refusal::UploadRefusal;

/// The longest name, in characters.
const LONGEST: usize = 200;

/// The longest path in an archive, in bytes.
const LONGEST_PATH: usize = 1024;

/// The name that an upload is shown with, without white space around it.
pub(crate) fn shown(name: &str) -> Result<String, UploadRefusal> {
    let name = name.trim();
    let refused = |why| Err(UploadRefusal::Name(why));
    if name.is_empty() {
        return refused("is empty");
    }
    if name.chars().count() > LONGEST {
        return refused("is longer than 200 characters");
    }
    if name.contains(['/', '\\']) {
        return refused("holds a path");
    }
    if name.chars().any(is_unsafe) {
        return refused("holds characters that cannot be seen or turn the text around");
    }
    if name.ends_with('.') {
        return refused("ends in a dot");
    }
    Ok(name.to_owned())
}

/// Whether a path inside an archive stays inside and can be shown.
pub(super) fn is_safe_path(path: &str) -> bool {
    let inner = path.strip_suffix('/').unwrap_or(path);
    let drive = matches!(inner.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    !drive
        && path.len() <= LONGEST_PATH
        && !path.contains('\\')
        && !path.chars().any(is_unsafe)
        && inner.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Control characters, and characters that reorder, break or hide text. The joiners that several
/// languages need to write words are no such characters.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_are_kept_in_every_language() {
        for name in ["policy.pdf", "정책 2026.docx", "می‌خواهم.txt", "Überblick (final).png"]
        {
            assert_eq!(shown(name).as_deref(), Ok(name));
        }
        assert_eq!(shown("  a.txt ").as_deref(), Ok("a.txt"));
    }

    #[test]
    fn names_that_deceive_or_lead_elsewhere_are_refused() {
        let long = "a".repeat(201);
        for name in [
            "",
            " ",
            "a/b.txt",
            "..\\b.txt",
            "a\u{0}.txt",
            "a\n.txt",
            "gpj.\u{202e}txt",
            "a.",
            "..",
        ]
        .into_iter()
        .chain([long.as_str()])
        {
            assert!(matches!(shown(name), Err(UploadRefusal::Name(_))), "{name:?}");
        }
        assert!(shown(&"ä".repeat(200)).is_ok());
    }

    #[test]
    fn paths_in_archives_stay_inside() {
        for path in ["a.txt", "a/b/c.txt", "folder/", "a..b/c.txt"] {
            assert!(is_safe_path(path), "{path}");
        }
        for path in
            ["", "/", "/etc/passwd", "../a", "a/../b", "a//b", "./a", "C:/a", "a\\b", "a\u{7f}"]
        {
            assert!(!is_safe_path(path), "{path:?}");
        }
    }
}
