//! Which lexicon a page is read with.

use std::sync::Arc;

use super::Known;
use super::finding::{FindingKind, Findings, quote};
use super::fold::Label;
use super::lexicon::{Lexicon, Lexicons};
use super::rows::Row;
/// The lexicon of the page's locale. A page that names none gets the one that names most of its
/// rows; a page in a language without a lexicon gets no other language's.
pub(super) fn choose<'l>(
    named: Option<&str>,
    rows: &[Row],
    known: &Known<'l>,
    findings: &mut Findings,
) -> &'l Lexicon {
    if let Some(lexicon) = named.and_then(|named| known.lexicons.get(named)) {
        return lexicon;
    }
    if let Some(named) = named {
        findings.add(0, FindingKind::UnknownLanguage { named: Some(quote(named)) });
        return known.lexicons.unknown();
    }
    let guessed = match known.recognition {
        Some(before) => before.lexicon(known.lexicons).filter(|lexicon| !lexicon.is_unknown()),
        None => guess(rows, known.lexicons),
    };
    findings.add(
        0,
        match guessed {
            Some(lexicon) => FindingKind::GuessedLanguage { locale: Arc::clone(&lexicon.locale) },
            None => FindingKind::UnknownLanguage { named: None },
        },
    );
    guessed.unwrap_or_else(|| known.lexicons.unknown())
}

/// The lexicon whose terms are found in most of the labels, if they are found in enough of them.
fn guess<'l>(rows: &[Row], lexicons: &'l Lexicons) -> Option<&'l Lexicon> {
    const GAIN_A_ROW: usize = 15;
    let sample: Vec<Label> =
        rows.iter().step_by(2).take(20).map(|row| Label::new(&row.label.text)).collect();
    let strength = |lexicon: &Lexicon| -> i32 {
        let best = |label: &Label| lexicon.labels.scores(label).into_iter().max().unwrap_or(0);
        sample.iter().map(best).sum()
    };
    let gain = i32::try_from(GAIN_A_ROW * sample.len()).unwrap_or(i32::MAX);
    let enough = strength(lexicons.unknown()).saturating_add(gain);
    let strengths = lexicons.all().iter().map(|lexicon| (strength(lexicon), lexicon));
    let best = strengths.max_by_key(|(strength, _)| *strength)?;
    (best.0 > enough).then_some(best.1)
}
