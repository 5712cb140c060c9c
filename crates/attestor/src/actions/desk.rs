//! Work on cases: the one way in for pages, API and command line.
//!
//! Read in this order:
//! - [`Desk`]: the service. [`Desk::load`]: a case as its acts add up. [`Desk::act`]: one more act.
//! - `shown`: which acts of the record are shown to whom. `seats`: who may be named. `refused`: why
//!   something is not done.
//! - `folder`: dossiers in and out. `replay`: a decision worked out again. `fsck`: everything is.
//!
//! A case that was read is kept in memory and catches up with the record by the acts that came
//! since, so that any number of processes may work on one database.

mod assessed;
mod copy;
mod erasure;
pub(crate) mod evidence;
#[cfg(test)]
pub(crate) mod files;
pub(crate) mod folder;
pub(crate) mod fsck;
#[cfg(test)]
mod kill;
mod late;
mod packing;
mod refused;
pub(crate) mod repeat;
pub(crate) mod replay;
mod row;
pub(crate) mod seats;
pub(crate) mod shown;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use attestor_core::certification::start;
use attestor_core::desk::act::{Act, Actor, Recorded, Side};
use attestor_core::desk::file::CaseFile;
use attestor_core::desk::guard::{self, Rules};
use attestor_core::desk::refusal::{Refusal, Rule};
use attestor_core::desk::role::{Relation, Role, grants};
use attestor_core::desk::standing::{self, Standing};
use attestor_core::framework::Library;
use attestor_core::id::Id;
use attestor_core::instant::Instant;

pub(crate) use self::assessed::sees_points;
pub(crate) use self::refused::Refused;
use crate::clock::Clock;
use crate::stop::Stop;
use crate::store::Store;
use crate::store::desk::{CASE, CaseRow};
use crate::store::gate::Work;
use crate::store::record::{Entry, Told};
use crate::world::{Programs, World};

/// How many cases are kept in memory; further ones push out any.
const KEPT_CASES: usize = 512;

/// Who asks, as far as cases go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Worker {
    /// The account.
    pub(crate) account: String,
    /// The name to show.
    pub(crate) name: String,
    /// The organization they act for.
    pub(crate) organization: String,
    /// In which role.
    pub(crate) role: Role,
}

impl Worker {
    /// How an organization stands to the worker's.
    pub(crate) fn relation(&self, organization: &str) -> Relation {
        if self.organization == organization { Relation::Own } else { Relation::Other }
    }

    /// Whether the worker sees what only the certification body sees.
    pub(crate) const fn is_staff(&self) -> bool {
        self.role.is_staff()
    }

    /// The worker who does an act on a case of an organization; `None` without the right to it.
    /// Staff has no part in cases of its own organization.
    fn acting(&self, act: &Act, organization: &str) -> Option<Actor> {
        let relation = self.relation(organization);
        let own = self.is_staff() && relation == Relation::Own;
        let may = act.rights().iter().any(|right| grants(self.role, *right, relation));
        self.actor().filter(|_| may && !own)
    }

    /// The worker as acts name who did them; `None` for roles that have no part in cases.
    pub(crate) fn actor(&self) -> Option<Actor> {
        let side = Side::of(self.role)?;
        Some(Actor { account: self.account.clone(), name: self.name.clone(), side })
    }
}

/// The desk. A clone is the same one.
#[derive(Clone)]
pub(crate) struct Desk(Arc<Inner>, Option<Arc<repeat::Repeating>>);

struct Inner {
    store: Store,
    programs: Programs,
    clock: Clock,
    kept: Mutex<HashMap<String, Arc<CaseFile>>>,
}

impl Desk {
    /// The desk over a store, with the programs of the binary.
    pub(crate) fn new(store: Store, clock: Clock) -> Result<Self, Stop> {
        let programs = World::load(None)?.into_programs()?;
        let kept = Mutex::new(HashMap::new());
        Ok(Self(Arc::new(Inner { store, programs, clock, kept }), None))
    }

    /// The store.
    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    /// All programs.
    pub(crate) fn library(&self) -> &Library {
        self.0.programs.library()
    }

    /// All programs with what belongs to them.
    pub(crate) fn programs(&self) -> &Programs {
        &self.0.programs
    }

