use super::super::lexicon::Lexicons;
use super::super::{Page, finding::Finding, read};
use super::*;
use crate::attestation::question::Questionnaire;

const QUESTIONS: &str = "\
section: general
questions:
  - {id: app_name, order: 1, text: Name, type: text, form_2022: {zone: general, position: 1}}
  - {id: partner_company_name, order: 2, text: Publisher, type: text, form_2022: {zone: general, position: 2}}
";
const LEXICON: &str = "\
locale: xx-XX
answers: {yes: [jes], no: [ne], na: ['–']}
months: [jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov, dec]
permission_types: {delegated: [delego], application: [mem]}
permission_names: {}
results: {pass: [bone], fail: [malbone], in_scope: [ene], na: ['–']}
choices: {}
controls: {}
questions: {app_name: [aplikaĵo], partner_company_name: [eldonisto]}
";
const ID: &str = "585c6702-A0cb-4e6a-8234-0123456789ab";

fn page(text: &str) -> (Page, Vec<Finding>) {
    let questionnaire = Questionnaire::load(&[("q.yaml", QUESTIONS)]).expect("sound");
    let lexicons = Lexicons::load(&[("l.yaml", LEXICON)], &questionnaire).expect("sound");
    read(text, &questionnaire, &lexicons)
}

fn with_front(locale: &str, body: &str) -> (Page, Vec<Finding>) {
    page(&format!("---\ntitle: x\nms.contentlocale: {locale}\n---\n{body}"))
}

/// Name, target and section of every entry.
fn shown(page: &Page) -> Vec<(&str, &str, String)> {
    let one = |entry: &'_ Entry| entry.section.join(" > ");
    page.entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry.target.as_deref().unwrap_or("-"), one(entry)))
        .collect()
}

fn unknown(findings: &[Finding]) -> Vec<(u32, String)> {
    let code = |finding: &&Finding| finding.kind.code() == "unknown_entry";
    findings.iter().filter(code).map(|one| (one.line, one.kind.to_string())).collect()
}

#[test]
fn tables_of_links_list_apps_with_publisher_and_section_in_any_language() {
    for (locale, title, head, section) in [
        ("de-DE", "Apps für Excel", "| Name | Herausgeber | Link |", "Neu"),
        ("ko-KR", "Excel용 앱", "| 이름 | 게시자 | 링크 |", "새로운"),
        ("ar-SA", "تطبيقات", "| الاسم | الناشر | رابط |", "جديد"),
    ] {
        let body = format!(
            "# {title}\n\nProse.\n\n## {section}\n\n{head}\n|:-|:-|:-|\n\
             | Kalender | Beispiel GmbH | [Mehr](excel/kalender.md) |\n\
             | Uhr |  | [Mehr](excel/uhr.md) |\n|  | Niemand | [Mehr](excel/ohne.md) |\n"
        );
        let (page, findings) = with_front(locale, &body);
        assert_eq!(page.kind, Kind::AppList, "{locale}");
        let path = format!("{title} > {section}");
        let expected = [("Kalender", "excel/kalender.md"), ("Uhr", "excel/uhr.md")];
        assert_eq!(shown(&page), expected.map(|(name, target)| (name, target, path.clone())));
        assert_eq!(page.entries[0].publisher.as_deref(), Some("Beispiel GmbH"));
        assert_eq!((page.entries[0].line, &page.entries[0].other), (13, &vec!["Mehr".to_owned()]));
        assert_eq!(page.entries[1].publisher, None);
        assert_eq!(unknown(&findings).len(), 1, "{findings:?}");
        assert_eq!(unknown(&findings)[0].0, 15);
        assert!(page.rows.is_empty() && page.facts.answers.is_empty());
    }
}

#[test]
fn a_head_that_the_lexicon_knows_wins_over_the_order_of_columns() {
    let body = "| Eldonisto | Loko | Aplikaĵo |\n|-|-|-|\n| Eld | Tie | [Apo](a.md) |\n";
    let (page, _) = with_front("xx-XX", body);
    let entry = &page.entries[0];
    assert_eq!((entry.name.as_str(), entry.publisher.as_deref()), ("Apo", Some("Eld")));
    assert_eq!(entry.other, ["Tie"]);
}

#[test]
fn points_with_links_list_apps_below_their_headings() {
    let body = "# Outlook\n\nIntroduction.\n\n## B\n* [Brief](../outlook/brief.md) – Verlag\n\
                * [Laden](https://appsource.microsoft.com/product/office/WA42?x=1)\n\
                * [Bild](../outlook/bild.md)\n* nur Text\n";
    let (page, findings) = with_front("de-DE", body);
    assert_eq!(page.kind, Kind::AppList);
    let names: Vec<&str> = page.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Brief", "Laden", "Bild"]);
    assert_eq!(page.entries[0].other, ["– Verlag"]);
    assert_eq!(
        page.entries[0].section.iter().map(|name| &**name).collect::<Vec<_>>(),
        ["Outlook", "B"]
    );
    assert_eq!(page.entries[1].app_id.as_deref(), Some("WA42"));
    assert_eq!(unknown(&findings), [(13, "`nur Text` is no entry; kept as it is".to_owned())]);
}

