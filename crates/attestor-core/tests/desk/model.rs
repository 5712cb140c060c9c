//! A walk of random acts by random people on random days: what must hold after each of them.

use attestor_core::certification::case::{Review, Verdict};
use attestor_core::certification::controls::ControlState;
use attestor_core::certification::decision::Outcome;
use attestor_core::desk::act::{Act, Interest, Judged, Piece, Ruling, Said, Side};
use attestor_core::desk::file::{CaseFile, Stage};
use attestor_core::desk::standing::standing;
use attestor_core::desk::status::{ControlStatus, counts, status};
use attestor_core::desk::thread::Visibility;
use attestor_core::framework::Rule;
use attestor_core::id::Id;
use attestor_core::party::Party;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::case::id;
use crate::play::{Play, SMALL, a_file, interest, noon, propose, said, who};
use crate::program::{M365, library};

/// Random numbers, the calmest once they are used up.
struct Dice {
    words: Vec<u32>,
    at: usize,
}

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        let word = self.words.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        word as usize % sides
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        if list.is_empty() { None } else { Some(list[self.roll(list.len())].clone()) }
    }

    /// An act that may be sensible, or not.
    fn act(&mut self, play: &Play) -> Act {
        match self.roll(9) {
            0 | 1 => self.evidence(play),
            2 | 3 => self.review(play),
            4 => self.talk(play),
            5 => self.decision(play),
            6 => self.before(play),
            7 => self.pick(&crate::forms::examples()).unwrap(),
            _ => self.scope(play),
        }
    }

    fn control(&mut self, play: &Play) -> Id {
        let all: Vec<Id> =
            play.rules().program.controls().map(|(_, it)| it.id.value.clone()).take(12).collect();
        self.pick(&all).unwrap()
    }

    fn evidence(&mut self, play: &Play) -> Act {
        let control = self.control(play);
        let of: Vec<Id> = play.file.pieces.iter().map(|it| it.id.clone()).collect();
        match self.roll(8) {
            0..3 => {
                let Some(piece) = self.pick(&play.pieces(control.as_str())) else {
                    return Act::SubmitControl { control, note: String::new() };
                };
                let replaces = if self.roll(2) == 0 { None } else { self.pick(&of) };
                Act::AddEvidence { piece: Box::new(Piece { replaces, ..piece }) }
            }
            3 => Act::RemoveEvidence { evidence: self.pick(&of).unwrap_or(id("E1")) },
            4 => Act::DeclareNotInPlace { control, reason: "not yet".to_owned() },
            5 => Act::CompleteEvidence {},
            _ => Act::SubmitControl { control, note: "again".to_owned() },
        }
    }

    fn judged(&mut self, play: &Play) -> Judged {
        let control = self.control(play);
        let verdict = match self.roll(6) {
            0..3 => Verdict::Approved,
            3 => Verdict::RevisionRequested,
            _ => self.pick(Verdict::ALL).unwrap(),
        };
        Judged { control, verdict, reason: "because".to_owned(), external: None }
    }

    fn review(&mut self, play: &Play) -> Act {
        match self.roll(6) {
            0 => Act::DraftVerdict { judged: self.judged(play) },
            1 => Act::SendReview {},
            2 => Act::Judge { verdicts: (0..3).map(|_| self.judged(play)).collect() },
            _ => Act::Judge { verdicts: vec![self.judged(play)] },
        }
    }

    fn talk(&mut self, play: &Play) -> Act {
        let visibility = self.pick(Visibility::ALL).unwrap();
        let threads: Vec<Id> = play.file.threads.iter().map(|it| it.id.clone()).collect();
        let thread = self.pick(&threads).filter(|_| self.roll(2) == 0);
        let words = Said { thread: thread.clone(), ..said("case", visibility, "words") };
        match (self.roll(5), thread) {
            (0, _) => Act::Draft { said: words },
            (1, Some(thread)) => Act::Resolve { thread },
            (2, Some(thread)) => Act::Reopen { thread },
            _ => Act::Say { said: words },
        }
    }

    fn decision(&mut self, play: &Play) -> Act {
        match self.roll(8) {
            0..2 => interest(Interest::None),
            2 => interest(self.pick(Interest::ALL).unwrap()),
            3..5 => propose(self.pick(Ruling::ALL).unwrap()),
            5 => Act::ReturnProposal { reason: "why".to_owned() },
            6 => Act::TimeOut {},
            _ => match &play.file.proposal {
                Some(proposal) => Act::Confirm { assessment: proposal.grounds.assessment },
                None => Act::Withdraw { reason: "no".to_owned() },
            },
        }
    }

    fn before(&mut self, play: &Play) -> Act {
        let kind = play.rules().program.documents[0].id.value.clone();
        match self.roll(7) {
            0 => Act::Start {},
            1 => Act::Consent {},
            2 => Act::ApproveAttestation {},
            3 => Act::AddDocument { kind, file: a_file("d.pdf"), dated_on: None },
            4 => Act::SubmitDocuments {},
            5 => Act::AcceptDocuments { draw: None },
            _ => Act::ReturnDocuments { reason: "why".to_owned(), documents: [].into() },
        }
    }

    fn scope(&mut self, play: &Play) -> Act {
        let scope = play.facts().scope;
        match self.roll(6) {
            0 => Act::SetEnvironments { environments: scope.environments },
            1 => Act::SetInventory {
                components: if self.roll(2) == 0 { scope.components } else { Vec::new() },
            },
            2 => Act::SetServices { services: Vec::new() },
            3 => Act::Redraw { reason: "changed".to_owned(), draw: None },
            4 => {
                let component = id("machine");
                let component = scope.components.first().map_or(component, |it| it.id.clone());
                Act::EnlargeSample { component, reason: "they differ".to_owned(), to: None }
            }
            _ => Act::SetPermissions { permissions: Vec::new() },
        }
    }
}

