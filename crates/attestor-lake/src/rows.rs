//! Events become columns.

use std::sync::Arc;

use attestor_core::mfa::event::{Channels, Event};
use attestor_core::mfa::key::Key;
use deltalake::arrow::array::{
    ArrayRef, BinaryBuilder, BooleanBuilder, Int64Builder, RecordBatch, StringBuilder,
    TimestampMicrosecondBuilder,
};
use deltalake::arrow::compute::cast;
use deltalake::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};

use crate::fault::Fault;

/// Rows that grow by events.
#[derive(Debug)]
pub(crate) struct Rows {
    ts: TimestampMicrosecondBuilder,
    channel: StringBuilder,
    channel_stated: BooleanBuilder,
    auth_type: StringBuilder,
    error_code: Int64Builder,
    mfa: BooleanBuilder,
    user_id: BinaryBuilder,
    app_id: BinaryBuilder,
    app_name: StringBuilder,
    resource_id: BinaryBuilder,
    mfa_basis: StringBuilder,
    source: StringBuilder,
    client_app: StringBuilder,
    ca_status: StringBuilder,
    token_issuer: StringBuilder,
    directory_id: BinaryBuilder,
    upn: StringBuilder,
    operation: StringBuilder,
    source_ip: StringBuilder,
    request_id: BinaryBuilder,
    correlation_id: BinaryBuilder,
    rows: usize,
}

impl Rows {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self {
            ts: TimestampMicrosecondBuilder::new().with_timezone("UTC"),
            channel: StringBuilder::new(),
            channel_stated: BooleanBuilder::new(),
            auth_type: StringBuilder::new(),
            error_code: Int64Builder::new(),
            mfa: BooleanBuilder::new(),
            user_id: BinaryBuilder::new(),
            app_id: BinaryBuilder::new(),
            app_name: StringBuilder::new(),
            resource_id: BinaryBuilder::new(),
            mfa_basis: StringBuilder::new(),
            source: StringBuilder::new(),
            client_app: StringBuilder::new(),
            ca_status: StringBuilder::new(),
            token_issuer: StringBuilder::new(),
            directory_id: BinaryBuilder::new(),
            upn: StringBuilder::new(),
            operation: StringBuilder::new(),
            source_ip: StringBuilder::new(),
            request_id: BinaryBuilder::new(),
            correlation_id: BinaryBuilder::new(),
            rows: 0,
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.rows
    }

    /// Adds an event on the channel that it has for the organization.
    pub(crate) fn push(&mut self, event: &Event<'_>, channels: &Channels) {
        let channel = channels.of(event);
        self.ts.append_value(event.ts);
        self.channel.append_value(channel.as_str());
        self.channel_stated.append_value(event.stated_channel.is_some());
        self.auth_type.append_value(event.auth.on(channel).as_str());
        self.error_code.append_value(event.error_code);
        self.mfa.append_value(event.mfa);
        id(&mut self.user_id, event.user_id);
        id(&mut self.app_id, event.app_id);
        self.app_name.append_value(&event.app_name);
        id(&mut self.resource_id, event.resource_id);
        self.mfa_basis.append_value(event.basis.as_str());
        self.source.append_value(event.source.as_str());
        self.client_app.append_value(&event.client_app);
        self.ca_status.append_value(event.ca_status.as_str());
        self.token_issuer.append_value(event.issuer.as_str());
        id(&mut self.directory_id, event.directory_id);
        self.upn.append_value(&event.upn);
        self.operation.append_value(&event.operation);
        self.source_ip.append_value(&event.source_ip);
        self.request_id.append_value(event.request_id.bytes());
        id(&mut self.correlation_id, event.correlation_id);
        self.rows += 1;
    }