#[test]
fn a_column_of_ids_makes_a_page_of_app_registrations() {
    let body = format!(
        "# アプリ ID\n\n| アプリ | アプリケーション ID |\n|-|-|\n| 時計 | {ID} |\n\
         | 暦 | [585c…](../azure/{ID}.md) |\n| 空 | |\n"
    );
    let (page, findings) = with_front("ja-JP", &body);
    assert_eq!(page.kind, Kind::AppIds);
    let lower = ID.to_ascii_lowercase();
    assert!(page.entries.iter().all(|entry| entry.registration.as_deref() == Some(&lower)));
    assert_eq!(page.entries.len(), 2);
    assert!(page.entries[0].other.is_empty() && page.entries[0].target.is_none());
    assert_eq!(unknown(&findings).len(), 1);
}

#[test]
fn apps_below_the_id_of_a_registration_have_it() {
    let body = format!("# {ID}\n\nDiese Apps:\n\n* [Uhr](../teams/uhr.md)\n");
    let (page, _) = with_front("de-DE", &body);
    assert_eq!(page.kind, Kind::AppIds);
    assert_eq!(page.entries[0].registration.as_deref(), Some(ID.to_ascii_lowercase().as_str()));
}

#[test]
fn yaml_contents_keep_order_depth_and_names_in_quotation_marks() {
    let text = "### YamlMime:TableOfContents\nitems:\n- name: 'Vue d''ensemble' # x\n  href: index.md\n\
                - name: \"Excel: apps\"\n  items:\n  - href: excel/a.md\n    name: 가\n  - name: B\n    items:\n\
                \x20   -\n      name: C\n      topicHref: excel/c.md?x=1\n- href: lone.md\nwhat is this\n";
    let (page, findings) = page(text);
    assert_eq!(page.kind, Kind::Contents);
    let expected = [
        ("Vue d'ensemble", "index.md", ""),
        ("Excel: apps", "-", ""),
        ("가", "excel/a.md", "Excel: apps"),
        ("B", "-", "Excel: apps"),
        ("C", "excel/c.md?x=1", "Excel: apps > B"),
    ];
    assert_eq!(shown(&page), expected.map(|(name, target, path)| (name, target, path.to_owned())));
    let lines: Vec<u32> = findings.iter().map(|finding| finding.line).collect();
    assert_eq!(lines, [14, 15], "{findings:?}");
}

#[test]
fn markdown_contents_are_headings_and_points_that_are_links() {
    let text = "# [概要](index.md)\n# Excel\n## [あ](excel/a.md)\n* [い](excel/b.md)\n  * [う](excel/c.md)\n\
                * [え](excel/d.md)\n";
    let (page, findings) = page(text);
    assert_eq!(page.kind, Kind::Contents);
    let expected = [
        ("概要", "index.md", ""),
        ("Excel", "-", ""),
        ("あ", "excel/a.md", "Excel"),
        ("い", "excel/b.md", "Excel > あ"),
        ("う", "excel/c.md", "Excel > あ > い"),
        ("え", "excel/d.md", "Excel > あ"),
    ];
    assert_eq!(shown(&page), expected.map(|(name, target, path)| (name, target, path.to_owned())));
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn what_has_zones_questions_or_nothing_is_an_app_page() {
    for text in [
        "",
        "Some words with a [link](other.md).\n",
        "::: zone pivot=\"general\"\n| I | R |\n|-|-|\n| x | [y](z.md) |\n::: zone-end\n",
        "---\ncertification_type: attested\n---\n| I | R |\n|-|-|\n| x | [y](z.md) |\n",
        "| I | R |\n|-|-|\n| aplikaĵo | Uhr |\n| retejo | [http://a.b](http://a.b) |\n",
        "* [A](https://teams.microsoft.com/l/app/1)\n* [B](https://appsource.microsoft.com/x)\n",
        "- name: no contents\n",
    ] {
        let (page, _) = page(text);
        assert_eq!((page.kind, page.entries.len()), (Kind::App, 0), "{text}");
    }
}

#[test]
fn deep_and_long_contents_stay_within_bounds() {
    let deep: String = (0..200).map(|at| format!("{}- name: {at}\n", "  ".repeat(at))).collect();
    let (page, findings) = page(&format!("{deep}- href: x\n"));
    assert_eq!(page.entries.len(), 64);
    assert!(page.entries.iter().all(|entry| entry.section.len() <= MAX_DEPTH));
    assert!(unknown(&findings).len() > 100);
    let long = "- name: a\n  href: b\n".repeat(MAX_ENTRIES + 5);
    let (page, findings) = self::page(&long);
    assert_eq!(page.entries.len(), MAX_ENTRIES);
    assert!(findings.iter().any(|finding| finding.kind.code() == "too_many_entries"));
}
