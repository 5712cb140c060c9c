//! The report for a terminal: 80 columns, readable without color.

use unicode_width::UnicodeWidthStr as _;

use super::view::{FamilyRow, Icon, StepRow, Tone, View};

const WIDTH: usize = 80;
/// How many steps are shown.
const STEPS: usize = 10;
/// The width of a label before a text.
const LABEL: usize = 16;
/// How many reasons are shown.
const REASONS: usize = 8;
/// How many signs of a family stand on a line.
const SIGNS: usize = 16;

/// The report as lines of at most 80 columns; `color` adds terminal colors to the signs.
pub(crate) fn render(view: &View<'_>, color: Color) -> String {
    let mut page = Page { view, color, text: String::new() };
    page.head();
    page.steps();
    page.domains();
    page.hard_fails();
    page.families();
    page.calendar();
    page.foot();
    page.text
}

/// Whether terminal colors are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Color {
    /// They are.
    On,
    /// They are not.
    Off,
}

impl From<bool> for Color {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

struct Page<'v> {
    view: &'v View<'v>,
    color: Color,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// Text in lines that begin after `indent` columns.
    fn block(&mut self, indent: usize, text: &str) {
        for line in wrapped(&spoken(text), WIDTH.saturating_sub(indent)) {
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    fn heading(&mut self, title: &str) {
        self.line("");
        let title = self.paint(Tone::Info, title);
        self.line(&title);
    }

    /// A sign, a label padded to `width` columns, and text that wraps beside it.
    fn row(&mut self, (tone, icon): (Tone, Icon), label: &str, width: usize, text: &str) {
        let sign = self.paint(tone, &icon.sign().to_string());
        let label = padded(&cut(label, width), width);
        let indent = width + 6;
        let mut lines = wrapped(&spoken(text), WIDTH.saturating_sub(indent)).into_iter();
        let first = lines.next().unwrap_or_default();
        self.line(&format!("  {sign} {label}  {first}"));
        for line in lines {
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    fn paint(&self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Ok => "32",
            Tone::Warn => "33",
            Tone::Bad => "31",
            Tone::Info => "1",
            Tone::Mute => "2",
        };
        match self.color {
            Color::On => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            Color::Off => text.to_owned(),
        }
    }

    fn head(&mut self) {
        let (header, verdict) = (&self.view.header, &self.view.verdict);
        self.block(0, &format!("{}, {}", header.app, header.publisher));
        self.block(0, &format!("{}, {}", header.program, header.day.text));
        self.line("");
        for line in wrapped(&verdict.title, WIDTH) {
            let line = self.paint(verdict.tag.tone, &line);
            self.line(&line);
        }
        self.block(0, &verdict.lead);
        if let Some(clock) = &self.view.timeline {
            self.block(0, &format!("{}.", clock.fact));
        }
        self.heading(&verdict.why);
        for said in verdict.reasons.iter().take(REASONS) {
            self.bullet(&said.text);
        }
        let hidden = verdict.reasons.len().saturating_sub(REASONS);
        if hidden > 0 {
            self.block(4, &self.view.more(hidden));
        }
    }

    fn bullet(&mut self, text: &str) {
        let mut lines = wrapped(&spoken(text), WIDTH - 4).into_iter();
        let first = lines.next().unwrap_or_default();
        self.line(&format!("  - {first}"));
        for line in lines {
            self.line(&format!("    {line}"));
        }
    }

    fn steps(&mut self) {
        let steps = &self.view.steps;
        self.heading(&format!("{}: {}", self.view.word("report-next"), steps.count));
        if steps.first.is_empty() {
            return self.block(2, &self.view.word("report-no-steps"));
        }
        let rows: Vec<&StepRow> = steps.all().take(STEPS).collect();
        for step in rows {
            let short = !step.subject.is_empty() && step.subject.width() <= LABEL;
            let subject = if short { &step.subject } else { &step.tag.text };
            let due = step.due.as_ref().map(|due| format!(" ({}, {})", due.iso, step.distance));
            let text = format!("{}{}", step.title, due.unwrap_or_default());
            self.row((step.tag.tone, step.tag.icon), subject, LABEL, &text);
            if let Some(said) = step.reasons.first() {
                self.block(LABEL + 6, &said.text);
            }
        }
    }

    fn domains(&mut self) {
        self.heading(&self.view.word("report-domains"));
        for ring in &self.view.rings {
            let marks = ring.mark.iter().map(|mark| mark.text.as_str());
            let facts: Vec<&str> = std::iter::once(ring.fact.as_str())
                .chain(ring.points.as_deref())
                .chain(marks)
                .collect();
            let text = format!("{}. {}", facts.join("; "), ring.note);
            self.row((ring.tag.tone, ring.tag.icon), &ring.title, 26, &text);
        }
    }

    fn hard_fails(&mut self) {
        if self.view.hard_fails.is_empty() {
            return;
        }
        self.heading(&self.view.word("report-hard-fails"));
        for row in &self.view.hard_fails {
            self.row((row.tag.tone, row.tag.icon), &row.tag.text, LABEL, &row.title);
        }
    }

    fn families(&mut self) {
        self.heading(&self.view.word("report-controls"));
        let legend = self.view.legend.iter();
        let signs: Vec<String> =
            legend.map(|tag| format!("{} {}", tag.icon.sign(), tag.text)).collect();
        self.block(2, &signs.join("  "));
        for family in self.view.domains.iter().flat_map(|domain| &domain.families) {
            self.family(family);
        }
    }

    /// Title, signs, count and flag; more signs than fit stand below.
    fn family(&mut self, family: &FamilyRow) {
        let flag = family.flag.as_ref().map_or("", |flag| flag.text.as_str());
        let mut title = padded(&cut(&family.title, 28), 28);
        let mut rest = format!("{}  {}", padded(&cut(&family.count, 10), 10), cut(flag, 18));
        for cells in family.cells.chunks(SIGNS) {
            let painted = cells
                .iter()
                .map(|cell| self.paint(cell.tag.tone, &cell.tag.icon.sign().to_string()));
            let signs: String = painted.collect();
            let gap = " ".repeat(SIGNS.saturating_sub(cells.len()));
            self.line(&format!("  {title}  {signs}{gap}  {rest}"));
            title = padded("", 28);
            rest.clear();
        }
    }

    fn calendar(&mut self) {
        self.heading(&self.view.word("report-calendar"));
        if self.view.calendar.is_empty() {
            return self.block(2, &self.view.word("report-calendar-none"));
        }
        for row in &self.view.calendar {
            let text = if row.subjects.is_empty() {
                row.what.clone()
            } else {
                format!("{}: {}", row.what, row.subjects)
            };
            let label = format!("{}  {}", row.day.iso, row.distance);
            self.row((row.tone, row.icon), &label, 25, &text);
        }
    }

    fn foot(&mut self) {
        self.line("");
        self.block(0, &self.view.word("report-statement"));
        self.block(0, &self.view.word("report-text-more"));
    }
}

/// Text without the marks of code, which a terminal cannot show.
fn spoken(text: &str) -> String {
    text.replace('`', "")
}

/// Text cut to a width, with a sign that it was cut.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for sign in text.chars() {
        if kept.width() + sign.to_string().width() + 1 > width {
            break;
        }
        kept.push(sign);
    }
    kept + "…"
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Lines of at most `width` columns; a longer word is broken.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for sign in word.chars() {
            if line.width() + sign.to_string().width() > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(sign);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_keep_the_width_in_any_writing() {
        for text in ["one two three four", &"長".repeat(50), &"x".repeat(90), ""] {
            assert!(wrapped(text, 12).iter().all(|line| line.width() <= 12), "{text}");
        }
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
    }
}
