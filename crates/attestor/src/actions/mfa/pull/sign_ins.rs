//! Sign-ins, page by page into the lake.
//!
//! Without a filter the server gives interactive sign-ins only, and most traffic would be lost: so
//! each kind is asked for by itself. Pages are the newest first. Sign-ins come into the log late, so
//! that a pull reads again from some hours before the newest one that it knows; the lake counts
//! nothing twice.

use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::mfa::moment::{DAY, Micros, SECOND};
use attestor_core::mfa::zone::Zone;
use attestor_lake::{HeldLog, Import, Imported};
use serde::de::IgnoredAny;
use url::Url;

use super::page::{self, Addresses, Page};
use super::point::{Moment, Point, Reached, UnderWay};
use super::{Mfa, Step};
use crate::actions::mfa::stop;
use crate::graph::{Graph, Trouble};
use crate::stop::Stop;

/// The kinds of sign-ins, in the server's words.
const KINDS: [&str; 4] =
    ["interactiveUser", "nonInteractiveUser", "servicePrincipal", "managedIdentity"];

/// How long before the newest known sign-in a pull begins.
const LATE: i64 = 6 * 3600 * SECOND;

/// How long the server keeps sign-ins: 30 days.
const KEPT: i64 = 30 * DAY;

/// How many pages, and how many bytes, are taken in at once.
const MOST_PAGES: usize = 32;
const MOST_BYTES: usize = 64 << 20;

/// What became of one kind of sign-ins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PulledSignIns {
    /// Which kind.
    pub(crate) kind: &'static str,
    /// From when on they were asked for, in microseconds of UTC.
    pub(crate) from: i64,
    /// Whether a reading was brought to its end that had been stopped.
    pub(crate) resumed: bool,
    /// How many came.
    pub(crate) read: u64,
    /// How many of them are new.
    pub(crate) added: u64,
    /// How many could not be read.
    pub(crate) rejected: u64,
    /// Files that tell which ones.
    pub(crate) rejects: Vec<String>,
    /// Why not all came.
    pub(crate) trouble: Option<Trouble>,
}

/// One pull of sign-ins.
struct Pulling<'a> {
    organization: &'a str,
    directory_id: &'a str,
    point: Point,
    say: &'a mut (dyn FnMut(Step) + Send),
}

impl Mfa {
    /// Takes all kinds of sign-ins in.
    pub(super) async fn pull_sign_ins(
        &mut self,
        graph: &mut Graph,
        (organization, directory_id, from): (&str, &str, Option<Day>),
        say: &mut (dyn FnMut(Step) + Send),
    ) -> Result<Vec<PulledSignIns>, Stop> {
        let point = self.point(organization, directory_id).await?;
        let mut pulling = Pulling { organization, directory_id, point, say };
        let from = from.map(|day| Moment(Zone::utc().start_of(day)));
        let mut all = Vec::new();
        for kind in KINDS {
            all.push(self.pull_kind(graph, &mut pulling, (kind, from)).await?);
        }
        Ok(all)
    }

