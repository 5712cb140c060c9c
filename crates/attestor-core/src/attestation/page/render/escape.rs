//! Texts as Markdown that shows them letter by letter and that the reader turns back.

/// Before the number of an app in the embedded catalog; texts must not look like one.
const DASHBOARD: &str = "#/dashboard/";
/// The most letters of an address that are shown.
const SHOWN: usize = 60;

/// A text in a cell, on one line; a line break becomes `<br />`. Other control letters, which no
/// page can hold, become U+FFFD.
pub(super) fn text(text: &str) -> String {
    let text = text.trim();
    let rule = |letter: char| matches!(letter, '-' | ':' | ' ');
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars();
    // A cell of dashes and colons would make the row a rule between head and rows.
    if text.chars().all(rule)
        && let Some(first) = letters.next()
    {
        entity(first, &mut out);
    }
    for letter in letters {
        match letter {
            '\\' | '|' | '*' | '_' | '[' | ']' | '`' => out.extend(['\\', letter]),
            '\n' => out.push_str("<br />"),
            '\t' => out.push(letter),
            _ => guard(letter, &mut out),
        }
    }
    without_dashboard(&out)
}

/// An address: a link where it is one on the web, otherwise plain text. Without a target it is the
/// empty link of the page that it comes from, which is not the same as a blank.
pub(super) fn link(target: &str) -> String {
    if target.is_empty() {
        return "[]()".to_owned();
    }
    if !["http://", "https://"].iter().any(|scheme| target.starts_with(scheme)) {
        return text(target);
    }
    let mut shown: String = target.chars().take(SHOWN).collect();
    if shown.len() < target.len() {
        shown.push_str("...");
    }
    linked(&shown, target)
}

/// A link with its text.
pub(super) fn linked(shown: &str, target: &str) -> String {
    let mut out = String::from("[");
    shown.chars().for_each(|letter| address_letter(letter, "\\|*[]`\n", &mut out));
    out.push_str("](");
    target.chars().for_each(|letter| address_letter(letter, "\\|*[]`()\"' \t", &mut out));
    out.push(')');
    without_dashboard(&out)
}

fn address_letter(letter: char, special: &str, out: &mut String) {
    if special.contains(letter) && !letter.is_control() {
        entity(letter, out);
    } else {
        guard(letter, out);
    }
}

/// Letters that HTML, or the reader itself, would take for something else.
fn guard(letter: char, out: &mut String) {
    match letter {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        '~' | '\u{e000}'..='\u{e003}' => entity(letter, out),
        _ if letter.is_control() => out.push('\u{fffd}'),
        _ => out.push(letter),
    }
}

fn entity(letter: char, out: &mut String) {
    out.push_str(&format!("&#{};", u32::from(letter)));
}

fn without_dashboard(text: &str) -> String {
    text.replace(DASHBOARD, "&#35;/dashboard/")
}

/// A text in an attribute with double quotation marks.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '"' { out.push_str("&quot;") } else { guard(letter, &mut out) }
    }
    out
}

/// A text as a value of the front matter, in double quotation marks.
pub(super) fn yaml(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.trim().chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' | '\t' => out.push(' '),
            '#' => out.push_str("\\x23"),
            '<' => out.push_str("\\x3c"),
            '\u{e000}'..='\u{e003}' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ if letter.is_control() => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::super::super::cell::{Cell, split_row};
    use super::*;

    #[test]
    fn hostile_texts_come_back_letter_by_letter() {
        for body in [
            "a|b \\| c\\",
            "two\nlines\n\nand more",
            "<script>alert('x')</script> &amp; &#124;",
            "`code` **bold** _it_ ~~no~~ [x](http://y) ](",
            "::: zone-end",
            "---",
            ": - -",
            "> quoted # heading #/dashboard/7",
            "\u{e000}hidden\u{e001}",
            "<span data-ttu-id=\"x\">a</span><br>",
        ] {
            let row = format!("| label | {} |", text(body));
            assert!(!row.contains(DASHBOARD) && !row.contains('\n'), "{row}");
            let (cells, closed) = split_row(&row);
            assert!(closed && cells.len() == 2, "{row}");
            assert_eq!(Cell::read(cells[1]).text, body, "{row}");
        }
    }

    #[test]
    fn addresses_come_back_whole() {
        for target in [
            "https://a.example/x_(1)?a=1&b=2|3#/dashboard/9",
            "http://a.example/[x] \"y\" \\ *z* <q>",
            "no address at all, N/A",
            "javascript:alert(1)",
        ] {
            let cell = link(target);
            assert!(!cell.contains(DASHBOARD), "{cell}");
            let read = Cell::read(split_row(&format!("| {cell} |")).0[0]);
            assert_eq!(read.link.unwrap_or(read.text), target, "{cell}");
        }
    }

    #[test]
    fn values_of_the_front_matter_stay_on_one_line() {
        assert_eq!(yaml("a: \"b\"\n---\n<x> #1"), "\"a: \\\"b\\\" --- \\x3cx> \\x231\"");
    }
}