    /// The clock.
    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// What a case is judged by.
    pub(crate) fn rules(&self, file: &CaseFile) -> Result<Rules<'_>, Stop> {
        self.0.programs.rules(&file.framework, &file.edition)
    }

    /// A case as a worker may see it exists; a case of others is not found. Two statements at most,
    /// one if nothing happened since it was last read.
    pub(crate) async fn load(
        &self,
        worker: &Worker,
        case_id: &str,
    ) -> Result<Arc<CaseFile>, Refused> {
        let file = self.case(case_id).await?.ok_or(Refused::NotFound)?;
        let right = attestor_core::desk::role::Right::CaseRead;
        if grants(worker.role, right, worker.relation(&file.organization)) {
            return Ok(file);
        }
        Err(Refused::NotFound)
    }

    /// A case, whoever asks.
    pub(crate) async fn case(&self, case_id: &str) -> Result<Option<Arc<CaseFile>>, Stop> {
        let Some(row) = self.store().case(case_id).await? else { return Ok(None) };
        let number = u64::try_from(row.number).unwrap_or_default();
        let known = self.kept(case_id);
        if let Some(file) = known.as_ref().filter(|file| file.number >= number) {
            return Ok(Some(Arc::clone(file)));
        }
        let after = known.as_ref().map_or(0, |file| file.number);
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let acts = recorded(&self.store().case_acts(case_id, after).await?)?;
        let file = match known {
            Some(known) => {
                let gap = acts.first().is_some_and(|first| first.number != known.number + 1);
                let mut file = (*known).clone();
                acts.iter().for_each(|one| file.fold(one));
                Some(file).filter(|_| !gap)
            }
            None => CaseFile::of(case_id, &row.organization_id, &acts),
        };
        let file = file.map(Arc::new).ok_or_else(|| broken(case_id))?;
        self.keep(&file);
        Ok(Some(file))
    }

    /// Does an act. `seen` is the number of the last act that the worker saw of the case: if others
    /// came since that can be seen, nothing is done. Without it, the act comes behind whatever others
    /// do meanwhile. Gives the case after it.
    pub(crate) async fn act(
        &self,
        worker: &Worker,
        case_id: &str,
        seen: Option<u64>,
        act: Act,
    ) -> Result<Arc<CaseFile>, Refused> {
        let file = self.load(worker, case_id).await?;
        let actor = worker.acting(&act, &file.organization).ok_or(Refused::Forbidden)?;
        if is_overtaken(&file, seen) {
            return Err(Refused::Conflict { now: file.number });
        }
        let act = self.seated(worker, act).await?;
        let act = self.with_files(&file.organization, act).await?;
        self.record(file, (&actor, worker.role.as_str()), seen, act).await
    }

    /// Checks, completes and records an act of anybody. What there is to say no to is said before it
    /// is this writer's turn; where others came between, the case is looked at anew within the turn,
    /// so that nobody waits twice.
    async fn record(
        &self,
        file: Arc<CaseFile>,
        by: (&Actor, &str),
        seen: Option<u64>,
        act: Act,
    ) -> Result<Arc<CaseFile>, Refused> {
        let act = self.consistent(act);
        let next = self.following(&file, by, act.clone())?;
        let mut work = self.store().begin().await?;
        work.hold_record().await?;
        let Some(newer) = caught_up(&mut work, &file).await? else {
            return self.write(work, next).await;
        };
        if is_overtaken(&newer, seen) {
            return Err(Refused::Conflict { now: newer.number });
        }
        let next = self.following(&newer, by, act)?;
        self.write(work, next).await
    }

    /// A case after one more act.
    fn following<'a>(
        &self,
        file: &CaseFile,
        (actor, role): (&Actor, &'a str),
        act: Act,
    ) -> Result<Next<'a>, Refused> {
        let at = self.clock().now();
        let rules = self.rules(file)?;
        guard::check(rules, file, actor, &act, at.day()).map_err(Refused::Rule)?;
        let act = guard::complete(self.library(), rules, file, act, at);
        let one = Recorded { number: file.number + 1, at, actor: actor.clone(), act };
        let mut after = file.clone();
        after.fold(&one);
        self.next(after, one, role)
    }

    /// Opens a case for an app of an organization. Gives the new case.
    pub(crate) async fn open(
        &self,
        worker: &Worker,
        organization: &str,
        act: Act,
    ) -> Result<Arc<CaseFile>, Refused> {
        let actor = worker.acting(&act, organization).ok_or(Refused::Forbidden)?;
        guard::check_open(self.library(), &actor, &act).map_err(Refused::Rule)?;
        let act = self.completed(organization, &actor, act).await?;
        let one = Recorded { number: 1, at: self.clock().now(), actor, act };
        let id = new_id()?;
        let file = CaseFile::of(&id, organization, std::slice::from_ref(&one));
        let next = self.next(file.ok_or(Refused::NotFound)?, one, worker.role.as_str())?;
        self.write(self.store().begin().await?, next).await
    }

    /// What the server knows of a new case: the newest edition, and the certificate that the app has.
    async fn completed(&self, organization: &str, actor: &Actor, act: Act) -> Result<Act, Refused> {
        let Act::Open { mut app, framework, edition, .. } = act else { return Ok(act) };
        let edition = self.edition(&framework, actor, edition).map_err(Refused::Rule)?;
        app.id = app.id.trim().to_owned();
        if app.id.is_empty() {
            app.id = new_id()?;
        }
        let certified = self.store().certified_case(organization, &app.id).await?;
        let certified = match certified {
            Some(case_id) => self.case(&case_id).await?,
            None => None,
        };
        let certified_on = match &certified {
            Some(file) => standing::counts_from(self.rules(file)?.program, file),
            None => None,
        };
        Ok(Act::Open { app, framework, certified_on, edition: Some(edition) })
    }

    /// The edition of a new case: the newest. Only staff names another one.
    fn edition(
        &self,
        framework: &Id,
        actor: &Actor,
        wanted: Option<String>,
    ) -> Result<String, Refusal> {
        let newest = self.library().edition_on(framework.as_str(), self.clock().today());
        let newest = newest.map(|it| it.edition.edition.clone());
        let unknown = |id: &str| Refusal::new(Rule::NotOfEdition).with("id", id);
        match (wanted, newest) {
            (Some(wanted), _) if actor.side.is_staff() => Ok(wanted),
            (Some(wanted), newest) if Some(&wanted) != newest.as_ref() => Err(unknown(&wanted)),
            (_, Some(newest)) => Ok(newest),
            (_, None) => Err(unknown(framework.as_str())),
        }
    }

    /// What follows from an attestation's answers is worked out here, whatever a client says of it.
    fn consistent(&self, mut act: Act) -> Act {
        let questions = self.programs().guide().questionnaire;
        let attestation = match &mut act {
            Act::Attest { attestation } => Some(attestation),
            Act::TakeDossier { case, .. } => case.attestation.as_mut(),
            _ => None,
        };
        if let Some(attestation) = attestation {
            attestation.ruled_out = start::ruled_out(questions, attestation);
        }
        act
    }

    /// What is to be written of a case after an act: worked out once for the row and for the answer
    /// that is kept.
    fn next<'a>(&self, file: CaseFile, one: Recorded, role: &'a str) -> Result<Next<'a>, Refused> {
        let standing = row::standing_on(&file, self.rules(&file)?, one.at.day());
        let row = row::of(&file, &standing);
        let content = serde_json::to_string(&Kept {
            name: &one.actor.name,
            side: one.actor.side,
            act: &one.act,
        });
        let content = content.map_err(|error| Stop::Failure(error.to_string()))?;
        Ok(Next { file, one, role, standing, row, content })
    }

    async fn write(&self, mut work: Work, next: Next<'_>) -> Result<Arc<CaseFile>, Refused> {
        let Next { file, one, role, standing, row, content } = next;
        let told = Told {
            at: one.at,
            actor: &one.actor.account,
            role,
            organization: Some(&file.organization),
            subject: CASE,
            subject_id: &file.id,
            kind: one.act.kind(),
            content: &content,
        };
        if let Some(lost) = evidence::lost_file(&mut work, &file.organization, &one.act).await? {
            return Err(Refused::Rule(Refusal::new(Rule::NotThere).with("id", lost)));
        }
        let done = (&file, &standing);
        if !work.put_case(told, &row).await? || !self.keep_answer(&mut work, done, one.at).await? {
            drop(work);
            return Err(self.overtaken(&row).await?);
        }
        work.commit().await?;
        let file = Arc::new(file);
        self.keep(&file);
        Ok(file)
    }

    /// Why a row could not be put: another case of the app is open, or the request came twice at once.
    async fn overtaken(&self, row: &CaseRow) -> Result<Refused, Stop> {
        let now = self.store().case(&row.case_id).await?;
        let Some(now) = now else { return Ok(Refused::AppHasCase) };
        let number = |number: i64| u64::try_from(number).unwrap_or_default();
        Ok(Refused::Conflict { now: number(now.number) })
    }

    fn kept(&self, case_id: &str) -> Option<Arc<CaseFile>> {
        let kept = self.0.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(case_id).map(Arc::clone)
    }

    /// Keeps a case in memory, unless a newer state of it is there.
    fn keep(&self, file: &Arc<CaseFile>) {
        let mut kept = self.0.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.get(&file.id).is_some_and(|known| known.number >= file.number) {
            return;
        }
        if kept.len() >= KEPT_CASES
            && !kept.contains_key(&file.id)
            && let Some(any) = kept.keys().next().cloned()
        {
            kept.remove(&any);
        }
        kept.insert(file.id.clone(), Arc::clone(file));
    }
}

