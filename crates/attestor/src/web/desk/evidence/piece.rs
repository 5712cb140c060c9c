//! A piece of evidence as the page of its control shows it.

use attestor_core::certification::controls::ControlOutcome;
use attestor_core::certification::evidence::fresh_until;
use attestor_core::desk::act::FileRef;
use attestor_core::desk::file::EvidencePiece;
use attestor_core::id::Id;

use super::super::controls::look::{Look, label};
use super::super::files;
use super::super::threads::Moment;
use super::offer::OfferForm;
use crate::phrases::Arg;
use crate::web::shape::{Date, Link, Mark};

/// A few days before evidence gets too old, its day stands out.
const SOON_DAYS: i32 = 7;

/// The most texts whose beginning one page shows.
const MOST_EXCERPTS: usize = 8;

/// A piece.
pub(in crate::web::desk) struct PieceView {
    /// Its id.
    pub(in crate::web::desk) id: String,
    /// The name of its file.
    pub(in crate::web::desk) name: String,
    /// Which version it is, in words; empty for the only one.
    pub(in crate::web::desk) version: String,
    /// Kind and form.
    pub(in crate::web::desk) kind: String,
    /// When it was captured.
    pub(in crate::web::desk) captured: Date,
    /// How fresh it is.
    pub(in crate::web::desk) fresh: Mark,
    /// Why it does not count; empty where it does.
    pub(in crate::web::desk) refused: String,
    /// Who handed it in.
    pub(in crate::web::desk) by: String,
    /// When it was added.
    pub(in crate::web::desk) at: Moment,
    /// What it is for.
    pub(in crate::web::desk) parts: Vec<String>,
    /// Other controls that it is for.
    pub(in crate::web::desk) others: Vec<Link>,
    /// The components it was taken from.
    pub(in crate::web::desk) components: String,
    /// What can be seen on it.
    pub(in crate::web::desk) shows: String,
    /// Figures that it states.
    pub(in crate::web::desk) figures: Vec<String>,
    /// What it says of a process; empty for nothing.
    pub(in crate::web::desk) process: String,
    /// Its file.
    pub(in crate::web::desk) file: FileView,
    /// Earlier versions, newest first.
    pub(in crate::web::desk) older: Vec<OlderView>,
    /// The form that describes it anew; `None` once it was handed in.
    pub(in crate::web::desk) describe: Option<OfferForm>,
    /// Where it is taken back; empty for who may not.
    pub(in crate::web::desk) remove: String,
}

/// A file.
pub(in crate::web::desk) struct FileView {
    /// Where it is sent.
    pub(in crate::web::desk) address: String,
    /// How large it is.
    pub(in crate::web::desk) size: String,
    /// Where it is sent as a picture; empty for other files.
    pub(in crate::web::desk) picture: String,
    /// The beginning of a text; empty for other files.
    pub(in crate::web::desk) excerpt: String,
}

/// An earlier version.
pub(in crate::web::desk) struct OlderView {
    /// Its id.
    pub(in crate::web::desk) id: String,
    /// Which version, in words.
    pub(in crate::web::desk) version: String,
    /// The name of its file.
    pub(in crate::web::desk) name: String,
    /// Where the file is sent.
    pub(in crate::web::desk) address: String,
    /// When it was captured.
    pub(in crate::web::desk) captured: Date,
    /// When it was added.
    pub(in crate::web::desk) at: Moment,
}

/// The current pieces of a control, newest first.
pub(in crate::web::desk) async fn pieces(
    look: &Look<'_>,
    outcome: &ControlOutcome<'_>,
) -> Vec<PieceView> {
    let control = &outcome.control.id.value;
    let mut views = Vec::new();
    for piece in look.file.evidence_for(control) {
        let mut view = view(look, outcome, piece);
        if views.len() < MOST_EXCERPTS
            && let Some(file) = look.file.files.get(&piece.path)
        {
            let shown = files::excerpt(look.visit, &look.file.organization, file).await;
            view.file.excerpt = shown.unwrap_or_default();
        }
        views.push(view);
    }
    views
}

fn view(look: &Look<'_>, outcome: &ControlOutcome<'_>, piece: &EvidencePiece) -> PieceView {
    let (phrases, facts) = (look.phrases(), &piece.facts);
    let control = &outcome.control.id.value;
    let form = look.program().evidence.form(&facts.form);
    let form = form.map_or_else(|| label(facts.form.as_str()), |form| form.title.clone());
    let older = older(look, piece);
    let may_change = look.may_hand_in();
    let removing = look.address(&format!("/controls/{control}/evidence/{}/remove", piece.id));
    let joined =
        |ids: &mut dyn Iterator<Item = &Id>| ids.map(Id::as_str).collect::<Vec<_>>().join(", ");
    PieceView {
        id: piece.id.to_string(),
        name: name(look, piece),
        version: if older.is_empty() { String::new() } else { version(look, piece) },
        kind: format!("{} · {form}", label(facts.kind.as_str())),
        captured: Date::new(facts.captured_on, phrases),
        fresh: fresh(look, piece),
        refused: refused(look, control, &piece.id),
        by: piece.by.name.clone(),
        at: Moment::new(piece.at, phrases),
        parts: own_parts(outcome, piece),
        others: others(look, control, piece),
        components: joined(&mut facts.components.iter()),
        shows: joined(&mut facts.shows.iter()).replace('-', " "),
        figures: facts
            .figures
            .iter()
            .map(|(fact, it)| format!("{}: {it}", label(fact.as_str())))
            .collect(),
        process: process(look, piece),
        file: file_view(look, look.file.files.get(&piece.path)),
        describe: (may_change && facts.submitted_on.is_none())
            .then(|| OfferForm::describing(look, outcome, piece)),
        remove: if may_change { removing } else { String::new() },
        older,
    }
}