    /// The rows so far; none are left here.
    pub(crate) fn take(&mut self) -> Result<RecordBatch, Fault> {
        self.rows = 0;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.ts.finish()),
            Arc::new(self.channel.finish()),
            Arc::new(self.channel_stated.finish()),
            Arc::new(self.auth_type.finish()),
            Arc::new(self.error_code.finish()),
            Arc::new(self.mfa.finish()),
            Arc::new(self.user_id.finish()),
            Arc::new(self.app_id.finish()),
            Arc::new(self.app_name.finish()),
            Arc::new(self.resource_id.finish()),
            Arc::new(self.mfa_basis.finish()),
            Arc::new(self.source.finish()),
            Arc::new(self.client_app.finish()),
            Arc::new(self.ca_status.finish()),
            Arc::new(self.token_issuer.finish()),
            Arc::new(self.directory_id.finish()),
            Arc::new(self.upn.finish()),
            Arc::new(self.operation.finish()),
            Arc::new(self.source_ip.finish()),
            Arc::new(self.request_id.finish()),
            Arc::new(self.correlation_id.finish()),
        ];
        Ok(RecordBatch::try_new(schema(), columns)?)
    }
}

/// Rows as a file of events has them, whatever layout the engine gave them.
pub(crate) fn conform(rows: &RecordBatch) -> Result<RecordBatch, Fault> {
    laid_out(rows, schema())
}

/// The same for a file of sums.
pub(crate) fn conform_sums(rows: &RecordBatch) -> Result<RecordBatch, Fault> {
    laid_out(rows, sums_schema())
}

fn laid_out(rows: &RecordBatch, schema: SchemaRef) -> Result<RecordBatch, Fault> {
    let mut columns = Vec::with_capacity(schema.fields().len());
    for field in schema.fields() {
        let column = rows
            .column_by_name(field.name())
            .ok_or_else(|| Fault::Tables(format!("there is no column `{}`", field.name())))?;
        columns.push(cast(column, field.data_type())?);
    }
    Ok(RecordBatch::try_new(schema, columns)?)
}

fn id(column: &mut BinaryBuilder, id: Option<Key>) {
    match id {
        Some(id) => column.append_value(id.bytes()),
        None => column.append_null(),
    }
}

/// The columns of a file of events: those of the table without its folders.
pub(crate) fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        must("ts", utc()),
        must("channel", DataType::Utf8),
        must("channel_stated", DataType::Boolean),
        must("auth_type", DataType::Utf8),
        must("error_code", DataType::Int64),
        must("mfa", DataType::Boolean),
        may("user_id", DataType::Binary),
        may("app_id", DataType::Binary),
        must("app_name", DataType::Utf8),
        may("resource_id", DataType::Binary),
        must("mfa_basis", DataType::Utf8),
        must("source", DataType::Utf8),
        must("client_app", DataType::Utf8),
        must("ca_status", DataType::Utf8),
        must("token_issuer", DataType::Utf8),
        may("directory_id", DataType::Binary),
        must("upn", DataType::Utf8),
        must("operation", DataType::Utf8),
        must("source_ip", DataType::Utf8),
        must("request_id", DataType::Binary),
        may("correlation_id", DataType::Binary),
    ]))
}

/// The columns of a file of sums.
fn sums_schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        must("channel", DataType::Utf8),
        must("auth_type", DataType::Utf8),
        must("requests", DataType::Int64),
        must("with_mfa", DataType::Int64),
        may("user_id", DataType::Binary),
        must("upn", DataType::Utf8),
        may("app_id", DataType::Binary),
        must("app_name", DataType::Utf8),
        may("last_without_mfa", utc()),
        must("not_applied", DataType::Int64),
        must("legacy", DataType::Int64),
        must("federated", DataType::Int64),
        must("claims", DataType::Int64),
        must("files", DataType::Utf8),
    ]))
}

fn must(name: &str, kind: DataType) -> Field {
    Field::new(name, kind, false)
}

fn may(name: &str, kind: DataType) -> Field {
    Field::new(name, kind, true)
}

fn utc() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}