    async fn pull_kind(
        &mut self,
        graph: &mut Graph,
        pulling: &mut Pulling<'_>,
        (kind, asked): (&'static str, Option<Moment>),
    ) -> Result<PulledSignIns, Stop> {
        let reached = pulling.point.kinds.entry(kind.to_owned()).or_default().clone();
        let fresh = Moment(match (asked, reached.newest) {
            (Some(asked), _) => asked.0,
            (None, Some(newest)) => newest.0 - LATE,
            (None, None) => self.now() * 1000 - KEPT,
        });
        let mut pulled = PulledSignIns::new(kind, fresh);
        match reached.under_way.filter(|left| left.from <= fresh || asked.is_none()) {
            Some(left) => self.go_on(graph, pulling, left, &mut pulled).await?,
            None => self.read_pages(graph, pulling, UnderWay::new(fresh), &mut pulled).await?,
        }
        Ok(pulled)
    }

    /// Brings a reading to its end that was stopped, and reads what came in since.
    async fn go_on(
        &mut self,
        graph: &mut Graph,
        pulling: &mut Pulling<'_>,
        left: UnderWay,
        pulled: &mut PulledSignIns,
    ) -> Result<(), Stop> {
        pulled.resumed = true;
        pulled.from = left.from.0;
        self.read_pages(graph, pulling, left.clone(), pulled).await?;
        // A server forgets its addresses after a while: then all of it is read again.
        if pulled.trouble.as_ref().is_some_and(is_stale) {
            pulled.trouble = None;
            let reading = UnderWay { next: String::new(), ..left };
            self.read_pages(graph, pulling, reading, pulled).await?;
        }
        let newest = pulling.point.kinds.get(pulled.kind).and_then(|reached| reached.newest);
        match (&pulled.trouble, newest) {
            (None, Some(newest)) => {
                let reading = UnderWay::new(Moment(newest.0 - LATE));
                self.read_pages(graph, pulling, reading, pulled).await
            }
            (Some(_), _) | (None, None) => Ok(()),
        }
    }

    /// Reads pages to the last one, and takes them in by and by. What came before some trouble is
    /// kept, and so is where to go on.
    async fn read_pages(
        &mut self,
        graph: &mut Graph,
        pulling: &mut Pulling<'_>,
        mut reading: UnderWay,
        pulled: &mut PulledSignIns,
    ) -> Result<(), Stop> {
        let mut addresses = Addresses::default();
        let first = if reading.next.is_empty() {
            first(graph, pulled.kind, reading.from).to_string()
        } else {
            reading.next.clone()
        };
        let mut url = addresses.next(graph, Some(&first));
        let mut held = Vec::new();
        loop {
            let at = match url {
                Ok(Some(at)) => at,
                Ok(None) => break,
                Err(trouble) => {
                    pulled.trouble = Some(trouble);
                    break;
                }
            };
            let next = match graph.get(&at).await.and_then(|bytes| keep(&mut held, bytes, &at)) {
                Ok(next) => next,
                Err(trouble) => {
                    pulled.trouble = Some(trouble);
                    reading.next = at.into();
                    break;
                }
            };
            url = addresses.next(graph, next.as_deref());
            if let (true, Ok(Some(next))) = (is_enough(&held), &url) {
                reading.next = next.as_str().to_owned();
                self.take_held(pulling, &mut held, &mut reading, pulled).await?;
                self.keep_under_way(pulling, pulled.kind, Some(&reading)).await?;
            }
        }
        self.take_held(pulling, &mut held, &mut reading, pulled).await?;
        match &pulled.trouble {
            // Where the pages lead astray, the next pull begins anew.
            Some(Trouble::OtherServer(_) | Trouble::Circle) => {
                self.keep_under_way(pulling, pulled.kind, None).await
            }
            Some(_) => self.keep_under_way(pulling, pulled.kind, Some(&reading)).await,
            None => self.keep_end(pulling, pulled.kind, &reading).await,
        }
    }

    /// Takes pages in.
    async fn take_held(
        &mut self,
        pulling: &mut Pulling<'_>,
        held: &mut Vec<HeldLog>,
        reading: &mut UnderWay,
        pulled: &mut PulledSignIns,
    ) -> Result<(), Stop> {
        if held.is_empty() {
            return Ok(());
        }
        let settings = self.settings(pulling.organization).await?;
        // One file a portion: two of them may fall into one second.
        let ending = format!("{}-{}.ndjson", pulled.kind, pulled.read);
        let rejects = self.rejects().with_extension(ending);
        let import = Import {
            organization: pulling.organization,
            from: &[],
            channels: settings.channels(),
            rule: self.rule.clone(),
            rejects: &rejects,
            now: self.now(),
        };
        let imported = self.lake.import_held(&import, std::mem::take(held)).await.map_err(stop)?;
        pulled.count(&imported);
        let times = imported.logs.iter().filter_map(|log| log.times);
        // A time that has not come yet must not let the next pull pass over what comes before it.
        let last = times.map(|(_, last)| last.min(self.now() * 1000)).max();
        reading.newest = reading.newest.max(last.map(Moment));
        (pulling.say)(Step { kind: pulled.kind, read: pulled.read });
        Ok(())
    }

    async fn keep_under_way(
        &self,
        pulling: &mut Pulling<'_>,
        kind: &str,
        reading: Option<&UnderWay>,
    ) -> Result<(), Stop> {
        let reached = pulling.point.kinds.entry(kind.to_owned()).or_default();
        reached.under_way = reading.cloned();
        self.keep_point(pulling.organization, pulling.directory_id, &pulling.point).await
    }

    async fn keep_end(
        &self,
        pulling: &mut Pulling<'_>,
        kind: &str,
        reading: &UnderWay,
    ) -> Result<(), Stop> {
        let reached = pulling.point.kinds.entry(kind.to_owned()).or_default();
        *reached = Reached { newest: reached.newest.max(reading.newest), under_way: None };
        self.keep_point(pulling.organization, pulling.directory_id, &pulling.point).await
    }
}

impl PulledSignIns {
    const fn new(kind: &'static str, from: Moment) -> Self {
        Self {
            kind,
            from: from.0,
            resumed: false,
            read: 0,
            added: 0,
            rejected: 0,
            rejects: Vec::new(),
            trouble: None,
        }
    }

    fn count(&mut self, imported: &Imported) {
        self.read += imported.logs.iter().map(|log| log.read).sum::<u64>();
        self.added += imported.added;
        self.rejected += imported.rejected();
        self.rejects.extend(imported.rejects.iter().map(|path| path.display().to_string()));
    }
}

/// The address of the first page of a kind.
fn first(graph: &Graph, kind: &str, from: Moment) -> Url {
    let filter =
        format!("createdDateTime ge {} and signInEventTypes/any(t: t eq '{kind}')", Micros(from.0));
    graph.address("beta/auditLogs/signIns", &[("$filter", &filter), ("$top", "1000")])
}

/// Whether an address that was kept leads nowhere any more.
const fn is_stale(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Refused { .. } | Trouble::NotFound | Trouble::OtherServer(_) | Trouble::Circle
    )
}

fn is_enough(held: &[HeldLog]) -> bool {
    let bytes: usize = held.iter().map(|log| log.bytes.len()).sum();
    held.len() >= MOST_PAGES || bytes >= MOST_BYTES
}

/// Keeps a page in memory, and gives the address of what follows.
fn keep(held: &mut Vec<HeldLog>, bytes: Vec<u8>, at: &Url) -> Result<Option<String>, Trouble> {
    let page: Page<'_, IgnoredAny> = page::read(&bytes)?;
    let next = page.next.map(|link| link.into_owned());
    if !page.value.is_empty() {
        held.push(HeldLog { name: at.to_string(), bytes: Arc::from(bytes) });
    }
    Ok(next)
}
