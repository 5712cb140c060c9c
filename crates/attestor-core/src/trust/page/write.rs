//! A page out of its layout and texts.
//!
//! What was read comes back the same, but for empty lines, spaces at the ends of lines and the kind
//! of line ends, which are not kept: one empty line stands between blocks, none between items.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::model::Trust;
use super::super::unit::Unit;
use super::layout::{Form, Layout, Line};
use crate::id::Id;

/// The page as Markdown. A text that the model does not have is left out; loading refuses that.
#[must_use]
pub fn write(trust: &Trust, page: &Layout) -> String {
    let texts: BTreeMap<&Id, &Unit> = trust.texts.iter().map(|it| (&it.id.value, it)).collect();
    let links = links(trust);
    let mut out = String::new();
    if !page.head.is_empty() {
        let _ = writeln!(out, "---\n{}\n---", page.head.join("\n"));
    }
    let mut before = None;
    for line in &page.lines {
        if before.is_some_and(|before| before != Form::Item || line.form != Form::Item) {
            out.push('\n');
        }
        before = Some(line.form);
        let address = line.link.as_deref().map(|own| {
            let first = line.texts.first().map(|text| &text.value);
            first.and_then(|id| links.get(id).copied()).unwrap_or(own)
        });
        let pairs: Vec<String> = line
            .texts
            .iter()
            .filter_map(|text| Some(pair(texts.get(&text.value)?, &page.locale)))
            .collect();
        block(line, &pairs.join(" "), address, &mut out);
    }
    out
}

/// Where titles lead: the address of what they are the title of, as it is in the model today.
fn links(trust: &Trust) -> BTreeMap<&Id, &str> {
    let services = trust.services.iter().map(|it| (it.text.as_ref(), it.link.as_deref()));
    let certificates = trust.certificates.iter().map(|it| (it.title.as_ref(), it.link.as_deref()));
    let reports = trust.reports.iter().map(|it| (it.title.as_ref(), it.link.as_deref()));
    let resources = trust.resources.iter().map(|it| (Some(&it.title), it.link.as_deref()));
    services
        .chain(certificates)
        .chain(reports)
        .chain(resources)
        .filter_map(|(title, link)| Some((&title?.value, link?)))
        .collect()
}

fn pair(unit: &Unit, locale: &str) -> String {
    let (id, shown) = (&unit.id.value, unit.shown_in(locale));
    format!(
        "<span data-ttu-id=\"{id}\">{}</span><span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{}</span></span>",
        shown.body, unit.body
    )
}

fn block(line: &Line, pairs: &str, address: Option<&str>, out: &mut String) {
    if let Some(raw) = &line.raw {
        let _ = writeln!(out, "{raw}");
        return;
    }
    out.push_str(match line.form {
        Form::Title => "# ",
        Form::Section => "## ",
        Form::Group => "### ",
        Form::Item => "- ",
        Form::Paragraph | Form::Raw => "",
    });
    if let Some(anchor) = &line.anchor {
        let _ = write!(out, "<a name=\"{anchor}\"></a>");
    }
    let _ = match address {
        Some(address) => writeln!(out, "[{pairs}]({address})"),
        None => writeln!(out, "{pairs}"),
    };
}
