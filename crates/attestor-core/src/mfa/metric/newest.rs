//! The newest requests at the API. Download 3.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{Window, is_of_user};
use crate::mfa::event::{Channel, Event};
use crate::mfa::key::Key;

/// The order of the list: the latest first, then by id. It is total as long as ids stand once.
#[must_use]
pub fn order(left: (i64, Key), right: (i64, Key)) -> Ordering {
    right.0.cmp(&left.0).then(left.1.cmp(&right.1))
}

/// Collects the newest requests, no more than a limit, whatever order they come in.
#[derive(Debug)]
pub struct Newest {
    limit: usize,
    heap: BinaryHeap<Ranked>,
}

/// A request by its place in the list; the last one is the greatest.
#[derive(Debug)]
struct Ranked(Event<'static>);

impl Ranked {
    const fn place(&self) -> (i64, Key) {
        (self.0.ts, self.0.request_id)
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        order(self.place(), other.place())
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

impl Eq for Ranked {}

impl Newest {
    /// A list of at most so many; [`super::MAX_ROWS`] for the download.
    #[must_use]
    pub const fn new(limit: usize) -> Self {
        Self { limit, heap: BinaryHeap::new() }
    }

    /// Takes an event, if it is a request of a user at the API within the window.
    pub fn take(&mut self, channel: Channel, event: &Event<'_>, window: &Window) {
        if !window.holds(event.ts) || !is_of_user(event, channel, Channel::Api) {
            return;
        }
        let place = (event.ts, event.request_id);
        let full = self.heap.len() >= self.limit;
        let is_behind = |last: &Ranked| order(place, last.place()) != Ordering::Less;
        if full && self.heap.peek().is_none_or(is_behind) {
            return;
        }
        if full {
            self.heap.pop();
        }
        self.heap.push(Ranked(event.clone().into_owned()));
    }

    /// The requests, the latest first.
    #[must_use]
    pub fn finish(self) -> Vec<Event<'static>> {
        self.heap.into_sorted_vec().into_iter().map(|Ranked(event)| event).collect()
    }
}
