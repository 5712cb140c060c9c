//! The picture of layers: the customer's system on top, the services that it stands on below; how
//! many controls of each family each of them covers. The same as a table.

use attestor_core::trust::inherit::{Layer, Share, Standing};

use super::family;
use super::rows::Names;
use crate::actions::trust::Published;
use crate::phrases::{Arg, Phrases};
use crate::web::seat::Seat;

/// Width and measures of the picture, in its own units.
const WIDTH: usize = 960;
const LEFT: usize = 240;
const FLOOR: usize = 58;
const HEAD: usize = 26;
const GAP: usize = 8;
const BAR: usize = 16;
/// The most layers below the system that are drawn; the table has all.
const MOST: usize = 12;

/// The picture.
pub(super) struct Picture {
    pub(super) label: String,
    pub(super) height: usize,
    /// The families: middle and name.
    pub(super) heads: Vec<(usize, String)>,
    pub(super) floors: Vec<Floor>,
    /// What is not drawn; empty where all is.
    pub(super) more: String,
    /// The columns of the table.
    pub(super) columns: Vec<String>,
    /// The rows of the table: name, then a cell a family.
    pub(super) rows: Vec<(String, Vec<String>)>,
}

/// A layer.
pub(super) struct Floor {
    /// `own` for the system, `base` for what it stands on.
    pub(super) class: &'static str,
    pub(super) y: usize,
    pub(super) name: String,
    pub(super) name_y: usize,
    pub(super) about: String,
    pub(super) about_y: usize,
    pub(super) cells: Vec<Cell>,
}

/// What a layer covers of a family.
pub(super) struct Cell {
    pub(super) pieces: Vec<Piece>,
    pub(super) text: String,
    pub(super) middle: usize,
    pub(super) text_y: usize,
}

/// A part of a bar.
pub(super) struct Piece {
    pub(super) class: &'static str,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
}

/// How many controls of each share, in the order of the pieces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    inherited: usize,
    shared: usize,
    review: usize,
    customer: usize,
}

impl Counts {
    fn add(&mut self, share: Share) {
        match share {
            Share::Inherited => self.inherited += 1,
            Share::Shared => self.shared += 1,
            Share::NeedsReview => self.review += 1,
            Share::Customer => self.customer += 1,
        }
    }

    const fn whole(self) -> usize {
        self.inherited + self.shared + self.review + self.customer
    }

    const fn pieces(self) -> [(&'static str, usize); 4] {
        [
            ("f-ok", self.inherited),
            ("f-info", self.shared),
            ("f-warn", self.review),
            ("f-none", self.customer),
        ]
    }

    fn text(self, phrases: &Phrases) -> String {
        let Self { inherited, shared, review, customer } = self;
        let args = [
            ("inherited", Arg::from(inherited)),
            ("shared", Arg::from(shared)),
            ("review", Arg::from(review)),
            ("customer", Arg::from(customer)),
        ];
        phrases.text("systems-picture-cell", &args)
    }

    /// What is covered of all; with a mark where something needs review.
    fn short(self) -> String {
        let mark = if self.review > 0 { " !" } else { "" };
        format!("{}/{}{mark}", self.inherited + self.shared, self.whole())
    }
}

/// A layer before it has its place.
struct Level {
    name: String,
    about: String,
    counts: Vec<Counts>,
}

/// The picture of a system; `None` where no service is chosen.
pub(super) fn picture(
    seat: &Seat,
    published: &Published,
    name: &str,
    standings: &[Standing<'_>],
) -> Option<Picture> {
    let phrases = seat.phrases();
    let first = standings.first().filter(|it| !it.layers.is_empty())?;
    let mut families: Vec<&str> = standings.iter().map(|it| family(it.control)).collect();
    families.dedup();
    let mut levels = vec![Level {
        name: name.to_owned(),
        about: phrases.word("systems-picture-own"),
        counts: counts(&families, standings.iter().map(|it| (family(it.control), it.share))),
    }];
    for (at, layer) in first.layers.iter().enumerate() {
        let of = |it: &Standing<'_>| it.layers.get(at).map(|layer| layer.share);
        let shares = standings.iter().filter_map(|it| Some((family(it.control), of(it)?)));
        levels.push(level(
            published,
            layer,
            (counts(&families, shares), certificates(published, standings, at)),
        ));
    }
    Some(draw(phrases, &families, &levels))
}

fn level(
    published: &Published,
    layer: &Layer<'_>,
    (counts, certificates): (Vec<Counts>, String),
) -> Level {
    let names = Names::of(published, layer);
    let about = if certificates.is_empty() {
        names.provider
    } else {
        format!("{} · {certificates}", names.provider)
    };
    Level { name: names.service, about, counts }
}

/// The certificates that decide for a layer.
fn certificates(published: &Published, standings: &[Standing<'_>], at: usize) -> String {
    let layers = standings.iter().filter_map(|it| it.layers.get(at));
    let mut ids: Vec<String> = Vec::new();
    for layer in layers.filter(|it| it.certificate.is_some() && it.share != Share::Customer) {
        let name = Names::of(published, layer).certificate;
        if !ids.contains(&name) {
            ids.push(name);
        }
    }
    ids.join(", ")
}

fn counts<'a>(families: &[&str], shares: impl Iterator<Item = (&'a str, Share)>) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); families.len()];
    for (name, share) in shares {
        let at = families.iter().position(|it| *it == name);
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            count.add(share);
        }
    }
    counts
}

