//! Portals in the database: opened where everything is kept, and closed whatever happens.

use clap::Args;

use super::super::kept::Kept;
use super::Stop;
use crate::actions::trust::Portals;
use crate::actions::trust::publication::{NotDone, Publisher};
use crate::clock::Clock;
use crate::runtime::Waiting;
use crate::store::people::OrganizationRow;
use crate::store::{Missing, Store};
use crate::world::catalogs::Catalogs;

/// Whose portal, and where it is kept.
#[derive(Debug, Args)]
pub(super) struct OfOrganization {
    /// The organization, by its id or its name.
    #[arg(long, value_name = "ID")]
    organization: String,
    #[command(flatten)]
    kept: Kept,
}

impl OfOrganization {
    /// Lets `act` work with the portal of the organization.
    pub(super) fn open<T>(
        &self,
        act: impl AsyncFnOnce(&Portals, &OrganizationRow) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let config = self.kept.config()?;
        let catalogs = Catalogs::load(config.catalogs.as_deref())?;
        Waiting::new()?.on(async {
            let store = Store::open(&config.place(), Missing::Refused).await?;
            let done = async {
                let portals = Portals::over(store.clone(), Clock::system(), catalogs);
                let organization = self.named(&store).await?;
                act(&portals, &organization).await
            };
            let done = done.await;
            store.close().await;
            done
        })
    }

    async fn named(&self, store: &Store) -> Result<OrganizationRow, Stop> {
        let all = store.organizations().await?;
        let wanted = self.organization.as_str();
        let mut found =
            all.into_iter().filter(|it| it.organization_id == wanted || it.name == wanted);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            (None, _) => Err(Stop::Usage(format!("there is no organization `{wanted}`"))),
            (Some(_), Some(_)) => {
                Err(Stop::Usage(format!("there are several named `{wanted}`; give the id")))
            }
        }
    }
}

/// Who publishes from the command line, as the record tells it.
pub(super) fn operator(organization: &OrganizationRow) -> Publisher<'_> {
    Publisher { account: "operator", role: "", organization: &organization.organization_id }
}

/// Why something is not done, for the end of a command.
pub(super) fn stop(not: NotDone) -> Stop {
    match not {
        NotDone::Faults(faults) => Stop::Faults(faults),
        NotDone::Failed(stop) => stop,
        NotDone::NotFound => Stop::Usage("there is no such version".to_owned()),
        NotDone::Outdated => Stop::Failure("somebody else changed the draft meanwhile".to_owned()),
        NotDone::NotAccepted(count) => Stop::Usage(format!("{count} findings are not accepted")),
    }
}
