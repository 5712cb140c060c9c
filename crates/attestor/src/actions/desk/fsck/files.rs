//! The files that cases name, and those that nothing names.

use attestor_core::digest::Digest;

use super::cases::Named;
use super::{Break, Checked, Depth, Desk, End};
use crate::actions::desk::files::Files;
use crate::store::files::FileState;

/// How many warnings are told; further ones are counted.
const WARNINGS: usize = 100;

impl Desk {
    pub(super) async fn look_at_files(
        &self,
        files: &Files,
        depth: Depth,
        named: &Named,
        checked: &mut Checked,
    ) -> Result<(), End> {
        for (organization, digests) in named {
            let states = self.store().files_of(organization).await?;
            for (digest, case_id) in digests {
                if states.get(&digest.to_string()) == Some(&FileState::Erased) {
                    checked.erased += 1;
                    continue;
                }
                look_at_file(files, depth, (organization, *digest), case_id)?;
                checked.files += 1;
            }
        }
        let (there, strays) = files.list()?;
        let orphans = there.iter().filter(|(organization, digest)| {
            !named.get(organization).is_some_and(|digests| digests.contains_key(digest))
        });
        let orphans = orphans.map(|(organization, digest)| format!("{organization}/{digest}"));
        let all: Vec<String> = orphans.chain(strays).collect();
        let told = all.iter().take(WARNINGS).map(|name| format!("no case names the file {name}"));
        checked.warnings.extend(told);
        if all.len() > WARNINGS {
            checked.warnings.push(format!("and {} further files", all.len() - WARNINGS));
        }
        Ok(())
    }
}

fn look_at_file(
    files: &Files,
    depth: Depth,
    (organization, digest): (&str, Digest),
    case_id: &str,
) -> Result<(), End> {
    let broken = |what: &str| {
        let what = format!("{what}; case {case_id} names it");
        End::Break(Break::new("file", format!("{organization}/{digest}"), what))
    };
    match depth {
        Depth::Quick if files.has(organization, digest) => Ok(()),
        Depth::Quick => Err(broken("it is missing")),
        Depth::Whole => match files.bytes(organization, digest)? {
            None => Err(broken("it is missing")),
            Some(bytes) if Digest::of(&bytes) == digest => Ok(()),
            Some(_) => Err(broken("its bytes are not those that were handed in")),
        },
    }
}
