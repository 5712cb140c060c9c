//! From the threads of a case to what a page shows of them.

use attestor_core::desk::act::{Actor, Said, Side};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::role::{Right, grants};
use attestor_core::desk::thread::{Kept, Remark, Thread, Visibility};
use attestor_core::id::Id;
use attestor_core::instant::Instant;

use crate::phrases::{Arg, Phrases};
use crate::web::desk::visit::DeskVisit;

/// A point in time for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Moment {
    /// `2026-11-22T05:08:00Z`.
    pub(in crate::web) iso: String,
    /// `November 22, 2026, 05:08 UTC`.
    pub(in crate::web) text: String,
}

impl Moment {
    /// A point in time in the form of a language.
    pub(in crate::web) fn new(at: Instant, phrases: &Phrases) -> Self {
        let iso = at.to_string();
        let time: String = iso.chars().skip(11).take(5).collect();
        let day = phrases.day(at.day());
        let args = [("day", Arg::from(&day)), ("time", Arg::from(&time))];
        Self { text: phrases.text("desk-moment", &args), iso }
    }
}

/// The conversations about one thing, as a worker may see them.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Threads {
    /// What they are about; the form of [`Said::about`].
    pub(in crate::web) about: String,
    /// Where words are sent.
    pub(in crate::web) action: String,
    /// Whether they are shown in review mode, to which sending leads back.
    pub(in crate::web) review: bool,
    /// Whether internal words may be read and written.
    pub(in crate::web) staff: bool,
    /// Whether the worker may say something.
    pub(in crate::web) may_speak: bool,
    /// Those that go on.
    pub(in crate::web) open: Vec<ThreadView>,
    /// Those that are ended.
    pub(in crate::web) resolved: Vec<ThreadView>,
    /// Words that the worker keeps back.
    pub(in crate::web) kept: Vec<KeptWords>,
    /// What words may point at: ids and names.
    pub(in crate::web) items: Vec<(String, String)>,
}

/// A conversation.
#[derive(Debug, Clone)]
pub(in crate::web) struct ThreadView {
    /// The id.
    pub(in crate::web) id: String,
    /// The piece that it points at; empty for none.
    pub(in crate::web) item: String,
    /// The name of that piece.
    pub(in crate::web) item_name: String,
    /// Whether a newer version of the piece came in since.
    pub(in crate::web) outdated: bool,
    /// How many remarks, in words.
    pub(in crate::web) count: String,
    /// The remarks, oldest first.
    pub(in crate::web) remarks: Vec<RemarkView>,
}

/// Words of one person.
#[derive(Debug, Clone)]
pub(in crate::web) struct RemarkView {
    /// The address of the words in the page.
    pub(in crate::web) anchor: String,
    /// Who.
    pub(in crate::web) by: String,
    /// For whom they act, in words.
    pub(in crate::web) side: String,
    /// When.
    pub(in crate::web) at: Moment,
    /// Whether publishers cannot read it.
    pub(in crate::web) internal: bool,
    /// The words.
    pub(in crate::web) words: String,
}

/// Words that are kept back.
#[derive(Debug, Clone)]
pub(in crate::web) struct KeptWords {
    /// Whether publishers will not read them.
    pub(in crate::web) internal: bool,
    /// The words.
    pub(in crate::web) words: String,
}

impl Threads {
    /// The conversations about a screen, the case, or a control (`control:ID`).
    pub(in crate::web) fn about(visit: &DeskVisit, file: &CaseFile, about: &str) -> Self {
        let staff = visit.worker.is_staff();
        let seen = file.threads_about(about).filter(|it| staff || it.is_shared());
        let view = |thread: &Thread| thread_view(thread, file, visit);
        let (resolved, open): (Vec<&Thread>, Vec<&Thread>) = seen.partition(|it| it.resolved);
        Self {
            about: about.to_owned(),
            action: format!("/desk/cases/{}/threads", file.id),
            review: false,
            staff,
            may_speak: may_speak(visit, file),
            open: open.into_iter().map(view).collect(),
            resolved: resolved.into_iter().map(view).collect(),
            kept: kept(visit, file, about),
            items: items(file, about),
        }
    }

    /// The conversations about a control.
    pub(in crate::web) fn about_control(visit: &DeskVisit, file: &CaseFile, control: &Id) -> Self {
        Self::about(visit, file, &CaseFile::about_control(control))
    }

    /// The same, shown in review mode.
    pub(in crate::web) fn in_review(self) -> Self {
        Self { review: true, ..self }
    }
}

/// Whether a worker may say something in a case.
fn may_speak(visit: &DeskVisit, file: &CaseFile) -> bool {
    let relation = visit.worker.relation(&file.organization);
    let may = |right| grants(visit.worker.role, right, relation);
    let open = !file.stage().is_over() || file.stage() == Stage::Certified;
    open && (may(Right::CaseHandIn) || may(Right::CaseReview))
}