/// A case after an act, with what is written of it.
struct Next<'a> {
    file: CaseFile,
    one: Recorded,
    /// In which role it was done.
    role: &'a str,
    standing: Standing,
    row: CaseRow,
    /// The act as the record keeps it.
    content: String,
}

/// Whether others acted on a case, visibly, since somebody saw it with its act of a number.
fn is_overtaken(file: &CaseFile, seen: Option<u64>) -> bool {
    seen.is_some_and(|seen| seen < file.settled || seen > file.number)
}

/// A case with the acts that came behind those it knows; `None` if none came. From here on, no other
/// writer comes between.
async fn caught_up(work: &mut Work, file: &CaseFile) -> Result<Option<CaseFile>, Stop> {
    let after = i64::try_from(file.number).unwrap_or(i64::MAX);
    let acts = recorded(&work.case_acts(&file.id, after).await?)?;
    if acts.is_empty() {
        return Ok(None);
    }
    let mut newer = file.clone();
    acts.iter().for_each(|one| newer.fold(one));
    Ok(Some(newer))
}

/// An act as the record keeps it; the rest of it stands in the entry's own columns.
#[derive(serde::Serialize)]
struct Kept<'a> {
    name: &'a str,
    side: Side,
    act: &'a Act,
}

/// The same as it is read.
#[derive(serde::Deserialize)]
struct Read {
    name: String,
    side: Side,
    act: Act,
}

