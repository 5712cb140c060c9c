//! Accounts of directories as a table for SQL: `accounts`, which lives only as long as the lake is open.

use std::sync::Arc;

use attestor_core::day::Day;
use attestor_core::mfa::key::Key;
use deltalake::arrow::array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, RecordBatch, StringArray,
};
use deltalake::arrow::datatypes::{DataType, Field, Schema};

use crate::Lake;
use crate::fault::Fault;
use crate::session::days_since_1970;

/// The name of the table.
pub(crate) const NAME: &str = "accounts";

/// An account, as SQL sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Whose directory holds it.
    pub organization: Arc<str>,
    /// The day of the snapshot of the directory.
    pub day: Day,
    /// Its object id.
    pub user_id: Key,
    /// Its principal name in lower case.
    pub upn: String,
    /// Whether somebody can sign in with it.
    pub enabled: bool,
    /// Whether it is a guest.
    pub guest: bool,
    /// Whether it holds an administrator's role; `None` where it is not known.
    pub admin: Option<bool>,
    /// Whether a strong method is registered; `None` where it is not known.
    pub registered: Option<bool>,
    /// Whether something holds it to multifactor authentication; `None` where it cannot be told.
    pub enforced: Option<bool>,
    /// What does, in words of programs between `; `; empty where nothing does.
    pub enforced_by: String,
}

impl Lake {
    /// Gives accounts the name `accounts` for SQL, in the place of those from before.
    ///
    /// # Errors
    /// The engine refuses the rows.
    pub fn name_accounts(&self, rows: &[AccountRow]) -> Result<(), Fault> {
        let context = self.session.context();
        context.deregister_table(NAME)?;
        context.register_batch(NAME, columns(rows)?)?;
        Ok(())
    }
}

fn columns(rows: &[AccountRow]) -> Result<RecordBatch, Fault> {
    let mut days = Vec::with_capacity(rows.len());
    for row in rows {
        days.push(since_1970(row.day)?);
    }
    let flags = |of: fn(&AccountRow) -> Option<bool>| -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<BooleanArray>())
    };
    let texts = |of: fn(&AccountRow) -> &str| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(rows.iter().map(of)))
    };
    let ids = BinaryArray::from_iter_values(rows.iter().map(|row| row.user_id.bytes()));
    let columns: Vec<ArrayRef> = vec![
        texts(|row| &row.organization),
        Arc::new(Date32Array::from(days)),
        Arc::new(ids),
        texts(|row| &row.upn),
        flags(|row| Some(row.enabled)),
        flags(|row| Some(row.guest)),
        flags(|row| row.admin),
        flags(|row| row.registered),
        flags(|row| row.enforced),
        texts(|row| &row.enforced_by),
    ];
    let field = |name, kind, may| Field::new(name, kind, may);
    let schema = Schema::new(vec![
        field("organization", DataType::Utf8, false),
        field("day", DataType::Date32, false),
        field("user_id", DataType::Binary, false),
        field("upn", DataType::Utf8, false),
        field("enabled", DataType::Boolean, false),
        field("guest", DataType::Boolean, false),
        field("admin", DataType::Boolean, true),
        field("registered", DataType::Boolean, true),
        field("enforced", DataType::Boolean, true),
        field("enforced_by", DataType::Utf8, false),
    ]);
    Ok(RecordBatch::try_new(Arc::new(schema), columns)?)
}

fn since_1970(day: Day) -> Result<i32, Fault> {
    let text = day.to_string();
    let date = text.parse().map_err(|error: jiff::Error| Fault::Tables(error.to_string()))?;
    Ok(days_since_1970(date))
}