/// How far the case is before the walk begins.
fn begun(program: &'static str, far: usize) -> Play {
    let mut play = Play::open(program, "2027-01-04");
    match far {
        0 => {}
        1 => drop(play.start().describe().stage()),
        2 => drop(play.accepted().stage()),
        3 => drop(play.accepted().hands_in_all().stage()),
        4 => drop(play.decidable().stage()),
        _ => {
            play.decidable()
                .does("analyst", interest(Interest::None))
                .does("second", interest(Interest::None));
        }
    }
    play
}

fn staff_reviews(file: &CaseFile) -> Vec<(&Id, &Review)> {
    file.case.reviews.iter().filter(|(_, it)| it.verdict != Verdict::NotInPlace).collect()
}

fn holds_after(before: &CaseFile, play: &Play, side: Side) {
    let file = &play.file;
    let (was, now) = (before.stage(), file.stage());
    assert!(!was.is_over() || now == was || (was, now) == (Stage::Certified, Stage::Revoked));
    if side == Side::Publisher {
        let known = staff_reviews(before);
        assert!(staff_reviews(file).iter().all(|it| known.contains(it)), "a verdict of staff");
    }
    let taken = matches!(play.record.last().unwrap().act, Act::TakeDossier { .. });
    if side.is_staff() && !taken {
        assert!(file.pieces.len() == before.pieces.len(), "staff adds no evidence");
    }
    let assessment = play.rules().assess(file, play.today);
    let sums = counts(file, &assessment);
    let parts = sums.approved + sums.submitted + sums.revision_requested + sums.open + sums.failed;
    assert_eq!(parts, sums.in_scope);
    assert_eq!(sums.in_scope + sums.not_applicable, assessment.controls.len() as u64);
    let standing = standing(play.rules().program, file, &assessment);
    assert_eq!(standing.party == Party::Nobody, now.is_over() && now != Stage::Certified);
    let shared = file.threads.iter().flat_map(|it| it.remarks_for(false));
    assert!(shared.into_iter().all(|it| it.visibility == Visibility::Shared));
    let ids: Vec<&Id> =
        file.pieces.iter().map(|it| &it.id).chain(file.documents.iter().map(|it| &it.id)).collect();
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
    if now == Stage::Certified && was != Stage::Certified {
        holds_when_certified(play);
    }
}