/// The acts of entries of the record.
pub(crate) fn recorded(entries: &[Entry]) -> Result<Vec<Recorded>, Stop> {
    entries.iter().map(one_recorded).collect()
}

fn one_recorded(entry: &Entry) -> Result<Recorded, Stop> {
    let place = || format!("entry {} of the record", entry.entry_id);
    let Read { name, side, act } = serde_json::from_str(&entry.content)
        .map_err(|error| Stop::Failure(format!("{} cannot be read: {error}", place())))?;
    let at = Instant::parse(&entry.at)
        .ok_or_else(|| Stop::Failure(format!("{} has no time", place())))?;
    let number = u64::try_from(entry.number).unwrap_or_default();
    Ok(Recorded { number, at, actor: Actor { account: entry.actor.clone(), name, side }, act })
}

fn broken(case_id: &str) -> Stop {
    Stop::Failure(format!("the record of case {case_id} does not begin with its opening"))
}

/// A new id: 60 random bits in letters and digits that are not mixed up.
pub(crate) fn new_id() -> Result<String, Stop> {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut bytes = [0_u8; 12];
    getrandom::fill(&mut bytes)
        .map_err(|error| Stop::Failure(format!("no random bits: {error}")))?;
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map(char::from);
    Ok(bytes.iter().filter_map(letter).collect())
}

#[cfg(test)]
mod tests;
