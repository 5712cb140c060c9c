use super::super::finding::Findings;
use super::*;

fn read(text: &str) -> (Outline, Vec<&'static str>) {
    let mut findings = Findings::default();
    let found = outline(text, &mut findings);
    let codes = findings.0.iter().map(|finding| finding.kind.code()).collect();
    (found, codes)
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|(_, cells)| cells.iter().map(|c| c.text.as_str()).collect()).collect()
}

const HEAD: &str = "---\nms.date: 01/02/2021\nid: \"7\"\n---\n# <a name=\"x\"></a>App\n";

#[test]
fn front_matter_zones_and_tables_are_found() {
    let text = format!(
        "{HEAD}\n::: zone pivot=\"data\"\n### <a name=\"h\"></a>Data\n\nWords.\n\n\
         | **A** | **B** |\n|:--|:--|\n| a | b |\n\n>| X | Y | Z |\n>|:-|:-|:-|\n>| 1 | 2 | 3 |\n\n::: zone-end\n"
    );
    let (page, codes) = read(&text);
    assert!(codes.is_empty(), "{codes:?}");
    assert_eq!((page.front("ms.date"), page.front("id")), (Some("01/02/2021"), Some("7")));
    assert_eq!((page.title.text.as_str(), page.zones.len()), ("App", 1));
    assert_eq!(page.tables.len(), 2);
    assert_eq!(rows(&page.tables[0]), [["a", "b"]]);
    assert_eq!((page.tables[0].line, page.tables[0].rows[0].0), (12, 14));
    assert!(page.tables[1].quoted && page.tables[1].head.len() == 3);
    assert_eq!(page.tables[1].heading, "h");
    assert_eq!(page.notes[0].text, "Words.");
}

#[test]
fn torn_unclosed_and_overfull_rows_are_mended() {
    let table = "| A | B |\n|:-|:-|\n";
    for (body, expected, code) in [
        ("| a | b\n| c | d |\n", vec![vec!["a", "b"], vec!["c", "d"]], "unclosed_row"),
        ("| a | b\nmore |\n", vec![vec!["a", "b more"]], "row_continued"),
        ("| a | b | c |\n", vec![vec!["a", "b | c"]], "bare_pipe"),
        ("|\n| a | b |\n", vec![vec!["a", "b"]], "lone_pipe"),
        ("|\n\nlink a | b |\n", vec![vec!["link a", "b"]], "row_continued"),
    ] {
        let (page, codes) = read(&format!("{HEAD}{table}{body}"));
        assert_eq!(rows(&page.tables[0]), expected, "{body}");
        assert_eq!(codes, [code], "{body}");
    }
}

#[test]
fn a_head_inside_a_line_of_text_still_begins_a_table() {
    let (page, codes) = read(&format!("{HEAD}<a href=\"x\">See</a>| **** |\n|:-|:-|\n| a | b |\n"));
    assert_eq!(rows(&page.tables[0]), [["a", "b"]]);
    assert_eq!(codes, ["head_in_text"]);
}
