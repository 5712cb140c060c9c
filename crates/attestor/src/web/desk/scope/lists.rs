//! Rows of the forms: what was typed, else what the case says, and a few empty ones at the end.

use attestor_core::answer::Answer;
use attestor_core::certification::case::{Role, Segmentation, ServiceOwner};

use crate::web::desk::form::Typed;
use crate::web::desk::look::Look;

/// How many empty rows a form ends with.
const EMPTY: usize = 3;

/// A value of a list.
#[derive(Clone)]
pub(super) struct Choice {
    /// The value.
    pub(super) value: String,
    /// Its words.
    pub(super) text: String,
    /// Whether it is chosen.
    pub(super) chosen: bool,
}

/// A row: texts and choices.
pub(super) struct Row {
    /// Its number, from 1, for labels.
    pub(super) number: usize,
    /// The first text.
    pub(super) first: String,
    /// The second text.
    pub(super) second: String,
    /// The first list.
    pub(super) one: Vec<Choice>,
    /// The second list.
    pub(super) two: Vec<Choice>,
}

/// All lists of the page.
pub(super) struct Lists {
    /// Name, id, hosting, role.
    pub(super) environments: Vec<Row>,
    /// Name, nothing, segmentation, harm.
    pub(super) connections: Vec<Row>,
    /// Host, purpose, owner, nothing.
    pub(super) services: Vec<Row>,
    /// A site for disasters.
    pub(super) recovery: Vec<Choice>,
    /// A site for backups.
    pub(super) backup: Vec<Choice>,
    /// Public addresses, one a line.
    pub(super) footprint: String,
    /// The environments, for a bill of materials.
    pub(super) places: Vec<Choice>,
}

/// Something that only the publisher knows.
pub(super) struct Said {
    /// The statement.
    pub(super) id: String,
    /// Its words.
    pub(super) text: String,
    /// `yes`, `no`, or empty for not said.
    pub(super) holds: &'static str,
    /// The same in words.
    pub(super) words: String,
}

/// The statements of the edition.
pub(super) fn statements(look: &Look<'_>) -> Vec<Said> {
    let said = |id| look.file.case.statements.get(id).copied();
    let all = look.rules.program.statements.iter();
    all.map(|it| {
        let (holds, answer) = match said(&it.id.value) {
            Some(true) => ("yes", Answer::Yes),
            Some(false) => ("no", Answer::No),
            None => ("", Answer::Unanswered),
        };
        Said {
            id: it.id.value.to_string(),
            text: it.text.clone(),
            holds,
            words: look.t(&format!("desk-answer-{answer}")),
        }
    })
    .collect()
}

/// The lists.
pub(super) fn lists(look: &Look<'_>, typed: &Typed, may_edit: bool) -> Lists {
    let scope = &look.file.case.scope;
    let empty = if may_edit { EMPTY } else { 0 };
    let (recovery, backup) = match typed.get("do") {
        "sites" => (
            Answer::parse(typed.get("recovery_site")).unwrap_or_default(),
            Answer::parse(typed.get("backup_site")).unwrap_or_default(),
        ),
        _ => (scope.recovery_site, scope.backup_site),
    };
    let places = scope.environments.iter().map(|it| Choice {
        value: it.id.to_string(),
        text: it.name.clone(),
        chosen: false,
    });
    Lists {
        environments: environments(look, typed, empty),
        connections: connections(look, typed, empty),
        services: services(look, typed, empty),
        recovery: answers(look, recovery),
        backup: answers(look, backup),
        footprint: match typed.get("do") {
            "footprint" => typed.raw("footprint").to_owned(),
            _ => scope.footprint.join("\n"),
        },
        places: places.collect(),
    }
}

fn choices<'w>(
    look: &Look<'_>,
    key: &str,
    words: impl Iterator<Item = &'w str>,
    chosen: &str,
) -> Vec<Choice> {
    let choice = |word: &str| Choice {
        value: word.to_owned(),
        text: look.t(&format!("{key}-{word}")),
        chosen: word == chosen,
    };
    words.map(choice).collect()
}