fn name(look: &Look<'_>, piece: &EvidencePiece) -> String {
    let file = look.file.files.get(&piece.path);
    let from_path = || piece.path.rsplit('/').next().unwrap_or_default().to_owned();
    file.map_or_else(from_path, |file| file.name.clone())
}

fn version(look: &Look<'_>, piece: &EvidencePiece) -> String {
    let number = [("number", Arg::from(u64::from(piece.version)))];
    look.phrases().text("desk-version", &number)
}

/// Until when it counts, or that it was handed in in time.
fn fresh(look: &Look<'_>, piece: &EvidencePiece) -> Mark {
    let phrases = look.phrases();
    let until = fresh_until(look.program(), &piece.facts);
    let day = phrases.day(until);
    let handed_in = look.file.case.handed_in_on(piece.facts.submitted_on, look.today());
    let text = |key: &str| phrases.text(key, &[("day", Arg::from(&day))]);
    if handed_in > until {
        return Mark::new("bad", "alert", text("desk-fresh-over"));
    }
    if piece.facts.submitted_on.is_some() {
        return Mark::new("ok", "check", phrases.word("desk-fresh-in-time"));
    }
    let soon = look.today().days_until(until) <= SOON_DAYS;
    Mark::new(if soon { "warn" } else { "" }, "clock", text("desk-fresh-until"))
}

/// Why a piece does not count for a control.
fn refused(look: &Look<'_>, control: &Id, id: &Id) -> String {
    let index = look.evidence();
    let judged = index.for_control(control).iter().filter(|it| it.item.id == *id);
    let reason = judged.filter_map(|it| it.refusal.as_ref()).next();
    reason.map(|reason| look.phrases().reason(reason).replace('`', "")).unwrap_or_default()
}

/// The parts of a control that a piece is for.
fn own_parts(outcome: &ControlOutcome<'_>, piece: &EvidencePiece) -> Vec<String> {
    let control = outcome.control;
    let own = piece.facts.targets.iter().filter(|it| it.control == control.id.value);
    own.filter_map(|target| target.part.as_ref()).map(|part| label(part.as_str())).collect()
}

fn others(look: &Look<'_>, control: &Id, piece: &EvidencePiece) -> Vec<Link> {
    let mut ids: Vec<&Id> = piece.facts.targets.iter().map(|it| &it.control).collect();
    ids.retain(|id| *id != control);
    ids.dedup();
    let link =
        |id: &Id| Link { address: look.address(&format!("/controls/{id}")), text: id.to_string() };
    ids.into_iter().map(link).collect()
}

fn process(look: &Look<'_>, piece: &EvidencePiece) -> String {
    let Some(built) = piece.facts.process_built_on else { return String::new() };
    let day = look.phrases().day(built);
    let runs = Arg::from(i64::from(piece.facts.runs.unwrap_or_default()));
    look.phrases().text("desk-process", &[("day", Arg::from(&day)), ("runs", runs)])
}

fn file_view(look: &Look<'_>, file: Option<&FileRef>) -> FileView {
    let Some(file) = file else {
        let none = String::new;
        return FileView { address: none(), size: none(), picture: none(), excerpt: none() };
    };
    let address = files::address(look.file, file.digest);
    let picture = if files::is_picture(&file.media_type) {
        format!("{address}/image")
    } else {
        String::new()
    };
    FileView { address, size: size(file.size_bytes), picture, excerpt: String::new() }
}

/// A size for people; empty for one that is not known.
fn size(bytes: u64) -> String {
    match bytes {
        0 => String::new(),
        1..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KiB", bytes >> 10),
        _ => format!("{} MiB", bytes >> 20),
    }
}

/// Earlier versions, newest first.
fn older(look: &Look<'_>, piece: &EvidencePiece) -> Vec<OlderView> {
    let mut found = Vec::new();
    let mut before = piece.replaces.as_ref();
    while let Some(one) = before.and_then(|id| look.file.piece(id)) {
        // A chain is never longer than all pieces.
        if found.len() > look.file.pieces.len() {
            break;
        }
        let file = look.file.files.get(&one.path);
        found.push(OlderView {
            id: one.id.to_string(),
            version: version(look, one),
            name: name(look, one),
            address: file.map(|file| files::address(look.file, file.digest)).unwrap_or_default(),
            captured: Date::new(one.facts.captured_on, look.phrases()),
            at: Moment::new(one.at, look.phrases()),
        });
        before = one.replaces.as_ref();
    }
    found
}
