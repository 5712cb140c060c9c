//! A walk of random acts on the server and on the pure machine.

use attestor_core::certification::case::Verdict;
use attestor_core::desk::act::{Act, Interest, Judged, Recorded, Ruling};
use attestor_core::desk::guard;
use attestor_core::id::Id;

use super::builder::{Bench, everywhere, interest, say, worker};
use crate::actions::desk::Refused;

/// Random numbers, the same each time.
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % sides
    }

    fn act(&mut self, bench: &Bench, controls: &[Id]) -> Act {
        let control = controls[self.roll(controls.len())].clone();
        let verdicts = [Verdict::Approved, Verdict::RevisionRequested, Verdict::Failed];
        match self.roll(10) {
            0..3 => {
                let mut pieces = bench.pieces();
                let piece = Box::new(pieces.swap_remove(self.roll(pieces.len())));
                Act::AddEvidence { piece }
            }
            3..5 => Act::SubmitControl { control, note: "again".to_owned() },
            5..7 => {
                let verdict = verdicts[self.roll(3)];
                let reason = "because".to_owned();
                Act::Judge { verdicts: vec![Judged { control, verdict, reason, external: None }] }
            }
            7 => say("words"),
            8 => [Act::CompleteEvidence {}, Act::SendReview {}, interest(Interest::None)]
                [self.roll(3)]
            .clone(),
            _ => Act::Propose { ruling: Ruling::Reject, words: "no".to_owned(), grounds: None },
        }
    }
}

/// What the pure machine says to the same act.
fn purely(bench: &Bench, case_id: &str, who: &str, act: &Act) -> Option<Recorded> {
    let file = bench.case(case_id);
    let rules = bench.desk.rules(&file).expect("rules");
    let actor = worker(who).actor().expect("a side");
    let at = bench.clock.now();
    guard::check(rules, &file, &actor, act, at.day()).ok()?;
    let act = guard::complete(bench.desk.library(), rules, &file, act.clone(), at);
    Some(Recorded { number: file.number + 1, at, actor, act })
}

#[test]
fn the_server_does_what_the_pure_machine_does() {
    everywhere(|bench| {
        let case_id = bench.accepted();
        let program = bench.desk.library().framework("small-team-baseline").expect("the program");
        let controls: Vec<Id> = program.controls().map(|(_, it)| it.id.value.clone()).collect();
        let mut dice = Dice(7);
        let mut done = 0;
        for _ in 0..80 {
            let act = dice.act(bench, &controls);
            let who = ["publisher", "analyst"][dice.roll(2)];
            let before = bench.case(&case_id);
            let pure = purely(bench, &case_id, who, &act);
            bench.knows_files_of(&act);
            match bench.waiting.on(bench.desk.act(&worker(who), &case_id, None, act)) {
                Ok(after) => {
                    let mut file = (*before).clone();
                    file.fold(&pure.expect("the pure machine does it too"));
                    assert_eq!(*after, file);
                    done += 1;
                }
                Err(Refused::Rule(_) | Refused::Forbidden) => {
                    assert!(pure.is_none(), "the pure machine does it");
                    assert_eq!(bench.case(&case_id).number, before.number);
                }
                Err(other) => panic!("{other:?}"),
            }
        }
        assert!(done > 15, "{done} acts");
        let anew = bench.waiting.on(bench.another_desk().case(&case_id)).expect("read");
        assert_eq!(anew, Some(bench.case(&case_id)));
    });
}