fn holds_when_certified(play: &Play) {
    let file = &play.file;
    let decision = file.decision.as_ref().unwrap();
    let accounts = [&decision.by.account, &decision.proposal.by.account];
    assert_ne!(accounts[0], accounts[1]);
    for account in accounts {
        assert_eq!(file.interests[account].0, Interest::None);
        assert!(!file.publishers.contains(account));
    }
    let assessment = play.rules().assess(file, play.today);
    assert_eq!(assessment.outcome, Outcome::Certifiable);
    assert!(play.today <= assessment.clock.unwrap().deadline);
    let met = assessment
        .controls
        .iter()
        .filter(|it| it.state == ControlState::Met && it.control.rule == Rule::Evidence);
    for outcome in met {
        let status = status(file, outcome);
        assert!(
            matches!(status, ControlStatus::Approved | ControlStatus::ApprovedByExternal),
            "{} is {status}",
            outcome.control.id.value
        );
    }
    assert!(file.case.evidence.iter().all(|it| it.submitted_on.is_some()));
}

/// Walks and gives how many acts were done, and where the case stands then.
fn walk(program: &'static str, words: Vec<u32>) -> (usize, Stage) {
    let mut dice = Dice { words, at: 0 };
    let far = dice.roll(6);
    let mut play = begun(program, far);
    let mut done = 0;
    while dice.at < dice.words.len() {
        if dice.roll(12) == 0 {
            play.today = play.today.plus_days([1, 7, 40][dice.roll(3)]);
        }
        let act = dice.act(&play);
        let sensible = who(act.sides().first().map_or("publisher", |side| match side {
            Side::Publisher => "publisher",
            Side::Lead => "lead",
            Side::Platform => "system",
            Side::Analyst => ["analyst", "second"][dice.roll(2)],
        }));
        let anybody = ["publisher", "analyst", "second", "lead", "system"];
        let actor = if dice.roll(4) == 0 { who(anybody[dice.roll(5)]) } else { sensible };
        let before = play.file.clone();
        match play.attempt_as(&actor, act) {
            Err(_) => assert!(play.file == before, "a refused act changes nothing"),
            Ok(()) => {
                done += 1;
                holds_after(&before, &play, actor.side);
            }
        }
    }
    let again = CaseFile::of(&play.file.id, &play.file.organization, &play.record).unwrap();
    assert!(again == play.file, "the record adds up to the case");
    let text = serde_json::to_string(&play.record).unwrap();
    let read: Vec<attestor_core::desk::act::Recorded> = serde_json::from_str(&text).unwrap();
    assert!(CaseFile::of(&play.file.id, &play.file.organization, &read).unwrap() == play.file);
    assert_eq!(play.file.changed_at.max(noon(play.today)), noon(play.today));
    assert!(library().framework(program).is_some());
    (done, play.stage())
}

/// The failing walk is printed, not written down.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn no_walk_in_a_small_program_breaks_a_case(words in vec(any::<u32>(), 20..400)) {
        walk(SMALL, words);
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn no_walk_in_the_whole_program_breaks_a_case(words in vec(any::<u32>(), 20..160)) {
        walk(M365, words);
    }
}

/// Guards that refuse everything would keep every law.
#[test]
fn walks_go_far_and_end_in_many_ways() {
    let mut word = 1_u32;
    let mut next = || {
        word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        word >> 8
    };
    let mut ends = std::collections::BTreeMap::new();
    let mut done = 0;
    for _ in 0..320 {
        let words = (0..120).map(|_| next()).collect();
        let (acts, end) = walk(SMALL, words);
        done += acts;
        *ends.entry(end.as_str()).or_insert(0) += 1;
    }
    assert!(done > 1_500, "{done} acts");
    for end in ["certified", "rejected", "withdrawn", "failed_timeout"] {
        assert!(ends.contains_key(end), "no walk ended {end}: {ends:?}");
    }
}