fn thread_view(thread: &Thread, file: &CaseFile, visit: &DeskVisit) -> ThreadView {
    let phrases = visit.phrases();
    let remarks = thread.remarks_for(visit.worker.is_staff());
    let remarks: Vec<RemarkView> = remarks.map(|it| remark_view(it, phrases)).collect();
    ThreadView {
        id: thread.id.to_string(),
        item: thread.item.as_ref().map(ToString::to_string).unwrap_or_default(),
        item_name: thread.item.as_ref().map(|id| item_name(file, id)).unwrap_or_default(),
        outdated: thread.outdated,
        count: phrases.text("desk-thread-remarks", &[("count", Arg::from(remarks.len()))]),
        remarks,
    }
}

fn remark_view(remark: &Remark, phrases: &Phrases) -> RemarkView {
    RemarkView {
        anchor: format!("remark-{}", remark.number),
        by: remark.by.name.clone(),
        side: side(&remark.by, phrases),
        at: Moment::new(remark.at, phrases),
        internal: remark.visibility == Visibility::Internal,
        words: remark.words.clone(),
    }
}

/// For whom somebody acts; publishers are not told who leads.
fn side(actor: &Actor, phrases: &Phrases) -> String {
    phrases.word(match actor.side {
        Side::Publisher => "desk-voice-publisher",
        Side::Analyst | Side::Lead => "desk-voice-body",
        Side::Platform => "desk-voice-platform",
    })
}

fn kept(visit: &DeskVisit, file: &CaseFile, about: &str) -> Vec<KeptWords> {
    let own = file.pending.get(&visit.worker.account).into_iter().flatten();
    let words = own.filter_map(|pending| match &pending.what {
        Kept::Said(said) if said.about == about => Some(kept_words(said)),
        Kept::Said(_) | Kept::Judged(_) => None,
    });
    words.collect()
}

fn kept_words(said: &Said) -> KeptWords {
    KeptWords { internal: said.visibility == Visibility::Internal, words: said.words.clone() }
}

/// What words about something may point at: the current evidence of a control, the documents.
fn items(file: &CaseFile, about: &str) -> Vec<(String, String)> {
    let named = |id: &Id| (id.to_string(), item_name(file, id));
    match about.strip_prefix("control:").and_then(Id::parse) {
        Some(control) => file.evidence_for(&control).map(|piece| named(&piece.id)).collect(),
        None if about == "documents" => {
            let there = file.documents.iter().filter(|it| !it.removed);
            there.map(|piece| named(&piece.id)).collect()
        }
        None => Vec::new(),
    }
}

/// The name of a file that an id points at.
fn item_name(file: &CaseFile, id: &Id) -> String {
    let path = file.piece(id).map(|piece| &piece.path);
    let path = path.or_else(|| file.document(id).map(|piece| &piece.path));
    let name = path.and_then(|path| file.files.get(path)).map(|kept| kept.name.clone());
    name.unwrap_or_else(|| id.to_string())
}

/// The beginning of a long text.
pub(in crate::web) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most).collect();
    short.push('…');
    short
}

/// Conversations about one thing, on the page of all.
pub(in crate::web::desk) struct Elsewhere {
    /// What they are about.
    pub(in crate::web::desk) about: String,
    /// Where they are.
    pub(in crate::web::desk) address: String,
    /// How many go on.
    pub(in crate::web::desk) open: usize,
    /// How many, in words.
    pub(in crate::web::desk) counts: String,
    /// The last words that who visits may read, cut short.
    pub(in crate::web::desk) last: String,
    /// Who said them.
    pub(in crate::web::desk) by: String,
    /// When.
    pub(in crate::web::desk) at: Option<Moment>,
}

/// How much of the last words is shown.
const LAST: usize = 200;

/// Where conversations are that are not about the case as a whole; what goes on first.
pub(in crate::web::desk) fn elsewhere(visit: &DeskVisit, file: &CaseFile) -> Vec<Elsewhere> {
    let staff = visit.worker.is_staff();
    let seen = file.threads.iter().filter(|it| it.about != "case" && (staff || it.is_shared()));
    let mut about: Vec<&str> = seen.map(|thread| thread.about.as_str()).collect();
    about.sort_unstable();
    about.dedup();
    let mut all: Vec<Elsewhere> = about.into_iter().map(|it| one(visit, file, it)).collect();
    all.sort_by_key(|it| it.open == 0);
    all
}

fn one(visit: &DeskVisit, file: &CaseFile, about: &str) -> Elsewhere {
    let (staff, phrases) = (visit.worker.is_staff(), visit.phrases());
    let seen = || file.threads_about(about).filter(|it| staff || it.is_shared());
    let open = seen().filter(|thread| !thread.resolved).count();
    let last = seen().flat_map(|thread| thread.remarks_for(staff)).max_by_key(|it| it.number);
    let control = about.strip_prefix("control:");
    let base = format!("/desk/cases/{}", file.id);
    let counts = [("open", Arg::from(open)), ("all", Arg::from(seen().count()))];
    Elsewhere {
        about: control.map_or_else(|| phrases.word(&format!("desk-room-{about}")), str::to_owned),
        address: match control {
            Some(control) => format!("{base}/controls/{control}#threads"),
            None => format!("{base}/{about}#threads"),
        },
        open,
        counts: phrases.text("desk-threads-counts", &counts),
        last: last.map(|it| cut(&it.words, LAST)).unwrap_or_default(),
        by: last.map(|it| it.by.name.clone()).unwrap_or_default(),
        at: last.map(|it| Moment::new(it.at, phrases)),
    }
}
