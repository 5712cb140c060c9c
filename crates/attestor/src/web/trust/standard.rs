//! The page of a standard of a provider, in a fixed order of sections: overview, position, services
//! in scope, certificates, reports, statements, questions, resources, white papers, background.

mod documents;
mod outline;
mod services;
mod statements;

use askama::Template;
use attestor_core::trust::document::{Resource, ResourceKind};
use attestor_core::trust::page::section::Section;

use self::documents::{Item, documents_of, reports_of};
use self::outline::{Outline, Paragraph};
use self::services::Services;
use self::statements::StatementTable;
use super::center::{Pressing, pressing};
use super::list::edition_name;
use super::texts::{Choice, Text, Texts, Wanted};
use super::timeline::{Timeline, timeline};
use super::{marks, path_of, path_of_offering};
use crate::actions::trust::Portal;
use crate::actions::trust::view::OfferingView;
use crate::phrases::Arg;
use crate::web::frame::Frame;
use crate::web::shape::{Link, Mark};
use crate::web::visit::{Refusal, Visit};

#[derive(Template)]
#[template(path = "web/trust/standard.html")]
pub(super) struct Standard<'v> {
    frame: Frame<'v>,
    title: Text,
    provider: Link,
    marks: Vec<Mark>,
    /// Whether two languages are shown.
    both: bool,
    choices: Vec<Choice>,
    foreign: String,
    differing: String,
    pressing: Vec<Pressing>,
    watch: Option<Watch>,
    contents: Vec<Content>,
    overview: Part,
    position: Part,
    services: Services,
    certificates: Documents,
    timeline: Option<Timeline>,
    reports: Documents,
    statements: Vec<StatementTable>,
    questions: Asked,
    resources: Reading,
    papers: Reading,
    background: Part,
}

/// A line of the list of sections.
struct Content {
    id: &'static str,
    text: String,
}

/// A section of paragraphs.
struct Part {
    title: Text,
    paragraphs: Vec<Paragraph>,
}

/// A section of documents by groups of services.
struct Documents {
    title: Text,
    paragraphs: Vec<Paragraph>,
    groups: Vec<Group>,
}

/// Documents under one heading.
struct Group {
    title: Text,
    items: Vec<Item>,
}

/// Questions that are asked often.
struct Asked {
    title: Text,
    questions: Vec<(Text, Vec<Text>)>,
}

/// What else there is to read.
struct Reading {
    title: Text,
    entries: Vec<ReadingEntry>,
}

/// Something to read.
struct ReadingEntry {
    kind: String,
    title: Text,
    priced: Option<Mark>,
}

/// What a reader needs to watch a standard.
struct Watch {
    organization: String,
    item: String,
    next: String,
}

/// What all parts of the page are made with.
struct Making<'m> {
    visit: &'m Visit,
    frame: &'m Frame<'m>,
    portal: &'m Portal,
    texts: &'m Texts<'m>,
    outline: &'m Outline<'m>,
    offering: &'m OfferingView<'m>,
}

/// Makes the page of an offering; an offering that is not there is not found.
pub(super) fn standard<'v>(
    visit: &'v Visit,
    portal: &Portal,
    id: &str,
    wanted: Wanted,
) -> Result<Standard<'v>, Refusal> {
    let offering = portal.view.offering(id, visit.today).ok_or(Refusal::NotFound)?;
    let texts = Texts::new(visit, &portal.view, wanted);
    let outline = Outline::of(&portal.view.trust, offering.offering);
    let title = offering.offering.title.as_ref();
    let named = title.map(|id| texts.words_of(&id.value)).filter(|it| !it.is_empty());
    let named = named.unwrap_or_else(|| edition_name(&offering));
    let organization = path_of(portal);
    let way =
        [("trust", visit.phrases().word("trust-title")), (&*organization, portal.name.clone())];
    let mut frame = Frame::new(visit, format!("{named} · {}", portal.name)).with_way(&way, &named);
    frame.hidden = wanted != Wanted::Reader;
    let described = [("provider", Arg::from(&portal.name)), ("standard", Arg::from(&named))];
    frame.description = frame.text("trust-standard-lead", &described);
    let making = Making {
        visit,
        frame: &frame,
        portal,
        texts: &texts,
        outline: &outline,
        offering: &offering,
    };
    let here = making.here();
    let own = |section| making.part(section);
    Ok(Standard {
        title: title.map_or_else(|| texts.plain(&named), |id| texts.text(&id.value)),
        provider: Link { address: frame.to(&organization), text: portal.name.clone() },
        marks: marks::offering(&frame, visit, &offering),
        both: texts.are_both(),
        choices: if frame.fixed() { Vec::new() } else { texts.choices(&here) },
        foreign: texts.foreign(),
        differing: making.differing(),
        pressing: pressing(&frame, visit, portal, &offering),
        watch: making.watch(here),
        contents: making.contents(),
        overview: own(Section::Overview),
        position: making.position(),
        services: Services::of(&making),
        certificates: making.certificates(),
        timeline: timeline(visit, &offering),
        reports: making.reports(),
        statements: statements::tables(&making),
        questions: making.questions(),
        resources: making.reading(Section::Resources),
        papers: making.reading(Section::WhitePapers),
        background: own(Section::Background),
        frame,
    })
}