fn answers(look: &Look<'_>, chosen: Answer) -> Vec<Choice> {
    let words = [Answer::Unanswered, Answer::Yes, Answer::No];
    choices(look, "desk-answer", words.iter().map(|it| it.as_str()), chosen.as_str())
}

/// Texts of four columns: typed ones of this form, else those of the case, then empty rows.
fn cells(
    typed: &Typed,
    form: &str,
    names: [&str; 4],
    known: Vec<[String; 4]>,
    empty: usize,
) -> Vec<[String; 4]> {
    let mut rows = known;
    if typed.get("do") == form {
        let columns = names.map(|name| typed.column(name).map(str::to_owned).collect::<Vec<_>>());
        let count = columns.iter().map(Vec::len).max().unwrap_or(0);
        let at = |column: &Vec<String>, row: usize| column.get(row).cloned().unwrap_or_default();
        rows = (0..count).map(|row| columns.each_ref().map(|column| at(column, row))).collect();
        rows.retain(|[first, second, ..]| !first.is_empty() || !second.is_empty());
    }
    rows.extend((0..empty).map(|_| <[String; 4]>::default()));
    rows
}

fn environments(look: &Look<'_>, typed: &Typed, empty: usize) -> Vec<Row> {
    let known = look.file.case.scope.environments.iter();
    let known = known.map(|it| {
        [it.name.clone(), it.id.to_string(), it.hosting.to_string(), it.role.to_string()]
    });
    let names = ["env_name", "env_id", "env_hosting", "env_role"];
    let rows = cells(typed, "environments", names, known.collect(), empty);
    let hosting = |chosen: &str| {
        let all = look.rules.program.hosting.iter();
        all.map(|it| Choice {
            value: it.id.value.to_string(),
            text: it.title.clone(),
            chosen: it.id.value == *chosen,
        })
        .collect()
    };
    let role =
        |chosen: &str| choices(look, "desk-role", Role::ALL.iter().map(|it| it.as_str()), chosen);
    let row = |(at, [first, second, one, two]): (usize, [String; 4])| Row {
        number: at + 1,
        first,
        second,
        one: hosting(&one),
        two: role(&two),
    };
    rows.into_iter().enumerate().map(row).collect()
}

fn connections(look: &Look<'_>, typed: &Typed, empty: usize) -> Vec<Row> {
    let known = look.file.case.scope.connections.iter();
    let known = known.map(|it| {
        [it.name.clone(), String::new(), it.segmentation.to_string(), it.can_harm.to_string()]
    });
    let names = ["con_name", "", "con_segmentation", "con_harm"];
    let rows = cells(typed, "connections", names, known.collect(), empty);
    let words = || Segmentation::ALL.iter().map(|it| it.as_str());
    let row = |(at, [first, second, one, two]): (usize, [String; 4])| Row {
        number: at + 1,
        first,
        second,
        one: choices(look, "desk-segmentation", words(), &one),
        two: answers(look, Answer::parse(&two).unwrap_or_default()),
    };
    rows.into_iter().enumerate().map(row).collect()
}

fn services(look: &Look<'_>, typed: &Typed, empty: usize) -> Vec<Row> {
    let known = look.file.case.scope.services.iter().flatten();
    let known = known.map(|it| {
        let purpose = it.purpose.clone().unwrap_or_default();
        [it.host.clone(), purpose, it.owner.to_string(), String::new()]
    });
    let names = ["svc_host", "svc_purpose", "svc_owner", ""];
    let rows = cells(typed, "services", names, known.collect(), empty);
    let words = || ServiceOwner::ALL.iter().rev().map(|it| it.as_str());
    let row = |(at, [first, second, one, _]): (usize, [String; 4])| Row {
        number: at + 1,
        first,
        second,
        one: choices(look, "desk-owner", words(), &one),
        two: Vec::new(),
    };
    rows.into_iter().enumerate().map(row).collect()
}
