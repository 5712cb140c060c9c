//! Rows on other channels.

use std::sync::Arc;

use attestor_core::mfa::event::{AuthType, Channel, Channels};
use attestor_core::mfa::key::Key;
use deltalake::arrow::array::{ArrayRef, RecordBatch, StringArray};

use crate::fault::Fault;
use crate::read;

/// The same rows, each on the channel that it has by these ids; what its log stated stays.
pub(super) fn on(rows: &RecordBatch, channels: &Channels) -> Result<RecordBatch, Fault> {
    let (was, stated) = (read::texts(rows, "channel")?, read::flags(rows, "channel_stated")?);
    let (resources, apps) = (read::keys(rows, "resource_id")?, read::keys(rows, "app_id")?);
    let types = read::texts(rows, "auth_type")?;
    let mut names = Vec::with_capacity(was.len());
    let mut auths = Vec::with_capacity(was.len());
    let ids = resources.into_iter().zip(apps);
    for (((was, stated), ids), auth) in was.iter().zip(stated).zip(ids).zip(&types) {
        let channel = match Channel::parse(was) {
            Some(channel) if stated => channel,
            _ => by_ids([ids.0, ids.1], channels),
        };
        let auth = AuthType::parse(auth).unwrap_or(AuthType::User);
        names.push(channel.as_str());
        auths.push(auth.on(channel).as_str());
    }
    let schema = rows.schema();
    let columns = schema.fields().iter().zip(rows.columns()).map(|(field, column)| {
        match field.name().as_str() {
            "channel" => Arc::new(StringArray::from(names.clone())) as ArrayRef,
            "auth_type" => Arc::new(StringArray::from(auths.clone())),
            _ => Arc::clone(column),
        }
    });
    Ok(RecordBatch::try_new(Arc::clone(&schema), columns.collect())?)
}

fn by_ids(ids: [Option<Key>; 2], channels: &Channels) -> Channel {
    if ids.iter().flatten().any(|id| channels.portal.contains(id)) {
        Channel::Portal
    } else if ids.iter().flatten().any(|id| channels.api.contains(id)) {
        Channel::Api
    } else {
        Channel::Other
    }
}