fn draw(phrases: &Phrases, families: &[&str], levels: &[Level]) -> Picture {
    let slot = (WIDTH - LEFT) / families.len().max(1);
    let drawn = levels.len().min(MOST + 1);
    let floors: Vec<Floor> =
        levels.iter().take(drawn).enumerate().map(|(at, level)| floor((slot, at), level)).collect();
    let heads = families.iter().enumerate();
    let heads = heads.map(|(at, name)| (LEFT + slot * at + slot / 2, (*name).to_owned())).collect();
    let more = levels.len() - drawn;
    let rows = levels.iter().map(|level| {
        let cells = level.counts.iter().map(|it| it.text(phrases)).collect();
        (format!("{} · {}", level.name, level.about), cells)
    });
    let label = levels.first().map_or_else(String::new, |own| label(phrases, own, levels.len()));
    Picture {
        label,
        height: HEAD + drawn * (FLOOR + GAP),
        heads,
        floors,
        more: if more == 0 {
            String::new()
        } else {
            phrases.text("systems-picture-more", &[("count", Arg::from(more))])
        },
        columns: families.iter().map(|it| (*it).to_owned()).collect(),
        rows: rows.collect(),
    }
}

fn label(phrases: &Phrases, own: &Level, levels: usize) -> String {
    let sum = |of: fn(&Counts) -> usize| own.counts.iter().map(of).sum::<usize>();
    let args = [
        ("services", Arg::from(levels.saturating_sub(1))),
        ("inherited", Arg::from(sum(|it| it.inherited))),
        ("shared", Arg::from(sum(|it| it.shared))),
        ("review", Arg::from(sum(|it| it.review))),
        ("customer", Arg::from(sum(|it| it.customer))),
    ];
    phrases.text("systems-picture-label", &args)
}

fn floor((slot, at): (usize, usize), level: &Level) -> Floor {
    let y = HEAD + at * (FLOOR + GAP);
    let cell = |(column, counts): (usize, &Counts)| {
        let (from, width) = (LEFT + slot * column + 4, slot.saturating_sub(8));
        Cell {
            pieces: pieces(*counts, (from, y + 14), width),
            text: counts.short(),
            middle: LEFT + slot * column + slot / 2,
            text_y: y + 14 + BAR + 16,
        }
    };
    Floor {
        class: if at == 0 { "own" } else { "base" },
        y,
        name: short(&level.name),
        name_y: y + 25,
        about: short(&level.about),
        about_y: y + 44,
        cells: level.counts.iter().enumerate().map(cell).collect(),
    }
}

fn pieces(counts: Counts, (from, y): (usize, usize), width: usize) -> Vec<Piece> {
    let whole = counts.whole().max(1);
    let mut before = 0;
    let mut pieces = Vec::new();
    for (class, count) in counts.pieces() {
        let (start, end) = (width * before / whole, width * (before + count) / whole);
        before += count;
        if end > start {
            pieces.push(Piece { class, x: from + start, y, width: end - start });
        }
    }
    pieces
}

/// What of a name has room.
fn short(name: &str) -> String {
    const ROOM: usize = 32;
    if name.chars().count() <= ROOM {
        return name.to_owned();
    }
    let kept: String = name.chars().take(ROOM - 1).collect();
    format!("{kept}…")
}
