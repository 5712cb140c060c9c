//! Changes of a table: all their files at once, or none.

use deltalake::DeltaTable;
use deltalake::DeltaTableError;
use deltalake::kernel::transaction::{
    CommitBuilder, CommitConflictError, CommitProperties, TransactionError,
};
use deltalake::kernel::{Action, Transaction};
use deltalake::protocol::{DeltaOperation, SaveMode};

use crate::fault::Fault;

/// How often a change is tried again after others were quicker.
pub(crate) const TRIES: usize = 20;

/// Commits a change; false where others made one under the same `name` in between, and then the table
/// is read again. `now` is in milliseconds since 1970.
pub(crate) async fn commit(
    table: &mut DeltaTable,
    name: &str,
    actions: Vec<Action>,
    now: i64,
) -> Result<bool, Fault> {
    let replaces = actions.iter().any(|action| matches!(action, Action::Remove(_)));
    let operation = DeltaOperation::Write {
        mode: if replaces { SaveMode::Overwrite } else { SaveMode::Append },
        partition_by: Some(table.snapshot()?.metadata().partition_columns().to_vec()),
        predicate: None,
    };
    let transaction = Transaction::new(name, now);
    let properties = CommitProperties::default().with_application_transaction(transaction);
    let done = CommitBuilder::from(properties)
        .with_actions(actions)
        .build(Some(table.snapshot()?), table.log_store(), operation)
        .await;
    match done {
        Ok(done) => {
            table.state = Some(done.snapshot());
            Ok(true)
        }
        Err(error) if is_conflict(&error) => {
            table.update_state().await?;
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether others were quicker.
fn is_conflict(error: &DeltaTableError) -> bool {
    let DeltaTableError::Transaction { source } = error else {
        return matches!(error, DeltaTableError::VersionAlreadyExists(_));
    };
    matches!(
        source,
        TransactionError::CommitConflict(
            CommitConflictError::ConcurrentTransaction
                | CommitConflictError::ConcurrentAppend
                | CommitConflictError::ConcurrentDeleteRead
                | CommitConflictError::ConcurrentDeleteDelete
        ) | TransactionError::MaxCommitAttempts(_)
            | TransactionError::VersionAlreadyExists(_)
    )
}
