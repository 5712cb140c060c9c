//! The files that cases and documents of portals name, and those that nothing names.

use attestor_core::digest::Digest;

use super::cases::Named;
use super::{Break, Checked, Depth, Desk, End};
use crate::stop::Stop;
use crate::store::evidence::FileState;
use crate::vault::{ReadFailure, Vault};

/// How many warnings are told; further ones are counted.
const WARNINGS: usize = 100;

impl Desk {
    /// Adds the files of documents of portals, also of those that are superseded or withdrawn.
    pub(super) async fn name_documents(&self, named: &mut Named) -> Result<(), End> {
        for (organization, digest) in self.store().files_of_documents().await? {
            let Some(digest) = Digest::parse(&digest) else {
                let what = "a document of its portal names it, and it is no digest";
                return Err(Break::new("file", &format!("{organization}/{digest}"), what).into());
            };
            let by = || "a document of its portal".to_owned();
            named.entry(organization).or_default().entry(digest).or_insert_with(by);
        }
        Ok(())
    }

    pub(super) async fn look_at_files(
        &self,
        files: &Vault,
        depth: Depth,
        named: &Named,
        checked: &mut Checked,
    ) -> Result<(), End> {
        for (organization, digests) in named {
            let rows = self.store().sized_files_of(organization).await?;
            for (digest, by) in digests {
                let size = match rows.get(&digest.to_string()) {
                    Some((FileState::Erased, _)) => {
                        checked.erased += 1;
                        continue;
                    }
                    Some((FileState::Clean, size)) => Some(*size),
                    None => None,
                };
                look_at_file(files, depth, (organization, *digest, size), by).await?;
                checked.files += 1;
            }
        }
        let listing = files.list().await.map_err(|failure| failed(&failure))?;
        let orphans = listing.files.iter().filter(|(organization, digest)| {
            !named.get(organization).is_some_and(|digests| digests.contains_key(digest))
        });
        let orphans = orphans.map(|(organization, digest)| format!("{organization}/{digest}"));
        let all: Vec<String> = orphans.chain(listing.strays).collect();
        let told = all
            .iter()
            .take(WARNINGS)
            .map(|name| format!("no case and no portal names the file {name}"));
        checked.warnings.extend(told);
        if all.len() > WARNINGS {
            checked.warnings.push(format!("and {} further files", all.len() - WARNINGS));
        }
        Ok(())
    }
}

async fn look_at_file(
    files: &Vault,
    depth: Depth,
    (organization, digest, size): (&str, Digest, Option<u64>),
    by: &str,
) -> Result<(), End> {
    let broken = |what: &str| {
        let what = format!("{what}; {by} names it");
        End::Break(Break::new("file", &format!("{organization}/{digest}"), what))
    };
    let size = size.ok_or_else(|| broken("it has no row"))?;
    let looked = match depth {
        Depth::Whole => files.check(organization, digest).await.map(Some),
        Depth::Quick => match files.exists(organization, digest).await {
            Ok(true) => Ok(None),
            Ok(false) => Err(ReadFailure::Missing),
            Err(failure) => Err(failure),
        },
    };
    match looked {
        Ok(Some(is)) if is != size => {
            Err(broken(&format!("its row says {size} bytes, and it has {is}")))
        }
        Ok(_) => Ok(()),
        Err(failure @ ReadFailure::Failure(_)) => Err(failed(&failure).into()),
        Err(found) => Err(broken(&found.to_string())),
    }
}

fn failed(failure: &ReadFailure) -> Stop {
    Stop::Failure(failure.to_string())
}
