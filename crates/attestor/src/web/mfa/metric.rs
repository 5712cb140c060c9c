//! The three numbers, each with its arithmetic.

use crate::actions::mfa::report::Report;
use crate::actions::mfa::report::document::Share;
use crate::phrases::{Arg, Phrases};
use crate::web::shape::Mark;

/// A number with what it is made of.
pub(super) struct Metric {
    /// What is measured.
    pub(super) title: String,
    /// The share without its sign, or the words where there is none.
    pub(super) value: String,
    /// The sign of the share; empty for words.
    pub(super) sign: &'static str,
    /// The color and the width of the bar in per cent with one decimal; nothing without a share.
    pub(super) bar: Option<(&'static str, String)>,
    /// The arithmetic, in words.
    pub(super) sum: String,
    /// What is left.
    pub(super) left: Option<Mark>,
}

/// From how many per cent on, inclusive, a bar is not a bad one, and a good one.
const MARKS: (u64, u64) = (40, 80);

/// The three numbers of a report.
pub(super) fn all(phrases: &Phrases, report: &Report) -> Vec<Metric> {
    vec![configuration(phrases, report), portal(phrases, report), api(phrases, report)]
}

/// A count as the language writes it.
pub(super) fn count(phrases: &Phrases, count: u64) -> String {
    phrases.formats().count(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Words of a count: `count` for the plural, `text` to be read.
pub(super) fn counted(phrases: &Phrases, key: &str, number: u64) -> String {
    let text = count(phrases, number);
    let plural = i64::try_from(number).unwrap_or(i64::MAX);
    phrases.text(key, &[("count", plural.into()), ("text", Arg::from(&text))])
}

fn configuration(phrases: &Phrases, report: &Report) -> Metric {
    let found = &report.configuration;
    let title = phrases.word("mfa-configuration");
    let Some(taken) = found.as_of else {
        let sum = phrases.word("mfa-configuration-none");
        return Metric { value: phrases.word("mfa-unknown"), ..nothing(title, sum) };
    };
    let n = |number| count(phrases, number);
    let disabled = found.accounts.saturating_sub(found.share.whole);
    let (part, whole) = (n(found.share.part), n(found.share.whole));
    let (disabled, accounts, day) = (n(disabled), n(found.accounts), phrases.day(taken));
    let sum = phrases.text(
        "mfa-configuration-sum",
        &[
            ("part", Arg::from(&part)),
            ("whole", Arg::from(&whole)),
            ("disabled", Arg::from(&disabled)),
            ("accounts", Arg::from(&accounts)),
            ("day", Arg::from(&day)),
        ],
    );
    metric(phrases, title, sum, (found.share, "mfa-accounts-left"))
}

fn portal(phrases: &Phrases, report: &Report) -> Metric {
    let (title, share) = (phrases.word("mfa-portal"), report.portal.share);
    if share.whole == 0 {
        return Metric {
            value: phrases.word("mfa-no-activity"),
            ..nothing(title, phrases.word("mfa-portal-none"))
        };
    }
    let (part, whole) = (count(phrases, share.part), count(phrases, share.whole));
    let args = [("part", Arg::from(&part)), ("whole", Arg::from(&whole))];
    let sum = phrases.text("mfa-portal-sum", &args);
    metric(phrases, title, sum, (share, "mfa-operations-left"))
}

fn api(phrases: &Phrases, report: &Report) -> Metric {
    let (title, share) = (phrases.word("mfa-api"), report.api.share);
    let omitted = count(phrases, report.api.app_only_omitted);
    let omitted = ("omitted", Arg::from(&omitted));
    if share.whole == 0 {
        return Metric {
            value: phrases.word("mfa-no-activity"),
            ..nothing(title, phrases.text("mfa-api-none", &[omitted]))
        };
    }
    let (part, whole) = (count(phrases, share.part), count(phrases, share.whole));
    let args = [("part", Arg::from(&part)), ("whole", Arg::from(&whole)), omitted];
    let sum = phrases.text("mfa-api-sum", &args);
    metric(phrases, title, sum, (share, "mfa-requests-left"))
}

/// A number without a share.
const fn nothing(title: String, sum: String) -> Metric {
    Metric { title, value: String::new(), sign: "", bar: None, sum, left: None }
}

fn metric(
    phrases: &Phrases,
    title: String,
    sum: String,
    (share, left): (Share, &'static str),
) -> Metric {
    let formats = phrases.formats();
    let Some(value) = formats.tenths(share.part, share.whole) else {
        return Metric { value: phrases.word("mfa-no-activity"), ..nothing(title, sum) };
    };
    let ratio = share.ratio();
    let color = match (ratio.reaches(MARKS.1), ratio.reaches(MARKS.0)) {
        (true, _) => "ok",
        (false, true) => "warn",
        (false, false) => "bad",
    };
    let tenths = ratio.tenths().unwrap_or_default();
    let left = match share.rest() {
        0 => Mark::new("ok", "check", phrases.word("mfa-all")),
        rest => {
            let class = if color == "ok" { "warn" } else { "bad" };
            Mark::new(class, "alert", counted(phrases, left, rest))
        }
    };
    Metric {
        title,
        value,
        sign: formats.percent_sign(),
        bar: Some((color, format!("{}.{}", tenths / 10, tenths % 10))),
        sum,
        left: Some(left),
    }
}
