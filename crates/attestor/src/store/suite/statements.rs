//! Counts the statements that go to a database, whichever thread sends them.

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Mutex, Once, PoisonError};

use tracing::Subscriber;
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

/// The count of each span that is counted.
static COUNTS: Mutex<Option<HashMap<u64, usize>>> = Mutex::new(None);
static READY: Once = Once::new();

struct Counter;

/// Whether an event is about a setting of a new connection.
struct IsSetting(bool);

impl Visit for IsSetting {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0 |= field.name() == "summary" && format!("{value:?}").contains("PRAGMA");
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Counter {
    fn on_event(&self, event: &tracing::Event<'_>, context: Context<'_, S>) {
        let mut settings = IsSetting(false);
        event.record(&mut settings);
        if event.metadata().target() != "sqlx::query" || settings.0 {
            return;
        }
        let mut counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(counts) = counts.as_mut() else { return };
        for span in context.event_scope(event).into_iter().flatten() {
            if let Some(count) = counts.get_mut(&span.id().into_u64()) {
                *count += 1;
            }
        }
    }
}

/// Does something and gives its result with the number of statements.
pub(crate) fn counted<T>(act: impl FnOnce() -> T) -> (T, usize) {
    READY.call_once(|| {
        let subscriber = tracing_subscriber::registry().with(Counter);
        tracing::subscriber::set_global_default(subscriber).expect("nobody else listens");
    });
    let change = |act: &dyn Fn(&mut HashMap<u64, usize>) -> usize| {
        let mut counts = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
        act(counts.get_or_insert_with(HashMap::new))
    };
    let span = tracing::info_span!("counted");
    let id = span.id().expect("somebody listens").into_u64();
    change(&|counts| counts.insert(id, 0).unwrap_or_default());
    let result = span.in_scope(act);
    (result, change(&|counts| counts.remove(&id).unwrap_or_default()))
}