/// The sections that have words of their own on the page, in order, with their places.
const SECTIONS: [(Section, &str); 9] = [
    (Section::Overview, "overview"),
    (Section::Position, "position"),
    (Section::Services, "services"),
    (Section::Certificates, "certificates"),
    (Section::Reports, "reports"),
    (Section::Questions, "questions"),
    (Section::Resources, "resources"),
    (Section::WhitePapers, "white-papers"),
    (Section::Background, "background"),
];

impl Making<'_> {
    fn here(&self) -> String {
        self.frame.to(&path_of_offering(self.portal, self.offering.id()))
    }

    /// The heading of a section: the portal's own where its page has one, otherwise ours.
    fn title(&self, section: Section) -> Text {
        match self.outline.heading(section) {
            Some(id) => self.texts.text(id),
            None => Text::of(self.frame.t(&format!("trust-section-{section}"))),
        }
    }

    fn part(&self, section: Section) -> Part {
        Part {
            title: self.title(section),
            paragraphs: self.outline.paragraphs(self.texts, section),
        }
    }

    /// What the provider says of the standard: as its page lays it out, then what no page shows.
    fn position(&self) -> Part {
        let mut part = self.part(Section::Position);
        let laid = self.outline.laid(Section::Position);
        let own = self.offering.offering.position.iter();
        let rest = own.filter(|id| !laid.contains(&&id.value));
        part.paragraphs
            .extend(rest.map(|id| Paragraph { texts: vec![self.texts.text(&id.value)] }));
        part
    }

    fn contents(&self) -> Vec<Content> {
        let all = SECTIONS.iter().map(|(section, id)| Content {
            id,
            text: self.frame.t(&format!("trust-section-{section}")),
        });
        let statements = self.offering.statements().next().is_some();
        let mut all: Vec<Content> = all.filter(|it| self.has(it.id)).collect();
        if statements {
            let text = self.frame.t("trust-section-statements");
            let at = all.iter().position(|it| it.id == "reports").map_or(all.len(), |at| at + 1);
            all.insert(at.min(all.len()), Content { id: "statements", text });
        }
        all
    }

    /// Whether the section at a place has anything to show.
    fn has(&self, id: &str) -> bool {
        let of = |section| !self.outline.laid(section).is_empty();
        match id {
            "overview" => of(Section::Overview),
            "position" => of(Section::Position) || !self.offering.offering.position.is_empty(),
            "certificates" => !self.offering.certificates.is_empty(),
            "reports" => self.offering.reports().next().is_some(),
            "questions" => self.own_questions().next().is_some(),
            "resources" => self.own_resources(Section::Resources).next().is_some(),
            "white-papers" => self.own_resources(Section::WhitePapers).next().is_some(),
            "background" => of(Section::Background),
            _ => true,
        }
    }

    fn differing(&self) -> String {
        let count = self.portal.view.disagreeing();
        if count == 0 {
            return String::new();
        }
        let shown = self.visit.phrases().formats().count(count);
        let args = [("count", Arg::from(count)), ("shown", Arg::from(&shown))];
        self.frame.text("trust-differing", &args)
    }

    fn watch(&self, next: String) -> Option<Watch> {
        let organization = self.portal.organization.clone();
        let item = self.offering.id().to_owned();
        (!self.frame.fixed()).then_some(Watch { organization, item, next })
    }

    fn certificates(&self) -> Documents {
        let (section, groups) = (Section::Certificates, documents_of(self));
        Documents {
            title: self.title(section),
            paragraphs: self.outline.paragraphs(self.texts, section),
            groups,
        }
    }

    fn reports(&self) -> Documents {
        let (section, groups) = (Section::Reports, reports_of(self));
        Documents {
            title: self.title(section),
            paragraphs: self.outline.paragraphs(self.texts, section),
            groups,
        }
    }

    fn own_questions(&self) -> impl Iterator<Item = &attestor_core::trust::document::Question> {
        let id = &self.offering.offering.id.value;
        self.portal.view.trust.questions.iter().filter(move |it| it.offering.value == *id)
    }

    fn questions(&self) -> Asked {
        let texts = |ids: &[attestor_core::id::Spot<attestor_core::id::Id>]| {
            ids.iter().map(|id| self.texts.text(&id.value)).collect()
        };
        let all = self.own_questions();
        let all = all.map(|it| (self.texts.text(&it.question.value), texts(&it.answers)));
        Asked { title: self.title(Section::Questions), questions: all.collect() }
    }

    /// What a section lists: papers, or what is neither a paper nor said in a paragraph.
    fn own_resources(&self, section: Section) -> impl Iterator<Item = &Resource> {
        let id = &self.offering.offering.id.value;
        let all = self.portal.view.trust.resources.iter();
        all.filter(move |it| it.offering.value == *id).filter(move |it| {
            let is_paper = it.kind == ResourceKind::WhitePaper;
            let laid = self.outline.is_laid(&it.title.value);
            is_paper == (section == Section::WhitePapers) && !laid
        })
    }

    fn reading(&self, section: Section) -> Reading {
        let entry = |it: &Resource| ReadingEntry {
            kind: self.frame.t(&format!("trust-resource-{}", it.kind)),
            title: self.texts.text(&it.title.value).linked(it.link.as_deref()),
            priced: it.priced.then(|| Mark::new("", "info", self.frame.t("trust-priced"))),
        };
        let entries = self.own_resources(section).map(entry).collect();
        Reading { title: self.title(section), entries }
    }
}
